import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startProgram } from './program.ts';

/** A data folder of one test file's own, with the demo market in it. */
export interface SeededFolder {
  readonly dataDir: string;
  remove(): Promise<void>;
}

/** Longest time that the first file needs to fill the market, on a busy machine. */
const PATIENCE_MS = 240_000;

/**
 * A folder with the demo market, as `npm start` leaves it. The first test file of a run that asks fills one; each gets a copy,
 * so that files neither wait for the filling twice nor lean on each other.
 */
export async function aSeededFolder(): Promise<SeededFolder> {
  const original = await fillOnce();
  const folder = await aFolder();
  const dataDir = join(folder, 'data');
  await promisify(execFile)('cp', ['-a', original, dataDir]);
  return { dataDir, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A new folder for data; under root PostgreSQL runs as another account, which must get through. */
export async function aFolder(name = 'berjubel-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  await chmod(folder, 0o711);
  return folder;
}

async function fillOnce(): Promise<string> {
  const run = join(runFolder(), 'seeded');
  const dataDir = join(run, 'data');
  const ready = join(run, 'ready');
  try {
    await mkdir(run);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await waitFor(ready);
    return dataDir;
  }
  await chmod(run, 0o711);
  const program = await startProgram({ DATA_DIR: dataDir });
  await program.stop();
  await writeFile(ready, '');
  return dataDir;
}

async function waitFor(file: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(200)) {
    if (await stat(file).catch(() => null)) return;
  }
  throw new Error('another test file did not finish filling the market');
}

function runFolder(): string {
  const { folder } = JSON.parse(process.env.BERJUBEL_TEST_DATABASE ?? '{}') as { folder?: string };
  if (!folder) throw new Error('No folder of the test run: run the tests with vitest, whose global set-up makes it.');
  return folder;
}
