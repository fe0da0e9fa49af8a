import type { Tx } from '../platform/database/transaction.ts';
import { lineOfRepeating } from '../platform/jobs/repeating-jobs.ts';
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

/** Name of the job that sweeps timers every minute, and when it is woken. */
export const SWEEP_JOB = 'orders.sweepTimers';
/** What is due later than this, in milliseconds, is seen by one of the next sweeps, which come every minute or a little late. */
const FAR_OFF_MS = 120_000;
/** Sweeps that are woken come no closer than this to what wakes them, in milliseconds. */
const LEAST_PAUSE_MS = 1000;

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

/**
 * Has timers swept as soon as this one is due. What is far off is left to the sweep of a minute before it, which wakes the next itself:
 * a job for each deadline would fill the queue with as many as there are orders. All wakes share one job, which runs at the earliest.
 */
export function wakeSweep(tx: Tx, dueAt: Date): void {
  const wait = dueAt.getTime() - tx.context.clock.now().getTime();
  if (wait > FAR_OFF_MS) return;
  const pauseMs = Math.max(wait, LEAST_PAUSE_MS);
  const line = lineOfRepeating(SWEEP_JOB);
  tx.queued.push({ name: SWEEP_JOB, payload: {}, key: 'wake', line, attempts: 1, runAt: null, pauseMs });
}

/** The end of the last holding day, by the clock of Depok: people count days, not hours. */
async function endOfHolding(tx: Tx, pointKey: string, now: number): Promise<Date> {
  const [point] = await tx.execute<{ holding_days: number }[]>('select holding_days from pickup_point where id = ?', [
    pointKey,
  ]);
  const today = Math.floor((now + WIB) / DAY);
  return new Date((today + point!.holding_days + 1) * DAY - WIB);
}
