import type { Tx } from '../platform/database/transaction.ts';
import type { LockedOrder } from './lock-order.ts';
import type { Parcel } from './parcel.ts';
import { Timer, type TimerKind } from './timer.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Depok's clock is seven hours ahead of UTC, all year. */
const WIB = 7 * HOUR;
/** The reminder goes out at nine in the morning of the day before the last: so long before the end of the last day. */
const REMINDER_BEFORE_END = DAY + 15 * HOUR;
/** An uncollected parcel may wait so many days for its seller before a curator looks after it: its money stays undecided as long. */
const UNCOLLECTED_DAYS = 14;

/** Name of the job that sweeps timers; a wake-up is one run of it, a little early is no harm. */
export const SWEEP_JOB = 'orders.sweepTimers';

/** Starts these timers for parcels that have just moved, and notes their due times on the parcels. */
export async function startTimers(
  tx: Tx,
  { order }: LockedOrder,
  parcels: readonly Parcel[],
  kinds: readonly TimerKind[],
): Promise<void> {
  const now = tx.context.clock.now().getTime();
  const { answerHours, deliveryHours, releaseHours } = tx.context.orderSettings;
  for (const kind of kinds) {
    if (kind === 'HOLD_OVER') {
      const holdUntil = await endOfHolding(tx, order.pickupPointKey, now);
      for (const parcel of parcels) parcel.holdUntil = holdUntil;
      start(tx, kind, order.key, parcels, holdUntil);
      const remindAt = new Date(holdUntil.getTime() - REMINDER_BEFORE_END);
      if (remindAt.getTime() > now) start(tx, 'RETURN_NEAR', order.key, parcels, remindAt);
    } else if (kind === 'ANSWER_DUE' || kind === 'DELIVERY_DUE') {
      const hours = kind === 'ANSWER_DUE' ? answerHours : deliveryHours;
      const respondBy = new Date(now + hours * HOUR);
      for (const parcel of parcels) parcel.respondBy = respondBy;
      start(tx, kind, order.key, parcels, respondBy);
    } else if (kind === 'UNCOLLECTED_LONG') {
      start(tx, kind, order.key, parcels, new Date(now + UNCOLLECTED_DAYS * DAY));
    } else if (kind === 'RELEASE_MONEY') {
      start(tx, kind, order.key, parcels, new Date(now + releaseHours * HOUR));
    }
  }
}

/** Starts the timer that ends an order which is not paid by then. */
export function startPaymentTimer(tx: Tx, orderKey: string, payBy: Date): void {
  start(tx, 'PAYMENT_DUE', orderKey, [null], payBy);
}

/** Starts a timer about one parcel. */
export function startTimer(tx: Tx, kind: TimerKind, orderKey: string, parcelKey: string, dueAt: Date): void {
  start(tx, kind, orderKey, [{ key: parcelKey }], dueAt);
}

function start(
  tx: Tx,
  kind: TimerKind,
  orderKey: string,
  parcels: readonly ({ readonly key: string } | null)[],
  dueAt: Date,
): void {
  if (parcels.length === 0) return;
  for (const parcel of parcels) tx.persist(Timer.starting(kind, orderKey, parcel?.key ?? null, dueAt));
  wakeSweep(tx, dueAt);
}

/** Has timers swept as soon as one is due, besides every minute. */
export function wakeSweep(tx: Tx, dueAt: Date): void {
  tx.queued.push({ name: SWEEP_JOB, payload: {}, key: null, line: null, attempts: 1, runAt: dueAt });
}

/** The end of the last holding day, by the clock of Depok: people count days, not hours. */
async function endOfHolding(tx: Tx, pointKey: string, now: number): Promise<Date> {
  const [point] = await tx.execute<{ holding_days: number }[]>('select holding_days from pickup_point where id = ?', [
    pointKey,
  ]);
  const today = Math.floor((now + WIB) / DAY);
  return new Date((today + point!.holding_days + 1) * DAY - WIB);
}
