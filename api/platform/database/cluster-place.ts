import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { claimElsewhere, makeElsewhere } from './elsewhere.ts';
import { canReach, postgresAccount, type RunAs } from './postgres-account.ts';

/** What is remembered between starts, in a file that only its owner reads. */
interface ClusterRecord {
  /** The folder that holds the cluster when the data folder cannot: see `placeCluster`. */
  elsewhere?: string;
  /** The cluster has been made. */
  made?: true;
  /** The port of the last start, tried first at the next. */
  port?: number;
  passwords: { superuser: string; owner: string; app: string };
}

/** Where the embedded PostgreSQL keeps its files, and as whom it runs. */
export interface ClusterPlace {
  /** Folder of the log and of the record, in the data folder. */
  home: string;
  /** Folder that holds `cluster` and, where needed, a copy of the programs: `home`, or one elsewhere. */
  base: string;
  /** PostgreSQL's own data folder; absent until it is wholly made. */
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
  const home = homeIn(dataDir);
  mkdirSync(home, { recursive: true });
  const record = readRecord(home) ?? { passwords: { superuser: password(), owner: password(), app: password() } };
  const place = existsSync(join(record.elsewhere ?? home, 'cluster', 'PG_VERSION'))
    ? knownPlace(dataDir, record)
    : newPlace(dataDir, record);
  writeRecord(place);
  return place;
}

/** Keeps the record; whole or not at all. */
export function writeRecord({ home, record }: ClusterPlace): void {
  const path = recordIn(home);
  writeFileSync(`${path}.draft`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  ownAsFolder(`${path}.draft`);
  renameSync(`${path}.draft`, path);
}

/** Gives a file to whom its folder belongs: after one start as root, the folder's owner must be able to start again. */
export function ownAsFolder(path: string): void {
  const { uid, gid } = statSync(dirname(path));
  if (process.getuid?.() === 0 && statSync(path).uid !== uid) chownSync(path, uid, gid);
}

/** Gives a file or folder to the account that runs PostgreSQL. */
export function giveTo(path: string, runAs: RunAs): void {
  if (runAs.uid !== undefined) chownSync(path, runAs.uid, runAs.gid);
}

/** The name that marks the processes of the cluster in this folder. */
export function clusterName(cluster: string): string {
  return `berjubel-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`;
}

function knownPlace(dataDir: string, record: ClusterRecord): ClusterPlace {
  const home = homeIn(dataDir);
  const { elsewhere } = record;
  if (elsewhere) claimElsewhere(elsewhere, dataDir, (other) => readRecord(homeIn(other))?.elsewhere === elsewhere);
  const base = elsewhere ?? home;
  const runAs = postgresAccount(join(base, 'cluster'));
  if (!canReach(base, runAs)) {
    throw new StartError(
      `PostgreSQL runs as user ${runAs.uid}, who cannot reach ${base}: open the folders above it (chmod o+x).`,
    );
  }
  return describe(home, base, runAs, record);
}

function newPlace(dataDir: string, record: ClusterRecord): ClusterPlace {
  const home = homeIn(dataDir);
  if (record.made) {
    throw new StartError(
      `The database of ${dataDir} is gone from ${record.elsewhere ?? home}. Put it back, or delete ${home} to start empty.`,
    );
  }
  const runAs = postgresAccount();
  if (canReach(home, runAs)) record.elsewhere = undefined;
  else if (!record.elsewhere || !existsSync(record.elsewhere)) record.elsewhere = makeElsewhere(dataDir, runAs);
  return describe(home, record.elsewhere ?? home, runAs, record);
}

function describe(home: string, folder: string, runAs: RunAs, record: ClusterRecord): ClusterPlace {
  const base = realpathSync(folder);
  const cluster = join(base, 'cluster');
  return { home, base, cluster, name: clusterName(cluster), runAs, record };
}

function readRecord(home: string): ClusterRecord | undefined {
  const path = recordIn(home);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ClusterRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(`Cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
}

function homeIn(dataDir: string): string {
  return join(dataDir, 'postgres');
}

function recordIn(home: string): string {
  return join(home, 'embedded.json');
}

function password(): string {
  return randomBytes(24).toString('hex');
}
