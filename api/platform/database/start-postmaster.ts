import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { StartError } from '../start-error.ts';
import { type ClusterPlace, ownAsFolder } from './cluster-place.ts';
import { saysDiskFull } from './disk-full.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/** Where start, restart and stop say what they do. */
export type DatabaseLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** How a server is run. */
export interface ServerPlan {
  place: ClusterPlace;
  binaries: PostgresBinaries;
  /** False only for throw-away data: commits no longer wait for the disk. */
  durable: boolean;
  maxConnections: number;
  log: DatabaseLog;
}

/** Another program listens on the port. */
export class PortTaken extends StartError {
  override name = 'PortTaken';
}

/** Something of the server that ran before still holds its shared memory or its pid file. */
export class NotYetGone extends StartError {
  override name = 'NotYetGone';
}

/** Starts PostgreSQL on 127.0.0.1 and waits until it takes connections, recovery included. Throws PortTaken, NotYetGone,
 *  or StartError with PostgreSQL's own words for anything else. */
export async function startPostmaster(plan: ServerPlan, port: number, ending?: AbortSignal): Promise<ChildProcess> {
  const { place, log } = plan;
  const { child, complaint } = spawnPostgres(plan, port);
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  for (let waited = 1; ; waited++) {
    if (failed) throw new StartError(`PostgreSQL cannot be started: ${failed.message}`, { cause: failed });
    if (hasEnded(child)) throw startFailure(complaint(), place, port);
    const file = readPostmasterFile(place.cluster);
    if (file?.pid === child.pid && file?.ready) return child;
    if (ending?.aborted) child.kill('SIGQUIT');
    if (waited % 250 === 0)
      log.info('PostgreSQL is still starting: after a crash it first repeats what it had not yet written.');
    await pause(20);
  }
}

/** True when the process has ended and was fetched. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port of 127.0.0.1 that is free now: the preferred one where possible. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred && (await portIfFree(preferred))) || (await portIfFree(0));
  if (!port) throw new StartError('PostgreSQL finds no free port on 127.0.0.1.');
  return port;
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

function spawnPostgres(plan: ServerPlan, port: number): { child: ChildProcess; complaint: () => string } {
  const path = join(plan.place.home, 'postgres.log');
  const grown = existsSync(path) && statSync(path).size > 20_000_000;
  const log = openSync(path, grown ? 'w' : 'a', 0o640);
  ownAsFolder(path);
  const before = statSync(path).size;
  try {
    const child = spawn(plan.binaries.postgres, ['-D', plan.place.cluster, ...settingArguments(plan, port)], {
      ...plan.place.runAs,
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC' }, // nothing inherited: PGPORT and its like would interfere
      stdio: ['ignore', log, log], // a file, not a pipe: it must not fail when this process is killed
      detached: true, // Ctrl-C reaches the terminal's whole group, and PostgreSQL must outlive the last requests
    });
    child.unref();
    return { child, complaint: () => readFileSync(path).subarray(before).toString() };
  } finally {
    closeSync(log);
  }
}

function settingArguments({ place, durable, maxConnections }: ServerPlan, port: number): string[] {
  const settings = {
    cluster_name: place.name,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '', // a socket's path may have some 100 characters, and a data folder lies deeper
    max_connections: maxConnections,
    password_encryption: 'scram-sha-256',
    shared_buffers: `${durable ? sharedMegabytes() : 128}MB`,
    work_mem: '32MB', // a word that a large market is full of has hundreds of thousands of hits
    max_parallel_workers_per_gather: 0, // many ask at once: each has a core at best
    max_wal_size: '512MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off', // our statements are short: compiling them costs more than it saves
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** An eighth of the machine's memory, 128 MB to 1 GB: what is searched often should not be read from files. */
function sharedMegabytes(): number {
  return Math.round(Math.min(1_024, Math.max(128, totalmem() / 2 ** 20 / 8)));
}

function startFailure(complaint: string, place: ClusterPlace, port: number): StartError {
  if (/could not bind .*Address already in use|could not create any TCP\/IP sockets/i.test(complaint)) {
    return new PortTaken(`PostgreSQL cannot listen on 127.0.0.1:${port}: another program has the port.`);
  }
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/i.test(complaint)) {
    return new NotYetGone(`A PostgreSQL that ran in ${place.cluster} before has not ended yet: stop it first.`);
  }
  if (saysDiskFull(complaint)) {
    return new StartError(`The disk is full: the database in ${place.base} cannot start.`);
  }
  const cause = /(?:FATAL|PANIC):\s*(.*)/.exec(complaint)?.[1] ?? complaint.trim().split('\n').at(-1);
  return new StartError(
    `PostgreSQL does not start: ${cause || 'it gave no reason'} (more in ${join(place.home, 'postgres.log')}).`,
  );
}
