import { PRODUCT_FROM, PRODUCT_IS_PUBLIC, PRODUCT_RATING } from '../../catalog/index.ts';
import { TRAIT_CHOICES } from '../language/index.ts';
import { MOST_LEAST_STARS, QUALITY } from '../ranking.ts';
import { priceBand } from './facet-sql.ts';

/** SQL expression (json): the public id and what else lists show of a place, a category or a shop; the rest is loaded when asked for. */
const KELURAHAN = `json_build_object('id', global_id('Kelurahan', kl.id), 'slug', kl.slug, 'name', kl.name)`;
const KECAMATAN = `json_build_object('id', global_id('Kecamatan', kc.id), 'slug', kc.slug, 'name', kc.name)`;
const CATEGORY = `json_build_object('id', global_id('Category', c1.id), 'slug', c1.slug, 'path', c1.path,
  'name', c1.name, 'nameEn', c1.name_en)`;
const SELLER = `json_build_object('id', global_id('Seller', s.id), 'slug', s.slug, 'name', s.name,
  'isHalalCertified', s.halal_certificate is not null, 'kelurahan', ${KELURAHAN}, 'kecamatan', ${KECAMATAN})`;
const PHOTOS = `(select coalesce(json_agg(json_build_object('id', global_id('Photo', ph.id), 'hash', ph.hash,
  'width', ph.width, 'height', ph.height, 'alt', ph.alt) order by ph.position), '[]') from photo ph where ph.product_id = p.id)`;

/** SQL expression (json): a Product as lists show it. */
const CARD = `json_build_object('id', global_id('Product', p.id), 'slug', p.slug, 'title', p.title, 'status', p.status,
  'isHalal', p.is_halal, 'category', ${CATEGORY}, 'seller', ${SELLER}, 'photos', ${PHOTOS},
  'priceRange', json_build_object('min', sale.price_min, 'max', sale.price_max), 'inStock', sale.stock_left > 0,
  'stockLeft', sale.stock_left, 'soldCount', p.sold_count, 'rating', ${PRODUCT_RATING},
  'ratingCount', p.rating_count, 'createdAt', p.created_at, 'updatedAt', p.updated_at)`;

/** SQL (text): this expression of the variants `v` of the product `p`. */
const ofVariants = (expression: string): string =>
  `coalesce((select string_agg(${expression}, ' | ' order by v.position, v.id) from variant v where v.product_id = p.id and not v.is_archived), '')`;

/** SQL (text): values of the options of a variant `v` whose names are such (`~*`), or are not (`!~*`). */
const valuesOf = (are: '~*' | '!~*'): string =>
  `(select string_agg(o ->> 'value', ', ') from jsonb_array_elements(v.options) o where o ->> 'name' ${are} '${TRAIT_CHOICES}')`;

/** SQL (text): what a variant `v` is called, but for its smell, its taste and its look. */
const OPTIONS = `case when ${valuesOf('~*')} is null then v.name else ${valuesOf('!~*')} end`;

/** The statement that reads DocumentTexts from the catalogue; add `and p.id …` to choose. */
export const DOCUMENT_TEXTS = `select p.id as key, p.title, p.description,
  concat_ws(' | ', c1.name, c2.name, c3.name, c1.name_en) as category, ${ofVariants(OPTIONS)} as options,
  ${ofVariants(valuesOf('~*'))} as traits, ${ofVariants('v.sku')} as skus,
  concat_ws(' | ', s.name, kl.name, kc.name) as shop, kc.slug as kecamatan,
  p.is_halal as "isHalal" from ${PRODUCT_FROM} where ${PRODUCT_IS_PUBLIC}`;

const POINTS = `(select array_agg(pp.slug order by pp.slug) from seller_pickup_point sp
    join pickup_point pp on pp.id = sp.pickup_point_id where sp.seller_id = p.seller_id)`;

/** SQL (smallint): whole stars of the rating of the product `p` as everyone sees it; 0 for none. */
const RATING_BAND = `least(floor(coalesce(${PRODUCT_RATING}, 0)), ${MOST_LEAST_STARS})::smallint`;

const { usualStars, usualReviews, points } = QUALITY.rating;
/** SQL (integer): points of quality of the product `p`, from its sales and reviews. */
export const QUALITY_POINTS = `(ln(1 + p.sold_count::double precision) * ${QUALITY.sales} / ln(2::double precision))::integer
  + round(((p.rating_sum + ${usualStars * usualReviews})::numeric / (p.rating_count + ${usualReviews}) - ${usualStars}) * ${points})::integer`;

/** SQL of the columns of search_group that make a group, from PRODUCT_FROM; together they are its key. */
const GROUPED = {
  category_slug: 'c1.slug',
  category_slugs: `array_remove(array[c1.slug, c2.slug, c3.slug], null)`,
  kecamatan_slug: 'kc.slug',
  point_slugs: POINTS,
  price_band: priceBand('sale.price_min'),
  rating_band: RATING_BAND,
  is_halal: 'p.is_halal',
  in_stock: 'sale.stock_left > 0',
} as const;

/** Columns of search_document and search_entry but for the forms, and the SQL that makes each from PRODUCT_FROM and `g`, its search_group. */
const COLUMNS = {
  product_id: 'p.id',
  seller_id: 'p.seller_id',
  seller_slug: 's.slug',
  kecamatan_slug: 'g.kecamatan_slug',
  category_slugs: 'g.category_slugs',
  point_slugs: 'g.point_slugs',
  price_min: 'sale.price_min',
  in_stock: 'g.in_stock',
  is_halal: 'p.is_halal',
  quality: QUALITY_POINTS,
  rating_band: 'g.rating_band',
  published_at: 'p.published_at',
  title: 'p.title',
  group_id: 'g.id',
  card: CARD,
} as const;

/** Columns of search_document. */
export const DOCUMENT_COLUMNS = Object.keys(COLUMNS).filter((column) => column !== 'card');
/** Columns of search_entry. */
export const ENTRY_COLUMNS = [
  'product_id',
  'seller_id',
  'group_id',
  'quality',
  'price_min',
  'published_at',
  'in_stock',
  'forms',
  'card',
] as const;

/** SQL (text): the key of the group of a product in PRODUCT_FROM. */
const GROUP_KEY = `concat_ws('|', c1.slug, kc.slug, ${GROUPED.price_band}, ${GROUPED.rating_band}, ${GROUPED.is_halal}, ${GROUPED.in_stock},
  coalesce(array_to_string(${POINTS}, ','), '*'))`;

/**
 * The statement that makes the groups that public products of `wanted` (product_id) fall into, where they are missing. What is there is not
 * tried: each try would use up an id, and who holds all groups has a bit for each.
 */
export const MAKE_GROUPS = `insert into search_group (key, ${Object.keys(GROUPED).join(', ')})
  select distinct on (key) * from (select ${GROUP_KEY} as key, ${Object.values(GROUPED).join(', ')}
    from ${PRODUCT_FROM} where ${PRODUCT_IS_PUBLIC}
      and p.id = any(array(select product_id from wanted))) made
  where not exists (select from search_group g where g.key = made.key)
  on conflict (key) do nothing`;

/**
 * The statement that makes search documents from the catalogue, with their forms, for the products of `spelt`. Their groups are
 * there already. What is not public is not in it. The keys are named twice: a join of so many tables is planned in parts, and the part of
 * the catalogue would read all of it.
 */
export const DOCUMENT_SOURCE = `select ${Object.entries(COLUMNS)
  .map(([column, sql]) => `${sql} as ${column}`)
  .join(', ')}, spelt.forms from ${PRODUCT_FROM} join spelt on spelt.product_id = p.id
  join search_group g on g.key = ${GROUP_KEY}
  where ${PRODUCT_IS_PUBLIC} and p.id = any(array(select product_id from spelt))`;
