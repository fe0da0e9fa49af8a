import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processCommand, processesWhere, processMark, signal } from '../running-process.ts';
import { StartError } from '../start-error.ts';
import type { ClusterPlace } from './cluster-place.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** How the server is run. */
export interface ServerSettings {
  /** False only for throw-away data: commits no longer wait for the disk. */
  durable: boolean;
  maxConnections: number;
}

/** A running PostgreSQL. */
export interface Postmaster {
  child: ChildProcess;
  port: number;
}

/** Starts PostgreSQL on 127.0.0.1 and waits until it takes connections, recovery included. Throws PortTaken when another
 *  program has the port, and StartError with PostgreSQL's own words for anything else. */
export async function startPostmaster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  settings: ServerSettings,
  port: number,
): Promise<Postmaster> {
  const logPath = join(place.home, 'postgres.log');
  const log = openSync(logPath, existsSync(logPath) && statSync(logPath).size > 20_000_000 ? 'w' : 'a', 0o640);
  const logStart = statSync(logPath).size;
  // A group of its own: Ctrl-C reaches every process of the terminal's group, and PostgreSQL must outlive the requests.
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...settingArguments(place, settings, port)], {
    ...place.runAs,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failed: Error | undefined;
  child.once('error', (error) => (failed = error));
  for (;;) {
    if (failed) throw new StartError(`PostgreSQL cannot be started: ${failed.message}`, { cause: failed });
    if (child.exitCode !== null || child.signalCode !== null)
      throw startFailure(readFileSync(logPath).subarray(logStart).toString(), place, port);
    const file = readPostmasterFile(place.cluster);
    if (file?.pid === child.pid && file?.ready) return { child, port };
    await pause(20);
  }
}

/** Another program listens on the port. */
export class PortTaken extends StartError {
  override name = 'PortTaken';
}

/** A port of 127.0.0.1 that is free now: the preferred one where possible. */
export async function freePort(preferred?: number): Promise<number> {
  for (const port of preferred ? [preferred, 0] : [0]) {
    const got = await new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = server.address();
        server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
      });
    });
    if (got) return got;
  }
  throw new StartError('PostgreSQL finds no free port on 127.0.0.1.');
}

/** Stops a postmaster: open transactions are rolled back, data is written. One that does not end in time is cut off; it
 *  recovers at its next start. */
export async function stopPostmaster(place: ClusterPlace, pid: number): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name);
    if (await goneWithin(milliseconds, () => processMark(pid) === undefined)) break;
  }
  await clearLeftovers(place);
}

/** Makes way for a start: stops a PostgreSQL that outlived its Berjubel, and the processes that outlived their postmaster
 *  (they hold its shared memory, and it would not start). Only to be called by who holds the lock of the data folder. */
export async function clearTheWay(place: ClusterPlace): Promise<'nothing ran' | 'stopped an orphan'> {
  const file = readPostmasterFile(place.cluster);
  const command = file ? processCommand(file.pid) : '';
  const runsThere = file && command.includes(`-D ${file.cluster} `);
  if (!file || !command) return (await clearLeftovers(place)) ? 'stopped an orphan' : 'nothing ran';
  if (runsThere && !isCopied(place, file)) {
    await stopPostmaster(place, file.pid);
    return 'stopped an orphan';
  }
  if (!runsThere && /postgres/.test(command)) {
    throw new StartError(`Another PostgreSQL (process ${file.pid}) uses ${place.cluster}: stop it first.`);
  }
  rmSync(join(place.cluster, 'postmaster.pid')); // the number now belongs to another program, or to the folder we are a copy of
  await clearLeftovers(place);
  return 'nothing ran';
}

/** Ends what is left of this cluster's processes; true when there was something. */
export async function clearLeftovers(place: ClusterPlace): Promise<boolean> {
  const left = () =>
    processesWhere(
      (command) => command.includes(`cluster_name=${place.name}`) || command.startsWith(`postgres: ${place.name}:`),
    );
  let found = false;
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    const pids = left();
    if (pids.length === 0) return found;
    found = true;
    for (const pid of pids) signal(pid, name);
    await goneWithin(3_000, () => left().length === 0);
  }
  return found;
}

interface PostmasterFile {
  pid: number;
  cluster: string;
  ready: boolean;
}

function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, cluster: lines[1] ?? '', ready: lines[7]?.trim() === 'ready' } : undefined;
}

/** A data folder copied while PostgreSQL ran carries a file that speaks of the original. */
function isCopied(place: ClusterPlace, file: PostmasterFile): boolean {
  return file.cluster !== place.cluster && readPostmasterFile(file.cluster)?.pid === file.pid;
}

function settingArguments(place: ClusterPlace, { durable, maxConnections }: ServerSettings, port: number): string[] {
  const settings = {
    cluster_name: place.name,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '', // their path has a limit of some 100 characters, which a data folder may pass
    max_connections: maxConnections,
    password_encryption: 'scram-sha-256',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function startFailure(log: string, place: ClusterPlace, port: number): StartError {
  if (/could not bind .*Address already in use|could not create any TCP\/IP sockets/i.test(log)) {
    return new PortTaken(`PostgreSQL cannot listen on 127.0.0.1:${port}: another program has the port.`);
  }
  if (/No space left on device/i.test(log))
    return new StartError(`The disk is full: the database in ${place.base} cannot start.`);
  const cause = /(?:FATAL|PANIC):\s*(.*)/.exec(log)?.[1] ?? log.trim().split('\n').at(-1);
  return new StartError(
    `PostgreSQL does not start: ${cause || 'it gave no reason'} (more in ${join(place.home, 'postgres.log')}).`,
  );
}

async function goneWithin(milliseconds: number, gone: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 25) {
    if (gone()) return true;
    await pause(25);
  }
  return gone();
}
