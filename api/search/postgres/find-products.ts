import type { Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import { highlighted, understand, type Vocabulary } from '../language/index.ts';
import type { ProductFacets } from '../product-facets.ts';
import type { FoundProduct, FoundProducts, PartsWanted, ProductsAsked } from '../product-search.ts';
import { conditionsOf, Parameters } from './conditions.ts';
import { type Doubtful, mendedText } from './mended-text.ts';
import { type CursorPlace, cursorTo, type Order, orderOf } from './order.ts';
import type { HeldFacets, ReadyFacets, ReadyPage } from './ready-facets.ts';
import { COUNTED_EXACTLY, searchStatement, statementName } from './search-statement.ts';
import { type AskedWords, askedWords } from './word-query.ts';

/** The one row that comes back, whatever is asked. */
interface Found {
  readonly rows: readonly { place: CursorPlace; card: Product }[];
  readonly total: number | null;
  readonly facets: ProductFacets | null;
  readonly ready: readonly ReadyPage[] | null;
  readonly version: string | null;
  /** Words that nothing carries, by their place among the concepts. */
  readonly doubtful: readonly Doubtful[];
  /** Places of concepts that were given up, from 1. */
  readonly relaxed: readonly number[];
}

/** What an engine keeps between searches. */
export interface Kept {
  readonly facets: ReadyFacets;
  readonly vocabulary: HeldVocabulary;
}

/**
 * Finds a page of products: by one statement, unless the vocabulary has changed or a word was mistyped. What is not wanted is not
 * computed.
 */
export async function findProducts(
  ctx: Context,
  asked: ProductsAsked,
  wanted: PartsWanted,
  kept: Kept,
): Promise<FoundProducts> {
  if (asked.text === null) return look(ctx, asked, wanted, kept, null).then(({ answer }) => answer);
  const held = kept.vocabulary.current;
  const first = await lookFor(ctx, asked, wanted, kept, asked.text);
  const isRenewed = !asked.vocabulary && first.found.version !== held.version;
  if (isRenewed) await kept.vocabulary.renew(ctx);
  const { answer, found, words } = isRenewed ? await lookFor(ctx, asked, wanted, kept, asked.text) : first;
  const meant = mendedText(asked.text, words, found.doubtful, vocabularyOf(asked, kept));
  if (meant === null) return answer;
  const mended = await lookFor(ctx, asked, wanted, kept, meant);
  return { ...mended.answer, didYouMean: mended.found.rows.length > 0 ? meant : null };
}

/** What came back, and what was asked for it. */
interface Looked {
  readonly answer: FoundProducts;
  readonly found: Found;
  readonly words: AskedWords | null;
}

function lookFor(ctx: Context, asked: ProductsAsked, wanted: PartsWanted, kept: Kept, text: string): Promise<Looked> {
  return look(ctx, asked, wanted, kept, askedWords(understand(text, vocabularyOf(asked, kept))));
}

const vocabularyOf = (asked: ProductsAsked, kept: Kept): Vocabulary =>
  asked.vocabulary ?? kept.vocabulary.current.vocabulary;

async function look(
  ctx: Context,
  asked: ProductsAsked,
  wanted: PartsWanted,
  kept: Kept,
  words: AskedWords | null,
): Promise<Looked> {
  const parameters = new Parameters();
  const order = orderOf(asked, parameters);
  const conditions = conditionsOf(asked.filter, parameters);
  const held = scopesOf(asked, conditions.length)?.map((scope) => kept.facets.of(scope)) ?? null;
  const sql = searchStatement({ asked, wanted, order, conditions, held, parameters, words });
  const name = statementName(asked, wanted, conditions.length);
  const [row] = await ctx.read.rows<{ found: Found }>(sql, parameters.values, name);
  if (!row) throw new Error('A search gave no row.');
  const { found } = row;
  const ready = held && found.ready && settled(held, found.ready, kept.facets);
  if (wanted.highlight && words)
    for (const { card } of found.rows) card.highlightedTitle = highlighted(card.title, words.concepts);
  return { found, words, answer: answer(found, asked, order, ready, words) };
}

/** The scopes whose facets are kept ready for this list: the market, or one category and the market; null when they must be counted. */
function scopesOf({ text, filter }: ProductsAsked, conditions: number): readonly string[] | null {
  if (text !== null) return null;
  if (conditions === 0) return [''];
  const [category, ...others] = filter.category;
  return conditions === 1 && category !== undefined && others.length === 0 ? [category, ''] : null;
}

interface Settled {
  readonly facets: ProductFacets;
  readonly products: number;
}

/** The list of categories is that of the whole market: a category's own choice does not shrink it. */
function settled(held: readonly HeldFacets[], pages: readonly ReadyPage[], ready: ReadyFacets): Settled | null {
  const facets = held.map((each, at) => {
    const page = pages[at];
    return page && ready.settle(each, page);
  });
  const [narrow, wide] = [facets[0], facets.at(-1)];
  if (!narrow || !wide) return null;
  return {
    facets: narrow === wide ? narrow : { ...narrow, category: wide.category },
    products: pages[0]?.products ?? 0,
  };
}

function answer(
  found: Found,
  asked: ProductsAsked,
  order: Order,
  kept: Settled | null,
  words: AskedWords | null,
): FoundProducts {
  const shown = found.rows.slice(0, asked.first);
  const total = kept?.products ?? found.total ?? 0;
  return {
    products: shown.map((row) => new FoundCard(row, order)),
    hasNextPage: found.rows.length > asked.first,
    totalCount: Math.min(total, COUNTED_EXACTLY),
    totalCountIsExact: total <= COUNTED_EXACTLY,
    facets: kept?.facets ?? found.facets,
    didYouMean: null,
    relaxed: found.relaxed.map((at) => words?.concepts[at - 1]?.written ?? ''),
    degraded: false,
  };
}

/** A card whose cursor is made only when somebody looks at it. */
class FoundCard implements FoundProduct {
  readonly node: Product;
  readonly #place: CursorPlace;
  readonly #order: Order;

  constructor({ place, card }: Found['rows'][number], order: Order) {
    this.node = card;
    this.#place = place;
    this.#order = order;
  }

  get cursor(): string {
    return cursorTo(this.#order, this.#place);
  }
}
