import { LockMode } from '@mikro-orm/postgresql';
import type { Tx } from '../platform/database/transaction.ts';
import type { DomainEvent } from '../platform/jobs/events.ts';
import { newKey } from '../platform/keys.ts';
import { Cart } from './cart.ts';
import { CART_COOKIE } from './cart-cookie.ts';
import type { StoredNotice } from './cart-notice.ts';
import { leftOf } from './left-of.ts';
import { MOST_LINES, StoredCartLine } from './stored-cart-line.ts';
import { touch } from './touch-cart.ts';

/** Someone signed in: what they put into a cart as a guest goes into the account's cart, and the guest's cart is gone. */
export async function mergeGuestCart(tx: Tx, event: DomainEvent): Promise<void> {
  const { accountKey } = event.subject;
  const { cartTokenHash } = tx.context.actor;
  if (!accountKey || cartTokenHash === null) return;
  const guest = await tx.findOne(Cart, { tokenHash: cartTokenHash });
  if (guest) await mergeInto(tx, await cartKeyOf(tx, accountKey), guest.key);
  tx.context.cookies?.clear(CART_COOKIE);
}

/** The key of an account's cart, made when there is none. */
async function cartKeyOf(tx: Tx, accountKey: string): Promise<string> {
  const now = tx.context.clock.now();
  await tx.execute(
    `insert into cart (id, account_id, stored_notices, created_at, updated_at) values (?, ?, '[]', ?, ?)
     on conflict (account_id) do nothing`,
    [newKey(), accountKey, now, now],
  );
  return (await tx.findOneOrFail(Cart, { accountKey })).key;
}

/**
 * Moves the lines of one cart into another, which is given back locked; the emptied one is deleted. Of a variant in both the
 * larger quantity counts, cut to the stock; what does not fit into 100 lines stays out. Notices tell what was cut and added.
 */
export async function mergeInto(tx: Tx, targetKey: string, sourceKey: string): Promise<Cart> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { key: 'asc' } } as const;
  const carts = await tx.find(Cart, { key: { $in: [targetKey, sourceKey] } }, lock);
  const target = carts.find(({ key }) => key === targetKey);
  const source = carts.find(({ key }) => key === sourceKey);
  if (!target) throw new Error(`cart ${targetKey} is gone`);
  if (!source || source === target) return target;
  const lines = await tx.find(
    StoredCartLine,
    { cartKey: { $in: [targetKey, sourceKey] } },
    { orderBy: { key: 'asc' } },
  );
  const [there, coming] = [targetKey, sourceKey].map((key) => lines.filter(({ cartKey }) => cartKey === key));
  touch(tx, target);
  target.widgetKey = source.widgetKey ?? target.widgetKey;
  target.pickupPointKey ??= source.pickupPointKey;
  target.voucherKey = source.voucherKey ?? target.voucherKey;
  const changed = moveLines(tx, target, there ?? [], coming ?? []);
  const cut = await cutToStock(tx, changed);
  const merged: StoredNotice = { code: 'MERGED', lineKey: null, values: { lines: changed.length } };
  target.storedNotices = there?.length && changed.length ? [merged, ...cut] : cut;
  await tx.flush();
  await tx.nativeDelete(Cart, { key: sourceKey });
  return target;
}

/** Puts the coming lines beside those that are there; answers the lines that are new or were raised. */
function moveLines(
  tx: Tx,
  target: Cart,
  there: readonly StoredCartLine[],
  coming: readonly StoredCartLine[],
): StoredCartLine[] {
  const byVariant = new Map(there.map((line) => [line.variantKey, line]));
  return coming.flatMap(({ variantKey, quantity, selected, priceWhenAdded }) => {
    const same = byVariant.get(variantKey);
    if (!same && byVariant.size >= MOST_LINES) return [];
    const line =
      same ?? Object.assign(new StoredCartLine(), { cartKey: target.key, variantKey, quantity: 0, selected });
    line.quantity = Math.max(line.quantity, quantity);
    line.selected ||= selected;
    line.priceWhenAdded = priceWhenAdded;
    byVariant.set(variantKey, line);
    tx.persist(line);
    return [line];
  });
}

/** Cuts lines to what is left of their variants; those of which nothing is left stay, and the cart shows it. */
async function cutToStock(tx: Tx, lines: readonly StoredCartLine[]): Promise<StoredNotice[]> {
  const left = await leftOf(
    tx,
    lines.map(({ variantKey }) => variantKey),
  );
  const over = lines.filter(({ variantKey, quantity }) => {
    const pieces = left.get(variantKey) ?? 0;
    return pieces > 0 && pieces < quantity;
  });
  return over.map((line) => {
    line.quantity = left.get(line.variantKey) ?? line.quantity;
    return { code: 'QUANTITY_CUT', lineKey: line.key, values: { left: line.quantity } };
  });
}
