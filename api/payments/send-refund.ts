import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import type { DomainEvent } from '../platform/jobs/events.ts';
import { acceptRefund } from './accept-refund.ts';
import { CONFIRMATION_SECONDS } from './apply-state.ts';
import { lockFromBelow } from './lock-payment.ts';
import type { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund, RefundOutcome } from './payment-provider.ts';
import { reconcileRefunds } from './reconcile-refunds.ts';
import { refreshAttempt } from './refresh-payment.ts';
import { Refund } from './refund.ts';
import { refundsByHand, takeOver, whyRefused } from './refund-by-hand.ts';
import { recordSent } from './refund-status.ts';
import { refundByTransfer } from './request-refund.ts';

/** Sends a refund that is due through the provider, under its refund key: a second run sends nothing more. One that is due no more is asked about. */
export const sendRefund = defineJob<{ refundKey: string }>({
  name: 'payments.sendRefund',
  on: ['RefundRequested'],
  payload: ({ subject }) => ({ refundKey: subject.refundKey ?? '' }),
  key: ({ refundKey }) => refundKey,
  attempts: 14,
  async run({ refundKey }, ctx) {
    const em = ctx.em.fork();
    const refund = await em.findOneOrFail(Refund, { key: refundKey });
    if (refund.attemptKey === null) return;
    // An earlier run may have had it under way when it was called off or handed on: whether it went out only the provider knows.
    if (refund.status === 'FAILED' || refund.status === 'TASK') return refreshAttempt(ctx, refund.attemptKey);
    if (refund.status !== 'DUE') return;
    const { providerOrderId } = await em.findOneOrFail(PaymentAttempt, { key: refund.attemptKey });
    const { amount, reason } = refund;
    const outcome = await ctx.paymentProvider.refund(providerOrderId, refund.refundKey, amount, reason);
    // It may have gone back already, by somebody's hand.
    const listed = outcome.kind === 'REFUSED' ? await listedRefunds(ctx, providerOrderId) : [];
    await withRefund(ctx, refund, (tx, payment, asked) => applyOutcome(tx, payment, asked, outcome, listed));
  },
});

async function listedRefunds(ctx: Context, providerOrderId: string): Promise<readonly ProviderRefund[]> {
  const asked = await ctx.paymentProvider.status(providerOrderId);
  return asked.kind === 'FOUND' ? asked.state.refunds : [];
}

/** The refund may be due no more: it was given up, or called off, while the provider was asked. */
async function applyOutcome(
  tx: Tx,
  payment: Payment,
  refund: Refund,
  outcome: RefundOutcome,
  listed: readonly ProviderRefund[],
): Promise<void> {
  const attempt = await tx.findOneOrFail(PaymentAttempt, { key: refund.attemptKey ?? '' });
  if (outcome.kind === 'ACCEPTED') await acceptRefund(tx, payment, attempt, refund);
  else if (refund.status !== 'DUE') return;
  else await applyRefusal(tx, payment, attempt, refund, outcome.code, listed);
  attempt.nextAskAt = new Date(tx.context.clock.now().getTime() + CONFIRMATION_SECONDS * 1000);
}

/** Refused: an earlier call may have got through all the same, or somebody has sent it back by hand; else it is transferred. */
async function applyRefusal(
  tx: Tx,
  payment: Payment,
  attempt: PaymentAttempt,
  refund: Refund,
  code: string,
  listed: readonly ProviderRefund[],
): Promise<void> {
  tx.context.log.warn({ refundKey: refund.key, code }, 'the payment provider refused a refund');
  await reconcileRefunds(tx, payment, attempt, listed);
  if (refund.status !== 'DUE') return;
  const byHand = await refundsByHand(tx, attempt, listed);
  if (await takeOver(tx, attempt, refund, byHand)) await acceptRefund(tx, payment, attempt, refund);
  else await refundByTransfer(tx, payment, refund, whyRefused(code, byHand));
}

/** The curator finished a task: a refund that waited for a transfer is done. In the transaction of the task. */
export async function finishRefundByTransfer(tx: Tx, event: DomainEvent): Promise<void> {
  const { refundKey } = event.subject;
  if (event.facts.kind !== 'REFUND_BY_TRANSFER' || !refundKey) return;
  const found = await tx.findOneOrFail(Refund, { key: refundKey });
  const { payment } = await lockFromBelow(tx, found.paymentKey);
  const refund = await tx.findOneOrFail(Refund, { key: refundKey }, { refresh: true });
  if (refund.status === 'TASK') await recordSent(tx, payment, refund, 'TRANSFER');
}

/** Runs a change on a refund that is still due, under the locks of order and payment. */
export function withDueRefund(ctx: Context, refund: Refund, change: RefundChange): Promise<void> {
  return withRefund(ctx, refund, async (tx, payment, now) => {
    if (now.status === 'DUE') await change(tx, payment, now);
  });
}

type RefundChange = (tx: Tx, payment: Payment, refund: Refund) => Promise<void>;

/** Runs a change on a refund as it is now, under the locks of order and payment. */
async function withRefund(ctx: Context, { key, paymentKey }: Refund, change: RefundChange): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { payment } = await lockFromBelow(tx, paymentKey);
    await change(tx, payment, await tx.findOneOrFail(Refund, { key }, { refresh: true }));
  });
}
