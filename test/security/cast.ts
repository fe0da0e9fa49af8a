import type { Person } from '../support/makers/accounts.ts';
import type { Sender } from '../support/world.ts';

/** Everybody who may call. A's things are the ones that are asked for; the people B have things of their own. */
export const ACTORS = [
  'anonymous',
  'guestA',
  'buyerA',
  'buyerB',
  'sellerA',
  'staffA',
  'sellerB',
  'operatorA',
  'operatorB',
  'curator',
  'managerA',
  'managerB',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** Some of the actors. */
export type Who = ReadonlySet<ActorName>;

/** Names actors. */
export const only = (...names: ActorName[]): Who => new Set(names);
/** Everybody of one set and of others. */
export const join = (...sets: Who[]): Who => new Set(sets.flatMap((set) => [...set]));
/** Those of a set who are not in another. */
export const without = (set: Who, ...others: Who[]): Who =>
  new Set([...set].filter((name) => !others.some((other) => other.has(name))));

export const EVERYONE: Who = new Set(ACTORS);
export const NOBODY: Who = new Set();
/** Who has not signed in; the guest brings the secret of a cart. */
export const VISITORS = only('anonymous', 'guestA');
export const SIGNED_IN = without(EVERYONE, VISITORS);
export const BUYER_A = only('buyerA');
/** Owner and staff of shop A. */
export const SHOP_A = only('sellerA', 'staffA');
export const SHOPS = join(SHOP_A, only('sellerB'));
/** Operator of the point to which A's parcels go. */
export const POINT_A = only('operatorA');
export const POINTS = only('operatorA', 'operatorB');
export const CURATOR = only('curator');
export const MANAGER_A = only('managerA');

/** Whom a parcel passes through. */
export const PARTIES = join(BUYER_A, SHOP_A, POINT_A, CURATOR);
/** Between whom a sale is, and who judges between them. */
export const PARTIES_TO_SALE = join(BUYER_A, SHOP_A, CURATOR);
/** Who handles a parcel and has to know for whom it is. */
export const HANDLERS = join(SHOP_A, POINT_A);

/** The people behind the names. */
export type Cast = Readonly<Record<Exclude<ActorName, 'anonymous' | 'guestA'>, Person>> & {
  /** Secret of A's cart before signing in. */
  readonly cartToken: string;
};

/** What an actor's requests bring. */
export function senderOf(cast: Cast, name: ActorName): Sender {
  if (name === 'anonymous') return {};
  return name === 'guestA' ? { cartToken: cast.cartToken } : { token: cast[name].token };
}
