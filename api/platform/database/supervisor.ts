import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, hasEnded, NotYetGone, PortTaken, type ServerPlan, startPostmaster } from './start-postmaster.ts';
import { clearTheWay, stopPostmaster } from './stop-postmaster.ts';

/** A PostgreSQL that is kept running. */
export interface SupervisedServer {
  port: number;
  /** Ends it for good; resolves when its processes are gone. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL, on the port of the last time where it is free, and starts it again on the same port whenever it ends
 *  by itself: killed, out of memory, crashed. Fails only when the first start does. */
export async function superviseServer(plan: ServerPlan): Promise<SupervisedServer> {
  if (await clearTheWay(plan.place)) plan.log.info('Stopped a PostgreSQL that an earlier run had left behind.');
  const first = await firstStart(plan);
  const ending = new AbortController();
  let current: ChildProcess | undefined = first.child;
  const watch = async (): Promise<void> => {
    while (current) {
      const startedAt = performance.now();
      if (!hasEnded(current)) await once(current, 'exit');
      if (ending.signal.aborted) return;
      plan.log.warn(
        `PostgreSQL ended by itself (${current.signalCode ?? `code ${current.exitCode}`}); starting it again.`,
      );
      const livedLong = performance.now() - startedAt > 10_000;
      current = await restart(plan, first.port, livedLong ? 0 : 200, ending.signal);
    }
  };
  const watching = watch();
  return {
    port: first.port,
    async stop() {
      ending.abort();
      current?.ref(); // or the process may end before it has heard that the server is gone
      if (current?.pid && !hasEnded(current)) await stopPostmaster(plan.place, current.pid);
      await watching;
      // A restart that was under way may have come through meanwhile.
      if (current?.pid && !hasEnded(current)) await stopPostmaster(plan.place, current.pid);
    },
  };
}

async function firstStart(plan: ServerPlan): Promise<{ child: ChildProcess; port: number }> {
  let preferred = plan.place.record.port;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(preferred);
    try {
      return { child: await startPostmaster(plan, port), port };
    } catch (error) {
      const passing = error instanceof PortTaken || error instanceof NotYetGone;
      if (!passing || attempt === 10) throw error;
      if (error instanceof PortTaken)
        preferred = undefined; // taken between our look and PostgreSQL's bind
      else await pause(attempt * 100);
    }
  }
}

/** Tries until it runs, after pauses that grow from a fifth of a second to five seconds. */
async function restart(
  plan: ServerPlan,
  port: number,
  firstPause: number,
  ending: AbortSignal,
): Promise<ChildProcess | undefined> {
  for (let wait = firstPause; ; wait = Math.min(Math.max(wait * 2, 200), 5_000)) {
    await pause(wait, undefined, { signal: ending, ref: false }).catch(() => {}); // told to stop while waiting
    if (ending.aborted) return undefined;
    try {
      await clearTheWay(plan.place);
      const child = await startPostmaster(plan, port, ending);
      plan.log.info('PostgreSQL runs again.');
      return child;
    } catch (error) {
      if (!ending.aborted) plan.log.error((error as Error).message);
    }
  }
}
