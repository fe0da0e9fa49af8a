import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import { payableAfter } from './ledger-account.ts';
import { type PostingLine, post } from './post.ts';
import { heldOfSale, leftOfSale } from './refund-postings.ts';
import { CLEARING, REFUND_DUE, type Sale } from './sale-postings.ts';

/**
 * The time for complaints is over, or nobody can complain any more: what is still held of a sale after so many refunds, for its seller, point and
 * community, can be paid out. Once per parcel.
 */
export async function postReleased(tx: Tx, sale: Sale, refunds: number): Promise<boolean> {
  const held = await heldOfSale(tx, sale, refunds);
  const lines = held.flatMap(({ account, amount }) => [
    { account, amount: -amount },
    { account: payableAfter(account)!, amount },
  ]);
  return post(tx, { effect: `released:${sale.key}`, memo: 'Held no more', lines });
}

/** A sale, and how often a part of it was refunded. */
export interface RefundedSale {
  readonly sale: Sale;
  readonly refunds: number;
}

/** What the reversal of a payment meets. */
export interface ReversedSales {
  /** All that the provider took back, in rupiah. */
  readonly amount: Rupiah;
  /** Parcels still under way: what is left of their sale is undone. */
  readonly undone: readonly RefundedSale[];
  /** Promised back to the buyer and not sent yet: the promise falls away. In rupiah. */
  readonly refundsCalledOff: Rupiah;
}

/**
 * The provider took one of several charges back, and another still pays. Promises to the buyer that fell away with it, in rupiah, are owed no
 * more; the rest, which had gone back already or was for goods that are handed over, the market bears. Once per charge.
 */
export async function postChargeReversed(
  tx: Tx,
  attemptKey: string,
  { amount, refundsCalledOff }: Pick<ReversedSales, 'amount' | 'refundsCalledOff'>,
): Promise<boolean> {
  const lines: PostingLine[] = [
    { account: REFUND_DUE, amount: refundsCalledOff },
    { account: { kind: 'PROVIDER_FEE', ownerKey: null }, amount: amount - refundsCalledOff },
    { account: CLEARING, amount: -amount },
  ];
  return post(tx, { effect: `reversed:${attemptKey}`, memo: 'The provider took one of several charges back', lines });
}

/** The provider took a settlement back. What was handed over or refunded by then, the market bears. Once per payment. */
export async function postReversed(tx: Tx, paymentKey: string, reversed: ReversedSales): Promise<boolean> {
  const { amount, undone, refundsCalledOff } = reversed;
  const sales: PostingLine[] = [];
  for (const { sale, refunds } of undone)
    for (const part of await leftOfSale(tx, sale, refunds)) sales.push({ account: part.account, amount: -part.amount });
  const borne = amount - refundsCalledOff - sales.reduce((sum, part) => sum + part.amount, 0);
  const lines: PostingLine[] = [
    ...sales,
    { account: REFUND_DUE, amount: refundsCalledOff },
    { account: { kind: 'PROVIDER_FEE', ownerKey: null }, amount: borne },
    { account: CLEARING, amount: -amount },
  ];
  return post(tx, { effect: `reversed:${paymentKey}`, memo: 'The provider took the payment back', lines });
}
