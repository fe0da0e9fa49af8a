import { setTimeout as pause } from 'node:timers/promises';
import type { Kills } from '../kills.ts';
import type { Clients } from '../people/client.ts';
import { diedAt } from '../stage/fallen.ts';
import type { ProcessName } from '../stage/stage.ts';
import { type Maker, type MarkedPoint, pointKey } from './points.ts';

/** How long nobody may come past any of the points that are left, in milliseconds, while the other process neither dies nor comes back. */
const PATIENCE_MS = 120_000;

/** What came of the points that were armed: how often a process died at each. */
export interface PointsReached {
  readonly reached: Map<string, number>;
  readonly missed: string[];
}

/** Who dies for whom. The other web process stays, so that whoever got no answer gets one at once. */
const DYING: Readonly<Record<Maker, ProcessName>> = { web: 'web 1', worker: 'worker' };

/**
 * Has a process die at each of these points, as often as it is listed, at its first passing and at its second by turns. All that are left are armed
 * at once; the process dies at whichever comes first, and is started again. One death counts for all names of its commit. Web and worker die side by
 * side. After so long (milliseconds) it ends: what is left is for another stage.
 */
export function dieAtPoints(
  points: readonly MarkedPoint[],
  { reached, missed }: PointsReached,
  longestMs = Number.POSITIVE_INFINITY,
) {
  return async (clients: Clients): Promise<Kills> => {
    const end = performance.now() + longestMs;
    let lastChangeAt = performance.now();
    const isVain = (): boolean => performance.now() > Math.min(end, lastChangeAt + PATIENCE_MS);
    const kills: Kills = { done: new Map(), hits: null, longestRestartMs: 0 };
    const along = async (maker: Maker): Promise<void> => {
      const process = DYING[maker];
      const own = points.filter((each) => each.maker === maker);
      for (let left = leftOf(own, reached); left.length > 0 && performance.now() < end; left = leftOf(own, reached)) {
        const readyMs = await startAnew(clients, process, armedAt(left, reached));
        lastChangeAt = performance.now();
        kills.longestRestartMs = Math.max(kills.longestRestartMs, readyMs);
        const points = await deathOf(clients, process, isVain);
        if (points === null) {
          if (performance.now() < end) missed.push(...left.map(pointKey));
          break;
        }
        lastChangeAt = performance.now();
        for (const point of points) add(reached, pointKey({ maker, point }));
        kills.done.set(process, (kills.done.get(process) ?? 0) + 1);
      }
      await startAnew(clients, process, {});
    };
    await Promise.all([along('web'), along('worker')]);
    return kills;
  };
}

/** Each point once that was not reached as often as it is listed. */
function leftOf(points: readonly MarkedPoint[], reached: ReadonlyMap<string, number>): MarkedPoint[] {
  const byKey = Map.groupBy(points, pointKey);
  return [...byKey].flatMap(([key, wanted]) => ((reached.get(key) ?? 0) < wanted.length ? wanted.slice(0, 1) : []));
}

function armedAt(points: readonly MarkedPoint[], reached: ReadonlyMap<string, number>): Record<string, string> {
  const armed = points.map((each) => `${each.point}#${1 + ((reached.get(pointKey(each)) ?? 0) % 2)}`);
  return { CRASH_AT: armed.join('\n') };
}

async function startAnew({ stage }: Clients, process: ProcessName, more: Record<string, string>): Promise<number> {
  const child = stage.child(process);
  child?.signal('SIGKILL');
  await child?.over;
  return stage.start(process, more);
}

/** The points at which it ended; null when it lives on and waiting is in vain, or ended elsewhere, which the stage tells. */
async function deathOf({ stage }: Clients, process: ProcessName, isVain: () => boolean): Promise<string[] | null> {
  const child = stage.child(process);
  if (!child) return null;
  while (!isVain()) {
    const last = await Promise.race([child.last, pause(500, null)]);
    if (last !== null) return diedAt(last);
  }
  return null;
}

function add(reached: Map<string, number>, key: string): void {
  reached.set(key, (reached.get(key) ?? 0) + 1);
}
