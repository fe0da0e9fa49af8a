import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Randomness } from '../../simulators/stage/randomness.ts';
import type { Clients } from './people/client.ts';
import type { ProcessName, Stage } from './stage/stage.ts';

/** What can be killed. */
export type Target = ProcessName | 'postgres';

/** How kills went. */
export interface Kills {
  /** By target. */
  readonly done: Map<Target, number>;
  /** Kills under which a checkout was open, or a job was being done. */
  hits: number;
  /** Longest time from a kill until the process was ready again, in milliseconds. */
  longestRestartMs: number;
}

/** How long a kill waits for something to hit, in milliseconds. */
const PATIENCE_MS = 5000;
/** Milliseconds that are waited before a kill at least. */
export const LEAST_BETWEEN_MS = 250;
/** Milliseconds that are waited before a kill at most, when nothing else is asked; again when what is drawn then may not be killed just now. */
export const USUAL_BETWEEN_MS = 1250;

/**
 * Kills targets at random instants, none before it is ready again, until there were so many; then all run again. Every other kill waits a little for something
 * that it can hit: answers are so quick that few random instants do.
 */
export async function killAtRandom(
  clients: Clients,
  targets: readonly Target[],
  count: number,
  random: Randomness,
  mostBetweenMs = USUAL_BETWEEN_MS,
): Promise<Kills> {
  const { stage } = clients;
  const kills: Kills = { done: new Map(), hits: 0, longestRestartMs: 0 };
  const coming = new Map<Target, Promise<void>>();
  for (let killed = 0; killed < count; ) {
    await pause(LEAST_BETWEEN_MS + random.below(mostBetweenMs - LEAST_BETWEEN_MS));
    const ready = targets.filter((target) => !coming.has(target));
    // At least one web process stays, or nothing is under way that could be hit.
    const drawn = ready[random.below(ready.length)];
    const isLastWeb = drawn?.startsWith('web') && (coming.has('web 1') || coming.has('web 2'));
    if (!drawn || isLastWeb) continue;
    const isHit = killed % 2 === 0 ? await comesUnderWay(clients, drawn) : await isUnderWay(clients, drawn);
    if (isHit) kills.hits += 1;
    const restarted = kill(stage, drawn).then((restartMs) => {
      kills.longestRestartMs = Math.max(kills.longestRestartMs, restartMs);
      coming.delete(drawn);
    });
    coming.set(drawn, restarted);
    kills.done.set(drawn, (kills.done.get(drawn) ?? 0) + 1);
    killed += 1;
    if (drawn === 'postgres') await restarted;
  }
  await Promise.all(coming.values());
  return kills;
}

/** Kills one and has it run again; gives the time that took, in milliseconds. */
export async function kill(stage: Stage, target: Target): Promise<number> {
  const began = performance.now();
  if (target === 'postgres') {
    process.kill(postmasterPid(stage), 'SIGKILL');
    await untilItAnswers(stage);
  } else {
    const child = stage.child(target);
    child?.signal('SIGKILL');
    await child?.over;
    await stage.start(target);
  }
  return performance.now() - began;
}

function postmasterPid({ databaseFolder }: Stage): number {
  return Number(readFileSync(join(databaseFolder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Resolves when PostgreSQL takes connections again. */
export async function untilItAnswers(stage: Stage): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await pause(50)) {
    const answers = await stage.rows('select 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
  }
  throw new Error('PostgreSQL does not answer within a minute');
}

/** Waits until a kill of this target hits something; false when nothing came within some seconds. */
async function comesUnderWay(clients: Clients, target: Target): Promise<boolean> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(5))
    if (await isUnderWay(clients, target)) return true;
  return false;
}

/** Whether a kill of this target hits something: a checkout at a web process, a job at the worker, either at the database. */
async function isUnderWay({ openCheckouts, stage }: Clients, target: Target): Promise<boolean> {
  if (target === 'web 1') return openCheckouts[0]! > 0;
  if (target === 'web 2') return openCheckouts[1]! > 0;
  if (target === 'postgres') return openCheckouts[0]! + openCheckouts[1]! > 0;
  const [row] = await stage.rows<{ jobs: number }>(
    'select count(*)::int as jobs from graphile_worker._private_jobs where locked_at is not null',
  );
  return (row?.jobs ?? 0) > 0;
}
