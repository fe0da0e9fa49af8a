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

const NEAREST = `
  select asked.n::int as n, pp.metres, ${pickupPointJson()} as point
    from unnest(${listParameter('$1', 'uuid')}, ${listParameter('$2', 'float8')},
           ${listParameter('$3', 'float8')}, ${listParameter('$4', 'int')}) with ordinality as asked(seller, latitude, longitude, most, n)
   cross join lateral (
     select * from (
       select pp.*, distance_metres(asked.latitude, asked.longitude, pp.latitude, pp.longitude) as metres
         from pickup_point pp where pp.is_active and ${servedSql('asked.seller')}
        order by metres, pp.name, pp.id offset 0) pp
      where ${acceptingSql('pp', '$5::int')} limit asked.most) pp
    ${PICKUP_POINT_PLACE}
   order by asked.n, pp.metres, pp.name, pp.id`;

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

/** Points that take orders now and that the seller serves, the nearest to a place first, so many at most. Batched. */
export function nearestPointsOfSeller(
  ctx: Context,
  sellerKey: string,
  { latitude, longitude }: Place,
  most: number,
): Promise<readonly PointNearby[]> {
  return nearest(ctx, `${sellerKey} ${latitude} ${longitude} ${most}`);
}
