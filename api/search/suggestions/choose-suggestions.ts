import type { Category, Product } from '../../catalog/index.ts';
import { type Suggestion, SuggestionKind } from '../suggestion.ts';
import type { FoundNames } from './find-names.ts';
import { likeness } from './name-forms.ts';

/** How many of each kind at most; products take the places that are left. */
const MOST = { QUERY: 3, CATEGORY: 2, SELLER: 2 } as const;
/** So many products must be of one category before they suggest it. */
const MAKE_A_CATEGORY = 3;

/** What there is to choose from. */
export interface Choice {
  readonly prefix: string;
  readonly names: FoundNames;
  /** Searches that are less popular, the best first. */
  readonly searches: readonly string[];
  readonly products: readonly Product[];
}

/** The best of them, at most so many: searches, then categories and shops, then products; not the words typed, nor two alike. */
export function chosen({ prefix, names, searches, products }: Choice, first: number): Suggestion[] {
  // Of two products of one title the better one.
  const titled = new Map(products.toReversed().map((product) => [product.title, product]));
  const titles = products.map(({ title }) => title);
  const isNamed = names.categories.length > 0 || names.sellers.length > 0;
  const categories = isNamed ? names.categories : mainCategory(products);
  const ofCategories = categories
    .slice(0, MOST.CATEGORY)
    .map((category) => suggestion(SuggestionKind.CATEGORY, category.name, { category }));
  const ofSellers = names.sellers
    .slice(0, MOST.SELLER)
    .map((seller) => suggestion(SuggestionKind.SELLER, seller.name, { seller }));
  const named = [prefix, ...[...ofCategories, ...ofSellers].map(({ text }) => text)];
  const ofSearches = unlike([...names.queries, ...searches], named)
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
