import type { Context } from '../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { ORDER_CODE_LETTERS, readCode } from './codes.ts';
import { Order } from './order.ts';
import { isBuyer } from './order-access.ts';
import { OrderLine } from './order-line.ts';
import { Parcel } from './parcel.ts';

/** An order by key, whoever asks; null when there is none. */
export const orderByKey = defineLoader<string, Order | null>(async (ctx, keys) => {
  const orders = await ctx.em.fork().find(Order, { key: { $in: [...keys] } });
  return inOrder(keys, orders, ({ key }) => key);
});

/** The parcels of an order, in order of their keys. */
export const parcelsOfOrder = defineLoader<string, Parcel[]>(async (ctx, orderKeys) => {
  const orderKey = { $in: [...orderKeys] };
  const parcels = await ctx.em.fork().find(Parcel, { orderKey }, { orderBy: { key: 'asc' } });
  const byOrder = Map.groupBy(parcels, (parcel) => parcel.orderKey);
  return orderKeys.map((key) => byOrder.get(key) ?? []);
});

/** The lines of a parcel, in their order. */
export const linesOfParcel = defineLoader<string, OrderLine[]>(async (ctx, parcelKeys) => {
  const parcelKey = { $in: [...parcelKeys] };
  const lines = await ctx.em.fork().find(OrderLine, { parcelKey }, { orderBy: { position: 'asc' } });
  const byParcel = Map.groupBy(lines, (line) => line.parcelKey);
  return parcelKeys.map((key) => byParcel.get(key) ?? []);
});

/** The order with this code, as typed, whoever asks; null when there is none. */
export async function orderByCode(ctx: Context, typed: string): Promise<Order | null> {
  const code = readCode(typed, ORDER_CODE_LETTERS, 'BJ');
  return code ? ctx.em.fork().findOne(Order, { code: `BJ-${code}` }) : null;
}

/** The caller's own order with this code, as typed; null when it is not there or not theirs. */
export async function ownOrderByCode(ctx: Context, typed: string): Promise<Order | null> {
  const order = await orderByCode(ctx, typed);
  return order && isBuyer(ctx, order) ? order : null;
}

/** The caller's orders, the latest first. */
export async function ownOrders(
  ctx: Context,
  first: number | null | undefined,
  after: string | null | undefined,
): Promise<Page<Order>> {
  const size = pageSize(first);
  const [at, key] = decodeCursor(after, ['instant', 'key']) ?? [];
  const earlier = at
    ? { $or: [{ placedAt: { $lt: new Date(at) } }, { placedAt: new Date(at), key: { $lt: String(key) } }] }
    : {};
  const orders = await ctx.em
    .fork()
    .find(
      Order,
      { buyerKey: ctx.actor.key!, ...earlier },
      { orderBy: { placedAt: 'desc', key: 'desc' }, limit: size + 1 },
    );
  return pageOf(orders, size, after, (order) => encodeCursor([order.placedAt.toISOString(), order.key]));
}

/** Orders by keys that the caller placed, in their order. */
export function ownOrdersByKeys(ctx: Context, keys: readonly string[]): Promise<(Order | null)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const order = await orderByKey(ctx, key);
      return order && isBuyer(ctx, order) ? order : null;
    }),
  );
}
