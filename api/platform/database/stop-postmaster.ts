import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processCommand, processesWhere, processMark, signal } from '../running-process.ts';
import { StartError } from '../start-error.ts';
import type { ClusterPlace } from './cluster-place.ts';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.ts';

type Cluster = Pick<ClusterPlace, 'cluster' | 'name'>;

/** Stops a postmaster: open transactions are rolled back, data is written. One that does not end in time is cut off; it
 *  recovers at its next start. */
export async function stopPostmaster(place: Cluster, pid: number): Promise<void> {
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const;
  for (const [name, milliseconds] of steps) {
    signal(pid, name);
    if (await goneWithin(milliseconds, () => processMark(pid) === undefined)) break;
  }
  await clearLeftovers(place);
}

/** Makes way for a start: stops a PostgreSQL that outlived its Berjubel, and the processes that outlived their postmaster
 *  (they hold its shared memory, and it would not start). True when something ran. Throws StartError when the cluster
 *  is used by a server that is not ours. Only to be called by who holds the lock of the data folder. */
export async function clearTheWay(place: Cluster): Promise<boolean> {
  const file = readPostmasterFile(place.cluster);
  const command = file ? processCommand(file.pid) : '';
  if (!file || !command) return clearLeftovers(place);
  const runsThere = command.includes(`-D ${file.cluster} `);
  if (runsThere && !isCopied(place, file)) {
    await stopPostmaster(place, file.pid);
    return true;
  }
  if (!runsThere && /postgres|postmaster/.test(command)) {
    throw new StartError(`Another PostgreSQL (process ${file.pid}) uses ${place.cluster}: stop it first.`);
  }
  // The pid now belongs to another program, or to the folder of which this one is a copy.
  rmSync(join(place.cluster, 'postmaster.pid'));
  return clearLeftovers(place);
}

/** Ends what is left of this cluster's processes; true when there was something. */
async function clearLeftovers({ name }: Cluster): Promise<boolean> {
  const isOurs = (command: string) =>
    command.includes(`cluster_name=${name}`) || command.startsWith(`postgres: ${name}:`);
  let found = false;
  for (const signalName of ['SIGQUIT', 'SIGKILL'] as const) {
    const pids = processesWhere(isOurs);
    if (pids.length === 0) return found;
    found = true;
    for (const pid of pids) signal(pid, signalName);
    await goneWithin(3_000, () => processesWhere(isOurs).length === 0);
  }
  return found;
}

/** A data folder copied while PostgreSQL ran carries a file that speaks of the original. The same folder under another
 *  path (a bind mount) is no copy. */
function isCopied(place: Cluster, file: PostmasterFile): boolean {
  if (readPostmasterFile(file.cluster)?.pid !== file.pid) return false; // it was moved
  return statSync(file.cluster).ino !== statSync(place.cluster).ino;
}

async function goneWithin(milliseconds: number, gone: () => boolean): Promise<boolean> {
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    if (gone()) return true;
    await pause(25);
  }
  return gone();
}
