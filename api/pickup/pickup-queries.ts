import { isPlace, type Place } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
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
import { keyOf } from '../platform/keys.ts';
import { PICKUP_POINT_FROM, type PickupPoint, pickupPointJson } from './pickup-point.ts';
import type { PickupPointKind } from './pickup-point-kind.ts';

/** A point by key, also one that is not active (parcels still lie there); null when there is none. */
export const pickupPointByKey = defineLoader<string, PickupPoint | null>(async (ctx, keys) => {
  const rows = await ctx.read.rows<{ key: string; node: PickupPoint }>(
    `select pp.id as key, ${pickupPointJson()} as node from ${PICKUP_POINT_FROM} where pp.id = any($1::uuid[])`,
    [keys],
    'pickup-point-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
});

/** An active point by its slug; null when there is none. */
export async function pickupPointBySlug(ctx: Context, slug: string): Promise<PickupPoint | null> {
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
  const [distance, name, key] = decodeCursor(after, ['number', 'string', 'string']) ?? [null, null, null];
  const rows = await ctx.read.rows<{ node: PickupPoint; metres: number }>(
    `select ${pickupPointJson()} || jsonb_build_object('distanceMetres', nullif(pp.metres, -1)) as node, pp.metres
       from (select pp.*, coalesce(distance_metres($1, $2, latitude, longitude), -1) as metres from pickup_point pp where is_active) pp
       join kelurahan pkl on pkl.id = pp.kelurahan_id join kecamatan pkc on pkc.id = pkl.kecamatan_id
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

const SERVED = `select wanted.id as "sellerKey", pp.id as "pointKey"
  from unnest($1::uuid[]) as wanted(id) join pickup_point pp on pp.is_active
 where not exists (select from seller_pickup_point sp where sp.seller_id = wanted.id)
    or exists (select from seller_pickup_point sp where sp.seller_id = wanted.id and sp.pickup_point_id = pp.id)`;

/** Keys of the active points that each of these sellers serves. A seller who never chose serves all of them. */
export async function pointsServedBy(
  source: Context | Tx,
  sellerKeys: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  type Row = { sellerKey: string; pointKey: string };
  const rows =
    'read' in source
      ? await source.read.rows<Row>(SERVED, [sellerKeys], 'pickup-points-served')
      : await source.execute<Row[]>(SERVED.replace('$1', '?'), [`{${sellerKeys.join(',')}}`]);
  const bySeller = Map.groupBy(rows, ({ sellerKey }) => sellerKey);
  return new Map(sellerKeys.map((key) => [key, new Set((bySeller.get(key) ?? []).map(({ pointKey }) => pointKey))]));
}
