import type { FilterAsked } from '../product-search.ts';
import type { ListedProduct } from './listed-change.ts';

const shares = (wanted: readonly string[], own: readonly string[]): boolean =>
  wanted.some((value) => own.includes(value));

/** The lists of a filter that shrink every facet but their own, and whether a product fits each. */
const LISTS: readonly ((filter: FilterAsked, product: ListedProduct) => boolean)[] = [
  ({ category }, { categorySlugs }) => category.length === 0 || shares(category, categorySlugs),
  ({ kecamatan }, { kecamatanSlug }) => kecamatan.length === 0 || kecamatan.includes(kecamatanSlug),
  ({ seller }, { sellerSlug }) => seller.length === 0 || seller.includes(sellerSlug),
  // A point that is closed for good is no product's; that an answer knows from another state.
  ({ pickupPoint }, { pointSlugs }) => pickupPoint.length === 0 || !pointSlugs || shares(pickupPoint, pointSlugs),
  ({ halal }, { isHalal }) => halal === null || halal === isHalal,
  ({ ratingMin }, { ratingBand }) => ratingMin === null || ratingBand >= ratingMin,
  ({ priceMin, priceMax, priceRanges }, { price }) =>
    [[{ min: priceMin, max: priceMax }], priceRanges].every(
      (ranges) =>
        ranges.length === 0 ||
        ranges.some(({ min, max }) => (min === null || price >= min) && (max === null || price <= max)),
    ),
];

/** How many lists of a filter a product does not fit: with none it is in the result, with one a facet may count it; Infinity for neither. */
export function missesOf(filter: FilterAsked, product: ListedProduct | null): number {
  if (!product) return Infinity;
  // Stock has no facet.
  if (filter.inStock !== null && filter.inStock !== product.inStock) return Infinity;
  return LISTS.filter((fits) => !fits(filter, product)).length;
}
