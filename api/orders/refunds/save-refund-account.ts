import { Refund } from '../../payments/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineLoader, inOrder } from '../../platform/graphql/loader.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { lockOwnOrder } from '../find-and-lock.ts';
import type { Order } from '../order.ts';
import { RefundAccount } from './refund-account.ts';

/** A bank account as its holder typed it. */
export interface AccountSaid {
  readonly orderId: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

/**
 * Notes where the buyer of an order wants refunds that are transferred by hand; said again, the last one counts. Refuses NOT_FOUND, INVALID,
 * and NO_REFUND for an order of which nothing goes back.
 */
export async function saveRefundAccount(ctx: Context, { orderId, ...said }: AccountSaid): Promise<Order> {
  const bank = readName(said.bank, 'bank', 2, 40);
  const holderName = readName(said.holderName, 'holderName', 1, 100);
  const accountNumber = said.accountNumber.replace(/[\s.-]/g, '');
  if (!/^[0-9]{5,20}$/.test(accountNumber)) refuse('INVALID', ['accountNumber'], { limit: '5-20' });
  return inTransaction(ctx, async (tx) => {
    const { order, payment } = await lockOwnOrder(tx, orderId);
    // Money that came twice is not the order's, and goes back all the same.
    const goesBack =
      order.refundDueTotal > 0 || (await tx.count(Refund, { paymentKey: payment.key, status: { $ne: 'FAILED' } })) > 0;
    if (!goesBack) refuse('NO_REFUND', ['orderId']);
    const known = await tx.findOne(RefundAccount, { orderKey: order.key });
    const { key: orderKey, buyerKey } = order;
    const account = known ?? Object.assign(new RefundAccount(), { orderKey, buyerKey });
    Object.assign(account, { bank, holderName, accountNumber, updatedAt: ctx.clock.now() });
    tx.persist(account);
    return order;
  });
}

/** The account that the buyer of an order named, by the order's key; null when none was. */
export const refundAccountOf = defineLoader<string, RefundAccount | null>(async (ctx, orderKeys) => {
  const accounts = await ctx.em.fork().find(RefundAccount, { orderKey: { $in: [...orderKeys] } });
  return inOrder(orderKeys, accounts, ({ orderKey }) => orderKey);
});

/** Refund accounts by keys that the caller may see, in their order. */
export async function knownRefundAccounts(ctx: Context, keys: readonly string[]): Promise<(RefundAccount | null)[]> {
  const accounts = await ctx.em.fork().find(RefundAccount, { key: { $in: [...keys] } });
  const isCurator = ctx.actor.roles.some(({ role }) => role === 'CURATOR');
  return inOrder(keys, accounts, ({ key }) => key).map((account) =>
    account && (isCurator || account.buyerKey === ctx.actor.key) ? account : null,
  );
}

function readName(typed: string, field: string, least: number, most: number): string {
  const name = oneLine(typed);
  if (name.length < least || name.length > most) refuse('INVALID', [field], { limit: `${least}-${most}` });
  return name;
}
