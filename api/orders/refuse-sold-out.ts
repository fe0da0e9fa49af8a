import type { Context } from '../platform/context.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';

/** For so long after a refusal orders are looked at before they wait for locks, in milliseconds. */
const WARM_MS = 2000;

/** When this process last refused an order because something was sold out, by its connections. Only says when a look is worth it. */
const lastRefusedAt = new WeakMap<Context['read'], number>();

/** An order was refused because something is sold out: others that come now are likely after the same thing. */
export function noteSoldOut({ read, clock }: Context): void {
  lastRefusedAt.set(read, clock.now().getTime());
}

const SOLD_OUT = `
  select p.title from cart c join cart_line l on l.cart_id = c.id and l.selected join stock s on s.variant_id = l.variant_id
    join variant v on v.id = l.variant_id join product p on p.id = v.product_id
   where c.id = $1 and c.account_id = $2 and s.on_hand <= s.reserved
     and not exists (select from orders o where o.buyer_id = $2 and o.idempotency_key = $3)
   limit 1`;

/**
 * In a rush, refuses an order whose cart holds something sold out by one read: thousands who come too late then hold no locks and no
 * transactions, and the others are served. Refuses OUT_OF_STOCK. Whoever is let through is judged again, under locks.
 */
export async function refuseSoldOut(
  { read, actor, clock }: Context,
  { cartId, idempotencyKey }: { readonly cartId: string; readonly idempotencyKey: string },
): Promise<void> {
  const since = clock.now().getTime() - (lastRefusedAt.get(read) ?? Number.NEGATIVE_INFINITY);
  const cartKey = keyOf('Cart', cartId);
  if (since > WARM_MS || !cartKey) return;
  const values = [cartKey, actor.key, idempotencyKey];
  const [gone] = await read.rows<{ title: string }>(SOLD_OUT, values, 'orders-sold-out');
  if (!gone) return;
  lastRefusedAt.set(read, clock.now().getTime());
  refuse('OUT_OF_STOCK', ['cartId'], { title: gone.title, left: 0 });
}
