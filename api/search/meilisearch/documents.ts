import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import { FIELD_SIGNS } from '../language/index.ts';
import { PRICE_BAND } from '../postgres/facet-sql.ts';

/** A product as the index holds it: its title, what it is found by, and columns to filter and sort by. */
export interface IndexDocument {
  readonly key: string;
  /** Of all that PostgreSQL holds of it: two documents with the same are the same. */
  readonly hash: string;
  readonly title: string;
  /** What it is found by; the same as PostgreSQL holds. */
  readonly forms: readonly string[];
  /** Those of them that stand elsewhere than in the description, a line each: what a hit is judged by. One text is read quicker than a list. */
  readonly named: string;
  readonly categorySlugs: readonly string[];
  readonly kecamatanSlug: string;
  readonly sellerSlug: string;
  /** `*` for every active point. */
  readonly pointSlugs: readonly string[];
  readonly priceMin: number;
  readonly priceBand: string;
  readonly inStock: boolean;
  readonly isHalal: boolean;
  /** Points of its sales and reviews. */
  readonly quality: number;
  /** Whole stars of its rating; 0 for none. */
  readonly ratingBand: number;
  /** Microseconds since 1970. */
  readonly publishedAt: number;
  /** The same as cursors write it. */
  readonly publishedText: string;
  readonly _geo: { readonly lat: number; readonly lng: number };
}

/** Raised when documents take another form, so that the checker replaces the old ones. */
const FORM = 6;

/** SQL (json) of a document, from what PostgreSQL's own search holds; the place is rounded as the public sees it. */
const DOCUMENT = `select d.product_id as key, json_build_object('key', d.product_id, 'title', d.title,
    'forms', tsvector_to_array(e.forms),
    'named', (select coalesce(string_agg(f.form, chr(10)), '') from unnest(tsvector_to_array(e.forms)) as f(form)
       where not starts_with(f.form, '${FIELD_SIGNS.TEXT}')),
    'categorySlugs', d.category_slugs, 'kecamatanSlug', d.kecamatan_slug, 'sellerSlug', d.seller_slug,
    'pointSlugs', coalesce(d.point_slugs, array['*']), 'priceMin', d.price_min, 'priceBand', ${PRICE_BAND},
    'inStock', d.in_stock, 'isHalal', d.is_halal, 'quality', d.quality, 'ratingBand', d.rating_band,
    'publishedAt', (extract(epoch from d.published_at) * 1000000)::bigint,
    'publishedText', (d.published_at at time zone 'UTC')::text,
    '_geo', json_build_object('lat', round(s.latitude::numeric, 3)::float8, 'lng', round(s.longitude::numeric, 3)::float8)) as document
  from search_document d join search_entry e on e.product_id = d.product_id join seller s on s.id = d.seller_id`;

const HASHED = `select key, document, md5(document::text) || '-${FORM}' as hash from`;

interface Row {
  readonly hash: string;
  readonly document: Omit<IndexDocument, 'hash'>;
}

/** The documents of these products; those that are not on sale are not among them. */
export async function documentsOf(ctx: Context, productKeys: readonly string[]): Promise<IndexDocument[]> {
  const rows = await ctx.read.rows<Row>(
    `${HASHED} (${DOCUMENT} where d.product_id = any(${listParameter('$1', 'uuid')})) f`,
    [productKeys],
  );
  return rows.map(prepared);
}

/** How many products are on sale. */
export async function countDocuments(ctx: Context): Promise<number> {
  const [all] = await ctx.read.rows<{ products: number }>('select count(*)::integer as products from search_document');
  return all?.products ?? 0;
}

/** The next documents in the order of their keys. */
export async function documentsAfter(ctx: Context, key: string, most: number): Promise<IndexDocument[]> {
  return (await rowsAfter(ctx, key, most)).map(prepared);
}

/** Keys and hashes of the next documents in the order of their keys. */
export async function hashesAfter(ctx: Context, key: string, most: number): Promise<{ key: string; hash: string }[]> {
  const rows = await ctx.read.rows<{ key: string; hash: string }>(
    `select key, hash from (${HASHED} (${AFTER}) f) h order by key`,
    [key, most],
  );
  return rows;
}

/** Comes before every key. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const AFTER = `${DOCUMENT} where d.product_id > $1::uuid order by d.product_id limit $2`;

function rowsAfter(ctx: Context, key: string, most: number): Promise<Row[]> {
  return ctx.read.rows<Row>(`${HASHED} (${AFTER}) f order by key`, [key, most]);
}

function prepared({ hash, document }: Row): IndexDocument {
  return { ...document, hash };
}
