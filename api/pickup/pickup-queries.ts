import { isCurator } from '../accounts/index.ts';
import { isPlace, type Place } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { preparedRows } from '../platform/database/prepared.ts';
import type { Tx } from '../platform/database/transaction.ts';
import {
  badArgument,
  decodeCursor,
  encodeCursor,
  type Page,
  pageOf,
  pageSize,
} from '../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { isSlug, keyOf } from '../platform/keys.ts';
import { PICKUP_POINT_FROM, PICKUP_POINT_PLACE, type PickupPoint, pickupPointJson } from './pickup-point.ts';
import type { PickupPointKind } from './pickup-point-kind.ts';
import { isOperatorOfPoint } from './point-rules.ts';

async function readPoints(ctx: Context, keys: readonly string[]): Promise<(PickupPoint | null)[]> {
  const rows = await ctx.read.rows<{ key: string; node: PickupPoint }>(
    `select pp.id as key, ${pickupPointJson()} as node from ${PICKUP_POINT_FROM} where pp.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'pickup-point-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
}

/** A point by key, also one that is not active (parcels still lie there); null when there is none. */
export const pickupPointByKey = defineLoader(readPoints);

/** A point after a change of the caller's: read anew, whatever was loaded before it. */
export async function changedPoint(ctx: Context, key: string): Promise<PickupPoint | null> {
  return (await readPoints(ctx, [key]))[0] ?? null;
}

/** Points as `node` shows them: the active ones, and others to those who work there and to curators. */
export async function visiblePoints(ctx: Context, keys: readonly string[]): Promise<(PickupPoint | null)[]> {
  const points = await Promise.all(keys.map((key) => pickupPointByKey(ctx, key)));
  return points.map((point, at) =>
    point && (point.isActive || isCurator(ctx) || isOperatorOfPoint(ctx, keys[at] ?? '')) ? point : null,
  );
}

/** An active point by its slug; null when there is none. */
export async function pickupPointBySlug(ctx: Context, slug: string): Promise<PickupPoint | null> {
  if (!isSlug(slug)) return null;
  const rows = await ctx.read.rows<{ node: PickupPoint }>(
    `select ${pickupPointJson()} as node from ${PICKUP_POINT_FROM} where pp.slug = $1 and pp.is_active`,
    [slug],
    'pickup-point-by-slug',
  );
  return rows[0]?.node ?? null;
}

/** What a list of points can be narrowed by. */
export interface PointsAsked {
  readonly near?: Place | null;
  readonly kind?: PickupPointKind | null;
  /** Slug of a kecamatan. */
  readonly kecamatan?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Active points, nearest first; in order of name when no place is given. */
export async function listPickupPoints(ctx: Context, asked: PointsAsked): Promise<Page<PickupPoint>> {
  const { near, kind, kecamatan, first, after } = asked;
  if (near && !isPlace(near)) throw badArgument('near', 'near is latitude -90 to 90 and longitude -180 to 180');
  const size = pageSize(first);
  if (kecamatan && !isSlug(kecamatan)) return pageOf([], size, after, () => '');
  const [distance, name, key] = decodeCursor(after, ['integer', 'string', 'key']) ?? [null, null, null];
  const rows = await ctx.read.rows<{ node: PickupPoint; metres: number }>(
    `select ${pickupPointJson('nullif(pp.metres, -1)')} as node, pp.metres
       from (select pp.*, case when $1::double precision is null then -1 else distance_metres($1, $2, latitude, longitude) end as metres from pickup_point pp where is_active) pp
       ${PICKUP_POINT_PLACE}
      where ($3::text is null or pp.kind = $3) and ($4::text is null or pkc.slug = $4)
        and ($5::integer is null or (pp.metres, pp.name, pp.id) > ($5, $6, $7::uuid))
      order by pp.metres, pp.name, pp.id limit $8`,
    [near?.latitude ?? null, near?.longitude ?? null, kind ?? null, kecamatan ?? null, distance, name, key, size + 1],
    'pickup-points',
  );
  const page = pageOf(rows, size, after, ({ metres, node }) =>
    encodeCursor([metres, node.name, keyOf('PickupPoint', node.id) ?? '']),
  );
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.node })) };
}

/** SQL (boolean): a seller, whose key is given as SQL, serves the point `pp`; one who never chose serves all of them. */
export function servedSql(seller: string): string {
  return `(not exists (select from seller_pickup_point sp where sp.seller_id = ${seller})
    or exists (select from seller_pickup_point sp where sp.seller_id = ${seller} and sp.pickup_point_id = pp.id))`;
}

/** Active points `pp` that each seller of `wanted(id)` serves. */
const SERVED_FROM = `unnest(${listParameter('$1', 'uuid')}) as wanted(id) join pickup_point pp on pp.is_active and ${servedSql('wanted.id')}`;

/** Active points that a seller serves, by name. */
export const pointsOfSeller = defineLoader<string, PickupPoint[]>(async (ctx, sellerKeys) => {
  const rows = await ctx.read.rows<{ sellerKey: string; node: PickupPoint }>(
    `select wanted.id as "sellerKey", ${pickupPointJson()} as node
       from ${SERVED_FROM} ${PICKUP_POINT_PLACE}
      order by pp.name, pp.id`,
    [sellerKeys],
    'pickup-points-of-seller',
  );
  const bySeller = Map.groupBy(rows, ({ sellerKey }) => sellerKey);
  return sellerKeys.map((key) => (bySeller.get(key) ?? []).map(({ node }) => node));
});

const SERVED = `select wanted.id as "sellerKey", pp.id as "pointKey" from ${SERVED_FROM}`;

/** Keys of the active points that each of these sellers serves. A seller who never chose serves all of them. */
export async function pointsServedBy(
  { read }: Context,
  sellerKeys: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await read.rows<{ sellerKey: string; pointKey: string }>(SERVED, [sellerKeys], 'pickup-points-served');
  const bySeller = Map.groupBy(rows, ({ sellerKey }) => sellerKey);
  return new Map(sellerKeys.map((key) => [key, new Set((bySeller.get(key) ?? []).map(({ pointKey }) => pointKey))]));
}

const NOT_SERVING = `
  select wanted.id from unnest($1::uuid[]) with ordinality as wanted(id, at)
   where not exists (select from pickup_point pp where pp.id = $2 and pp.is_active and ${servedSql('wanted.id')}) order by at`;

/** Which of these sellers do not serve the point, in their order: all of them when it is not active, or not there. */
export async function sellersNotServing(tx: Tx, pointKey: string, sellerKeys: readonly string[]): Promise<string[]> {
  const rows = await preparedRows<{ id: string }>(tx, NOT_SERVING, [sellerKeys, pointKey]);
  return rows.map(({ id }) => id);
}
