import type { Product } from '../catalog/index.ts';
import type { Place } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import type { IsMakeshift, IsTouched } from '../platform/graphql/kept-answers.ts';
import type { Rupiah } from '../platform/money.ts';
import type { Vocabulary } from './language/index.ts';
import type { ProductFacets } from './product-facets.ts';
import type { ProductSort } from './product-sort.ts';
import type { Suggestion } from './suggestion.ts';

/** What is looked for; every value is checked and cleaned already. */
export interface ProductsAsked {
  /** Words, at most 200 characters; null browses. */
  readonly text: string | null;
  readonly filter: FilterAsked;
  readonly sort: ProductSort;
  /** Needed by NEAREST. */
  readonly near: Place | null;
  /** 1 to 100. */
  readonly first: number;
  /** Cursor of an engine's own making; null for the first page. */
  readonly after: string | null;
  /** What words mean, for an answer as it would be with another vocabulary; the one in force when left out. */
  readonly vocabulary?: Vocabulary;
}

/** Prices from the one to the other, both included, in whole rupiah; null for no limit. */
export interface PriceRange {
  readonly min: Rupiah | null;
  readonly max: Rupiah | null;
}

/** Values of one list widen, lists narrow each other. An empty list asks for nothing. */
export interface FilterAsked {
  /** Slugs; what stands below a category belongs to it. */
  readonly category: readonly string[];
  readonly kecamatan: readonly string[];
  readonly seller: readonly string[];
  readonly pickupPoint: readonly string[];
  /** Limits of the cheapest variant's price, both included. */
  readonly priceMin: Rupiah | null;
  readonly priceMax: Rupiah | null;
  /** It lies in any of these, and within the limits. */
  readonly priceRanges: readonly PriceRange[];
  /** Least rating in whole stars, 1 to MOST_LEAST_STARS. */
  readonly ratingMin: number | null;
  readonly halal: boolean | null;
  readonly inStock: boolean | null;
}

/** Parts of the answer that cost something; left out unless wanted. */
export interface PartsWanted {
  readonly facets: boolean;
  readonly totalCount: boolean;
  readonly highlight: boolean;
}

/** A page of cards, best first. */
export interface FoundProducts {
  readonly products: readonly FoundProduct[];
  readonly hasNextPage: boolean;
  /** Exact up to 1,000, then a floor; 0 when not wanted. */
  readonly totalCount: number;
  readonly totalCountIsExact: boolean;
  /** Null when not wanted. A facet's own choice does not shrink its own list. */
  readonly facets: ProductFacets | null;
  /** The words as they were understood, when typing mistakes were mended. */
  readonly didYouMean: string | null;
  /** Words that were left out because nothing carries all of them. */
  readonly relaxed: readonly string[];
  /** Whether each word was taken for the beginning of one, because nothing else was found. */
  readonly isGuess?: true;
  /** Slug of the only kecamatan that the words name, itself or by a place in it; left out when they name none, or several. */
  readonly saidKecamatan?: string | undefined;
  /** Whether another engine stood in for the usual one. */
  readonly degraded: boolean;
  /** Tells whether another engine still has to stand in; left out when none did. */
  readonly isMakeshift?: IsMakeshift;
  /** Tells which changes touch this; left out when any may. */
  readonly isTouched?: IsTouched | undefined;
}

/** A card and its place in the list. */
export interface FoundProduct {
  readonly node: Product;
  /** Opaque, and stable for 10 minutes while products change. */
  readonly cursor: string;
}

/** Finds products. Engines are interchangeable: test/contract/product-search.test.ts holds what they promise. */
export interface ProductSearch {
  /** Refuses a cursor that is not of this list with BAD_USER_INPUT. */
  find(ctx: Context, asked: ProductsAsked, wanted: PartsWanted): Promise<FoundProducts>;
  /** Searches, categories, shops and products that somebody who types this may be after; the same from every engine. */
  suggest(ctx: Context, prefix: string, first: number): Promise<readonly Suggestion[]>;
  /**
   * Reads these products from the catalogue and makes them findable; what is not on sale is taken out. A second engine takes this over
   * at once, and nobody waits for it but `follow`; the same holds for `restock` and `remove`.
   */
  put(ctx: Context, productKeys: readonly string[]): Promise<void>;
  /** Shows how many pieces of these products are left and were sold; nothing else about them has changed. */
  restock(ctx: Context, productKeys: readonly string[]): Promise<void>;
  /** Takes these products out. */
  remove(ctx: Context, productKeys: readonly string[]): Promise<void>;
  /**
   * Makes everything again from the catalogue, and tells how far it came; meanwhile searchers see each product as it was or as it is,
   * and no change is lost. False when a second engine is in trouble: it then has what it had, and PostgreSQL answers.
   */
  rebuild(ctx: Context, onProgress?: (done: number, of: number) => void): Promise<boolean>;
  /** Shows shops, pickup points and categories in facets as they are now called. */
  refresh(ctx: Context): Promise<void>;
  /** Waits until the changes made so far are taken over, also those that could not be when they were made. */
  follow(ctx: Context): Promise<void>;
  /** Waits for what this process is writing, and writes no more. */
  close(): Promise<void>;
  /** Compares what is findable with the catalogue and repairs the difference; gives how many products differed. */
  check(ctx: Context): Promise<number>;
}

declare module '../platform/context.ts' {
  interface Ports {
    readonly search: ProductSearch;
  }
}
