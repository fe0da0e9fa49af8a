import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processMark, processRealm } from '../running-process.ts';
import { StartError } from '../start-error.ts';

const LOCK = 'berjubel.lock';
const BEAT_MILLISECONDS = 2_000;

/** Another Berjubel already runs on this folder. */
export class DataDirInUseError extends StartError {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
    host?: string,
  ) {
    const where = host ? ` on ${host}` : '';
    super(
      `Berjubel already runs in ${dataDir} (process ${pid}${where}). Stop it first, or choose another folder with DATA_DIR.`,
    );
    this.name = 'DataDirInUseError';
  }
}

/** The right to use a data folder, held until it is released. */
export interface DataDirLock {
  release(): void;
}

/** Takes the data folder for this process. A lock whose holder was killed is taken over; a living holder is refused with
 *  DataDirInUseError. A holder on another machine or in another container, whose processes we do not see, lives while it
 *  touches its lock: to tell takes three beats. The folder must exist. */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = join(dataDir, LOCK);
  const holder: Holder = {
    dataDir,
    pid: process.pid,
    mark: processMark(process.pid),
    ...processRealm(),
    host: hostname(),
  };
  const mine = JSON.stringify({ ...holder, nonce: randomBytes(8).toString('hex') });
  // Of several starts at once one links its file; the others find it there, look again, and see a living holder.
  for (let attempt = 0; attempt < 20; attempt++) {
    if (putLock(path, mine)) return hold(path, mine);
    const found = readLock(path);
    if (found === undefined) continue; // released between the two looks
    await refuseLivingHolder(path, found, holder);
    removeLock(path, found);
  }
  throw new StartError(`The lock ${path} cannot be taken: other starts keep changing it.`);
}

interface Holder {
  dataDir: string;
  pid: number;
  mark: string | undefined;
  /** The run of the machine, and the set of processes that see each other: a container has its own. */
  boot: string;
  processes: string;
  host: string;
}

function hold(path: string, mine: string): DataDirLock {
  const beat = setInterval(() => {
    const now = Date.now() / 1_000;
    if (readLock(path) === mine) utimesSync(path, now, now);
  }, BEAT_MILLISECONDS).unref();
  return {
    release() {
      clearInterval(beat);
      removeLock(path, mine);
    },
  };
}

async function refuseLivingHolder(path: string, found: string, us: Holder): Promise<void> {
  const holder = parseHolder(found);
  if (!holder || isCopied(found, holder, us.dataDir)) return;
  const restarted = holder.boot !== us.boot && holder.host === us.host;
  const seen = restarted || (holder.boot === us.boot && holder.processes === us.processes);
  if (seen) {
    if (holder.mark !== undefined && processMark(holder.pid) === holder.mark)
      throw new DataDirInUseError(us.dataDir, holder.pid);
  } else if (await beats(path)) throw new DataDirInUseError(us.dataDir, holder.pid, holder.host);
}

/** True when the lock is touched while we watch. Compared with itself: clocks of machines differ. */
async function beats(path: string): Promise<boolean> {
  const touched = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const before = touched();
  await pause(3 * BEAT_MILLISECONDS);
  const after = touched();
  return after !== undefined && after !== before;
}

/** A data folder copied while its program ran carries the lock of the original. The same folder under another path
 *  (a bind mount) is no copy. */
function isCopied(found: string, holder: Holder, dataDir: string): boolean {
  const original = join(holder.dataDir, LOCK);
  return readLock(original) === found && !isSameFile(original, join(dataDir, LOCK));
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one, { throwIfNoEntry: false }), statSync(other, { throwIfNoEntry: false })];
  return a?.ino === b?.ino && a?.dev === b?.dev;
}

/** A lock cut short by a full disk is held by nobody. */
function parseHolder(content: string): Holder | undefined {
  try {
    return JSON.parse(content) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True when the lock is now ours. The content is written first and linked afterwards: nobody sees half a lock. */
function putLock(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, content, { mode: 0o644 });
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
  if (readLock(aside) !== expected) putBack(aside, path);
  rmSync(aside, { force: true });
}

/** Between our look and our rename another start took the lock: it is theirs. */
function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
