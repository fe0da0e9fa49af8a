import type { Context } from '../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { keyOf } from '../platform/keys.ts';
import { COLLECT_CODE_LETTERS, PARCEL_CODE_LETTERS, readCode } from './codes.ts';
import type { Collectable } from './collectable.ts';
import { isCollectable } from './collection.ts';
import { Order } from './order.ts';
import { isOperator, isSeller, maySeeParcel } from './order-access.ts';
import { OrderLine } from './order-line.ts';
import { orderByKey } from './order-queries.ts';
import { Parcel } from './parcel.ts';
import { isDue, sumOf } from './parcel-effects.ts';
import type { ParcelListArgs } from './parcel-list-args.ts';
import { ENDED, type ParcelStatus } from './statuses.ts';

/** A parcel by key, whoever asks; null when there is none. */
export const parcelByKey = defineLoader<string, Parcel | null>(async (ctx, keys) => {
  const parcels = await ctx.em.fork().find(Parcel, { key: { $in: [...keys] } });
  return inOrder(keys, parcels, ({ key }) => key);
});

/** Parcels by keys that the caller has a part in, in their order. */
export function knownParcels(ctx: Context, keys: readonly string[]): Promise<(Parcel | null)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const parcel = await parcelByKey(ctx, key);
      return parcel && maySeeParcel(ctx, parcel) ? parcel : null;
    }),
  );
}

/** Order lines by keys in parcels that the caller has a part in, in their order. */
export async function knownLines(ctx: Context, keys: readonly string[]): Promise<(OrderLine | null)[]> {
  const lines = await ctx.em.fork().find(OrderLine, { key: { $in: [...keys] } });
  const parcels = await knownParcels(
    ctx,
    lines.map(({ parcelKey }) => parcelKey),
  );
  const known = lines.filter((_, at) => parcels[at] !== null);
  return inOrder(keys, known, ({ key }) => key);
}

/** The parcel with this code on its slip, for an operator of its point or a member of its seller; null to others. */
export async function parcelByCode(ctx: Context, typed: string): Promise<Parcel | null> {
  const code = readCode(typed, PARCEL_CODE_LETTERS, 'PK');
  const parcel = code && (await ctx.em.fork().findOne(Parcel, { code: `PK-${code}` }));
  return parcel && (isOperator(ctx, parcel) || isSeller(ctx, parcel)) ? parcel : null;
}

/**
 * A page of a shop's or a point's parcels: where only statuses under way are asked for, a queue with the oldest first; otherwise
 * a history with the latest first. Parcels that are HELD for an unpaid order show only when asked for.
 */
export async function listParcels(
  ctx: Context,
  of: { readonly sellerKey: string } | { readonly pickupPointKey: string },
  { status, first, after }: ParcelListArgs,
): Promise<Page<Parcel>> {
  const size = pageSize(first);
  const isQueue = status?.length ? status.every((each) => !ENDED.has(each)) : false;
  const [at, key] = decodeCursor(after, ['instant', 'key']) ?? [];
  const beyond = isQueue ? '$gt' : '$lt';
  const following = at
    ? { $or: [{ placedAt: { [beyond]: new Date(at) } }, { placedAt: new Date(at), key: { [beyond]: key } }] }
    : {};
  const wanted = status?.length ? { status: { $in: status } } : { status: { $ne: 'HELD' as ParcelStatus } };
  const direction = isQueue ? 'asc' : 'desc';
  const parcels = await ctx.em
    .fork()
    .find(
      Parcel,
      { ...of, ...wanted, ...following },
      { orderBy: { placedAt: direction, key: direction }, limit: size + 1 },
    );
  return pageOf(parcels, size, after, (parcel) => encodeCursor([parcel.placedAt.toISOString(), parcel.key]));
}

/** What can be handed over at a point for a collect code, before the PIN is asked for; null when there is no such order. */
export async function orderToCollect(ctx: Context, pointId: string, typed: string): Promise<Collectable | null> {
  const pickupPointKey = keyOf('PickupPoint', pointId);
  const collectCode = readCode(typed, COLLECT_CODE_LETTERS);
  if (!pickupPointKey || !collectCode || !isOperator(ctx, { pickupPointKey })) return null;
  const em = ctx.em.fork();
  const order = await em.findOne(Order, { collectCode, pickupPointKey });
  if (!order) return null;
  const atPoint = { orderKey: order.key, status: { $in: ['AT_POINT', 'UNCOLLECTED'] as ParcelStatus[] } };
  const parcels = isCollectable(order) ? await em.find(Parcel, atPoint, { orderBy: { key: 'asc' } }) : [];
  const cashDue = order.paymentMethod === 'CASH' ? sumOf(parcels.filter(isDue)) : 0;
  const { key: orderKey, code: orderCode, buyerKey } = order;
  return { orderKey, orderCode, parcels, cashDue, buyerKey, pickupPointKey };
}

/** Cash that is still to be taken for a parcel, in rupiah; null when it is paid or has ended. */
export async function cashDueFor(ctx: Context, parcel: Parcel): Promise<number | null> {
  if (parcel.isSettled || ENDED.has(parcel.status)) return null;
  const order = await orderByKey(ctx, parcel.orderKey);
  return order?.paymentStatus === 'DUE_AT_POINT' ? parcel.total : null;
}
