import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { type ClusterPlace, clusterName, placeCluster, writeRecord } from './cluster-place.ts';
import { createCluster, requireSameVersion } from './create-cluster.ts';
import { type DataDirLock, lockDataDir } from './data-dir-lock.ts';
import { APP_ROLE, createDatabase, dropDatabase, ensureRoles, OWNER_ROLE } from './database-roles.ts';
import { abandonedFolders } from './elsewhere.ts';
import { type PostgresBinaries, usableBinaries } from './postgres-binaries.ts';
import type { DatabaseLog } from './start-postmaster.ts';
import { clearTheWay } from './stop-postmaster.ts';
import { type SupervisedServer, superviseServer } from './supervisor.ts';

export interface EmbeddedPostgresOptions {
  /** The program's data folder, made when missing. The cluster lies in its `postgres` folder. */
  dataDir: string;
  log: DatabaseLog;
  /** False only for data that may be lost: commits no longer wait for the disk. True by default. */
  durable?: boolean;
  /** 100 by default. */
  maxConnections?: number;
}

/** A PostgreSQL of our own, listening on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  port: number;
  /** The folder with the database's files: in the data folder, or elsewhere when its account cannot reach that one. */
  folder: string;
  /** Connection address of the role that owns the tables and migrates. */
  ownerUrl(database: string): string;
  /** Connection address of the role under which the program runs. */
  appUrl(database: string): string;
  superuserUrl(database: string): string;
  /** Makes a database of the owner's, with the extensions and the application role's rights; a copy of `template` where
   *  given. One that already exists is left as it is. */
  createDatabase(name: string, options?: { template?: string }): Promise<void>;
  /** Drops a database and cuts the connections to it. */
  dropDatabase(name: string): Promise<void>;
  /** Stops the server and gives the data folder free. Connections are cut, what was committed is kept. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a data folder, making the cluster the first time, and keeps it running until `stop`. Clears up
 *  after a killed program by itself. Throws DataDirInUseError when Berjubel already runs there, and StartError for what
 *  the operator can mend. It sets no exit hooks: when this process ends without `stop`, the server lives on, and the next
 *  start ends it first. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { lock, dataDir } = await takeDataDir(options.dataDir);
  try {
    const place = await orStartError(dataDir, async () => placeCluster(dataDir));
    const server = await startServer(place, options);
    return describeServer(place, server, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startServer(place: ClusterPlace, options: EmbeddedPostgresOptions): Promise<SupervisedServer> {
  const { log, durable = true, maxConnections = 100 } = options;
  const binaries: PostgresBinaries = await usableBinaries(place.runAs, place.base);
  if (existsSync(place.cluster)) requireSameVersion(place, binaries.major);
  else {
    log.info(`Making the database in ${place.base} (only the first time).`);
    await createCluster(place, binaries, durable);
  }
  await clearAbandoned(place, log);
  const server = await superviseServer({ place, binaries, durable, maxConnections, log });
  place.record.port = server.port;
  try {
    writeRecord(place);
    await ensureRoles(
      urlFor('postgres', place.record.passwords.superuser, server.port)('postgres'),
      place.record.passwords,
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** A data folder that was deleted and made anew may have left a cluster elsewhere: its server is stopped, its files are
 *  left to the operator. */
async function clearAbandoned({ home, record }: ClusterPlace, log: DatabaseLog): Promise<void> {
  for (const folder of abandonedFolders(dirname(home), record.elsewhere)) {
    const cluster = join(folder, 'cluster');
    await clearTheWay({ cluster, name: clusterName(cluster) });
    log.warn(`${folder} holds the database of an earlier ${dirname(home)}, which was deleted: delete it as well.`);
  }
}

function describeServer(place: ClusterPlace, server: SupervisedServer, lock: DataDirLock): EmbeddedPostgres {
  const { passwords } = place.record;
  const superuserUrl = urlFor('postgres', passwords.superuser, server.port);
  let stopping: Promise<void> | undefined;
  return {
    port: server.port,
    folder: place.base,
    superuserUrl,
    ownerUrl: urlFor(OWNER_ROLE, passwords.owner, server.port),
    appUrl: urlFor(APP_ROLE, passwords.app, server.port),
    createDatabase: (name, { template } = {}) => createDatabase(superuserUrl, name, template),
    dropDatabase: (name) => dropDatabase(superuserUrl, name),
    stop: () => (stopping ??= server.stop().finally(() => lock.release())),
  };
}

function takeDataDir(wanted: string): Promise<{ lock: DataDirLock; dataDir: string }> {
  return orStartError(wanted, async () => {
    mkdirSync(wanted, { recursive: true });
    const dataDir = realpathSync(wanted);
    return { lock: await lockDataDir(dataDir), dataDir };
  });
}

/** File system refusals in the operator's words. */
async function orStartError<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof StartError || !code) throw error;
    const reasons: Record<string, string> = {
      EACCES: 'no permission',
      EPERM: 'no permission',
      EROFS: 'the file system is read-only',
      ENOSPC: 'the disk is full',
      EDQUOT: 'the disk quota is used up',
      ENOTDIR: 'a part of the path is a file',
      EEXIST: 'it is a file, not a folder',
    };
    throw new StartError(`Cannot write in the data folder ${dataDir}: ${reasons[code] ?? code}.`, { cause: error });
  }
}

function urlFor(role: string, password: string, port: number): (database: string) => string {
  return (database) => `postgres://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
