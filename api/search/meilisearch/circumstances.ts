import type { Context } from '../../platform/context.ts';
import { isBehind } from '../search-follower.ts';

/** What PostgreSQL alone knows for certain at the time of a search. */
export interface Circumstances {
  /** Version of the vocabulary in force. */
  readonly version: string | null;
  /** Slugs of shops on holiday. */
  readonly closed: readonly string[];
  /** Whether the index is behind what was changed. */
  readonly isBehind: boolean;
}

/** Reads the circumstances of a search by one short statement. */
export async function circumstancesOf(ctx: Context): Promise<Circumstances> {
  const [row] = await ctx.read.rows<Circumstances>(
    `select (select version from search_vocabulary) as version,
       array(select slug from seller where holiday_until > $1::timestamptz) as closed,
       ${isBehind('$1::timestamptz')} as "isBehind"`,
    [ctx.clock.now()],
    'search-circumstances',
  );
  if (!row) throw new Error('Circumstances gave no row.');
  return row;
}

/** Words of the market that each of these mistyped words can have meant. */
export async function candidatesOf(
  ctx: Context,
  words: readonly string[],
): Promise<{ word: string; uses: number }[][]> {
  const rows = await ctx.read.rows<{ candidates: { word: string; uses: number }[] }>(
    `select (select coalesce(json_agg(c), '[]') from search_candidates(w.word) c) as candidates
       from unnest($1::text[]) with ordinality as w(word, n) order by w.n`,
    [words],
    'search-mistyped',
  );
  return rows.map(({ candidates }) => candidates);
}
