import type { Rupiah } from '../../platform/money.ts';

/** What filters look at of a product. */
export interface ListedProduct {
  /** Of search_group: products that are narrowed alike, but for price and shop. */
  readonly groupId: number;
  readonly price: Rupiah;
  readonly categorySlugs: readonly string[];
  readonly kecamatanSlug: string;
  readonly sellerSlug: string;
  /** Null when its shop serves every active point. */
  readonly pointSlugs: readonly string[] | null;
  readonly ratingBand: number;
  readonly isHalal: boolean;
  readonly inStock: boolean;
}

/** A product that changed: as it was and as it is, null when it was or is not on sale. */
export interface ProductChange {
  readonly kind: 'PRODUCT';
  readonly productKey: string;
  readonly old: ListedProduct | null;
  readonly new: ListedProduct | null;
  /** Whether anything but its price may have moved it in a list. */
  readonly isResorted: boolean;
  /** Marks of its forms before and now, the same twice where these are the same; null where nothing that words find has changed. */
  readonly marks: { readonly old: Int32Array; readonly new: Int32Array } | null;
  /** Words in names that it was found by and is not any more, or is now and was not: mistyped words may be taken for them, or not any more. */
  readonly words: readonly string[];
}

/** Facets that are kept ready and changed. */
export interface FacetsChange {
  readonly kind: 'FACETS';
  /** Slug of a category, or empty for the whole market. */
  readonly scope: string;
  /** Whether the facet of categories is another one. */
  readonly isTreeChanged: boolean;
}

/** A change of what searches are answered from. */
export type ListedChange = ProductChange | FacetsChange;

/** Whether a product came, went, or is found by other words than before. */
export function isWorded({ marks, ...change }: ProductChange): boolean {
  return marks !== null && (change.old === null || change.new === null || marks.old !== marks.new);
}
