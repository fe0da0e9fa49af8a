import { type FacetName, facetsJson, SELLERS_NAMED } from './facet-sql.ts';
import { groupConditions, groupFits, mayCount, missesOf, type Narrowing, productFits } from './narrowing.ts';

/** What is counted besides the groups of `weighed`. */
export interface Counted {
  /** SQL table of products `d` (seller_id, group_id, ...) of which those that fit are counted for their shops. */
  readonly products: string;
  readonly narrowing: Narrowing;
}

/** What of every group is in a list that nothing but groups narrows: the counts that are kept. */
export const KEPT_TALLY = 'search_group g where g.products > 0';

/**
 * SQL (table) of groups with their counts, what facets know of them, and which conditions each misses: `from` joins search_group `g`
 * with the counts `n` and `n_unpriced`.
 */
export function weighedSql(narrowing: Narrowing, n: string, unpriced: string, from: string): string {
  return `select g.* from (select g.id, ${n} as n, ${unpriced} as n_unpriced, g.category_slug, g.kecamatan_slug, g.point_slugs,
      g.price_band, g.rating_band, g.is_halal, ${missesOf(narrowing)} as misses from ${from} offset 0) g where ${mayCount(narrowing)}`;
}

/** SQL (integer): all products of the list. */
export function totalOf(narrowing: Narrowing): string {
  return `(select coalesce(sum(g.n), 0)::integer from weighed g where ${groupFits(narrowing)})`;
}

/** What facets count groups by, and the single values of it, from the groups `x` of a column. */
const GROUPED_BY: Readonly<Record<Exclude<FacetName, 'seller'>, { column: string; values: string }>> = {
  category: {
    column: 'category_slug',
    values: `category c cross join lateral string_to_table(c.path, '/') v(value) where c.slug = x.category_slug`,
  },
  kecamatan: { column: 'kecamatan_slug', values: '(select x.kecamatan_slug as value) v' },
  pickupPoint: { column: 'point_slugs', values: `unnest(coalesce(x.point_slugs, array['*'])) v(value)` },
  halal: { column: 'is_halal', values: '(select x.is_halal::text as value) v' },
  price: { column: 'price_band', values: '(select x.price_band::text as value) v' },
  rating: { column: 'rating_band', values: '(select x.rating_band::text as value) v' },
};

function groupedCount(facet: Exclude<FacetName, 'seller'>, narrowing: Narrowing): string {
  const { column, values } = GROUPED_BY[facet];
  const n = facet === 'price' ? 'g.n_unpriced' : 'g.n';
  const counted = `(select ${column}, sum(${n}) as n from weighed g where ${groupFits(narrowing, facet)} group by ${column}) x`;
  const from = facet === 'category' ? `${counted}, ${values}` : `${counted} cross join lateral ${values}`;
  return `select '${facet}' as facet, v.value, sum(x.n)::integer as products from ${from} group by v.value`;
}

function sellerCount({ products, narrowing }: Counted): string {
  const fitting = groupFits(narrowing, 'seller');
  // With a shop chosen, only groups with its products were weighed; other shops stay in the list.
  const groups = narrowing.seller ? `search_group g where ${groupConditions(narrowing)}` : `weighed g where ${fitting}`;
  const inGroups = fitting === 'true' ? '' : ` and d.group_id = any(array(select g.id from ${groups}))`;
  return `select 'seller', s.slug, x.n from (select d.seller_id, count(*)::integer as n from ${products} d
       where ${productFits(narrowing, 'seller')}${inGroups} group by d.seller_id order by n desc, d.seller_id limit ${SELLERS_NAMED}) x
      join seller s on s.id = x.seller_id`;
}

/** SQL (json): ProductFacets of the list. A facet's own choice does not shrink its own list. */
export function countedFacets(counted: Counted): string {
  const grouped = (Object.keys(GROUPED_BY) as Exclude<FacetName, 'seller'>[]).map((facet) =>
    groupedCount(facet, counted.narrowing),
  );
  return `(with counts as materialized (${[...grouped, sellerCount(counted)].join(' union all ')}) select ${facetsJson('counts')})`;
}
