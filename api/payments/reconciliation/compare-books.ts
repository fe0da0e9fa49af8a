import type { Rupiah } from '../../platform/money.ts';
import type { ReconciliationDifference } from './difference.ts';

/** A charge in the provider's books. Sums are in whole rupiah. */
export interface TheirRow {
  readonly providerOrderId: string;
  /** The money came and was not taken back. */
  readonly isPaid: boolean;
  readonly amount: Rupiah;
  /** What went back to the payer so far. */
  readonly refunded: Rupiah;
}

/** A charge in our books. Sums are in whole rupiah. */
export interface OurRow {
  readonly attemptKey: string;
  readonly paymentKey: string;
  /** Key of the order. */
  readonly reference: string;
  readonly providerOrderId: string;
  /** The money came and was not taken back. */
  readonly isPaid: boolean;
  /** The order counts as paid, or its money as owed back; or this money came twice and goes back. */
  readonly orderKnowsMoney: boolean;
  readonly amount: Rupiah;
  /** What went back through the provider so far. */
  readonly refunded: Rupiah;
}

/**
 * Compares one charge in both books, either of which may lack it. What neither calls paid is no difference: attempts that nobody
 * paid are many. Of a charge whose money is in doubt, sums and refunds are not compared: the doubt is the difference.
 */
export function compareRow(ours: OurRow | null, theirs: TheirRow | null): ReconciliationDifference[] {
  const providerOrderId = ours?.providerOrderId ?? theirs?.providerOrderId ?? '';
  const difference = (
    kind: ReconciliationDifference['kind'],
    mine: Rupiah,
    their: Rupiah,
  ): ReconciliationDifference => ({
    kind,
    providerOrderId,
    ours: mine,
    theirs: their,
  });
  const weHold = ours?.isPaid ? ours.amount : 0;
  const theyHold = theirs?.isPaid ? theirs.amount : 0;
  if (weHold === 0 && theyHold === 0) return [];
  if (!theirs?.isPaid) return [difference('ORDER_BUT_NO_MONEY', weHold, 0)];
  if (!ours?.isPaid) return [difference('PAID_BUT_NO_ORDER', 0, theyHold)];
  const found: ReconciliationDifference[] = [];
  if (!ours.orderKnowsMoney) found.push(difference('PAID_BUT_NO_ORDER', 0, theyHold));
  if (weHold !== theyHold) found.push(difference('AMOUNT_DIFFERS', weHold, theyHold));
  if (ours.refunded !== theirs.refunded) found.push(difference('REFUND_DIFFERS', ours.refunded, theirs.refunded));
  return found;
}
