import type { Category, Product } from '../../catalog/index.ts';
import type { Context } from '../../platform/context.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import type { FoundProducts, ProductSearch, ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import { type Suggestion, SuggestionKind } from '../suggestion.ts';
import { type FoundNames, findNames } from './find-names.ts';
import { completions, likeness, nameQuery } from './name-forms.ts';
import { titleSearches } from './title-words.ts';

/** How many of each kind at most; products take the places that are left. */
const MOST = { QUERY: 3, CATEGORY: 2, SELLER: 2 } as const;
/** Products that are looked at: also their titles and categories say what somebody may be after. */
const LOOKED_AT = 24;
/** Of these, so many must be of one category before it is suggested by them. */
const MAKE_A_CATEGORY = 3;

/** What suggestions are made from. */
export interface SuggestionSources {
  readonly find: ProductSearch['find'];
  readonly vocabulary: HeldVocabulary;
}

/**
 * What somebody who types may be after: searches, then categories, shops and products, at most so many. The last word may be
 * unfinished; typing mistakes are mended and synonyms understood as in a search. The words typed are not suggested, nor anything twice.
 */
export async function suggest(
  ctx: Context,
  prefix: string,
  first: number,
  { find, vocabulary }: SuggestionSources,
): Promise<readonly Suggestion[]> {
  const look = (text: string): Promise<FoundProducts> => find(ctx, askedFor(text), NOTHING_MORE);
  const nameOf = (text: string): Promise<FoundNames> => {
    const words = vocabulary.current.vocabulary;
    return findNames(ctx, nameQuery([text, ...completions(text, words)], words));
  };
  const { version } = vocabulary.current;
  const [found, named] = await Promise.all([look(prefix), nameOf(prefix)]);
  const meant = found.didYouMean ?? prefix;
  const isOld = found.didYouMean !== null || vocabulary.current.version !== version;
  const names = isOld ? await nameOf(meant) : named;
  const products = cardsOf(found);
  const [completed] = completions(meant, vocabulary.current.vocabulary);
  if (products.length < first && completed !== undefined) products.push(...cardsOf(await look(completed)));
  return chosen({ prefix, meant, names, products }, first);
}

const NOTHING_MORE = { facets: false, totalCount: false, highlight: false };

const askedFor = (text: string): ProductsAsked => ({
  text,
  filter: {
    category: [],
    kecamatan: [],
    seller: [],
    pickupPoint: [],
    priceMin: null,
    priceMax: null,
    halal: null,
    inStock: null,
  },
  sort: ProductSort.RELEVANCE,
  near: null,
  first: LOOKED_AT,
  after: null,
});

/** What was found with all words. */
const cardsOf = ({ products, relaxed }: FoundProducts): Product[] =>
  relaxed.length > 0 ? [] : products.map(({ node }) => node);

/** What there is to choose from. */
interface Choice {
  readonly prefix: string;
  /** The words with their typing mistakes mended. */
  readonly meant: string;
  readonly names: FoundNames;
  readonly products: readonly Product[];
}

function chosen({ prefix, meant, names, products }: Choice, first: number): Suggestion[] {
  // Of two products of one title the better one.
  const titled = new Map(products.toReversed().map((product) => [product.title, product]));
  const titles = products.map(({ title }) => title);
  const categories = names.categories.length > 0 ? names.categories : mainCategory(products);
  const searches = [...names.queries, ...(meant === prefix ? [] : [meant]), ...titleSearches(meant, titles)];
  const ofCategories = categories
    .slice(0, MOST.CATEGORY)
    .map((category) => suggestion(SuggestionKind.CATEGORY, category.name, { category }));
  const ofSellers = names.sellers
    .slice(0, MOST.SELLER)
    .map((seller) => suggestion(SuggestionKind.SELLER, seller.name, { seller }));
  const named = [prefix, ...[...ofCategories, ...ofSellers].map(({ text }) => text)];
  const ofSearches = unlike(searches, named)
    .slice(0, MOST.QUERY)
    .map((text) => suggestion(SuggestionKind.QUERY, text, {}));
  const ofProducts = unlike(titles, []).map((title) =>
    suggestion(SuggestionKind.PRODUCT, title, { product: titled.get(title) ?? null }),
  );
  return [...ofSearches, ...ofCategories, ...ofSellers, ...ofProducts].slice(0, first);
}

/** Those texts that are neither like one before them nor like one of the others. */
function unlike(texts: readonly string[], others: readonly string[]): string[] {
  const seen = new Set(others.map(likeness));
  return texts.filter((text) => {
    const like = likeness(text);
    const isNew = !seen.has(like);
    seen.add(like);
    return isNew;
  });
}

function suggestion(kind: SuggestionKind, text: string, to: Partial<Suggestion>): Suggestion {
  return { kind, text, product: null, seller: null, category: null, ...to };
}

/** The category that most of these are of, when enough are. */
function mainCategory(products: readonly Product[]): Category[] {
  const counts = Map.groupBy(products, ({ category }) => category.slug);
  const [most] = [...counts.values()].sort((one, other) => other.length - one.length);
  return most?.[0] && most.length >= MAKE_A_CATEGORY ? [most[0].category] : [];
}
