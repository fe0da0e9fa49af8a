import type { Meilisearch, MultiSearchQuery, SearchParams, SearchResponse } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { type AskedWords, askedWords } from '../asked-words.ts';
import { allOf, type FormQuery } from '../form-query.ts';
import { type Carries, gatheredWords } from '../gathered.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import { begunConcepts, understand, type Vocabulary } from '../language/index.ts';
import { mendedText, saidOf } from '../postgres/mended-text.ts';
import type { FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { saidKecamatan } from '../said-kecamatan.ts';
import { candidatesOf, circumstancesOf } from './circumstances.ts';
import { countQuery } from './counted-list.ts';
import type { IndexDocument } from './documents.ts';
import { type FilterCondition, filterConditions } from './filter.ts';
import { formFilter } from './form-filter.ts';
import { checkCursor } from './list.ts';
import { lookAt } from './look.ts';

/** The index that is asked. */
export interface AskedIndex {
  readonly client: Meilisearch;
  readonly indexUid: string;
}

/** What PostgreSQL knows of a search before the index is asked. */
export interface Prepared {
  readonly vocabulary: Vocabulary;
  readonly conditions: readonly FilterCondition[];
  readonly closed: ReadonlySet<string>;
  /** Whether the index is behind what was changed, and is not to be asked. */
  readonly isBehind: boolean;
}

/** What stays the same for all looks of one search. */
export interface Search {
  readonly ctx: Context;
  readonly asked: ProductsAsked;
  readonly wanted: PartsWanted;
  readonly conditions: readonly FilterCondition[];
  readonly closed: ReadonlySet<string>;
  /** Asks several queries at once. */
  answers(queries: readonly SearchParams[]): Promise<SearchResponse[]>;
}

/** Reads what is in force for a search. Refuses a cursor that is not of this list. */
export async function prepare(ctx: Context, held: HeldVocabulary, asked: ProductsAsked): Promise<Prepared> {
  checkCursor(asked);
  const [{ version, closed, isBehind }, conditions] = await Promise.all([
    circumstancesOf(ctx),
    filterConditions(ctx, asked.filter),
  ]);
  const isHeld = version === held.current.version;
  const { vocabulary } = isHeld || asked.vocabulary ? held.current : await held.renew(ctx, version);
  return { vocabulary: asked.vocabulary ?? vocabulary, conditions, closed: new Set(closed), isBehind };
}

/** Finds a page of products by words. */
export async function findByWords(
  ctx: Context,
  index: AskedIndex,
  asked: ProductsAsked,
  wanted: PartsWanted,
  { vocabulary, conditions, closed }: Prepared,
): Promise<FoundProducts> {
  const search: Search = { ctx, asked, wanted, conditions, closed, answers: asking(index) };
  const text = asked.text ?? '';
  const words = askedWords(understand(text, vocabulary));
  const doubted = [...words.concepts.keys()].filter((at) => words.concepts[at]?.isMendable);
  const [found, [isNamed, ...known]] = await Promise.all([
    lookAt(search, words, everything(words)),
    carriesIn(search)([namedSomewhere(words), ...doubted.flatMap((at) => words.concepts[at]?.known ?? [])]),
  ]);
  const unknown = doubted.filter((_, n) => !known[n]);
  const isWhole = isNamed && unknown.length === 0;
  const answer = isWhole ? found : await mendOrRelax(search, text, { words, unknown, vocabulary });
  return { saidKecamatan: saidKecamatan(words.concepts), ...answer };
}

const everything = ({ concepts }: AskedWords): FormQuery => allOf(concepts.map(({ wanted }) => wanted));

/** All words, and the thing named: prose speaks of the fridge in which a cake keeps, and no fridge is sold. */
const namedSomewhere = (words: AskedWords): FormQuery =>
  words.named ? allOf([everything(words), words.named]) : everything(words);

/** Words that are not all found. */
interface Missed {
  readonly words: AskedWords;
  /** Places of concepts that may be typing mistakes and that nothing carries. */
  readonly unknown: readonly number[];
  readonly vocabulary: Vocabulary;
}

/**
 * When not all of the words are found: first typing mistakes are mended, then what nothing carries together is given up, then none is
 * taken for a whole one. Where mending led nowhere, the words as typed are given up last.
 */
async function mendOrRelax(
  search: Search,
  text: string,
  { words, unknown, vocabulary }: Missed,
): Promise<FoundProducts> {
  const meant = mendedText(text, words, await doubtfulOf(search, words, unknown), vocabulary);
  if (meant === null) return (await left(search, words)) ?? begun(search, text, vocabulary);
  const mended = askedWords(understand(meant.text, vocabulary));
  const [whole, [isWhole]] = await Promise.all([
    lookAt(search, mended, everything(mended)),
    carriesIn(search)([namedSomewhere(mended)]),
  ]);
  const found = isWhole ? whole : await left(search, mended);
  if (found === null) {
    const guess = await begun(search, text, vocabulary);
    return guess.isGuess ? guess : ((await left(search, words)) ?? guess);
  }
  const isShown = found.products.length > 0 || search.asked.after !== null;
  const saidPlace = { saidKecamatan: saidKecamatan(mended.concepts) };
  return isShown ? { ...found, ...saidOf(meant, found.relaxed), ...saidPlace } : found;
}

/** The answer when each word is the beginning of one; openly none when nothing begins so. */
async function begun(search: Search, text: string, vocabulary: Vocabulary): Promise<FoundProducts> {
  const concepts = begunConcepts(text, vocabulary);
  const words = askedWords(concepts ?? []);
  if (!concepts) return lookAt(search, words, allOf([]));
  const [found, [isFound]] = await Promise.all([
    lookAt(search, words, everything(words)),
    carriesIn(search)([namedSomewhere(words)]),
  ]);
  return isFound ? { ...found, isGuess: true } : lookAt(search, words, allOf([]));
}

/** The answer to what is left when words are given up; null when too little is left. */
async function left(search: Search, words: AskedWords): Promise<FoundProducts | null> {
  const { query, relaxed } = await gatheredWords(words, carriesIn(search));
  if (query === null) return null;
  const found = await lookAt(search, words, query);
  return { ...found, relaxed: relaxed.map((at) => words.concepts[at]?.written ?? '') };
}

async function doubtfulOf(
  { ctx, answers }: Search,
  { concepts }: AskedWords,
  unknown: readonly number[],
): Promise<Parameters<typeof mendedText>[2]> {
  if (unknown.length === 0) return [];
  const doubted = unknown.flatMap((at) => concepts[at] ?? []);
  const [candidates, heard] = await Promise.all([
    candidatesOf(
      ctx,
      doubted.map(({ written }) => written),
    ),
    answers(doubted.map((each) => ({ filter: [formFilter(each.heard)], limit: 5, attributesToRetrieve: ['title'] }))),
  ]);
  return unknown.map((at, n) => ({
    at,
    candidates: candidates[n] ?? [],
    titles: ((heard[n]?.hits ?? []) as Pick<IndexDocument, 'title'>[]).map(({ title }) => title),
  }));
}

/** Whether anything in the market carries these, whatever else narrows the list. */
function carriesIn({ answers }: Search): Carries {
  return async (queries) => {
    const counted = await answers(queries.map((query) => countQuery([formFilter(query)])));
    return counted.map(({ totalHits }) => (totalHits ?? 0) > 0);
  };
}

/** What is asked at the same moment goes to the server as one request. */
function asking({ client, indexUid }: AskedIndex): Search['answers'] {
  let waiting: MultiSearchQuery[] = [];
  let sent: Promise<SearchResponse[]> | null = null;
  const send = async (): Promise<SearchResponse[]> => {
    await Promise.resolve();
    const queries = waiting;
    [waiting, sent] = [[], null];
    return (await client.multiSearch({ queries })).results as SearchResponse[];
  };
  return async (asked) => {
    if (asked.length === 0) return [];
    const from = waiting.length;
    waiting.push(...asked.map((query) => ({ indexUid, ...query })));
    sent ??= send();
    return (await sent).slice(from, from + asked.length);
  };
}
