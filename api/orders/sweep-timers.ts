import { refreshPayment } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { defineJob } from '../platform/jobs/define-job.ts';
import { fireTimer } from './fire-timer.ts';
import { SWEEP_JOB, wakeSweep } from './start-timers.ts';
import type { TimerKind } from './timer.ts';

/** Timers looked at in one statement. */
const BATCH = 100;
/** Timers fired at the same time: there is one sweep at a time, and most of them ask the payment provider first. */
const AT_ONCE = 4;

interface Due {
  id: string;
  due_at: Date;
  kind: TimerKind;
  /** Payment to ask about first; null for other kinds and for orders that have been paid or ended. */
  payment_id: string | null;
}

/**
 * Fires every timer that is due, the oldest first, and has itself woken for the next one. One that fails is left for the next sweep and
 * holds up no other.
 */
export const sweepTimers = defineJob<Record<string, never>>({
  name: SWEEP_JOB,
  on: [],
  payload: () => ({}),
  attempts: 1, // the next minute is the next try
  cron: '* * * * *',
  async run(_payload, ctx) {
    let last: Due | null = null;
    for (;;) {
      const now = ctx.clock.now();
      const batch: Due[] = await dueAfter(ctx, now, last);
      for (let at = 0; at < batch.length; at += AT_ONCE)
        await Promise.all(batch.slice(at, at + AT_ONCE).map((due) => tryToFire(ctx, due)));
      if (batch.length < BATCH) return wakeForNext(ctx, now);
      last = batch.at(-1)!;
    }
  },
});

function dueAfter(ctx: Context, now: Date, last: Due | null): Promise<Due[]> {
  return ctx.read.rows<Due>(
    `select t.id, t.due_at, t.kind, p.id as payment_id
       from timer t
       left join orders o on t.kind = 'PAYMENT_DUE' and o.id = t.order_id and o.payment_status = 'AWAITING'
        and o.pay_by <= $1
       left join payment p on p.reference = o.id
      where t.fired_at is null and t.due_at <= $1 and (t.due_at, t.id) > ($2::timestamptz, $3::uuid)
      order by t.due_at, t.id limit ${BATCH}`,
    [now, last?.due_at ?? '-infinity', last?.id ?? '00000000-0000-0000-0000-000000000000'],
    'orders-due-timers',
  );
}

/** The longest pause between two sweeps, in milliseconds, as long as any timer is to fire; so that the queue's own clock is not all that deadlines hang on. */
const LONGEST_PAUSE_MS = 60_000;

/** Wakes the sweep for the first timer that was not due when it looked last, or within a minute when that is far off. */
async function wakeForNext(ctx: Context, now: Date): Promise<void> {
  const [next] = await ctx.read.rows<{ due_at: Date }>(
    'select due_at from timer where fired_at is null and due_at > $1 order by due_at, id limit 1',
    [now],
    'orders-next-timer',
  );
  const latest = new Date(now.getTime() + LONGEST_PAUSE_MS);
  if (next) await inTransaction(ctx, async (tx) => wakeSweep(tx, next.due_at < latest ? next.due_at : latest));
}

async function tryToFire(ctx: Context, due: Due): Promise<void> {
  try {
    // The money may have come in without our having heard: an order is not ended before the provider has been asked.
    if (due.payment_id && !(await refreshPayment(ctx, due.payment_id))) return;
    await fireTimer(ctx, due.id);
  } catch (error) {
    ctx.log.error({ err: error, timerKey: due.id, kind: due.kind }, 'a timer failed, the next sweep tries again');
  }
}
