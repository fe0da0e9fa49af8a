import { PRODUCT_FROM, PRODUCT_IS_PUBLIC } from '../../catalog/index.ts';

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
  'stockLeft', sale.stock_left, 'soldCount', p.sold_count, 'rating', null, 'ratingCount', 0,
  'createdAt', p.created_at, 'updatedAt', p.updated_at)`;

/** SQL (text): the named column of the variants of the product `p`. */
const ofVariants = (column: string): string =>
  `coalesce((select string_agg(v.${column}, ' | ' order by v.position, v.id) from variant v where v.product_id = p.id and not v.is_archived), '')`;

/** The statement that reads DocumentTexts from the catalogue; add `and p.id …` to choose. */
export const DOCUMENT_TEXTS = `select p.id as key, p.title, p.description,
  concat_ws(' | ', c1.name, c2.name, c3.name, c1.name_en) as category, ${ofVariants('name')} as options, ${ofVariants('sku')} as skus,
  concat_ws(' | ', s.name, kl.name, kc.name) as shop, kc.slug as kecamatan from ${PRODUCT_FROM} where ${PRODUCT_IS_PUBLIC}`;

/** Columns of search_document, and the SQL that makes each from PRODUCT_FROM. */
const COLUMNS = {
  product_id: 'p.id',
  seller_id: 'p.seller_id',
  seller_slug: 's.slug',
  kecamatan_slug: 'kc.slug',
  category_slugs: `array_remove(array[c1.slug, c2.slug, c3.slug], null)`,
  point_slugs: `(select array_agg(pp.slug order by pp.slug) from seller_pickup_point sp
    join pickup_point pp on pp.id = sp.pickup_point_id where sp.seller_id = p.seller_id)`,
  price_min: 'sale.price_min',
  in_stock: 'sale.stock_left > 0',
  is_halal: 'p.is_halal',
  sold_count: 'p.sold_count',
  published_at: 'p.published_at',
  title: 'p.title',
  words: 'spelt.words',
  card: CARD,
} as const;

/** Names of the columns, in the order of DOCUMENT_SOURCE. */
export const DOCUMENT_COLUMNS = Object.keys(COLUMNS);

/**
 * The statement that makes search documents from the catalogue, for the products of `spelt` with their words. What is not public is
 * not in it. The keys are named twice: a join of so many tables is planned in parts, and the part of the catalogue would read all of it.
 */
export const DOCUMENT_SOURCE = `select ${Object.entries(COLUMNS)
  .map(([column, sql]) => `${sql} as ${column}`)
  .join(', ')} from ${PRODUCT_FROM} join spelt on spelt.product_id = p.id
  where ${PRODUCT_IS_PUBLIC} and p.id = any(array(select product_id from spelt))`;
