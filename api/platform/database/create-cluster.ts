import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { processesWhere, signal } from '../running-process.ts';
import { StartError } from '../start-error.ts';
import { type ClusterPlace, giveTo, writeRecord } from './cluster-place.ts';
import { saysDiskFull } from './disk-full.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** Makes the cluster: UTF-8 with PostgreSQL's own C.UTF-8 rules, whatever the machine's LANG says, so that text sorts and
 *  compares alike everywhere. It is made aside and renamed: a start killed midway begins again. */
export async function createCluster(place: ClusterPlace, binaries: PostgresBinaries, durable: boolean): Promise<void> {
  removeDrafts(place);
  const draft = join(place.base, `draft-${randomUUID()}`);
  const passwordFile = `${draft}-password`;
  const initdb = (libcLocale: string): Promise<string> => {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, place.runAs);
    return runInitdb(place, binaries, [
      `--pgdata=${draft}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${libcLocale}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
  };
  writeFileSync(passwordFile, place.record.passwords.superuser, { mode: 0o600 });
  giveTo(passwordFile, place.runAs);
  try {
    let trouble = await initdb('C.UTF-8');
    // Few systems lack this locale. It only guides the C library's classification of letters: C does nearly as well.
    if (/invalid locale name|locale name .* is not valid/i.test(trouble)) trouble = await initdb('C');
    if (trouble) throw initdbFailure(place, trouble);
    renameSync(draft, place.cluster);
    place.record.made = true;
    writeRecord(place);
  } finally {
    removeDrafts(place);
  }
}

/** Clears what killed starts left: an initdb that may still be writing, and its folder. */
function removeDrafts({ base }: ClusterPlace): void {
  for (const pid of processesWhere((command) => command.includes(`--pgdata=${join(base, 'draft-')}`)))
    signal(pid, 'SIGKILL');
  for (const name of readdirSync(base).filter((entry) => entry.startsWith('draft-'))) {
    rmSync(join(base, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Refuses a cluster that another major version of PostgreSQL made. */
export function requireSameVersion(place: ClusterPlace, major: string): void {
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new StartError(
    `The database in ${place.cluster} was made by PostgreSQL ${made}, and this is ${major}: see the upgrade notes, or choose another DATA_DIR.`,
  );
}

/** What initdb complained about; empty when all went well. */
async function runInitdb(place: ClusterPlace, binaries: PostgresBinaries, args: string[]): Promise<string> {
  const env = { LC_ALL: 'C', TZ: 'UTC' }; // nothing inherited: PGDATA and its like would interfere
  const child = spawn(binaries.initdb, args, { ...place.runAs, cwd: '/', env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [complaint, code] = await Promise.all([text(child.stderr), ended]);
  return code === 0 ? '' : complaint.trim() || `initdb ended with ${code}`;
}

function initdbFailure(place: ClusterPlace, trouble: string): StartError {
  if (saysDiskFull(trouble)) return new StartError(`The disk is full: the database in ${place.base} cannot be made.`);
  const cause = trouble.split('\n').find((line) => /error:|fatal:/i.test(line)) ?? trouble;
  return new StartError(`The database in ${place.base} cannot be made: ${cause.trim()}`);
}
