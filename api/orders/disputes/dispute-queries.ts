import type { Context } from '../../platform/context.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../../platform/graphql/loader.ts';
import { maySeeSale } from '../order-access.ts';
import { orderByKey } from '../order-queries.ts';
import type { Parcel } from '../parcel.ts';
import { Dispute } from './dispute.ts';
import { DisputeLine } from './dispute-line.ts';
import type { DisputeListArgs } from './dispute-list-args.ts';
import { DisputeStatement } from './dispute-statement.ts';
import { LIVE_DISPUTES } from './dispute-status.ts';
import { complaintsEndAt } from './release-money.ts';

/** The dispute about a parcel, by the parcel's key; null when there is none. */
export const disputeOfParcel = defineLoader<string, Dispute | null>(async (ctx, parcelKeys) => {
  const disputes = await ctx.em.fork().find(Dispute, { parcelKey: { $in: [...parcelKeys] } });
  return inOrder(parcelKeys, disputes, ({ parcelKey }) => parcelKey);
});

/** A dispute by key, whoever asks; null when there is none. */
export const disputeByKey = defineLoader<string, Dispute | null>(async (ctx, keys) => {
  const disputes = await ctx.em.fork().find(Dispute, { key: { $in: [...keys] } });
  return inOrder(keys, disputes, ({ key }) => key);
});

/** What was said in a dispute, the oldest first; by its key. */
export const statementsOf = defineLoader<string, DisputeStatement[]>(async (ctx, keys) => {
  const statements = await ctx.em
    .fork()
    .find(DisputeStatement, { disputeKey: { $in: [...keys] } }, { orderBy: { at: 'asc', key: 'asc' } });
  const byDispute = Map.groupBy(statements, ({ disputeKey }) => disputeKey);
  return keys.map((key) => byDispute.get(key) ?? []);
});

/** The pieces that a dispute is about; by its key. */
export const disputeLinesOf = defineLoader<string, DisputeLine[]>(async (ctx, keys) => {
  const lines = await ctx.em.fork().find(DisputeLine, { disputeKey: { $in: [...keys] } }, { orderBy: { key: 'asc' } });
  const byDispute = Map.groupBy(lines, ({ disputeKey }) => disputeKey);
  return keys.map((key) => byDispute.get(key) ?? []);
});

/** Disputes by keys that the caller has a part in, in their order. */
export async function knownDisputes(ctx: Context, keys: readonly string[]): Promise<(Dispute | null)[]> {
  const disputes = await ctx.em.fork().find(Dispute, { key: { $in: [...keys] } });
  return inOrder(keys, disputes, ({ key }) => key).map((dispute) =>
    dispute && maySeeSale(ctx, dispute) ? dispute : null,
  );
}

/** A page of a shop's disputes, or of all: a queue with the oldest first where only live ones are asked for, else the latest first. */
export async function listDisputes(
  ctx: Context,
  of: { readonly sellerKey?: string },
  { status, first, after }: DisputeListArgs,
): Promise<Page<Dispute>> {
  const size = pageSize(first);
  const isQueue = status?.length ? status.every((each) => LIVE_DISPUTES.has(each)) : false;
  const [at, key] = decodeCursor(after, ['instant', 'key']) ?? [];
  const beyond = isQueue ? '$gt' : '$lt';
  const following = at
    ? { $or: [{ openedAt: { [beyond]: new Date(at) } }, { openedAt: new Date(at), key: { [beyond]: key } }] }
    : {};
  const wanted = status?.length ? { status: { $in: status } } : {};
  const direction = isQueue ? 'asc' : 'desc';
  const disputes = await ctx.em
    .fork()
    .find(
      Dispute,
      { ...of, ...wanted, ...following },
      { orderBy: { openedAt: direction, key: direction }, limit: size + 1 },
    );
  return pageOf(disputes, size, after, (each) => encodeCursor([each.openedAt.toISOString(), each.key]));
}

/** Until when a dispute about a parcel can be opened; null when it can not. */
export async function disputableUntil(ctx: Context, parcel: Parcel): Promise<Date | null> {
  if (parcel.status !== 'COLLECTED' || !parcel.isSettled || parcel.refundDue === parcel.total) return null;
  const until = complaintsEndAt(ctx, parcel);
  if (until <= ctx.clock.now() || (await disputeOfParcel(ctx, parcel.key))) return null;
  const order = await orderByKey(ctx, parcel.orderKey);
  return order?.paymentStatus === 'REVERSED' ? null : until;
}
