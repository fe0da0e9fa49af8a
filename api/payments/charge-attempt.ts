import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { applyState, isWanted } from './apply-state.ts';
import { lockFromBelow } from './lock-payment.ts';
import { movePayment } from './move-payment.ts';
import { Payment, type PaymentItem, sumOfItems } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { ProviderUnavailable } from './payment-provider.ts';

/** The provider takes no shorter deadline. */
const SHORTEST_SECONDS = 20;
/** How soon the state of a charge without an answer is asked for. */
const ASK_AFTER_SECONDS = 20;

/**
 * Asks the provider to charge an attempt that is still wanted, outside any transaction, and applies the answer. Twice, or from
 * two processes at once, it is one charge: the provider knows our id. Throws ProviderUnavailable when no answer came; the
 * attempt is then UNKNOWN and its state is asked for before it is charged again.
 */
export async function chargeAttempt(ctx: Context, attemptKey: string): Promise<void> {
  const em = ctx.em.fork();
  const attempt = await em.findOneOrFail(PaymentAttempt, { key: attemptKey });
  const payment = await em.findOneOrFail(Payment, { key: attempt.paymentKey });
  const secondsToPay = (attempt.deadline.getTime() - ctx.clock.now().getTime()) / 1000;
  if (attempt.status !== 'STARTING' && attempt.status !== 'UNKNOWN') return;
  if (secondsToPay < SHORTEST_SECONDS || attempt.method === 'CASH') return;
  if (!(await isLatestAndWaiting(ctx, payment, attempt))) return;
  const items = attempt.part ?? payment.items;
  warnOfOtherSum(ctx, attempt, items);
  const outcome = await ctx.paymentProvider.charge({
    providerOrderId: attempt.providerOrderId,
    idempotencyKey: `${attempt.key}-charge`,
    orderCode: payment.orderCode,
    method: attempt.method,
    amount: attempt.amount,
    items,
    secondsToPay,
  });
  if (outcome.kind === 'CHARGED') await applyState(ctx, attemptKey, outcome.state);
  else if (outcome.kind === 'REFUSED') await applyRefusal(ctx, attempt, outcome.code);
  else await rememberUnknown(ctx, attempt, outcome.why);
}

/** Lines that do not make the amount are our fault. The amount is what the buyer agreed to: it is charged all the same, and somebody looks. */
function warnOfOtherSum(ctx: Context, { key, providerOrderId, amount }: PaymentAttempt, items: readonly PaymentItem[]) {
  const sum = sumOfItems(items);
  if (sum !== amount)
    ctx.log.error({ attemptKey: key, providerOrderId, amount, sum }, 'the lines of a charge do not sum to its amount');
}

async function isLatestAndWaiting(ctx: Context, payment: Payment, attempt: PaymentAttempt): Promise<boolean> {
  const latest = await ctx.em
    .fork()
    .findOneOrFail(PaymentAttempt, { paymentKey: payment.key }, { orderBy: { number: 'desc' } });
  return isWanted(payment, attempt, latest);
}

async function applyRefusal(ctx: Context, { key, paymentKey }: PaymentAttempt, code: string): Promise<void> {
  ctx.log.warn({ attemptKey: key, code }, 'the payment provider refused a charge');
  await inTransaction(ctx, async (tx) => {
    const { payment, attempts } = await lockFromBelow(tx, paymentKey);
    const attempt = attempts.find((each) => each.key === key);
    if (!attempt || (attempt.status !== 'STARTING' && attempt.status !== 'UNKNOWN')) return;
    attempt.status = 'DENIED';
    attempt.nextAskAt = null;
    if (attempt.part === null && isWanted(payment, attempt, attempts.at(-1)))
      await movePayment(tx, payment, 'deny', { code });
  });
}

async function rememberUnknown(ctx: Context, { key, paymentKey }: PaymentAttempt, why: string): Promise<never> {
  await inTransaction(ctx, async (tx) => {
    const { attempts } = await lockFromBelow(tx, paymentKey);
    const attempt = attempts.find((each) => each.key === key);
    if (attempt?.status !== 'STARTING') return;
    attempt.status = 'UNKNOWN';
    attempt.nextAskAt = new Date(ctx.clock.now().getTime() + ASK_AFTER_SECONDS * 1000);
  });
  throw new ProviderUnavailable('charge', why);
}
