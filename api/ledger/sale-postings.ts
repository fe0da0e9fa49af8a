import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';
import type { AccountName } from './ledger-account.ts';
import { type PostingLine, post } from './post.ts';

/** A parcel's sums as they were frozen at sale, in whole rupiah. */
export interface Sale {
  /** Key of the parcel. */
  readonly key: string;
  readonly sellerKey: string;
  readonly pickupPointKey: string;
  /** Null when no community brought the buyer; `communityShare` is then 0. */
  readonly communityKey: string | null;
  readonly goodsTotal: Rupiah;
  readonly pointFee: Rupiah;
  /** What a voucher took off the goods; 0 without one. */
  readonly goodsDiscount: Rupiah;
  /** What a voucher took off the point's fee, which the point earns all the same. */
  readonly feeDiscount: Rupiah;
  /** The part of both that the seller bears; the market bears the rest as VOUCHER_COST. */
  readonly sellerDiscount: Rupiah;
  readonly commission: Rupiah;
  readonly communityShare: Rupiah;
}

const CLEARING: AccountName = { kind: 'PROVIDER_CLEARING', ownerKey: null };
const REFUND_DUE: AccountName = { kind: 'REFUND_DUE', ownerKey: null };

/** Money has come for these parcels through the provider: clearing against seller, commission, community and point. Once per payment. */
export function postPaid(tx: Tx, paymentKey: string, sales: readonly Sale[]): Promise<boolean> {
  const lines = sales.flatMap((sale) => [{ account: CLEARING, amount: totalOf(sale) }, ...credits(sale)]);
  return post(tx, { effect: `paid:${paymentKey}`, memo: 'Paid through the provider', lines });
}

/** Money has come for an order that could not be had any more: it goes back to the buyer. Once per payment. */
export function postPaidTooLate(tx: Tx, paymentKey: string, amount: Rupiah): Promise<boolean> {
  return post(tx, {
    effect: `paid:${paymentKey}`,
    memo: 'Paid too late; goes back to the buyer',
    lines: unsold(amount),
  });
}

/** Cash for a parcel has been taken at its point. Once per parcel. */
export function postCashTaken(tx: Tx, sale: Sale): Promise<boolean> {
  const cash: AccountName = { kind: 'CASH_AT_POINT', ownerKey: sale.pickupPointKey };
  const lines = [{ account: cash, amount: totalOf(sale) }, ...credits(sale)];
  return post(tx, { effect: `cash:${sale.key}`, memo: 'Paid in cash at the point', lines });
}

/** A paid parcel will not come: everything it brought goes to what is owed to the buyer. Once per parcel. Gives the amount owed. */
export async function postRefundOwed(tx: Tx, sale: Sale): Promise<Rupiah> {
  await postRefund(tx, sale, credits(sale), totalOf(sale));
  return totalOf(sale);
}

/**
 * A paid parcel went back to its seller uncollected: the point has earned its fee, all else that the buyer paid is refunded. What a
 * voucher gave falls away, so the fee is the buyer's also when it would have been free. Gives the amount owed, which may be 0.
 */
export async function postRefundLessFee(tx: Tx, sale: Sale): Promise<Rupiah> {
  const goods = credits(sale).filter(({ account }) => account.kind !== 'POINT_PAYABLE');
  const amount = totalOf(sale) - sale.pointFee;
  await postRefund(tx, sale, goods, amount);
  return amount;
}

/** A paid parcel was lost at its point: the buyer gets all of it back, the point owes it, the seller keeps the sale. Gives the amount owed. */
export async function postLost(tx: Tx, sale: Sale): Promise<Rupiah> {
  const lines = [
    { account: { kind: 'POINT_PAYABLE', ownerKey: sale.pickupPointKey } as const, amount: totalOf(sale) },
    { account: REFUND_DUE, amount: -totalOf(sale) },
  ];
  await post(tx, { effect: `refund:${sale.key}`, memo: 'Lost at the point, which owes it', lines });
  return totalOf(sale);
}

/** The time for complaints is over: what was held for the seller can be paid out. Once per parcel. */
export function postReleased(tx: Tx, sale: Sale): Promise<boolean> {
  const amount = sellerPartOf(sale);
  const lines = [
    { account: { kind: 'SELLER_HELD', ownerKey: sale.sellerKey } as const, amount },
    { account: { kind: 'SELLER_PAYABLE', ownerKey: sale.sellerKey } as const, amount: -amount },
  ];
  return post(tx, { effect: `released:${sale.key}`, memo: 'Past complaint', lines });
}

/** What the reversal of a payment meets. */
export interface ReversedSales {
  /** All that the provider took back, in rupiah. */
  readonly amount: Rupiah;
  /** Parcels still under way: their sale is undone. */
  readonly undone: readonly Sale[];
  /** Promised back to the buyer and not sent yet: the promise falls away. In rupiah. */
  readonly refundsCalledOff: Rupiah;
}

/** The provider took a settlement back. What was handed over or refunded by then, the market bears. Once per payment. */
export function postReversed(tx: Tx, paymentKey: string, reversed: ReversedSales): Promise<boolean> {
  const { amount, undone, refundsCalledOff } = reversed;
  const sales = undone.flatMap(credits).map(opposite);
  const borne = amount - refundsCalledOff - undone.reduce((sum, sale) => sum + totalOf(sale), 0);
  const lines: PostingLine[] = [
    ...sales,
    { account: REFUND_DUE, amount: refundsCalledOff },
    { account: { kind: 'PROVIDER_FEE', ownerKey: null }, amount: borne },
    { account: CLEARING, amount: -amount },
  ];
  return post(tx, { effect: `reversed:${paymentKey}`, memo: 'The provider took the payment back', lines });
}

function postRefund(tx: Tx, sale: Sale, parts: readonly PostingLine[], amount: Rupiah): Promise<boolean> {
  const lines = parts.map(opposite);
  return post(tx, {
    effect: `refund:${sale.key}`,
    memo: 'Owed back to the buyer',
    lines: [...lines, { account: REFUND_DUE, amount: -amount }],
  });
}

/** What the buyer paid for a parcel, in rupiah. */
function totalOf({ goodsTotal, pointFee, goodsDiscount, feeDiscount }: Sale): Rupiah {
  return goodsTotal + pointFee - goodsDiscount - feeDiscount;
}

/** What the seller earns by a parcel, in rupiah: the goods less what it gives away and less the commission. */
function sellerPartOf({ goodsTotal, sellerDiscount, commission }: Sale): Rupiah {
  return goodsTotal - sellerDiscount - commission;
}

/** Who gets what of a sale, and what the market adds to it; together what the buyer paid, negated. */
function credits(sale: Sale): PostingLine[] {
  const { sellerKey, pickupPointKey, communityKey, pointFee, commission, communityShare } = sale;
  const borneByMarket = sale.goodsDiscount + sale.feeDiscount - sale.sellerDiscount;
  const own: PostingLine[] = [
    { account: { kind: 'SELLER_HELD', ownerKey: sellerKey }, amount: -sellerPartOf(sale) },
    { account: { kind: 'COMMISSION', ownerKey: null }, amount: -(commission - communityShare) },
    { account: { kind: 'POINT_PAYABLE', ownerKey: pickupPointKey }, amount: -pointFee },
    { account: { kind: 'VOUCHER_COST', ownerKey: null }, amount: borneByMarket },
  ];
  if (communityKey === null) return own;
  return [...own, { account: { kind: 'COMMUNITY_PAYABLE', ownerKey: communityKey }, amount: -communityShare }];
}

/** Money of the provider's that no sale stands against. */
function unsold(amount: Rupiah): PostingLine[] {
  return [
    { account: CLEARING, amount },
    { account: REFUND_DUE, amount: -amount },
  ];
}

function opposite({ account, amount }: PostingLine): PostingLine {
  return { account, amount: -amount };
}
