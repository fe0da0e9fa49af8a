import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ClusterPlace } from './cluster-place.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import {
  clearLeftovers,
  clearTheWay,
  freePort,
  PortTaken,
  type Postmaster,
  type ServerSettings,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';

/** Where start, restart and stop say what they do. */
export type DatabaseLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** A PostgreSQL that is kept running. */
export interface SupervisedServer {
  port: number;
  /** Ends it for good; resolves when its processes are gone. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL and starts it again, on the same port, whenever it ends by itself: killed, out of memory, crashed.
 *  Fails only when the first start does. */
export async function superviseServer(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  settings: ServerSettings,
  log: DatabaseLog,
): Promise<SupervisedServer> {
  if ((await clearTheWay(place)) === 'stopped an orphan')
    log.info('Stopped a PostgreSQL that an earlier run had left behind.');
  let running: Postmaster | undefined = await firstStart(place, binaries, settings);
  const { port } = running;
  const ending = new AbortController();
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted && running) {
      const code = await ended(running);
      running = undefined;
      if (ending.signal.aborted) return;
      log.warn(`PostgreSQL ended by itself (${code}); starting it again.`);
      running = await restart(place, binaries, settings, port, ending.signal, log);
    }
  };
  const watching = watch();
  return {
    port,
    async stop() {
      ending.abort();
      if (running?.child.pid) await stopPostmaster(place, running.child.pid);
      await watching;
      // A restart that was under way when we were told to stop has come to its end by now.
      if (running?.child.pid) await stopPostmaster(place, running.child.pid);
    },
  };
}

async function firstStart(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  settings: ServerSettings,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPostmaster(place, binaries, settings, await freePort(place.record.port));
    } catch (error) {
      // Between our look and PostgreSQL's bind another program may take the port.
      if (!(error instanceof PortTaken) || attempt === 5) throw error;
      place.record.port = undefined;
    }
  }
}

/** Tries until it runs, after pauses that grow from a tenth of a second to five seconds. */
async function restart(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  settings: ServerSettings,
  port: number,
  ending: AbortSignal,
  log: DatabaseLog,
): Promise<Postmaster | undefined> {
  for (let wait = 100; !ending.aborted; wait = Math.min(wait * 2, 5_000)) {
    try {
      await clearLeftovers(place);
      const started = await startPostmaster(place, binaries, settings, port);
      log.info('PostgreSQL runs again.');
      return started;
    } catch (error) {
      log.error(`${(error as Error).message} Trying again in ${wait} ms.`);
      await pause(wait, undefined, { signal: ending, ref: false }).catch(() => {}); // told to stop while waiting
    }
  }
  return undefined;
}

function ended({ child }: Postmaster): Promise<string> {
  const how = () => child.signalCode ?? `exit code ${child.exitCode}`;
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(how());
  return new Promise((resolve) => child.once('exit', () => resolve(how())));
}
