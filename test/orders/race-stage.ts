import { fireTimer } from '../../api/orders/fire-timer.ts';
import { lockOrder } from '../../api/orders/lock-order.ts';
import { moveParcels } from '../../api/orders/move-parcels.ts';
import type { ParcelRole } from '../../api/orders/order-access.ts';
import { PARCEL_TRANSITIONS, type ParcelTransitionName } from '../../api/orders/parcel-transitions.ts';
import type { TimerKind } from '../../api/orders/timer.ts';
import { type Actor, type Context, SYSTEM } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import type { MarketWorld } from '../support/market-world.ts';
import { booksOf } from './books.ts';
import { orderNow } from './journeys.ts';
import { parcelsOf, roomOf, stockOf } from './read-back.ts';
import { type RefundStage, refundsOf } from './refunds/refund-stage.ts';

/** What became of an act: DONE, or the code with which it was refused. A fault is thrown on. */
export function said(outcome: PromiseSettledResult<unknown>): string {
  if (outcome.status === 'fulfilled') return 'DONE';
  if (outcome.reason instanceof DomainError) return outcome.reason.code;
  throw outcome.reason;
}

/** Who acts in a part. */
export function actorOf({ buyer, seller, curator, market }: RefundStage, role: ParcelRole): Actor {
  const actors = { SYSTEM, BUYER: buyer.actor, SELLER: seller.actor, CURATOR: curator.actor };
  return role === 'OPERATOR' ? market.operator.actor : actors[role];
}

/** Has a transaction act for somebody else than it was opened for. */
export function acting(world: MarketWorld, tx: Tx, actor: Actor): Tx {
  return Object.assign(tx, { context: world.context(actor) });
}

/** Moves all parcels of an order by a row of the table, for who is the first that may, up to the commit. */
export function moving(world: MarketWorld, staged: RefundStage, name: ParcelTransitionName) {
  return async (tx: Tx): Promise<void> => {
    const [role] = PARCEL_TRANSITIONS[name].by;
    acting(world, tx, actorOf(staged, role));
    const locked = (await lockOrder(tx, staged.order.key))!;
    if (name === 'reject') for (const parcel of locked.parcels) parcel.rejectReason = 'Rusak';
    await moveParcels(tx, locked, name, locked.parcels, role);
  };
}

/** Moves them by one row after another, each committed. */
export async function moveOn(
  world: MarketWorld,
  staged: RefundStage,
  names: readonly ParcelTransitionName[],
): Promise<void> {
  for (const name of names) await inTransaction(world.context(), moving(world, staged, name));
}

/** Fires a timer of an order when all its times are over. */
export async function fireLate(world: MarketWorld, { order }: RefundStage, kind: TimerKind): Promise<boolean> {
  const [timer] = await world
    .context()
    .read.rows<{ id: string }>('select id from timer where order_id = $1 and kind = $2', [order.key, kind]);
  const later = new Date(world.clock.now().getTime() + 40 * 24 * 3_600_000);
  const ctx: Context = { ...world.context(), clock: { now: () => later } };
  return fireTimer(ctx, timer!.id);
}

/** All that acts on an order of one parcel change: where both stand, goods, room, money, what was told and what a curator has to do. */
export async function leftOf(world: MarketWorld, staged: RefundStage) {
  const { market, order } = staged;
  const [parcel] = await parcelsOf(world, market, order);
  const { status, shelf, rejectReason, droppedAt } = parcel!;
  const { paymentStatus, fulfilment } = await orderNow(world, order);
  const namesIn = async (sql: string): Promise<string[]> =>
    (await world.context().read.rows<{ name: string }>(sql, [order.key])).map(({ name }) => name);
  return {
    parcel: { status, shelf, rejectReason, droppedAt },
    order: { paymentStatus, fulfilment },
    stock: await stockOf(world, market),
    room: await roomOf(world, market),
    refunds: await refundsOf(world, staged),
    books: await booksOf(world, order),
    told: await namesIn(`select name from event where subject->>'orderKey' = $1 order by name`),
    tasks: await namesIn(`select kind as name from task where subject->>'orderKey' = $1 order by kind`),
  };
}
