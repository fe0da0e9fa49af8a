import pg from 'pg';
import type { DatabaseLog } from './start-postmaster.ts';

export interface PoolOptions {
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  log: DatabaseLog;
  /** Connections at most, 10 by default. */
  max?: number;
  /** Longest time a statement may run, in milliseconds; no limit by default. */
  statementTimeoutMs?: number;
  /** Longest time to wait for a free or new connection, in milliseconds, 10,000 by default. */
  connectTimeoutMs?: number;
  /** Whether a connection sends statements on without waiting for the answers to earlier ones; see `poolReader`. */
  pipeline?: boolean;
  /**
   * Whether statements read by an index wherever one serves. The planner counts rows and not what lies apart from them: in a market of two thousand
   * it read the words of every product for each search, 100 to 400 ms instead of 2.
   */
  prefersIndexes?: boolean;
}

/**
 * How long a connection is kept that nobody needs, in milliseconds. To open one takes tens of milliseconds of both processors (a process of its
 * own, the password's rounds, each statement parsed anew), and many at once in the first moment of a rush.
 */
export const IDLE_MS = 10 * 60_000;

/** A forbidden scan that cannot be helped looks dear to older servers, which would then compile the statement or divide it among workers. */
const INDEXES_FIRST = '-c enable_seqscan=off -c jit=off -c max_parallel_workers_per_gather=0';

/** Opens a pool of connections. It lives through a restart of PostgreSQL: what runs at that moment is rejected, later
 *  queries get new connections. bigint comes back as a safe number, timestamptz as Date, date as 'YYYY-MM-DD'. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    statement_timeout: options.statementTimeoutMs,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    ...(options.prefersIndexes && { options: INDEXES_FIRST }),
    pipeline: options.pipeline ?? false,
    types: { getTypeParser: typeParser },
  });
  // Without a listener a lost connection ends the process: idle ones report to the pool, borrowed ones to themselves.
  pool.on('error', (error) => {
    // A pool that is being closed may be told that its last connections are, and nobody misses them.
    if (!pool.ending)
      options.log.warn(`A database connection of ${options.applicationName} was lost: ${error.message}`);
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const { builtins } = pg.types;

/** Reads a bigint: money and counts stay below 9 × 10^15, so a number holds them. A greater one is a fault and throws. */
function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database gave ${text}, which a number cannot hold.`);
  return value;
}

/** pg names no array types; these are PostgreSQL's own numbers for bigint[], date[] and text[]. */
const [INT8_ARRAY, DATE_ARRAY, TEXT_ARRAY] = [1016, 1182, 1009];
const parseTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY);

const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: parseSafeInteger,
  [INT8_ARRAY]: (text) => parseTexts(text).map((item) => (item === null ? null : parseSafeInteger(item))),
  [builtins.DATE]: (text) => text, // a calendar day has no time zone: a Date would shift it
  [DATE_ARRAY]: parseTexts,
};

function typeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const own = format === 'binary' ? undefined : parsers[oid];
  return own ?? pg.types.getTypeParser(oid, format);
}
