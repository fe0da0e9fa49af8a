import { memberOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import type { AccessRule } from '../platform/graphql/access.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { globalId, parseGlobalId } from '../platform/keys.ts';
import type { AccountName, LedgerAccountKind } from './ledger-account.ts';

/** Who can have money with the market and is paid out. */
export const OwnerKind = { SELLER: 'SELLER', POINT: 'POINT', COMMUNITY: 'COMMUNITY' } as const;
export type OwnerKind = keyof typeof OwnerKind;

/** A seller, point or community, by key. */
export interface Owner {
  readonly ownerKind: OwnerKind;
  readonly ownerKey: string;
}

interface OwnerTraits {
  /** GraphQL type of its public id. */
  readonly type: string;
  /** Table in which they stand, with `id` and `name`. */
  readonly table: string;
  /** What is not yet past complaint. */
  readonly held: LedgerAccountKind;
  /** The account that is paid out. */
  readonly payable: LedgerAccountKind;
  /** All its accounts, as a statement shows them. */
  readonly accounts: readonly LedgerAccountKind[];
}

/** What the kinds of owners differ in. */
export const OWNER_TRAITS: Readonly<Record<OwnerKind, OwnerTraits>> = {
  SELLER: {
    type: 'Seller',
    table: 'seller',
    held: 'SELLER_HELD',
    payable: 'SELLER_PAYABLE',
    accounts: ['SELLER_HELD', 'SELLER_PAYABLE', 'PAYOUT_IN_TRANSIT'],
  },
  POINT: {
    type: 'PickupPoint',
    table: 'pickup_point',
    held: 'POINT_HELD',
    payable: 'POINT_PAYABLE',
    accounts: ['POINT_HELD', 'POINT_PAYABLE', 'CASH_AT_POINT', 'PAYOUT_IN_TRANSIT'],
  },
  COMMUNITY: {
    type: 'Community',
    table: 'community',
    held: 'COMMUNITY_HELD',
    payable: 'COMMUNITY_PAYABLE',
    accounts: ['COMMUNITY_HELD', 'COMMUNITY_PAYABLE', 'PAYOUT_IN_TRANSIT'],
  },
};

const KIND_OF_TYPE = new Map(Object.values(OwnerKind).map((kind) => [OWNER_TRAITS[kind].type, kind]));

/** The owner that a public id of a seller, point or community names; null for any other text. Whether it exists is not asked. */
export function ownerOf(publicId: string): Owner | null {
  const parsed = parseGlobalId(publicId);
  const ownerKind = parsed && KIND_OF_TYPE.get(parsed.type);
  return parsed && ownerKind ? { ownerKind, ownerKey: parsed.key } : null;
}

/** Public id of an owner. */
export function ownerId({ ownerKind, ownerKey }: Owner): string {
  return globalId(OWNER_TRAITS[ownerKind].type, ownerKey);
}

/** One account of an owner. */
export function accountOf({ ownerKey }: Owner, kind: LedgerAccountKind): AccountName {
  return { kind, ownerKey };
}

/** What an owner earned by sales that are not yet past complaint. */
export function heldOf(owner: Owner): AccountName {
  return accountOf(owner, OWNER_TRAITS[owner.ownerKind].held);
}

/** What is to be paid out to an owner. */
export function payableOf(owner: Owner): AccountName {
  return accountOf(owner, OWNER_TRAITS[owner.ownerKind].payable);
}

/** What is on its way to an owner. */
export function transitOf(owner: Owner): AccountName {
  return accountOf(owner, 'PAYOUT_IN_TRANSIT');
}

/** Whether the caller decides where an owner's money goes: the shop's owner, the community's manager; for the city's points, a curator. */
export function keepsMoneyOf(ctx: Context, { ownerKind, ownerKey }: Owner): boolean {
  if (ownerKind === 'SELLER') return memberOf(ctx, ['SELLER_OWNER'], ownerKey);
  if (ownerKind === 'COMMUNITY') return memberOf(ctx, ['COMMUNITY_MANAGER'], ownerKey);
  return memberOf(ctx, ['CURATOR'], null);
}

/** Whether the caller may see what an owner earned: who keeps it, a point's operators, and curators. */
export function seesMoneyOf(ctx: Context, owner: Owner): boolean {
  if (keepsMoneyOf(ctx, owner) || memberOf(ctx, ['CURATOR'], null)) return true;
  return owner.ownerKind === 'POINT' && memberOf(ctx, ['POINT_OPERATOR'], owner.ownerKey);
}

/** Whoever may see what the owner of the object earned. */
export const watcherOfMoney: AccessRule = {
  name: 'keeper of the money, or curator',
  permits: (source: Owner, ctx) => seesMoneyOf(ctx, source),
};

/** Every owner with its name, as SQL: columns id, name. */
const OWNERS_SQL = Object.values(OwnerKind)
  .map((kind) => `select id, name from ${OWNER_TRAITS[kind].table}`)
  .join(' union all ');

/** The name of a seller, point or community by its key; null when there is none. Batched. */
export const ownerName = defineLoader<string, string | null>(async (ctx, keys) => {
  const rows = await ctx.read.rows<{ id: string; name: string }>(
    `select id, name from (${OWNERS_SQL}) owners where id = any($1::uuid[])`,
    [keys],
    'ledger-owner-names',
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return keys.map((key) => names.get(key) ?? null);
});
