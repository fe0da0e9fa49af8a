import type { Place } from '../../geography/index.ts';
import type { Judgement } from '../asked-words.ts';
import {
  BETTER_POINTS,
  FIT_POINTS,
  freshAsOf,
  LEAST_FIT,
  NEAR_POINTS,
  QUALITY,
  RELEVANCE_END,
  SELLABLE_POINTS,
} from '../ranking.ts';
import { TAIL } from '../seen-cursor.ts';
import type { Parameters } from './parameters.ts';
import { limited } from './search-statement.ts';
import { hidden } from './ts-query.ts';
import type { WordsQueries } from './words-queries.ts';
import type { WordsParts } from './words-statement.ts';

const FITS = Object.entries(FIT_POINTS) as [keyof typeof FIT_POINTS, number][];
const BETTER = Object.entries(BETTER_POINTS) as [keyof typeof BETTER_POINTS, number][];

/** How each query of a judgement is named in the statement. */
type Queries = Readonly<Record<keyof Judgement, string>>;

/**
 * Up to so many hits, by the products of the market, are judged one by one. What the index is asked instead it answers for the whole
 * market, however few the hits are.
 */
function judgedSingly(products: number): number {
  return Math.min(RELEVANCE_END, Math.max(100, Math.round(products / 100)));
}

/**
 * The parts of a statement that order the hits of `source` (SQL of a table `d`) by relevance: candidates, their fit, their turn, the
 * page. Few hits are judged one by one. More are judged by asking the index for what carries each fit. Of more than relevance shows, those are
 * looked at whose title carries the words and that sell best, one by one again.
 */
export function relevanceParts(parts: WordsParts, source: string): string[] {
  const { asked, words, groups, parameters, chance, seen, now } = parts;
  const singly = parameters.add(judgedSingly(groups.held.sum), 'integer');
  const queries = named(words.judged, parameters);
  const unseen =
    seen.length > 0 ? `where right(d.product_id::text, ${TAIL}) <> all(${parameters.add(seen, 'text[]')})` : '';
  const order = 'd.fit desc, d.turn, d.quality desc, d.product_id desc';
  const areFew = `(select n <= ${singly} from crowd)`;
  const areSome = `(select n > ${singly} and n <= ${RELEVANCE_END} from crowd)`;
  const areMany = `(select n > ${RELEVANCE_END} from crowd)`;
  return [
    `crowd as materialized (select count(*) as n from (select from ${source} limit ${RELEVANCE_END + 1}) d)`,
    `fitted as materialized (${fittedByIndex(queries, areSome)})`,
    `titled as materialized (select d.product_id from search_entry d where ${areMany} and d.forms @@ ${hidden(queries.near)}${cutAsHits(parts)})`,
    `candidate as materialized (
       select d.*, coalesce(f.fit, ${LEAST_FIT}) + coalesce(f.better, 0) as fit from ${source} left join fitted f on f.place_id = d.place_id
        where ${areSome}
       union all select d.*, ${fittedByItself(queries)} as fit from (
         (select d.* from ${source} where ${areFew})
         union all (select d.* from ${source} where ${areMany} order by d.product_id in (select product_id from titled) desc,
           d.in_stock desc, d.quality desc, d.product_id desc limit ${closely(seen.length)})) d
         cross join lateral (${FORMS_IN_HAND}) e)`,
    `judged as materialized (select d.product_id, d.seller_id, d.fit + ${circumstances(asked.near, parameters, now)} as fit,
         ${qualitySql(parameters, chance, now)} as quality
       from candidate d${asked.near ? ' join seller s on s.id = d.seller_id' : ''})`,
    `turned as (select d.*, row_number() over (partition by d.seller_id, d.fit order by d.quality desc, d.product_id desc) as turn from judged d)`,
    `page as materialized (select d.product_id, null::json as place, row_number() over (order by ${order}) as n
       from turned d ${unseen} order by ${order} limit ${asked.first + 1})`,
  ];
}

/**
 * SQL by which titles are cut where hits are: of each the first in the order of the table. Carrying the words they are hits themselves, unless these
 * name a place, which titles need not say.
 */
function cutAsHits({ mostHits, query, words, parameters }: WordsParts): string {
  if (mostHits === null) return '';
  const isOfHits = words.concepts.every(({ role }) => role !== 'PLACE');
  const hits = isOfHits ? '' : ` and d.forms @@ ${hidden(parameters.add(query, 'tsquery'))}`;
  return `${hits}${limited(mostHits)}`;
}

/** Forms lie apart from their row, and each query would fetch them anew: what is made of them is fetched once. They have no places, so a weight changes nothing. */
const FORMS_IN_HAND = `select setweight(e.forms, 'D') as forms from search_entry e where e.ctid = d.place_id offset 0`;

/** Of a crowd so many are judged for the first pages, and for later ones. A cursor knows what was shown, so no page misses any. */
function closely(seen: number): number {
  return seen < 100 ? 300 : RELEVANCE_END;
}

function named(judged: WordsQueries['judged'], parameters: Parameters): Queries {
  const names = Object.entries(judged).map(([name, query]) => [name, parameters.add(query, 'tsquery')]);
  return Object.fromEntries(names) as Queries;
}

/** SQL (place_id, fit, better): what the index says of each fit, when it is to be asked. */
function fittedByIndex(queries: Queries, isAsked: string): string {
  const set = (name: keyof Judgement, fit: number, better: number): string =>
    `select e.ctid as place_id, ${fit} as fit, ${better} as better from search_entry e
      where ${isAsked} and e.forms @@ ${hidden(queries[name])}`;
  const sets = [
    ...FITS.map(([name, points]) => set(name, points, 0)),
    ...BETTER.map(([name, points]) => set(name, 0, points)),
  ];
  return `select x.place_id, greatest(max(x.fit), ${LEAST_FIT}) as fit, sum(x.better)::integer as better
    from (${sets.join(' union all ')}) x group by x.place_id`;
}

/** SQL (integer): the fit of one entry `e`. */
function fittedByItself(queries: Queries): string {
  const carries = (name: keyof Judgement): string => `coalesce(e.forms @@ ${queries[name]}, false)`;
  const fit = `case ${FITS.map(([name, points]) => `when ${carries(name)} then ${points}`).join(' ')} else ${LEAST_FIT} end`;
  return [fit, ...BETTER.map(([name, points]) => `${carries(name)}::integer * ${points}`)].join(' + ');
}

/** SQL (integer): points of a candidate `d` that can be bought now, and of its shop `s` being near when a place is given. */
function circumstances(near: Place | null, parameters: Parameters, now: Date): string {
  // Seen by the planner, the time would be worth a plan of its own with every call.
  const closed = `array(select c.id from seller c where c.holiday_until > ${hidden(parameters.add(now, 'timestamptz'))})`;
  const sellable = `case when d.in_stock and d.seller_id <> all(${closed}) then ${SELLABLE_POINTS} else 0 end`;
  if (!near) return sellable;
  const place = `${parameters.add(near.latitude, 'double precision')}, ${parameters.add(near.longitude, 'double precision')}`;
  // The place of a shop as the public sees it: rounded, or a search from three places would find the house.
  const shop = `round(s.latitude::numeric, 3)::double precision, round(s.longitude::numeric, 3)::double precision`;
  const bands = NEAR_POINTS.map((band) => `when m.metres <= ${band.metres} then ${band.points}`);
  return `${sellable} + (select case ${bands.join(' ')} else 0 end from (select distance_metres(${place}, ${shop}) as metres offset 0) m)`;
}

/** SQL (integer): sales, rating, freshness, and for each shop a little of chance. */
function qualitySql(parameters: Parameters, chance: number, now: Date): string {
  const at = parameters.add(freshAsOf(now), 'timestamptz');
  const fresh = QUALITY.fresh.map(
    ({ days, points }) => `when d.published_at > ${at} - interval '${days} days' then ${points}`,
  );
  return `d.quality + case ${fresh.join(' ')} else 0 end
    + abs(uuid_hash_extended(d.seller_id, ${parameters.add(chance, 'bigint')}) % ${QUALITY.chance})::integer`;
}
