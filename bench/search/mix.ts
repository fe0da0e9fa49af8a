import type pg from 'pg';
import { pick, type Random, randomFrom } from '../../seeds/drawings/kit/random.ts';
import { countWords, type MarketWords, type Ranks, wordsOfRanks } from './market-words.ts';
import { misspelt } from './misspell.ts';
import { type Narrowing, narrowingsFrom } from './narrow.ts';

/** What a search is about; each third of the mix is one of the first three, middle and rare words share one. */
export type Kind = 'head words' | 'middle words' | 'rare words' | 'category';

/** A search of the mix, before it is written for the server. */
export interface MixedSearch {
  readonly kind: Kind;
  readonly isMisspelt: boolean;
  /** Whether two filters narrow it, besides the category that is browsed. */
  readonly isNarrowed: boolean;
  readonly variables: {
    readonly search?: string;
    readonly filter: Narrowing;
    readonly sort: 'RELEVANCE' | 'NEWEST' | 'PRICE_ASC';
    readonly first: number;
  };
}

/** Searches of a third of the mix. */
const THIRD = 400;
/** Cards of a page. */
export const PAGE = 20;

/** Ranks of the commonest words, and the last one of the middle ones; a small market has few words. */
const HEAD = 50;
const middleEnd = (words: number): number => Math.min(500, Math.floor(words / 2));

/** Browsing is mostly in the market's own order. */
const SORTS = ['RELEVANCE', 'RELEVANCE', 'RELEVANCE', 'NEWEST', 'PRICE_ASC'] as const;

/**
 * The mix of searches for a market: a third asks for its commonest words, a third for middle and rare ones, a third browses its
 * categories; one of four texts is misspelt, every second search has two filters. The same market gives the same mix.
 */
export async function mixOf(admin: pg.Client): Promise<readonly MixedSearch[]> {
  const random = randomFrom('bench/search');
  const words = await countWords(admin);
  const ofRanks = (ranks: Ranks, wanted: number): Promise<readonly MarketWords[]> =>
    wordsOfRanks(admin, ranks, wanted / 2, wanted / 2);
  const texts: readonly (readonly [Kind, number, readonly MarketWords[]])[] = [
    ['head words', THIRD, await ofRanks({ from: 1, to: HEAD }, THIRD)],
    ['middle words', THIRD / 2, await ofRanks({ from: HEAD + 1, to: middleEnd(words) }, THIRD / 2)],
    ['rare words', THIRD / 2, await ofRanks({ from: middleEnd(words) + 1, to: words }, THIRD / 2)],
  ];
  const mix: MixedSearch[] = [];
  for (const [kind, wanted, of] of texts) mix.push(...(await byWords(admin, kind, wanted, of, random)));
  mix.push(...(await byCategory(admin, random)));
  return shuffled(mix, random);
}

async function byWords(
  admin: pg.Client,
  kind: Kind,
  wanted: number,
  words: readonly MarketWords[],
  random: Random,
): Promise<MixedSearch[]> {
  const narrowings = await narrowingsFrom(
    admin,
    words.map(({ sample }) => sample),
    random,
  );
  return Array.from({ length: wanted }, (_, n) => {
    const at = n % words.length;
    // Whether a text is misspelt must not go with whether it is narrowed, nor with its length: texts stand in the order of their ranks.
    const slipped = random() < 0.25 ? misspelt(words[at]?.text ?? '', random) : null;
    const isNarrowed = random() < 0.5;
    return {
      kind,
      isMisspelt: slipped !== null,
      isNarrowed,
      variables: {
        search: slipped ?? words[at]?.text ?? '',
        filter: isNarrowed ? (narrowings[at]?.('words') ?? {}) : {},
        sort: 'RELEVANCE',
        first: PAGE,
      },
    };
  });
}

/** A product of each category, and of each branch of the tree, always the same ones. */
const CATEGORIES = `
  select c.slug as category, substr(min(md5(p.slug) || p.slug), 33) as sample
    from category c join category below on below.path = c.path or below.path like c.path || '/%'
    join product p on p.category_id = below.id and p.status = 'ACTIVE'
   group by c.slug order by c.slug`;

async function byCategory(admin: pg.Client, random: Random): Promise<MixedSearch[]> {
  const { rows } = await admin.query<{ category: string; sample: string }>(CATEGORIES);
  const narrowings = await narrowingsFrom(
    admin,
    rows.map(({ sample }) => sample),
    random,
  );
  return Array.from({ length: THIRD }, (_, n) => {
    const at = n % rows.length;
    const isNarrowed = random() < 0.5;
    return {
      kind: 'category',
      isMisspelt: false,
      isNarrowed,
      variables: {
        filter: {
          ...(isNarrowed ? narrowings[at]?.('category') : {}),
          category: [rows[at]?.category ?? ''],
        },
        sort: pick(random, SORTS),
        first: PAGE,
      },
    };
  });
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
