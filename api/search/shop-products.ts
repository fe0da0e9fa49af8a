import type { Product } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { badArgument, decodeCursor, encodeCursor, pageSize } from '../platform/graphql/connection.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { keyOf } from '../platform/keys.ts';
import type { FoundProduct } from './product-search.ts';

/** A page of the products of one shop, as one text so that equal pages of many shops are one statement. */
type PageKey = `${string} ${number} ${string}`;

const SIGN = 'shop';

const pages = defineLoader<PageKey, FoundProduct[]>(async (ctx, asked) => {
  const bySize = Map.groupBy(new Set(asked), (key) => key.slice(key.indexOf(' ') + 1));
  const found = new Map<PageKey, FoundProduct[]>();
  for (const [page, keys] of bySize) {
    const [size, after] = page.split(' ');
    const rows = await ctx.read.rows<{ seller: string; cards: Product[] }>(
      `select k.seller, json_agg(e.card order by d.product_id desc) as cards from unnest(${listParameter('$1', 'uuid')}) as k(seller)
        cross join lateral (select d.product_id from search_document d
          where d.seller_id = k.seller and ($3::uuid is null or d.product_id < $3) order by d.product_id desc limit $2) d join search_entry e on e.product_id = d.product_id
       group by k.seller`,
      [keys.map(sellerIn), Number(size), after || null],
      'search-products-of-shops',
    );
    const cards = new Map(rows.map((row) => [row.seller, row.cards]));
    for (const key of keys)
      found.set(
        key,
        (cards.get(sellerIn(key)) ?? []).map((card) => new ShopCard(card)),
      );
  }
  return asked.map((key) => found.get(key) ?? []);
});

const sellerIn = (key: PageKey): string => key.slice(0, key.indexOf(' '));

/** A card whose cursor is made only when somebody looks at it. */
class ShopCard implements FoundProduct {
  constructor(readonly node: Product) {}

  get cursor(): string {
    return encodeCursor([SIGN, keyOf('Product', this.node.id) ?? '']);
  }
}

/** Hands in the first page of a shop that another statement has brought along: so many at most, the newest first. */
export function primeProductsOfShop(ctx: Context, sellerKey: string, most: number, cards: readonly Product[]): void {
  pages.prime(
    ctx,
    `${sellerKey} ${most} `,
    cards.map((card) => new ShopCard(card)),
  );
}

/** Products on sale of a shop, the newest first: so many at most, after a cursor. Batched over shops. */
export function productsOfShop(
  ctx: Context,
  sellerKey: string,
  { first, after }: { first: number; after: string | null },
): Promise<FoundProduct[]> {
  const [sign, key] = decodeCursor(after, ['string', 'key']) ?? [SIGN, ''];
  if (sign !== SIGN) throw badArgument('after', 'after is not a cursor of this list');
  return pages(ctx, `${sellerKey} ${first} ${key}`);
}

/** A page of the products of a shop, and whether more follow. Batched over shops. */
export async function pageOfShop(
  ctx: Context,
  sellerKey: string,
  asked: { first?: number | null; after?: string | null },
): Promise<{ products: FoundProduct[]; hasNextPage: boolean }> {
  const first = pageSize(asked.first);
  const found = await productsOfShop(ctx, sellerKey, { first: first + 1, after: asked.after || null });
  return { products: found.slice(0, first), hasNextPage: found.length > first };
}

/** Products on sale of shops, or of categories and what stands below, by slug. */
const counts = defineLoader<`${'seller' | 'category'} ${string}`, number>(async (ctx, asked) => {
  const rows = await ctx.read.rows<{ facet: string; value: string; products: number }>(
    `select facet, value, products from search_count where scope = '' and facet || ' ' || value = any(${listParameter('$1', 'text')})
        and facet in ('seller', 'category') and value = any(${listParameter('$2', 'text')})`,
    [asked, asked.map((key) => key.slice(key.indexOf(' ') + 1))],
    'search-counts',
  );
  const byKey = new Map(rows.map(({ facet, value, products }) => [`${facet} ${value}`, products]));
  return asked.map((key) => byKey.get(key) ?? 0);
});

/** Hands in how many products a shop has on sale. */
export function primeCountOfShop(ctx: Context, sellerSlug: string, count: number): void {
  counts.prime(ctx, `seller ${sellerSlug}`, count);
}

/** How many products a shop has on sale. Batched. */
export function productsInShop(ctx: Context, sellerSlug: string): Promise<number> {
  return counts(ctx, `seller ${sellerSlug}`);
}

/** How many products on sale stand in a category or below. Batched. */
export function productsInCategory(ctx: Context, categorySlug: string): Promise<number> {
  return counts(ctx, `category ${categorySlug}`);
}
