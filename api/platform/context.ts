import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Reader } from './database/reader.ts';

/** The two languages of every sentence the product speaks. */
export type Language = 'id' | 'en';

/** One role of an account; `subjectKey` is the row it is held for (a shop, a point), null for a role over everything. */
export interface Role {
  readonly role: string;
  readonly subjectKey: string | null;
}

/** Who acts. Resolved once per request from its cookie or bearer token; `SYSTEM` acts in jobs and timers. */
export interface Actor {
  readonly kind: 'ANONYMOUS' | 'ACCOUNT' | 'SYSTEM';
  /** Key of the account, null unless kind is ACCOUNT. */
  readonly key: string | null;
  /** Key of the signed-in device, null unless kind is ACCOUNT. */
  readonly deviceKey: string | null;
  readonly roles: readonly Role[];
  /** SHA-256 (hex) of the secret that holds a guest's cart, null when the request brought none. */
  readonly cartTokenHash: string | null;
}

/** A visitor who has not signed in. */
export const ANONYMOUS: Actor = { kind: 'ANONYMOUS', key: null, deviceKey: null, roles: [], cartTokenHash: null };

/** The program itself, in jobs and timers. */
export const SYSTEM: Actor = { kind: 'SYSTEM', key: null, deviceKey: null, roles: [], cartTokenHash: null };

/**
 * What stands outside the database, and settings of a domain. Each domain adds what it needs by declaration merging
 * (`declare module '../platform/context.ts' { interface Ports { search: ProductSearch } }`); app.ts hands it in.
 */
// biome-ignore lint/suspicious/noEmptyInterface: domains add their ports by declaration merging
export interface Ports {}

/** What every use case receives: who asks, in which language, at what time, through which connections. */
export interface Context extends Ports {
  /** Unit of work of this request; a use case opens its transaction on it with `inTransaction`. */
  readonly em: EntityManager;
  /** Plain SQL reads for visitors, outside any transaction. */
  readonly read: Reader;
  readonly actor: Actor;
  readonly language: Language;
  readonly clock: Clock;
  readonly log: Logger;
  readonly requestId: string;
  /** Address of the caller, for rate limits only; null in jobs. */
  readonly remoteAddress: string | null;
  /** Per-request store of data loaders; see graphql/loader.ts. */
  readonly loaders: Map<object, unknown>;
  /** How a response sets or clears a cookie; null where there is no HTTP response (jobs, subscriptions). */
  readonly cookies: CookieJar | null;
}

/** Writes cookies on the response; names and attributes are fixed by accounts and carts. */
export interface CookieJar {
  /** Sets an http-only cookie that lives for so many seconds. */
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
}
