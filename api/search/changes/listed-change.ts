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
  /** What of its forms has changed; null where nothing that words find has. */
  readonly forms: FormsChange | null;
}

/** Marks of the forms of a product that changed. */
export interface FormsChange {
  readonly new: Int32Array;
  /** Of those forms that it had or has, and not both. */
  readonly between: Int32Array;
  /** Words in names that only one of both has: mistyped words may be taken for them, or not any more. */
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
