import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Context, Language } from '../context.ts';

/** Who is counted: one bucket each. */
export interface Caller {
  readonly kind: 'ACCOUNT' | 'ADDRESS' | 'KEY';
  /** What tells callers of this kind apart. */
  readonly key: string;
}

/** Counts what callers ask for. */
export interface RateLimiter {
  /** Counts so many root fields; resolves with the refusal when the caller asked for too much, null otherwise. */
  take(caller: Caller, fields: number): Promise<RateRefusal | null>;
}

/** Why a request was refused. */
export interface RateRefusal {
  readonly per: Caller['kind'];
  /** Root fields a minute. */
  readonly limit: number;
  /** Whole seconds until the caller may try again. */
  readonly seconds: number;
}

/** Root fields a minute for each kind of caller. */
export type RateSettings = Readonly<Record<Caller['kind'], number>>;

/** The table for counting in PostgreSQL; a migration makes it. Rows that are over may be deleted at any time. */
export const RATE_LIMIT_TABLE =
  'create unlogged table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)';

/**
 * A limiter that counts in this process, or in PostgreSQL when a pool is given, so that all processes count together.
 * While PostgreSQL is away it counts in this process: limits must not stop the market.
 */
export function rateLimiter(settings: RateSettings, pool: Pool | null = null): RateLimiter {
  const limiterOf = (kind: Caller['kind']): RateLimiterAbstract => {
    const common = { points: settings[kind], duration: 60, keyPrefix: `graphql:${kind}` };
    if (!pool) return new RateLimiterMemory(common);
    return new RateLimiterPostgres({
      ...common,
      storeClient: pool,
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      inMemoryBlockOnConsumed: settings[kind],
      insuranceLimiter: new RateLimiterMemory(common),
    });
  };
  const limiters = { ACCOUNT: limiterOf('ACCOUNT'), ADDRESS: limiterOf('ADDRESS'), KEY: limiterOf('KEY') };
  return {
    async take({ kind, key }, fields) {
      try {
        await limiters[kind].consume(key, fields);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { per: kind, limit: settings[kind], seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
  };
}

/** Who a request counts for: the account that signed in, else the address it comes from. */
export function usualCaller(ctx: Context, request: FastifyRequest): Caller {
  return ctx.actor.key
    ? { kind: 'ACCOUNT', key: ctx.actor.key }
    : { kind: 'ADDRESS', key: ctx.remoteAddress ?? request.ip };
}

const PER: Record<Caller['kind'], Record<Language, string>> = {
  ACCOUNT: { id: 'akun', en: 'account' },
  ADDRESS: { id: 'alamat', en: 'address' },
  KEY: { id: 'kunci', en: 'key' },
};

/** The error for a caller over the limit: HTTP 429, naming the limit and the wait. */
export function tooManyRequests({ per, limit, seconds }: RateRefusal, language: Language): GraphQLError {
  const message =
    language === 'id'
      ? `Terlalu banyak permintaan: batasnya ${limit} per menit per ${PER[per].id}. Coba lagi dalam ${seconds} detik.`
      : `Too many requests: the limit is ${limit} a minute per ${PER[per].en}. Try again in ${seconds} seconds.`;
  return new GraphQLError(message, {
    extensions: {
      code: 'RATE_LIMITED',
      limit,
      windowSeconds: 60,
      retryAfterSeconds: seconds,
      per,
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  });
}
