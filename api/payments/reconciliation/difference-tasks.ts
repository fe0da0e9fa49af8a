import { isTaskOpen, openTask } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { formatRupiah } from '../../platform/money.ts';
import { sumTaskOnce } from '../apply-state.ts';
import { toldOfRefunds } from '../refund-tasks.ts';
import type { OurRow } from './compare-books.ts';
import { differenceOnce, type ReconciliationDifference } from './difference.ts';
import type { Reconciliation } from './reconciliation.ts';

/** One task for a charge of a day about which asking failed. */
export function openUnclear(tx: Tx, { day, key }: Reconciliation, row: OurRow): Promise<void> {
  return openTask(tx, {
    kind: 'RECONCILIATION',
    title: `Rekonsiliasi ${row.providerOrderId}: tidak bisa dibandingkan`,
    detail: `Jawaban Midtrans tidak bisa dibaca atau dipakai, hari ${day}. Periksa di dasbor Midtrans.`,
    amount: row.isPaid ? row.amount : 0,
    subject: {
      reconciliationKey: key,
      orderKey: row.reference,
      paymentKey: row.paymentKey,
      attemptKey: row.attemptKey,
    },
    once: `reconciliation:UNCLEAR:${row.providerOrderId}:${day}`,
  });
}

const SENTENCES: Readonly<Record<ReconciliationDifference['kind'], string>> = {
  PAID_BUT_NO_ORDER: 'Midtrans memegang uang, tetapi tidak ada pesanan yang tercatat lunas dengannya.',
  ORDER_BUT_NO_MONEY: 'Pesanan tercatat lunas, tetapi Midtrans tidak memegang uangnya.',
  AMOUNT_DIFFERS: 'Jumlah yang dibayar berbeda.',
  REFUND_DIFFERS: 'Jumlah yang dikembalikan kepada pembeli berbeda.',
};

/**
 * One task for one difference, however often it is found; figures that changed are another difference. A difference of which an open task
 * tells already, because it was noticed when the answer came, gets no second one; a task about another matter of the charge is none.
 */
export async function openDifference(
  tx: Tx,
  { day, key }: Reconciliation,
  row: OurRow | null,
  difference: ReconciliationDifference,
): Promise<void> {
  if (row && (await isTold(tx, row, difference))) return;
  const { kind, providerOrderId, ours, theirs } = difference;
  await openTask(tx, {
    kind: 'RECONCILIATION',
    title: `Rekonsiliasi ${providerOrderId}: selisih ${formatRupiah(Math.abs(ours - theirs))}`,
    detail: `${SENTENCES[kind]} Catatan kita ${formatRupiah(ours)}, Midtrans ${formatRupiah(theirs)}, hari ${day}. Periksa di dasbor Midtrans.`,
    amount: Math.abs(ours - theirs),
    subject: {
      reconciliationKey: key,
      ...(row && { orderKey: row.reference, paymentKey: row.paymentKey, attemptKey: row.attemptKey }),
    },
    once: differenceOnce(difference),
  });
}

/** Whether open tasks tell of this very difference: another sum by the two sums, refunds when those told of make up the whole of it. */
async function isTold(
  tx: Tx,
  { attemptKey }: OurRow,
  { kind, ours, theirs }: ReconciliationDifference,
): Promise<boolean> {
  if (kind === 'AMOUNT_DIFFERS') return isTaskOpen(tx, sumTaskOnce(attemptKey, theirs, ours));
  if (kind === 'REFUND_DIFFERS') return (await toldOfRefunds(tx, attemptKey)) === theirs - ours;
  return false;
}
