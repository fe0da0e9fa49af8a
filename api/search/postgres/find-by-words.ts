import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import { keyOf } from '../../platform/keys.ts';
import { askedWords } from '../asked-words.ts';
import { type MarkQuery, NOTHING_MARKED } from '../changes/form-marks.ts';
import { shownPage, touchedBy } from '../changes/made-from.ts';
import { mendedFrom, takenAsWritten, type WordsRead } from '../changes/words-read.ts';
import { begunConcepts, marker, type Vocabulary } from '../language/index.ts';
import type { FoundProduct, FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { chanceOf, dayOf, RELEVANCE_END } from '../ranking.ts';
import { saidKecamatan } from '../said-kecamatan.ts';
import { readSeen, type SeenPlace, seenCursor, tailOf } from '../seen-cursor.ts';
import { gather } from './gather.ts';
import { chooseGroups, type GroupChoice } from './group-conditions.ts';
import { GroupCounts, type SellersCounted, type Tally } from './group-counts.ts';
import type { GroupsHeld } from './held-groups.ts';
import type { Kept } from './kept.ts';
import { lookWithGroups } from './look-with-groups.ts';
import { mendedText, saidOf } from './mended-text.ts';
import { narrowingOf } from './narrowing.ts';
import { type CursorPlace, orderOf } from './order.ts';
import { Parameters } from './parameters.ts';
import { PlacedCard } from './placed-card.ts';
import { COUNTED_EXACTLY } from './search-statement.ts';
import { carriedBy, queriesOf, type WordsQueries } from './words-queries.ts';
import { wordsStatement } from './words-statement.ts';

/** The one row that comes back for words. */
interface Found {
  readonly rows: readonly { place: CursorPlace; card: Product }[];
  readonly tally?: Tally;
  readonly sellers?: SellersCounted;
  /** The version of groups and of names in facets. */
  readonly groups?: string;
  /** Whether there may be more hits than were looked at, and whether hardly any of those fit. */
  readonly isCut?: boolean;
  readonly isShort?: boolean;
  /** Whether any product carries the words and names the thing, whatever else narrows the list. */
  readonly isFound: boolean;
  readonly version: string | null;
  /** Places of words that may be typing mistakes and that nothing carries. */
  readonly unknown: readonly number[];
}

/** What stays the same for all looks of one search. */
interface Search {
  readonly ctx: Context;
  readonly asked: ProductsAsked;
  readonly wanted: PartsWanted;
  readonly kept: Kept;
  readonly place: SeenPlace;
  /** What words mean, for all looks alike: another search may renew what this process holds meanwhile. */
  readonly vocabulary: Vocabulary;
  /** What was looked for so far. */
  readonly tried: WordsQueries[];
}

/**
 * Finds a page of products by words. One statement, when something carries them all; more when the vocabulary has changed, a word was
 * mistyped, or some must be given up.
 */
export async function findByWords(
  ctx: Context,
  asked: ProductsAsked,
  text: string,
  wanted: PartsWanted,
  kept: Kept,
): Promise<FoundProducts> {
  const isByRelevance = orderOf(asked, new Parameters()).isRelevance === true;
  const place = (isByRelevance ? readSeen(asked.after) : null) ?? { day: dayOf(ctx), seen: [] };
  const held = kept.vocabulary.current;
  const search = { ctx, asked, wanted, kept, place, vocabulary: asked.vocabulary ?? held.vocabulary, tried: [] };
  const first = await look(search, wordsOf(text, search));
  if (asked.vocabulary || first.found.version === held.version) return settled(search, text, first);
  const { vocabulary } = await kept.vocabulary.renew(ctx, first.found.version);
  const renewed = { ...search, vocabulary, tried: [] };
  return settled(renewed, text, await look(renewed, wordsOf(text, renewed)));
}

async function settled(search: Search, text: string, looked: Looked): Promise<FoundProducts> {
  const isWhole = looked.found.isFound && looked.found.unknown.length === 0;
  const found = isWhole
    ? answer(search, looked, [], takenAsWritten(looked.words))
    : await mendOrRelax(search, text, looked);
  return { saidKecamatan: saidKecamatan(looked.words.concepts), ...found };
}

/** What came back, and what was asked for it. */
interface Looked {
  readonly found: Found;
  readonly words: WordsQueries;
  /** What all hits carry, perhaps besides more. */
  readonly carried: MarkQuery;
  readonly groups: GroupChoice;
}

const wordsOf = (text: string, { kept, vocabulary }: Search): WordsQueries => kept.texts.of(text, vocabulary);

/**
 * When not all of the words are found: first typing mistakes are mended, then what nothing carries together is given up, then none is
 * taken for a whole one. Where mending led nowhere, the words as typed are given up last.
 */
async function mendOrRelax(search: Search, text: string, { words }: Looked): Promise<FoundProducts> {
  const { ctx } = search;
  const gathered = await gather(ctx, words);
  const meant = mendedText(text, words, gathered.doubtful, search.vocabulary);
  if (meant === null) return (await relax(search, words, gathered)) ?? begun(search, text);
  const mended = wordsOf(meant.text, search);
  const found = await look(search, mended);
  const whole = found.found.isFound ? answer(search, found, []) : await relax(search, mended);
  if (whole === null) {
    const guess = await begun(search, text);
    return guess.isGuess ? guess : ((await relax(search, words, gathered)) ?? guess);
  }
  const isShown = whole.products.length > 0 || search.place.seen.length > 0;
  const saidPlace = { saidKecamatan: saidKecamatan(mended.concepts) };
  return isShown ? { ...whole, ...saidOf(meant, whole.relaxed), ...saidPlace } : whole;
}

/** The answer when each word is the beginning of one; openly none when nothing begins so. */
async function begun(search: Search, text: string): Promise<FoundProducts> {
  const concepts = begunConcepts(text, search.vocabulary);
  const words = queriesOf(askedWords(concepts ?? []));
  const looked = concepts && (await look(search, words));
  if (looked?.found.isFound) return { ...answer(search, looked, []), isGuess: true };
  return answer(search, await look(search, words, { text: '', carried: NOTHING_MARKED }), []);
}

/** The answer to what is left when words are given up; null when too little is left. */
async function relax(
  search: Search,
  words: WordsQueries,
  known?: Awaited<ReturnType<typeof gather>>,
): Promise<FoundProducts | null> {
  const gathered = known ?? (await gather(search.ctx, words));
  if (gathered.query === '') return null;
  const relaxed = gathered.relaxed.map((at) => words.concepts[at - 1]?.written ?? '');
  const carried = carriedBy(words.concepts.filter((_, at) => !gathered.relaxed.includes(at + 1)));
  return answer(search, await look(search, words, { text: gathered.query, carried }), relaxed);
}

/** Text of a tsquery, the same taken apart where that is known, and what all its hits carry. */
interface Query {
  readonly text: string;
  readonly alternatives?: WordsQueries['alternatives'];
  readonly carried: MarkQuery;
}

const wholeQuery = ({ everything, alternatives, concepts }: WordsQueries): Query => ({
  text: everything,
  alternatives,
  carried: carriedBy(concepts),
});

/** Looks at as many hits as this engine may; at all of them when hardly any of those fit. All pages of a list are made alike. */
async function look(search: Search, words: WordsQueries, query: Query = wholeQuery(words)): Promise<Looked> {
  search.tried.push(words);
  const { cut, groups } = search.kept;
  const isLarge = cut !== undefined && groups.current.sum >= cut.fromProducts;
  const looked = await lookAtMost(search, words, query, isLarge ? cut.mostHits : null);
  const { isCut = false, isShort = false } = looked.found;
  return isCut && isShort ? lookAtMost(search, words, query, null) : looked;
}

/** One statement; another one when groups are no longer as they were held. */
async function lookAtMost(search: Search, words: WordsQueries, query: Query, mostHits: number | null): Promise<Looked> {
  const choose = (held: GroupsHeld): GroupChoice => chooseGroups(search.asked.filter, held, false);
  const { found, groups } = await lookWithGroups(search.ctx, search.kept.groups, choose, async (chosen) => ({
    found: await ask(search, words, chosen, query, mostHits),
  }));
  return { found, groups, words, carried: query.carried };
}

async function ask(
  search: Search,
  words: WordsQueries,
  groups: GroupChoice,
  { text, alternatives = [] }: Query,
  mostHits: number | null,
): Promise<Found> {
  const { ctx, asked, wanted, kept, place } = search;
  const parameters = new Parameters();
  const order = orderOf(asked, parameters);
  const narrowing = narrowingOf(asked.filter, parameters);
  const sql = wordsStatement({
    asked,
    wanted,
    order,
    narrowing,
    groups,
    parameters,
    words,
    now: ctx.clock.now(),
    query: text,
    mostHits,
    apart: (await kept.common.areReadApart(ctx, alternatives, groups.held.sum)) ? alternatives : null,
    chance: chanceOf(place.day, asked.text ?? ''),
    seen: place.seen,
  });
  const [row] = await ctx.read.rows<{ found: Found }>(sql, parameters.values, kept.names.of(sql, asked));
  if (!row) throw new Error('A search gave no row.');
  return row.found;
}

function answer(
  search: Search,
  { found, words, carried, groups }: Looked,
  relaxed: readonly string[],
  read: WordsRead = mendedFrom(search.tried),
): FoundProducts {
  const { asked, wanted, place, kept } = search;
  const order = orderOf(asked, new Parameters());
  const left = order.isRelevance ? RELEVANCE_END - place.seen.length : found.rows.length;
  const shown = found.rows.slice(0, Math.min(asked.first, left));
  if (wanted.highlight) {
    const marked = marker(words.concepts);
    for (const { card } of shown) card.highlightedTitle = marked(card.title);
  }
  const counts = found.tally ? GroupCounts.ofTally(groups, found.tally) : null;
  const total = counts?.total ?? 0;
  const hasNextPage = Math.min(found.rows.length, left) > shown.length;
  return {
    products: order.isRelevance ? seenCards(shown, place) : shown.map((row) => new PlacedCard(row, order)),
    hasNextPage,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY && found.isCut !== true,
    facets: counts && found.sellers ? counts.facets(found.sellers) : null,
    didYouMean: null,
    relaxed,
    degraded: false,
    isTouched: touchedBy(kept.changes, {
      filter: asked.filter,
      sort: asked.sort,
      words: { hits: carried, read },
      ...shownPage(
        shown.map(({ card }) => card),
        hasNextPage,
      ),
      isCounted: wanted.facets || wanted.totalCount,
      readyScopes: [],
    }),
  };
}

/** Cards of a list by relevance, each with a cursor that knows all before it. */
function seenCards(rows: Found['rows'], { day, seen }: SeenPlace): FoundProduct[] {
  // The keys are read when somebody looks at a cursor: mostly at the last one, often at none.
  let tails: readonly string[] | null = null;
  return rows.map(({ card }, at) => ({
    node: card,
    get cursor() {
      tails ??= rows.map((row) => tailOf(keyOf('Product', row.card.id) ?? ''));
      return seenCursor({ day, seen: [...seen, ...tails.slice(0, at + 1)] });
    },
  }));
}
