import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Refund } from './refund.ts';

/** Money that is to go back. */
export interface RefundWanted {
  readonly paymentKey: string;
  /** Whole rupiah, above 0. */
  readonly amount: Rupiah;
  /** For people, e.g. 'Paket ditolak penjual'. */
  readonly reason: string;
  /** Why it exists, once, e.g. `parcel:<key>`: the same effect twice is one refund. */
  readonly effect: string;
}

/**
 * Owes a refund, in the caller's transaction; a job sends it through the provider, or a task asks the curator to transfer it.
 * The caller has already moved the amount to REFUND_DUE in the ledger; sending moves it on from there. All refunds of a
 * payment together never exceed what was paid: more than that is our fault and throws.
 */
export async function requestRefund(_tx: Tx, _wanted: RefundWanted): Promise<Refund> {
  throw new Error('written next');
}
