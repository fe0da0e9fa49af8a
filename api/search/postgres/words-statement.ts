import type { Place } from '../../geography/index.ts';
import type { AskedWords } from '../asked-words.ts';
import {
  BETTER_POINTS,
  FIT_POINTS,
  LEAST_FIT,
  NEAR_POINTS,
  QUALITY,
  RELEVANCE_END,
  SELLABLE_POINTS,
} from '../ranking.ts';
import { TAIL } from '../seen-cursor.ts';
import { countedFacets, totalOf, WEIGHED } from './facet-counts.ts';
import { groupFits, isNarrow, type Narrowing, productFits } from './narrowing.ts';
import { comesAfter, orderBy, placeOf } from './order.ts';
import type { StatementParts } from './search-statement.ts';
import { tsQuery } from './ts-query.ts';

/** What the statement for words is made of besides. */
export interface WordsParts extends StatementParts {
  readonly words: AskedWords;
  /** Text of the tsquery that hits carry. */
  readonly query: string;
  /** What chance is made of. */
  readonly chance: number;
  /** Tails of keys that were shown before. */
  readonly seen: readonly string[];
}

/** Columns by which hits are narrowed, sorted and counted. */
const HIT = 'd.ctid as place_id, d.product_id, d.seller_id, d.group_id, d.price_min, d.sold_count, d.published_at, d.in_stock';

/** The statement that gives the answer to words as one JSON value. */
export function wordsStatement(parts: WordsParts): string {
  const { wanted, narrowing, parameters, query, order } = parts;
  const isGrouped = groupFits(narrowing) !== 'true';
  const counts = wanted.facets || wanted.totalCount;
  const withs = [
    `hit as materialized (select ${HIT} from search_entry d where d.forms @@ ${hidden(parameters.add(query, 'tsquery'))})`,
    `tally as materialized (select d.group_id, count(*) filter (where ${productFits(narrowing)})::integer as n, count(*)::integer as n_unpriced
       from hit d where ${productFits(narrowing, 'price')} group by d.group_id)`,
    `weighed as materialized (${WEIGHED})`,
    ...(isGrouped
      ? [
          `fitting as materialized (select d.* from hit d join weighed g on g.id = d.group_id
             where ${groupFits(narrowing)} and ${productFits(narrowing)})`,
        ]
      : []),
    ...(order.isRelevance ? relevance(parts, sourceOf(narrowing)) : [`page as materialized (${sortedPage(parts)})`]),
  ];
  return `with ${withs.join(',\n')}
    select json_build_object(
      'rows', (select coalesce(json_agg(json_build_object('place', p.place, 'card', c.card) order by p.n), '[]')
         from page p join search_document c on c.product_id = p.product_id),
      'total', ${counts ? totalOf(narrowing) : 'null'},
      'hits', (select count(*) from (select from hit limit 1) any_hit),
      'facets', ${wanted.facets ? countedFacets({ tally: 'tally', products: 'hit', narrowing }) : 'null'},
      'version', (select version from search_vocabulary),
      'unknown', ${unknownSql(parts)}) as found`;
}

/**
 * SQL of a tsquery whose words the planner does not see: it would take many alternatives for many hits, and read every entry instead
 * of asking the index.
 */
const hidden = (query: string): string => `(select ${query})`;

/** SQL (table) of the hits that fit. */
function sourceOf(narrowing: Narrowing): string {
  if (groupFits(narrowing) !== 'true') return 'fitting d';
  return isNarrow(narrowing) ? `(select d.* from hit d where ${productFits(narrowing)}) d` : 'hit d';
}

/** A page sorted by a column of the hits. */
function sortedPage({ asked, order, narrowing, parameters }: WordsParts): string {
  const after = comesAfter(order, asked.after, parameters);
  const sorted = orderBy(order);
  return `select d.product_id, ${placeOf(order)} as place, row_number() over (order by ${sorted}) as n
    from ${sourceOf(narrowing)}${order.join ?? ''} where ${after} order by ${sorted} limit ${asked.first + 1}`;
}

/**
 * The parts that order by relevance. Of more hits than relevance shows, those whose title carries the words and that sell best are
 * looked at more closely.
 */
function relevance({ asked, words, parameters, chance, seen, now }: WordsParts, source: string): string[] {
  const { judged } = words;
  const named = hidden(parameters.add(tsQuery(judged.near), 'tsquery'));
  const best = `order by d.in_stock desc, d.sold_count desc, d.product_id desc limit ${RELEVANCE_END}`;
  const tails = parameters.add(seen, 'text[]');
  return [
    `crowd as materialized (select count(*) > ${RELEVANCE_END} as is_large from ${source})`,
    `titled as materialized (select d.product_id from search_entry d where (select is_large from crowd) and d.forms @@ ${named})`,
    `candidate as materialized (
       (select d.* from ${source} where not (select is_large from crowd))
       union all (select d.* from ${source} where (select is_large from crowd)
         order by d.product_id in (select product_id from titled) desc, ${best.slice('order by '.length)}))`,
    `judged as materialized (select d.product_id, d.seller_id, ${fitSql(words, asked.near, parameters, now)} as fit,
         ${qualitySql(parameters, chance, now)} as quality
       from candidate d cross join lateral (select f.forms from search_entry f where f.ctid = d.place_id) e${asked.near ? ' join seller s on s.id = d.seller_id' : ''})`,
    `turned as (select d.*, row_number() over (partition by d.seller_id, d.fit order by d.quality desc, d.product_id desc) as turn from judged d)`,
    `page as materialized (select d.product_id, null::json as place,
         row_number() over (order by d.fit desc, d.turn, d.quality desc, d.product_id desc) as n
       from turned d where not (right(d.product_id::text, ${TAIL}) = any(${tails}))
       order by d.fit desc, d.turn, d.quality desc, d.product_id desc limit ${asked.first + 1})`,
  ];
}

/** SQL (integer): the fit of a candidate `d` by its entry `e`, and by its shop `s` when a place is given. */
function fitSql({ judged }: AskedWords, near: Place | null, parameters: WordsParts['parameters'], now: Date): string {
  const carries = (name: keyof typeof judged): string =>
    `coalesce(e.forms @@ ${parameters.add(tsQuery(judged[name]), 'tsquery')}, false)`;
  const fits = Object.entries(FIT_POINTS).map(
    ([name, points]) => `when ${carries(name as keyof typeof FIT_POINTS)} then ${points}`,
  );
  const better = Object.entries(BETTER_POINTS).map(
    ([name, points]) => `${carries(name as keyof typeof BETTER_POINTS)}::integer * ${points}`,
  );
  const closed = `array(select c.id from seller c where c.holiday_until > ${parameters.add(now, 'timestamptz')})`;
  const sellable = `case when d.in_stock and d.seller_id <> all(${closed}) then ${SELLABLE_POINTS} else 0 end`;
  return [
    `case ${fits.join(' ')} else ${LEAST_FIT} end`,
    ...better,
    sellable,
    ...(near ? [nearSql(near, parameters)] : []),
  ].join(' + ');
}

/** SQL (integer): points of how near the shop is, from its place as the public sees it. */
function nearSql({ latitude, longitude }: Place, parameters: WordsParts['parameters']): string {
  const place = `${parameters.add(latitude, 'double precision')}, ${parameters.add(longitude, 'double precision')}`;
  const metres = `distance_metres(${place}, round(s.latitude::numeric, 3)::double precision, round(s.longitude::numeric, 3)::double precision)`;
  const bands = NEAR_POINTS.map((band) => `when m.metres <= ${band.metres} then ${band.points}`);
  return `(select case ${bands.join(' ')} else 0 end from (select ${metres} as metres) m)`;
}

/** SQL (integer): sales, freshness and a little of chance for each shop. */
function qualitySql(parameters: WordsParts['parameters'], chance: number, now: Date): string {
  const at = parameters.add(now, 'timestamptz');
  const fresh = QUALITY.fresh.map(
    ({ days, points }) => `when d.published_at > ${at} - interval '${days} days' then ${points}`,
  );
  return `(log(2, 1 + d.sold_count) * ${QUALITY.sales})::integer + case ${fresh.join(' ')} else 0 end
    + abs(uuid_hash_extended(d.seller_id, ${parameters.add(chance, 'bigint')}) % ${QUALITY.chance})::integer`;
}

/** SQL (json array): places of words, from 0, that may be typing mistakes and that nothing carries. */
function unknownSql({ words, parameters }: WordsParts): string {
  const doubtful = words.concepts.flatMap((concept, at) => (concept.isMendable ? [{ at, ...concept }] : []));
  if (doubtful.length === 0) return `'[]'::json`;
  const list = (values: readonly unknown[], type: string): string => parameters.add(values, type);
  return `(select coalesce(json_agg(m.at), '[]') from unnest(${list(
    doubtful.map(({ at }) => at),
    'integer[]',
  )}, ${list(
    doubtful.map(({ written }) => written),
    'text[]',
  )}, ${list(
    doubtful.map(({ known }) => tsQuery(known)),
    'tsquery[]',
  )}) as m(at, word, known)
    where not exists (select from search_word w where w.word = m.word and w.uses > 0)
      and not exists (select from search_entry d where d.forms @@ m.known))`;
}
