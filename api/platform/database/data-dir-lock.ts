import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processMark } from '../running-process.ts';
import { StartError } from '../start-error.ts';

const LOCK = 'berjubel.lock';

/** Another Berjubel already runs on this folder. */
export class DataDirInUseError extends StartError {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `Berjubel already runs in ${dataDir} (process ${pid}). Stop it first, or choose another folder with DATA_DIR.`,
    );
    this.name = 'DataDirInUseError';
  }
}

/** The right to use a data folder, held until it is released. */
export interface DataDirLock {
  release(): void;
}

/** Takes the data folder for this process. A lock whose holder was killed is taken over; a living holder is refused with
 *  DataDirInUseError. The folder must exist. */
export function lockDataDir(dataDir: string): DataDirLock {
  const path = join(dataDir, LOCK);
  const mine = JSON.stringify({
    dataDir,
    pid: process.pid,
    mark: processMark(process.pid),
    nonce: randomBytes(8).toString('hex'),
  });
  // Of several starts at once one links its file; the others find it there, look again, and see a living holder.
  for (let attempt = 0; attempt < 20; attempt++) {
    if (putLock(path, mine)) return { release: () => removeLock(path, mine) };
    const found = readLock(path);
    if (found === undefined) continue; // released between the two looks
    const holder = livingHolder(found);
    if (holder && !isCopied(found, holder, dataDir)) throw new DataDirInUseError(dataDir, holder.pid);
    removeLock(path, found);
  }
  throw new StartError(`The lock ${path} cannot be taken: other starts keep changing it.`);
}

/** True when the lock is now ours. The content is written first and linked afterwards: nobody sees half a lock. */
function putLock(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    return putLockWithoutLinks(path, content); // a file system that has no hard links
  } finally {
    rmSync(draft, { force: true });
  }
}

function putLockWithoutLinks(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock only if it is the one we looked at: another start may have replaced it since. */
function removeLock(path: string, expected: string): void {
  if (readLock(path) !== expected) return;
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readLock(aside) !== expected) {
    try {
      linkSync(aside, path); // not the one: put it back
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

interface Holder {
  pid: number;
  dataDir: string;
}

/** Who holds the lock, if that process still lives; a lock cut short by a full disk is held by nobody. */
function livingHolder(content: string): Holder | undefined {
  try {
    const { pid, mark, dataDir } = JSON.parse(content);
    return mark !== undefined && processMark(pid) === mark ? { pid, dataDir } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A data folder copied while its program ran carries the lock of the original. */
function isCopied(content: string, holder: Holder, dataDir: string): boolean {
  return holder.dataDir !== dataDir && readLock(join(holder.dataDir, LOCK)) === content;
}
