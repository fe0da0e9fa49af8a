import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import type { KnownOperation } from './documents.ts';
import type { Exchange } from './exchange.ts';
import type { Executor } from './executor.ts';
import { type Caller, type RateLimiter, tooManyRequests } from './rate-limit.ts';
import type { Variables } from './specialise.ts';

/** How requests are let in: their limits, and how much one caller may ask for. */
export interface Admission {
  readonly executor: Executor;
  /** Null where nobody is counted. */
  readonly limiter: RateLimiter | null;
  readonly callerOf: (ctx: Context, request: FastifyRequest) => Caller;
}

/**
 * Counts a request whose document is new before it is parsed and validated, which is work as well. Throws the refusal of a
 * caller who asked for too much.
 */
export async function countNewDocument({ limiter, callerOf }: Admission, exchange: Exchange): Promise<void> {
  if (!limiter || exchange.known) return;
  const ctx = await exchange.context();
  const refusal = await limiter.take(callerOf(ctx, exchange.request), 1);
  if (refusal) throw tooManyRequests(refusal, ctx.language);
  exchange.fieldsCounted = 1;
}

/**
 * Lets an operation in, or gives the error to refuse it with: over a limit, or asked for too often. Its variables fit their
 * types; null when they do not, which is told later. Root fields are counted, not requests: one request with many is as many.
 */
export async function admit(
  { executor, limiter, callerOf }: Admission,
  exchange: Exchange,
  operation: KnownOperation,
  variables: Variables | null,
): Promise<GraphQLError | null> {
  const ctx = await exchange.context();
  const fields = Math.max(1, operation.measure.rootFields.length) - exchange.fieldsCounted;
  if (limiter && fields > 0) {
    const refusal = await limiter.take(callerOf(ctx, exchange.request), fields);
    if (refusal) return tooManyRequests(refusal, ctx.language);
  }
  try {
    executor.checkLimits(operation, variables, ctx.language);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
