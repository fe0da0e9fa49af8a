import { memberOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import type { AccessRule } from '../platform/graphql/access.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';

/** Roles that work for a shop. */
export const SELLER_ROLES = ['SELLER_OWNER', 'SELLER_STAFF'] as const;

/** Whether the caller works for this shop. */
export function isMemberOfSeller(ctx: Context, sellerKey: string): boolean {
  return memberOf(ctx, SELLER_ROLES, sellerKey);
}

/** Owner or staff of the shop whose field is read. */
export const memberOfSeller: AccessRule = {
  name: 'member of the seller',
  permits: (source: { readonly id: string }, ctx: Context) => isMemberOfSeller(ctx, keyOf('Seller', source.id) ?? ''),
};

/** The key of a shop that the caller works for, from its public id. Refuses NOT_FOUND: not there and not yours look the same. */
export function ownSellerKey(ctx: Context, sellerId: string, field: readonly string[]): string {
  const sellerKey = keyOf('Seller', sellerId);
  if (sellerKey === null || !isMemberOfSeller(ctx, sellerKey)) refuse('NOT_FOUND', field);
  return sellerKey;
}
