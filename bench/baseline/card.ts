/** A card as search_document holds it, as far as lists show it. */
export interface StoredCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly priceRange: { readonly min: number; readonly max: number };
  readonly inStock: boolean;
  readonly stockLeft: number;
  readonly soldCount: number;
  readonly rating: number | null;
  readonly ratingCount: number;
  readonly seller: { readonly name: string; readonly kecamatan: { readonly name: string } };
  readonly photos: readonly { readonly hash: string }[];
}

/** The fragment ProductCard, by hand. */
export function shownCard(card: StoredCard): Record<string, unknown> {
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    priceRange: { min: card.priceRange.min, max: card.priceRange.max },
    inStock: card.inStock,
    stockLeft: card.stockLeft,
    soldCount: card.soldCount,
    rating: card.rating,
    ratingCount: card.ratingCount,
    seller: { name: card.seller.name, kecamatan: { name: card.seller.kecamatan.name } },
    photos: card.photos.map(({ hash }) => ({ small: `/media/${hash}/320.webp`, large: `/media/${hash}/640.webp` })),
  };
}

/** A cursor as the API makes it. */
export function cursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}
