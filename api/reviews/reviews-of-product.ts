import type { Companion, Product } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import {
  decodeCursor,
  LARGEST_PAGE,
  type Page,
  type PageArgs,
  pageOf,
  pageSize,
} from '../platform/graphql/connection.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { keyOf } from '../platform/keys.ts';
import type { FieldCompanion } from '../search/index.ts';
import { REVIEW_FROM, REVIEW_JSON, type Review } from './review.ts';
import { reviewCursor } from './review-queries.ts';

/** SQL (json array): so many reviews on show of a product, the newest first; `beyond` is a condition on `r`. */
function newest(product: string, most: string, beyond = 'true'): string {
  return `(select coalesce(json_agg(x.node order by x.written_at desc, x.id desc), '[]')
    from (select r.written_at, r.id, ${REVIEW_JSON} as node from ${REVIEW_FROM}
           where r.product_id = ${product} and r.hidden_at is null and ${beyond}
           order by r.written_at desc, r.id desc limit ${most}) x)`;
}

/** A page of the reviews of one product, as one text so that equal pages of many products are one statement. */
type PageKey = `${string} ${number} ${string}`;

const pageKey = (productKey: string, most: number, after: string): PageKey => `${productKey} ${most} ${after}`;

const pages = defineLoader<PageKey, Review[]>(async (ctx, asked) => {
  const found = new Map<PageKey, Review[]>();
  for (const [page, keys] of Map.groupBy(new Set(asked), (key) => key.slice(key.indexOf(' ') + 1))) {
    const [most, after = ''] = page.split(' ');
    const [at = null, key = null] = decodeCursor(after, ['instant', 'key']) ?? [];
    const products = keys.map((each) => each.slice(0, each.indexOf(' ')));
    const rows = await ctx.read.rows<{ product: string; reviews: Review[] }>(
      `select k.product, ${newest('k.product', '$2', '($3::timestamptz is null or (r.written_at, r.id) < ($3, $4::uuid))')} as reviews
         from unnest(${listParameter('$1', 'uuid')}) as k(product)`,
      [products, Number(most), at, key],
      'reviews-of-products',
    );
    for (const { product, reviews } of rows) found.set(pageKey(product, Number(most), after), reviews);
  }
  return asked.map((key) => found.get(key) ?? []);
});

/** A page of the reviews on show of a product, the newest first. Batched over products. */
export async function reviewsOfProduct(
  ctx: Context,
  product: Product,
  { first, after }: PageArgs,
): Promise<Page<Review>> {
  const size = pageSize(first);
  decodeCursor(after, ['instant', 'key']);
  const found = await pages(ctx, pageKey(keyOf('Product', product.id) ?? '', size + 1, after || ''));
  return pageOf(found, size, after, reviewCursor);
}

/** Brings the first reviews along in the statement of a product's page. */
export const REVIEWS_COMPANION: FieldCompanion = {
  field: 'reviews',
  of({ first, after }: PageArgs): Companion | null {
    const size = first ?? 20;
    // What the field will refuse, or what is not the beginning, is left to it.
    if (after || size < 1 || size > LARGEST_PAGE) return null;
    return {
      name: 'reviews',
      sql: (parameter) => newest('p.id', `${parameter(size + 1)}::int`),
      take: (ctx, product: Product, reviews: Review[]) =>
        pages.prime(ctx, pageKey(keyOf('Product', product.id) ?? '', size + 1, ''), reviews),
    };
  },
};
