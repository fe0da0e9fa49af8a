import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { canReach, postgresAccount, type RunAs } from './postgres-account.ts';

/** What is remembered between starts, in a file that only its owner reads. */
export interface ClusterRecord {
  /** The folder that holds the cluster when the data folder cannot: see `placeCluster`. */
  elsewhere?: string;
  /** The port of the last start, tried first at the next. */
  port?: number;
  passwords: { superuser: string; owner: string; app: string };
}

/** Where the embedded PostgreSQL keeps its files, and as whom it runs. */
export interface ClusterPlace {
  /** Folder of the log and of the record, in the data folder. */
  home: string;
  /** Folder that holds `cluster` and, where needed, a copy of the programs. */
  base: string;
  /** PostgreSQL's own data folder; absent until `initdb` has finished. */
  cluster: string;
  /** Marks the processes of this cluster among others; at most 63 characters. */
  name: string;
  runAs: RunAs;
  record: ClusterRecord;
}

/** Decides where the cluster lies. Normally that is `<dataDir>/postgres`; under root, PostgreSQL runs as another account,
 *  and when that one cannot reach the data folder (a home of mode 700) the cluster gets a folder of its own elsewhere, and
 *  the record says where. Its name is random: a data folder that was deleted and made anew starts with a new cluster. */
export function placeCluster(dataDir: string): ClusterPlace {
  const home = join(dataDir, 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const record = readRecord(home) ?? { passwords: { superuser: password(), owner: password(), app: password() } };
  const known = record.elsewhere ?? home;
  const initialised = existsSync(join(known, 'cluster', 'PG_VERSION'));
  if (record.elsewhere && !initialised && existsSync(join(home, 'ready'))) {
    throw new StartError(
      `The database of ${dataDir} was kept in ${record.elsewhere} and is gone from there. Put it back, or delete ${home} to start empty.`,
    );
  }
  const runAs = postgresAccount(initialised ? join(known, 'cluster') : undefined);
  if (!initialised) record.elsewhere = canReach(home, runAs) ? undefined : folderElsewhere(runAs);
  const base = realpathSync(record.elsewhere ?? home);
  const cluster = join(base, 'cluster');
  const place = { home, base, cluster, name: clusterName(cluster), runAs, record };
  writeRecord(place);
  return place;
}

/** Keeps the record; whole or not at all. */
export function writeRecord({ home, record }: ClusterPlace): void {
  const path = join(home, 'embedded.json');
  writeFileSync(`${path}.draft`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}

/** Gives a file or folder to the account that runs PostgreSQL. */
export function giveTo(path: string, runAs: RunAs): void {
  if (runAs.uid !== undefined) chownSync(path, runAs.uid, runAs.gid);
}

function readRecord(home: string): ClusterRecord | undefined {
  const path = join(home, 'embedded.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ClusterRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** A lasting place is preferred: /var/tmp is swept of old files on many machines, and a temporary folder at restart. */
function folderElsewhere(runAs: RunAs): string {
  for (const base of ['/var/lib', '/var/tmp', tmpdir()]) {
    if (!existsSync(base) || !statSync(base).isDirectory() || !writable(base) || !canReach(base, runAs)) continue;
    const folder = join(realpathSync(base), `berjubel-${randomBytes(6).toString('hex')}`);
    mkdirSync(folder, { mode: 0o711 });
    chmodSync(folder, 0o711); // whatever the umask: the account passes through, others see no list
    return folder;
  }
  throw new StartError(
    'Found no folder for the database that its account can reach: set DATA_DIR to one outside of closed homes.',
  );
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function clusterName(cluster: string): string {
  return `berjubel-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
}

function password(): string {
  return randomBytes(24).toString('hex');
}
