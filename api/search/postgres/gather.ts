import type { Context } from '../../platform/context.ts';
import type { Doubtful } from './mended-text.ts';
import type { WordsQueries } from './words-queries.ts';

/** What can be found of words that nothing carries all of. */
export interface Gathered {
  /** Text of the tsquery of what is left; empty when that is too little. */
  readonly query: string;
  /** Places of the concepts that were given up, from 1. */
  readonly relaxed: readonly number[];
  /** Words that nothing carries. */
  readonly doubtful: readonly Doubtful[];
}

const GATHER = `with asked as materialized (select * from search_gathered($1::tsquery[], $2::tsquery[], $3::text[], $4::tsquery, $7::tsquery, $8::tsquery, $9::tsquery,
    $10::tsquery[], $11::tsquery))
  select asked.query::text as query, asked.relaxed, (select coalesce(json_agg(json_build_object('at', n - 1,
      'candidates', (select coalesce(json_agg(c), '[]') from search_candidates(($5::text[])[n]) c),
      'titles', coalesce(search_some_titles(($6::tsquery[])[n]), '{}'))), '[]')
    from unnest(asked.unknown) n where ($5::text[])[n] is not null) as doubtful from asked`;

/** Which of these words are found together, which are given up, and which may be typing mistakes. */
export async function gather(ctx: Context, words: WordsQueries): Promise<Gathered> {
  const { concepts, named, plainlyNamed, told, headed, called } = words;
  const values = [
    concepts.map(({ known }) => known ?? ''),
    concepts.map(({ wanted }) => wanted ?? ''),
    concepts.map(({ role, isTerm }) => (role === 'THING' && isTerm ? 'TERM' : role)),
    headed ?? '',
    concepts.map(({ isMendable, written }) => (isMendable ? written : null)),
    concepts.map(({ heard }) => heard),
    named ?? '',
    called ?? '',
    told ?? '',
    concepts.map(({ plainly }) => plainly ?? ''),
    plainlyNamed ?? '',
  ];
  const [row] = await ctx.read.rows<Gathered>(GATHER, values, 'search-gather');
  if (!row) throw new Error('Gathering gave no row.');
  return row;
}
