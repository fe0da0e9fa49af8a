import type { Place } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { acceptingSql, firstPickupWeekday } from './pickup-days.ts';
import { PICKUP_POINT_PLACE, type PickupPoint, pickupPointJson } from './pickup-point.ts';
import { servedSql } from './pickup-queries.ts';

/** A point and how far it is from the place asked for. */
export interface PointNearby {
  readonly point: PickupPoint;
  readonly metres: number;
}

/** Seller, latitude, longitude and number, as one text so that equal questions are asked once. */
type Question = `${string} ${number} ${number} ${number}`;

/** SQL of the inside of a lateral join: points `pp` with their `metres`, the nearest first. All that is given is SQL. */
function nearestSql(seller: string, latitude: string, longitude: string, weekday: string, most: string): string {
  return `select * from (
      select pp.*, distance_metres(${latitude}, ${longitude}, pp.latitude, pp.longitude) as metres
        from pickup_point pp where pp.is_active and ${servedSql(seller)}
       order by metres, pp.name, pp.id offset 0) pp
     where ${acceptingSql('pp', weekday)} limit ${most}`;
}

const NEAREST = `
  select asked.n::int as n, pp.metres, ${pickupPointJson()} as point
    from unnest(${listParameter('$1', 'uuid')}, ${listParameter('$2', 'float8')},
           ${listParameter('$3', 'float8')}, ${listParameter('$4', 'int')}) with ordinality as asked(seller, latitude, longitude, most, n)
   cross join lateral (${nearestSql('asked.seller', 'asked.latitude', 'asked.longitude', '$5::int', 'asked.most')}) pp
    ${PICKUP_POINT_PLACE}
   order by asked.n, pp.metres, pp.name, pp.id`;

/**
 * SQL (json, an array) of what `nearestPointsOfSeller` gives, for statements that know the seller and the place themselves. All
 * that is given is SQL.
 */
export function nearestPointsJson(
  seller: string,
  { latitude, longitude }: { latitude: string; longitude: string },
  weekday: string,
  most: string,
): string {
  return `(select coalesce(json_agg(json_build_object('point', ${pickupPointJson()}, 'metres', pp.metres)
      order by pp.metres, pp.name, pp.id), '[]')
    from (${nearestSql(seller, latitude, longitude, weekday, most)}) pp ${PICKUP_POINT_PLACE})`;
}

const nearest = defineLoader<Question, PointNearby[]>(async (ctx, questions) => {
  const asked = questions.map((question) => question.split(' '));
  const column = (at: number): (string | undefined)[] => asked.map((parts) => parts[at]);
  const rows = await ctx.read.rows<PointNearby & { n: number }>(
    NEAREST,
    [column(0), column(1), column(2), column(3), firstPickupWeekday(ctx.clock.now())],
    'pickup-points-nearest',
  );
  const byQuestion = Map.groupBy(rows, ({ n }) => n);
  return questions.map((_, at) => byQuestion.get(at + 1) ?? []);
});

const question = (sellerKey: string, { latitude, longitude }: Place, most: number): Question =>
  `${sellerKey} ${latitude} ${longitude} ${most}`;

/** Points that take orders now and that the seller serves, the nearest to a place first, so many at most. Batched. */
export function nearestPointsOfSeller(
  ctx: Context,
  sellerKey: string,
  place: Place,
  most: number,
): Promise<readonly PointNearby[]> {
  return nearest(ctx, question(sellerKey, place, most));
}

/** Hands in what `nearestPointsJson` brought. */
export function primeNearestPoints(
  ctx: Context,
  sellerKey: string,
  place: Place,
  most: number,
  found: PointNearby[],
): void {
  nearest.prime(ctx, question(sellerKey, place, most), found);
}
