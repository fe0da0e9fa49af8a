import { setTimeout as pause } from 'node:timers/promises';
import { UNKNOWN_EARLY } from '../people/time.ts';
import type { Stage } from './stage.ts';

/** How long nothing may get less, in milliseconds: a slow machine has as long as it needs. */
const PATIENCE_MS = 180_000;

/** All processes have read the moved clock after so many milliseconds, see shifted-clock.ts. */
const CLOCK_READ_MS = 100;
/** How long the evidence takes to gather at most, in milliseconds: what comes due meanwhile would look left undone. */
const GATHERING_MS = 20_000;

/** Jobs that wait for their turn or are being done, those that repeat left out. */
const WAITING = `
  select count(*)::int as waiting from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts < j.max_attempts and (j.locked_at is not null or j.run_at <= now())`;

/** What failed waits for longer and longer; on this stage it is tried again at once. A job that is just being written is left to the next look: neither waits for the other. */
const HURRY = `
  update graphile_worker._private_jobs set run_at = now() where id in (
    select id from graphile_worker._private_jobs
     where locked_at is null and run_at > now() and last_error is not null and attempts < max_attempts for update skip locked)`;

const NUDGE = `select graphile_worker.add_job(name) from unnest(array['orders.sweepTimers', 'payments.pollProvider', 'payments.takeUpAgain', 'messaging.sweepOutbox']) as name`;

const PENDING = `
  select (select count(*)::int from message where status = 'QUEUED') as messages,
         (select count(*)::int from payment_notification where handled_at is null) as notifications,
         (select count(*)::int from refund where status = 'DUE') as refunds,
         (select count(*)::int from payment_attempt where status in ('STARTING', 'UNKNOWN') or next_ask_at <= $1) as attempts`;

/**
 * Waits until nothing is under way any more: clocks move on by minutes so that pollers and postponed messages come to their turn,
 * jobs are done, and two looks in a row see the same. Gives a sentence when for long nothing gets less, null otherwise.
 */
export async function waitForQuiet(stage: Stage): Promise<string | null> {
  const patience = new Patience();
  let calm = 0;
  let seen = '';
  while (!patience.isOver()) {
    await stage.rows(HURRY);
    const isDrained = await drained(stage, patience);
    const isStill = (await Promise.all([stage.midtrans, stage.whatsapp].map(isStandInStill))).every(Boolean);
    const [pending] = await stage.rows<Record<string, number>>(PENDING, [stage.now()]);
    const left = Object.values(pending ?? {}).reduce((sum, number) => sum + number, 0);
    seen = JSON.stringify({ ...pending, isDrained, isStill });
    calm = isDrained && isStill && left === 0 ? calm + 1 : 0;
    if (calm === 2) return null;
    patience.see('pending', left + (isStill ? 0 : 1));
    stage.skip(180);
    await pause(CLOCK_READ_MS);
    await stage.rows(UNKNOWN_EARLY, [stage.now()]);
    await stage.rows(NUDGE);
  }
  return `not quiet, and nothing gets less: ${seen}`;
}

/** Whether what is due at a provider's stand-in is done, and nothing else will be before the evidence is gathered. */
async function isStandInStill(url: string): Promise<boolean> {
  const response = await fetch(`${url}/__sim/settled`);
  const { now, next } = (await response.json()) as { now: string; next: string | null };
  return next === null || Date.parse(next) - Date.parse(now) > GATHERING_MS;
}

async function drained(stage: Stage, patience: Patience): Promise<boolean> {
  while (!patience.isOver()) {
    const [row] = await stage.rows<{ waiting: number }>(WAITING);
    if (row?.waiting === 0) return true;
    patience.see('waiting', row?.waiting ?? 0);
    await stage.rows(HURRY);
    await pause(150);
  }
  return false;
}

/** How long it may take altogether, in milliseconds. */
const LONGEST_MS = 900_000;
/** So many more than before are a new wave, of timers that came due: its jobs are waited for as well. */
const WAVE = 20;

/** Runs out when for a while neither number that it sees fell below what it was since the last wave. */
class Patience {
  private readonly least = new Map<string, number>();
  private readonly end = performance.now() + LONGEST_MS;
  private deadline = performance.now() + PATIENCE_MS;

  see(what: string, number: number): void {
    const least = this.least.get(what) ?? Number.POSITIVE_INFINITY;
    if (number > least + WAVE) this.least.set(what, number);
    if (number >= least) return;
    this.least.set(what, number);
    this.deadline = performance.now() + PATIENCE_MS;
  }

  isOver(): boolean {
    return performance.now() >= Math.min(this.deadline, this.end);
  }
}
