import { MOST_LEAST_STARS } from '../ranking.ts';

/** The lists by which a result can be narrowed, as search_count names them. */
export const FACETS = ['category', 'kecamatan', 'seller', 'pickupPoint', 'halal', 'price', 'rating'] as const;

/** One of FACETS. */
export type FacetName = (typeof FACETS)[number];

/** Lower ends of the price bands, in rupiah; a band ends one rupiah below the next. */
export const PRICE_BANDS = [0, 10_000, 25_000, 50_000, 100_000, 250_000] as const;

/** Shops that the facet of shops names. */
export const SELLERS_NAMED = 20;

/** SQL (integer): which price band a price is in. */
export function priceBand(price: string): string {
  return `width_bucket(${price}, array[${PRICE_BANDS.slice(1).join(', ')}]::bigint[])`;
}

/** SQL (text): which price band a document `d` is in. */
export const PRICE_BAND = `${priceBand('d.price_min')}::text`;

/** What a document `d` counts for in each facet. A shop that serves every point counts for `*`. */
const VALUES: Readonly<Record<FacetName, string>> = {
  category: `select 'category', unnest(d.category_slugs)`,
  kecamatan: `select 'kecamatan', d.kecamatan_slug`,
  seller: `select 'seller', d.seller_slug`,
  pickupPoint: `select 'pickupPoint', unnest(coalesce(d.point_slugs, array['*']))`,
  halal: `select 'halal', d.is_halal::text`,
  price: `select 'price', ${PRICE_BAND}`,
  rating: `select 'rating', d.rating_band::text`,
};

/** SQL (scope, facet, value) of a document `d`: what search_count counts. */
export const COUNTED = `(select s.scope, f.facet, f.value from unnest(array[''] || d.category_slugs) as s(scope)
  cross join lateral (select 'total', '' union all ${FACETS.map((facet) => VALUES[facet]).join(' union all ')}) as f(facet, value))`;

const bands = PRICE_BANDS.map(
  (min, at) => `('${at}', ${min}::bigint, ${PRICE_BANDS[at + 1] ? Number(PRICE_BANDS[at + 1]) - 1 : 'null'}::bigint)`,
);

/** SQL (json) of a category, a district and a pickup point `x` as lists show them; the rest of them is loaded when asked for. */
export const CATEGORY_NAMED = `json_build_object('id', global_id('Category', x.id), 'slug', x.slug, 'path', x.path,
      'name', x.name, 'nameEn', x.name_en)`;
export const KECAMATAN_NAMED = `json_build_object('id', global_id('Kecamatan', x.id), 'slug', x.slug, 'name', x.name)`;
export const POINT_NAMED = `json_build_object('id', global_id('PickupPoint', x.id), 'slug', x.slug, 'kind', x.kind, 'name', x.name)`;

/** SQL (jsonb array or '[]') over rows that are ordered already. */
const list = (item: string, from: string): string => `(select coalesce(json_agg(${item}), '[]') from ${from})`;

/**
 * SQL expression (json) that makes ProductFacets of a table expression with (facet, value, products). Shops, points and places are
 * given as lists need them; the rest of them is loaded when asked for.
 */
export function facetsJson(counts: string): string {
  const of = (facet: FacetName): string =>
    `(select n.value, n.products from ${counts} n where n.facet = '${facet}' and n.products > 0)`;
  const category = list(
    `json_build_object('category', ${CATEGORY_NAMED}, 'count', x.products)`,
    `(select c.*, n.products from ${of('category')} n join category c on c.slug = n.value order by c.position, c.path) x`,
  );
  const kecamatan = list(
    `json_build_object('kecamatan', ${KECAMATAN_NAMED}, 'count', x.products)`,
    `(select k.*, n.products from ${of('kecamatan')} n join kecamatan k on k.slug = n.value order by n.products desc, k.name) x`,
  );
  const seller = list(
    `json_build_object('seller', json_build_object('id', global_id('Seller', x.id), 'slug', x.slug, 'name', x.name), 'count', x.products)`,
    `(select s.id, s.slug, s.name, n.products from (select * from ${of('seller')} m order by m.products desc, m.value limit ${SELLERS_NAMED}) n
        join seller s on s.slug = n.value order by n.products desc, n.value) x`,
  );
  const pickupPoint = list(
    `json_build_object('pickupPoint', ${POINT_NAMED}, 'count', x.products)`,
    `(select pp.*, coalesce(n.products, 0) + coalesce(every.products, 0) as products
        from pickup_point pp left join ${of('pickupPoint')} n on n.value = pp.slug
        left join ${of('pickupPoint')} every on every.value = '*'
       where pp.is_active and (n.products is not null or every.products is not null) order by products desc, pp.name) x`,
  );
  const halal = list(
    `json_build_object('isHalal', x.value = 'true', 'count', x.products)`,
    `(select * from ${of('halal')} n order by n.value desc) x`,
  );
  const price = list(
    `json_build_object('min', x.min, 'max', x.max, 'count', x.products)`,
    `(select b.min, b.max, n.products from ${of('price')} n join (values ${bands.join(', ')}) as b(value, min, max)
        on b.value = n.value order by b.min) x`,
  );
  // A least rating counts what is rated higher as well.
  const rating = list(
    `json_build_object('atLeast', x.least, 'count', x.products)`,
    `(select b.least, sum(n.products)::integer as products from generate_series(1, ${MOST_LEAST_STARS}) as b(least)
        join ${of('rating')} n on n.value >= b.least::text group by b.least order by b.least desc) x`,
  );
  return `json_build_object('category', ${category}, 'kecamatan', ${kecamatan}, 'seller', ${seller},
    'pickupPoint', ${pickupPoint}, 'halal', ${halal}, 'price', ${price}, 'rating', ${rating})`;
}
