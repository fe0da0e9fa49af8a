import type pg from 'pg';

/** A word of the titles on sale, or two that stand beside each other in one. */
export interface MarketWords {
  /** Lower case, one blank between two words. */
  readonly text: string;
  /** Titles that carry it. */
  readonly uses: number;
  /** Slug of a product whose title carries it; always the same one. */
  readonly sample: string;
}

/** Words that stand in many titles and that nobody looks for alone. */
const FILLERS = ['dari', 'khas', 'isi', 'aroma', 'dan', 'untuk', 'dengan', 'ala', 'motif', 'topping', 'rasa', 'pcs'];

/**
 * Counts the words of all titles, and their neighbours, into tables of the benchmark's own. They depend on the catalogue alone: the
 * same searches are asked of every engine and of every version of one.
 */
export const COUNT_WORDS = `
  create schema if not exists bench;
  create table bench.written as
    select p.slug, w.word, w.at from product p
     cross join lateral regexp_split_to_table(lower(p.title), '[^[:alnum:]]+') with ordinality as w(word, at)
     where p.status = 'ACTIVE';
  create table bench.word as
    select word as text, count(distinct slug)::integer as uses, substr(min(md5(slug || word) || slug), 33) as sample
      from bench.written where word ~ '^[[:alpha:]]{3,}$' and word <> all ('{${FILLERS.join(',')}}') group by word;
  create table bench.pair as
    select one.word || ' ' || other.word as text, one.word as one, other.word as other, count(distinct one.slug)::integer as uses,
           substr(min(md5(one.slug || one.word || other.word) || one.slug), 33) as sample
      from bench.written one join bench.written other on other.slug = one.slug and other.at = one.at + 1
     where one.word in (select text from bench.word) and other.word in (select text from bench.word)
     group by one.word, other.word;
  drop table bench.written`;

/** Which words are asked for: by rank among all words of titles, the commonest first. */
export interface Ranks {
  readonly from: number;
  readonly to: number;
}

/** So many words of these ranks, spread evenly over them, and so many pairs of neighbours of which the first has such a rank, commonest first. */
export async function wordsOfRanks(
  admin: pg.Client,
  { from, to }: Ranks,
  single: number,
  pairs: number,
): Promise<readonly MarketWords[]> {
  const { rows } = await admin.query<MarketWords>(
    `with ranked as (select w.*, row_number() over (order by uses desc, text) as rank from bench.word w),
          chosen as (select r.*, row_number() over (order by rank) as n, count(*) over () as of from ranked r where rank between $1 and $2)
     (select text, uses, sample from chosen where n * $3::bigint / of > (n - 1) * $3::bigint / of order by rank)
     union all
     (select p.text, p.uses, p.sample from bench.pair p join chosen c on c.text = p.one
       order by row_number() over (partition by p.one order by p.uses desc, p.text), p.uses desc, p.text limit $4)`,
    [from, to, single, pairs],
  );
  return rows;
}

/** How many different words the titles have. */
export async function countWords(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ n: number }>('select count(*)::integer as n from bench.word');
  return rows[0]?.n ?? 0;
}
