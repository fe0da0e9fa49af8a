import { openTask } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { defineJob, queueJob } from '../platform/jobs/define-job.ts';
import { formatRupiah } from '../platform/money.ts';
import { askProvider } from './ask-provider.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { PaymentNotification } from './payment-notification.ts';
import type { ProviderState } from './payment-provider.ts';
import { differenceOnce } from './reconciliation/difference.ts';

const PAID: ReadonlySet<ProviderState['status']> = new Set(['SETTLED', 'PARTLY_REFUNDED', 'REFUNDED']);

/**
 * Looks at notifications about a charge that was unknown when they came: where we know it by now they are handled as usual; otherwise the
 * provider is asked, and money that it holds for it is a task, once.
 */
export const askAboutUnknown = defineJob<{ providerOrderId: string }>({
  name: 'payments.askAboutUnknown',
  on: [],
  payload: () => null,
  key: ({ providerOrderId }) => providerOrderId,
  attempts: 12,
  async run({ providerOrderId }, ctx) {
    if (await handOver(ctx, providerOrderId)) return;
    const outcome = await ctx.paymentProvider.status(providerOrderId);
    await inTransaction(ctx, async (tx) => {
      if (outcome.kind === 'FOUND') await reportMoney(tx, providerOrderId, outcome.state);
      await tx.nativeUpdate(
        PaymentNotification,
        { providerOrderId, attemptKey: null, handledAt: null },
        { handledAt: ctx.clock.now() },
      );
    });
  },
});

/** Hands notifications that waited for a charge which is there by now to the usual road; answers whether it is. */
function handOver(ctx: Context, providerOrderId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const attempt = await tx.findOne(PaymentAttempt, { providerOrderId });
    if (!attempt) return false;
    await tx.nativeUpdate(PaymentNotification, { providerOrderId, attemptKey: null }, { attemptKey: attempt.key });
    queueJob(tx, askProvider, { attemptKey: attempt.key });
    return true;
  });
}

/** The same task as a settlement sheet that lists the charge would open. */
async function reportMoney(tx: Tx, providerOrderId: string, state: ProviderState): Promise<void> {
  const { status, amount, refunds } = state;
  const held = PAID.has(status) ? refunds.reduce((left, refund) => left - refund.amount, amount) : 0;
  if (held <= 0) return;
  await openTask(tx, {
    kind: 'RECONCILIATION',
    title: `Uang untuk tagihan tak dikenal ${providerOrderId}`,
    detail: `Midtrans memegang ${formatRupiah(held)} (status ${status}) untuk ${providerOrderId}, yang tidak ada di catatan kita. Periksa di dasbor Midtrans.`,
    amount: held,
    subject: {},
    once: differenceOnce({ kind: 'PAID_BUT_NO_ORDER', providerOrderId, ours: 0, theirs: amount }),
  });
}
