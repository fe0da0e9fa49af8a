import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { canReach, type RunAs } from './postgres-account.ts';

/** Names, in a cluster's folder outside the data folder, the data folder that it serves. */
const BELONGS_TO = 'belongs-to';

/** Makes a folder outside of closed homes for the cluster of a data folder. A lasting place is preferred: many machines
 *  sweep old files from /var/tmp, and empty their temporary folder at a restart. */
export function makeElsewhere(dataDir: string, runAs: RunAs): string {
  for (const base of bases()) {
    if (!isWritable(base) || !canReach(base, runAs)) continue;
    const folder = join(base, `berjubel-${crypto.randomUUID()}`);
    mkdirSync(folder);
    chmodSync(folder, 0o711); // whatever the umask: the account passes through, others see no list
    writeFileSync(join(folder, BELONGS_TO), dataDir);
    return folder;
  }
  throw new StartError(
    'Found no folder for the database that its account can reach (tried /var/lib, /var/tmp and the temporary folder): set DATA_DIR to one outside of closed homes.',
  );
}

/** Makes the folder serve this data folder: it was moved. Refuses one that still serves another: then this one is a copy,
 *  and two programs would share one database. `stillUses` tells whether a data folder's record names this folder. */
export function claimElsewhere(folder: string, dataDir: string, stillUses: (otherDataDir: string) => boolean): void {
  const path = join(folder, BELONGS_TO);
  const owner = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  if (owner === dataDir) return;
  if (owner && stillUses(owner)) {
    throw new StartError(
      `${dataDir} is a copy of ${owner}, whose database lies in ${folder}: two programs cannot share it. Delete ${join(dataDir, 'postgres')} to start empty.`,
    );
  }
  writeFileSync(path, dataDir);
}

/** Folders that served this data folder before it was deleted and made anew. */
export function abandonedFolders(dataDir: string, inUse: string | undefined): string[] {
  const candidates = bases().flatMap((base) =>
    namesIn(base)
      .filter((name) => name.startsWith('berjubel-'))
      .map((name) => join(base, name)),
  );
  return candidates.filter((folder) => {
    const path = join(folder, BELONGS_TO);
    return folder !== inUse && existsSync(path) && readFileSync(path, 'utf8').trim() === dataDir;
  });
}

/** What may not be listed, as /var/tmp of a hardened machine, holds nothing that could be cleared. */
function namesIn(base: string): string[] {
  try {
    return readdirSync(base);
  } catch {
    return [];
  }
}

function bases(): string[] {
  const existing = ['/var/lib', '/var/tmp', tmpdir()].filter((base) => existsSync(base));
  return [...new Set(existing.map((base) => realpathSync(base)))];
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
