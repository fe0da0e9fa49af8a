import type { ProductPageQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { rupiah } from '../../../storefront-widget/words/index.ts';

/** A product as its page asks for it. */
export type PageProduct = NonNullable<ProductPageQuery['product']>;

/** The price of a product as a text: "Rp12.500" or "Rp12.500–Rp30.000". */
export function priceText({ priceRange: { min, max } }: Pick<PageProduct, 'priceRange'>): string {
  return min === max ? rupiah(min) : `${rupiah(min)}–${rupiah(max)}`;
}
