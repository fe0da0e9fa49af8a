import type pg from 'pg';
import { cursor, type StoredCard, shownCard } from './card.ts';

const LIST = `
  select (select json_agg(json_build_array(e.card, d.in_stock::int, d.quality, d.product_id) order by d.in_stock desc, d.quality desc, d.product_id desc)
            from (select in_stock, quality, product_id from search_document
                   order by in_stock desc, quality desc, product_id desc limit $1) d join search_entry e on e.product_id = d.product_id) as rows,
         f.body as facets, f.products
    from search_facets f where f.scope = ''`;

type Row = readonly [card: StoredCard, inStock: number, quality: number, key: string];
type Item<Name extends string, Shown> = { readonly [key in Name]: Shown } & { readonly count: number };
interface Named {
  readonly slug: string;
  readonly name: string;
}
export interface StoredFacets {
  readonly category: readonly Item<'category', Named & { id: string; path: string; nameEn: string }>[];
  readonly kecamatan: readonly Item<'kecamatan', Named>[];
  readonly seller: readonly Item<'seller', Named>[];
  readonly pickupPoint: readonly Item<'pickupPoint', Named>[];
  readonly halal: readonly { readonly isHalal: boolean; readonly count: number }[];
  readonly price: readonly { readonly min: number; readonly max: number | null; readonly count: number }[];
}

/** A page of all products, what is in stock and of best quality first, with what they can be narrowed by. */
export async function list(pool: pg.Pool, { first }: { first: number }): Promise<unknown> {
  const { rows } = await pool.query<{ rows: Row[]; facets: StoredFacets; products: number }>({
    name: 'list',
    text: LIST,
    values: [first + 1],
  });
  const [found] = rows;
  if (!found) throw new Error('there are no facets');
  const shown = found.rows.slice(0, first);
  const [, ...place] = shown.at(-1) ?? [];
  return {
    products: {
      edges: shown.map(([card]) => ({ node: shownCard(card) })),
      pageInfo: { hasNextPage: found.rows.length > first, endCursor: cursor(['F', ...place]) },
      totalCount: Math.min(found.products, 1000),
      totalCountIsExact: found.products <= 1000,
      facets: shownFacets(found.facets),
    },
  };
}

const named = ({ slug, name }: Named): Named => ({ slug, name });

/** The fragment Facets, by hand. */
export function shownFacets(facets: StoredFacets): unknown {
  return {
    category: facets.category.map(({ category: { id, slug, path, name, nameEn }, count }) => ({
      category: { id, slug, path, name, nameEn },
      count,
    })),
    kecamatan: facets.kecamatan.map(({ kecamatan, count }) => ({ kecamatan: named(kecamatan), count })),
    seller: facets.seller.map(({ seller, count }) => ({ seller: named(seller), count })),
    pickupPoint: facets.pickupPoint.map(({ pickupPoint, count }) => ({ pickupPoint: named(pickupPoint), count })),
    halal: facets.halal.map(({ isHalal, count }) => ({ isHalal, count })),
    price: facets.price.map(({ min, max, count }) => ({ min, max, count })),
  };
}
