import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { StoredReview } from '../../../api/reviews/index.ts';
import type { Maker } from './accounts.ts';
import type { MadeProduct } from './catalog.ts';

/** Reviews of a product with these stars, as the demo has them: of invented buyers, a minute apart, the last one newest. Gives their keys. */
export function someReviews(
  world: Maker,
  { product, shop }: Pick<MadeProduct, 'product' | 'shop'>,
  stars: readonly number[],
): Promise<string[]> {
  const now = world.context().clock.now().getTime();
  return inTransaction(world.context(), async (tx) => {
    const reviews = stars.map((rating, at) =>
      tx.create(StoredReview, {
        productKey: product.key,
        sellerKey: shop.seller.key,
        buyerKey: null,
        lineKey: null,
        demoAuthor: 'Siti R.',
        rating,
        text: `Ulasan ${at + 1}`,
        writtenAt: new Date(now - (stars.length - at) * 60_000),
      }),
    );
    await tx.flush();
    return reviews.map(({ key }) => key);
  });
}
