import type pg from 'pg';
import { cursor, type StoredCard, shownCard } from './card.ts';

/** Documents that carry the words with the columns to count by, a page of the best, and every list counted over all of them. */
const SEARCH = `
  with asked as materialized (select * from search_understood($1)),
  hit as materialized (
    select d.product_id, d.category_slugs, d.kecamatan_slug, d.seller_slug, d.point_slugs, d.is_halal, d.price_min,
           (ts_rank('{0.05, 0.15, 0.4, 1}', d.words, asked.query) * case when d.in_stock then 1e6 else 5e5 end)::integer as score
      from asked, search_document d where d.words @@ asked.query limit 10000),
  page as materialized (select product_id, score from hit order by score desc, product_id desc limit $2)
  select
    (select json_agg(json_build_array(c.card, p.score, p.product_id,
              ts_headline('indonesian', replace(replace(replace(replace(c.title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'),
                asked.query, 'StartSel=<mark>, StopSel=</mark>, HighlightAll=true')) order by p.score desc, p.product_id desc)
       from page p join search_document c on c.product_id = p.product_id cross join asked) as rows,
    (select count(*)::int from hit) as total,
    (select mended from asked) as mended,
    (select relaxed from asked) as relaxed,
    (select json_agg(json_build_object('category', json_build_object('id', global_id('Category', c.id), 'slug', c.slug, 'path', c.path,
              'name', c.name, 'nameEn', c.name_en), 'count', n.count) order by c.position, c.path)
       from (select slug, count(*) from hit, unnest(category_slugs) as slug group by slug) n join category c on c.slug = n.slug) as category,
    (select json_agg(json_build_object('kecamatan', json_build_object('slug', k.slug, 'name', k.name), 'count', n.count) order by n.count desc, k.name)
       from (select kecamatan_slug, count(*) from hit group by 1) n join kecamatan k on k.slug = n.kecamatan_slug) as kecamatan,
    (select json_agg(json_build_object('seller', json_build_object('slug', s.slug, 'name', s.name), 'count', n.count) order by n.count desc, s.slug)
       from (select seller_slug, count(*) from hit group by 1 order by 2 desc, 1 limit 20) n join seller s on s.slug = n.seller_slug) as seller,
    (select json_agg(json_build_object('pickupPoint', json_build_object('slug', pp.slug, 'name', pp.name), 'count', pp.count) order by pp.count desc, pp.name)
       from (select pp.slug, pp.name, (select count(*) from hit where point_slugs is null or pp.slug = any(point_slugs)) as count
               from pickup_point pp where pp.is_active) pp where pp.count > 0) as points,
    (select json_agg(json_build_object('isHalal', n.is_halal, 'count', n.count) order by n.is_halal desc)
       from (select is_halal, count(*) from hit group by 1) n) as halal,
    (select json_agg(json_build_object('min', b.min, 'max', b.max, 'count', n.count) order by b.min)
       from (select width_bucket(price_min, array[10000, 25000, 50000, 100000, 250000]::bigint[]) as band, count(*) from hit group by 1) n
       join (values (0, 0, 9999), (1, 10000, 24999), (2, 25000, 49999), (3, 50000, 99999), (4, 100000, 249999), (5, 250000, null))
         as b(band, min, max) on b.band = n.band) as price`;

type Row = readonly [card: StoredCard, score: number, key: string, title: string];
interface Found {
  readonly rows: readonly Row[] | null;
  readonly total: number;
  readonly mended: string | null;
  readonly relaxed: readonly string[];
  readonly category: object | null;
  readonly kecamatan: object | null;
  readonly seller: object | null;
  readonly points: object | null;
  readonly halal: object | null;
  readonly price: object | null;
}

/** A page of what carries the words, the best first, with what it can be narrowed by. */
export async function search(pool: pg.Pool, { search: text, first }: { search: string; first: number }) {
  const { rows } = await pool.query<Found>({ name: 'search', text: SEARCH, values: [text, first + 1] });
  const [found] = rows;
  if (!found) throw new Error('a search gave no row');
  const all = found.rows ?? [];
  const shown = all.slice(0, first);
  const last = shown.at(-1);
  return {
    products: {
      edges: shown.map(([card, , , title]) => ({ node: { ...shownCard(card), highlightedTitle: title } })),
      pageInfo: { hasNextPage: all.length > first, endCursor: last ? cursor(['S', last[1], last[2]]) : null },
      totalCount: Math.min(found.total, 1000),
      totalCountIsExact: found.total <= 1000,
      didYouMean: found.mended,
      relaxed: found.relaxed,
      facets: {
        category: found.category ?? [],
        kecamatan: found.kecamatan ?? [],
        seller: found.seller ?? [],
        pickupPoint: found.points ?? [],
        halal: found.halal ?? [],
        price: found.price ?? [],
      },
    },
  };
}
