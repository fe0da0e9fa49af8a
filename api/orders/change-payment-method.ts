import { type PaymentMethod, payBy, switchMethod } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import { lockOwnOrder } from './find-and-lock.ts';
import { orderSubject } from './move-order.ts';
import type { Order } from './order.ts';
import { readKey } from './read-text.ts';
import { startPaymentTimer } from './start-timers.ts';

/** How the buyer wants to pay instead. */
export interface MethodWanted {
  readonly orderId: string;
  readonly paymentMethod: PaymentMethod;
  readonly idempotencyKey: string;
}

/** An order is held unpaid for so long at the most, however often its method changes, in milliseconds. */
const LONGEST_UNPAID = 48 * 3_600_000;

/**
 * Has an unpaid order paid in another way, with a deadline of its own. The same key changes it once. Refuses NOT_FOUND,
 * NOT_PAYABLE when it is paid or over, METHOD_UNAVAILABLE, CASH_NOT_POSSIBLE: cash is chosen when placing.
 */
export async function changePaymentMethod(ctx: Context, input: MethodWanted): Promise<Order> {
  const key = readKey(input.idempotencyKey);
  return inTransaction(ctx, async (tx) => {
    const { order, payment } = await lockOwnOrder(tx, input.orderId);
    if (order.methodChangeKeys.includes(key)) return order;
    const now = ctx.clock.now();
    const latest = new Date(order.placedAt.getTime() + LONGEST_UNPAID);
    if (order.paymentStatus !== 'AWAITING' || now >= latest) refuse('NOT_PAYABLE', ['orderId']);
    const usual = payBy(input.paymentMethod, now);
    if (!usual) refuse('CASH_NOT_POSSIBLE', ['paymentMethod']);
    const deadline = usual < latest ? usual : latest;
    await switchMethod(tx, payment, input.paymentMethod, deadline);
    order.paymentMethod = input.paymentMethod;
    order.payBy = deadline;
    order.methodChangeKeys = [...order.methodChangeKeys, key];
    startPaymentTimer(tx, order.key, deadline);
    await appendEvent(tx, 'PaymentMethodChanged', orderSubject(order), { paymentMethod: input.paymentMethod });
    return order;
  });
}
