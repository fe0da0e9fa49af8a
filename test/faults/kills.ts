import { setTimeout as pause } from 'node:timers/promises';
import type { Randomness } from '../../simulators/stage/randomness.ts';
import type { Clients } from './people/client.ts';
import type { ProcessName, Stage } from './stage/stage.ts';
import { comesUnderWay, isUnderWay } from './under-way.ts';

/** What can be killed. */
export type Target = ProcessName | 'postgres';

/** How kills went. */
export interface Kills {
  /** By target. */
  readonly done: Map<Target, number>;
  /** Kills under which a checkout was open, or a job was being done; null where every death lies at a marked point, and there is nothing to hit. */
  hits: number | null;
  /** Longest time from a kill until the process was ready again, in milliseconds. */
  longestRestartMs: number;
}

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
  let hits = 0;
  const coming = new Map<Target, Promise<void>>();
  for (let killed = 0; killed < count; ) {
    await pause(LEAST_BETWEEN_MS + random.below(mostBetweenMs - LEAST_BETWEEN_MS));
    const ready = targets.filter((target) => !coming.has(target));
    // At least one web process stays, or nothing is under way that could be hit.
    const drawn = ready[random.below(ready.length)];
    const isLastWeb = drawn?.startsWith('web') && (coming.has('web 1') || coming.has('web 2'));
    if (!drawn || isLastWeb) continue;
    const isHit = killed % 2 === 0 ? await comesUnderWay(clients, drawn) : await isUnderWay(clients, drawn);
    if (isHit) hits += 1;
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
  return { ...kills, hits };
}

/** Kills one and has it run again; gives the time that took, in milliseconds. */
export async function kill(stage: Stage, target: Target): Promise<number> {
  const began = performance.now();
  if (target === 'postgres') {
    process.kill(stage.postmasterPid(), 'SIGKILL');
    await untilItAnswers(stage);
    stage.postgresWasKilled();
  } else {
    const child = stage.child(target);
    child?.signal('SIGKILL');
    await child?.over;
    await stage.start(target);
  }
  return performance.now() - began;
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
