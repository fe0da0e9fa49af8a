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

/** What the payment provider has taken for us. */
export const CLEARING: AccountName = { kind: 'PROVIDER_CLEARING', ownerKey: null };
/** What is owed to buyers. */
export const REFUND_DUE: AccountName = { kind: 'REFUND_DUE', ownerKey: null };

/**
 * Money has come for these parcels through the provider: clearing against seller, commission, community and point. Once per payment, or
 * per charge where an order is paid in parts at the counter, whose cash it then is not.
 */
export function postPaid(tx: Tx, paidKey: string, sales: readonly Sale[]): Promise<boolean> {
  const lines = sales.flatMap((sale) => [{ account: CLEARING, amount: totalOf(sale) }, ...credits(sale)]);
  return post(tx, { effect: `paid:${paidKey}`, memo: 'Paid through the provider', lines });
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

/** What the buyer paid for a parcel, in rupiah. */
function totalOf({ goodsTotal, pointFee, goodsDiscount, feeDiscount }: Sale): Rupiah {
  return goodsTotal + pointFee - goodsDiscount - feeDiscount;
}

/** What the seller earns by a parcel, in rupiah: the goods less what it gives away and less the commission. */
function sellerPartOf({ goodsTotal, sellerDiscount, commission }: Sale): Rupiah {
  return goodsTotal - sellerDiscount - commission;
}

/** Who gets what of a sale, held until it is past complaint, and what the market adds to it; together what the buyer paid, negated. */
export function credits(sale: Sale): PostingLine[] {
  const { sellerKey, pickupPointKey, communityKey, pointFee, commission, communityShare } = sale;
  const borneByMarket = sale.goodsDiscount + sale.feeDiscount - sale.sellerDiscount;
  const own: PostingLine[] = [
    { account: { kind: 'SELLER_HELD', ownerKey: sellerKey }, amount: -sellerPartOf(sale) },
    { account: { kind: 'COMMISSION', ownerKey: null }, amount: -(commission - communityShare) },
    { account: { kind: 'POINT_HELD', ownerKey: pickupPointKey }, amount: -pointFee },
    { account: { kind: 'VOUCHER_COST', ownerKey: null }, amount: borneByMarket },
  ];
  if (communityKey === null) return own;
  return [...own, { account: { kind: 'COMMUNITY_HELD', ownerKey: communityKey }, amount: -communityShare }];
}

/** Money of the provider's that no sale stands against. */
function unsold(amount: Rupiah): PostingLine[] {
  return [
    { account: CLEARING, amount },
    { account: REFUND_DUE, amount: -amount },
  ];
}
