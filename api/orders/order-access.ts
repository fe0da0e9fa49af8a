import { isCurator, memberOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import type { AccessRule } from '../platform/graphql/access.ts';

/** Roles that work a shop's parcels. */
export const SELLER_ROLES = ['SELLER_OWNER', 'SELLER_STAFF'] as const;

/** Whose a parcel is, as far as access is concerned. */
export interface ParcelParties {
  readonly buyerKey: string;
  readonly sellerKey: string;
  readonly pickupPointKey: string;
}

/** Whether the caller is the buyer. */
export function isBuyer(ctx: Context, { buyerKey }: { readonly buyerKey: string }): boolean {
  return ctx.actor.kind === 'ACCOUNT' && ctx.actor.key === buyerKey;
}

/** Whether the caller works for the parcel's shop. */
export function isSeller(ctx: Context, { sellerKey }: { readonly sellerKey: string }): boolean {
  return memberOf(ctx, SELLER_ROLES, sellerKey);
}

/** Whether the caller works at the parcel's pickup point. */
export function isOperator(ctx: Context, { pickupPointKey }: { readonly pickupPointKey: string }): boolean {
  return memberOf(ctx, ['POINT_OPERATOR'], pickupPointKey);
}

/** In which part someone moves a parcel. */
export type ParcelRole = 'SYSTEM' | 'BUYER' | 'SELLER' | 'OPERATOR' | 'CURATOR';

/** Whether the caller has this part in a parcel; the part of the program itself is for the program to claim. */
export function hasPart(ctx: Context, parcel: ParcelParties, as: ParcelRole): boolean {
  switch (as) {
    case 'SYSTEM':
      return true;
    case 'BUYER':
      return isBuyer(ctx, parcel);
    case 'SELLER':
      return isSeller(ctx, parcel);
    case 'OPERATOR':
      return isOperator(ctx, parcel);
    case 'CURATOR':
      return isCurator(ctx);
  }
}

/** Whether the caller may know that the parcel exists. */
export function maySeeParcel(ctx: Context, parcel: ParcelParties): boolean {
  return isBuyer(ctx, parcel) || isSeller(ctx, parcel) || isOperator(ctx, parcel) || isCurator(ctx);
}

/** The buyer of an order, of a parcel in it, or of what hangs on it. */
export const buyerOfOrder: AccessRule = {
  name: 'buyer of the order',
  permits: (source: { buyerKey: string }, ctx) => isBuyer(ctx, source),
};

/** Those whom a parcel passes through. */
export const partyToParcel: AccessRule = {
  name: 'buyer, member of the seller, operator of the point, or curator',
  permits: (source: ParcelParties, ctx) => maySeeParcel(ctx, source),
};

/** Between whom a sale is. */
type SaleParties = Pick<ParcelParties, 'buyerKey' | 'sellerKey'>;

/** Whether the caller may know what passes between buyer and seller. */
export function maySeeSale(ctx: Context, sale: SaleParties): boolean {
  return isBuyer(ctx, sale) || isSeller(ctx, sale) || isCurator(ctx);
}

/** Those between whom money passes for a parcel, and who judges between them. */
export const partyToSale: AccessRule = {
  name: 'buyer, member of the seller, or curator',
  permits: (source: SaleParties, ctx) => maySeeSale(ctx, source),
};

/** Members of the shop that packs it. */
export const sellerOfParcel: AccessRule = {
  name: 'member of the seller of the parcel',
  permits: (source: ParcelParties, ctx) => isSeller(ctx, source),
};

/** Operators of the point that it goes to. */
export const operatorOfParcel: AccessRule = {
  name: 'operator of the pickup point',
  permits: (source: { pickupPointKey: string }, ctx) => isOperator(ctx, source),
};

/** Members of the shop, or operators of the point: who handles it and has to know for whom it is. */
export const handlerOfParcel: AccessRule = {
  name: 'member of the seller or operator of the point',
  permits: (source: ParcelParties, ctx) => isSeller(ctx, source) || isOperator(ctx, source),
};

/** The buyer, who pays, or operators of the point, who take the cash. */
export const payerOrTaker: AccessRule = {
  name: 'buyer, or operator of the point',
  permits: (source: ParcelParties, ctx) => isBuyer(ctx, source) || isOperator(ctx, source),
};
