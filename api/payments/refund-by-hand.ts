import { closeTask, isTaskOpen } from '../accounts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { formatRupiah } from '../platform/money.ts';
import type { PaymentAttempt } from './payment-attempt.ts';
import type { ProviderRefund } from './payment-provider.ts';
import { Refund } from './refund.ts';
import { unknownRefundOnce } from './refund-tasks.ts';

/** Of the refunds that the provider lists of a charge, those that we did not have it send: made by hand at its dashboard. */
export async function refundsByHand(
  tx: Tx,
  { key: attemptKey }: PaymentAttempt,
  listed: readonly ProviderRefund[],
): Promise<readonly ProviderRefund[]> {
  const ours = await tx.find(Refund, { attemptKey }, { refresh: true });
  return listed.filter(({ refundKey }) => !ours.some((refund) => refund.refundKey === refundKey));
}

/**
 * Takes a refund by hand for the one of ours that the provider refused: the same sum of the same charge has gone back to the buyer, and must not
 * go a second time. From then on they are one, under the provider's key, and the task about money that nobody asked for is over. False when there is
 * none, or when it may have been for something else: a person has ended its task, or transferred such a sum.
 */
export async function takeOver(
  tx: Tx,
  attempt: PaymentAttempt,
  refund: Refund,
  byHand: readonly ProviderRefund[],
): Promise<boolean> {
  const { amount } = refund;
  const same = byHand.find((each) => each.amount === amount && each.refundKey !== '');
  if (!same) return false;
  const once = unknownRefundOnce(attempt, same);
  const isTransferred = await tx.count(Refund, { attemptKey: attempt.key, amount, sentBy: 'TRANSFER' });
  // Keys are the provider's own there: another charge may have the same.
  const isTaken = await tx.count(Refund, { refundKey: same.refundKey });
  if (isTransferred + isTaken > 0 || !(await isTaskOpen(tx, once))) return false;
  refund.refundKey = same.refundKey;
  await closeTask(tx, once, 'Dipakai untuk pengembalian dana yang jatuh tempo kemudian.');
  return true;
}

/** Why a refund is transferred, for the curator: with what has gone back by hand already. */
export function whyRefused(code: string, byHand: readonly ProviderRefund[]): string {
  const refused = `Midtrans menolaknya (kode ${code})`;
  const gone = byHand.reduce((sum, { amount }) => sum + amount, 0);
  if (gone === 0) return refused;
  return `${refused}. Di dasbor Midtrans sudah dikembalikan ${formatRupiah(gone)} di luar catatan: periksa dulu, dan jangan transfer yang sudah diterima pembeli`;
}
