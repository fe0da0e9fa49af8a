import { setTimeout as pause } from 'node:timers/promises';
import type { StaffLife } from './life.ts';

/** News of charges that nobody knows is looked into after an hour, $1 being the present: that hour is over. */
export const UNKNOWN_EARLY = `
  update payment_notification set received_at = $1::timestamptz - interval '61 minutes' where attempt_id is null and handled_at is null`;

/**
 * Deadlines that come early, $1 being the present: one or a few at a time, of what has stood for some seconds, so that most people still act in time.
 * The due time of a row and of its timer move together, as they were written; rows that somebody moves on meanwhile are left alone.
 */
const DUE: readonly string[] = [
  `with due as (
     select id from orders where payment_status = 'AWAITING' and placed_at < $1::timestamptz - interval '6 seconds' order by random() limit 1 for update skip locked
   ), moved as (update orders set pay_by = $1 from due where orders.id = due.id)
   update timer set due_at = $1 from due where order_id = due.id and kind = 'PAYMENT_DUE' and fired_at is null`,
  parcelsDue('WAITING', 'ANSWER_DUE', 'respond_by', 5),
  parcelsDue('ACCEPTED', 'DELIVERY_DUE', 'respond_by', 6),
  parcelsDue('PACKED', 'DELIVERY_DUE', 'respond_by', 10),
  parcelsDue('AT_POINT', 'HOLD_OVER', 'hold_until', 8),
  `with due as (select id from parcel where status = 'AT_POINT' order by random() limit 1)
   update timer set due_at = $1 from due where parcel_id = due.id and kind = 'RETURN_NEAR' and fired_at is null`,
  // Past complaint: handed over two days ago.
  `with due as (
     select id from parcel where status = 'COLLECTED' and moved_at between $1::timestamptz - interval '1 day' and $1::timestamptz - interval '8 seconds'
      order by random() limit 2 for update skip locked
   ), moved as (update parcel set moved_at = $1::timestamptz - interval '49 hours' from due where parcel.id = due.id)
   update timer set due_at = $1 from due where parcel_id = due.id and kind = 'RELEASE_MONEY' and fired_at is null`,
  disputesDue('OPEN', 'DISPUTE_ANSWER_DUE'),
  disputesDue('OFFERED', 'DISPUTE_OFFER_DUE'),
  `update payment_attempt set next_ask_at = $1 where id in (
     select id from payment_attempt where next_ask_at > $1 and created_at < $1::timestamptz - interval '3 seconds' order by random() limit 3)`,
  UNKNOWN_EARLY,
];

/** Jobs that repeat by the minute, hour or day. */
const REPEATING = [
  ...['orders.sweepTimers', 'payments.pollProvider', 'messaging.sweepOutbox', 'orders.sweepTimers', 'ledger.payWeekly'],
  ...['payments.reconcileDaily', 'payments.takeUpAgain', 'ledger.closeLedger'],
];

/** One that waits already keeps its place in the queue: moved to its end each time, it would never be done. */
const ADD_EARLY = `select graphile_worker.add_job($1, job_key => 'early ' || $1, job_key_mode => 'preserve_run_at')`;

/** Lets time pass for some, and the jobs that wait for it run, every second. */
export async function letTimePass({ clients, isOver, now }: StaffLife): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    await clients.look(DUE[turn % DUE.length]!, [now()]);
    await clients.look(DUE[(turn + 4) % DUE.length]!, [now()]);
    await clients.look(ADD_EARLY, [REPEATING[turn % REPEATING.length]]);
    await pause(500);
  }
}

function parcelsDue(status: string, timer: string, column: string, seconds: number): string {
  return `with due as (
     select id from parcel where status = '${status}' and moved_at < $1::timestamptz - interval '${seconds} seconds' order by random() limit 1 for update skip locked
   ), moved as (update parcel set ${column} = $1 from due where parcel.id = due.id)
   update timer set due_at = $1 from due where parcel_id = due.id and kind = '${timer}' and fired_at is null`;
}

function disputesDue(status: string, timer: string): string {
  return `with due as (
     select parcel_id from dispute where status = '${status}' and opened_at < $1::timestamptz - interval '4 seconds' order by random() limit 1 for update skip locked
   ), moved as (update dispute set due_by = $1 from due where dispute.parcel_id = due.parcel_id)
   update timer set due_at = $1 from due where timer.parcel_id = due.parcel_id and kind = '${timer}' and fired_at is null`;
}
