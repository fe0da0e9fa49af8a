import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { DatabaseLog } from '../../../api/platform/database/start-postmaster.ts';
import { processMark } from '../../../api/platform/running-process.ts';

export const isRoot = process.getuid?.() === 0;

/** A folder for the data folders of one test, which other accounts may pass through. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'berjubel-data-'));
  await chmod(folder, 0o711);
  return folder;
}

/** A log that keeps its lines. */
export function aLog(): DatabaseLog & { lines: string[] } {
  const lines: string[] = [];
  const keep = (line: unknown) => void lines.push(String(line));
  return { lines, info: keep, warn: keep, error: keep };
}

/** Another process that owns a data folder. */
export interface Owner {
  child: ChildProcess;
  urls: { owner: string; app: string; superuser: string };
  failure?: { name: string; message: string };
  /** kill -9, and nothing else. */
  kill(): Promise<void>;
  /** An orderly stop. */
  stop(): Promise<void>;
}

/** Starts a process that owns the data folder, and waits until it runs or has said why not. */
export async function anOwner(
  dataDir: string,
  options: { env?: NodeJS.ProcessEnv; uid?: number } = {},
): Promise<Owner> {
  const child = spawnOwner(dataDir, options);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const end = async (how: () => void) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    how();
    await exit;
  };
  return {
    ...JSON.parse(line),
    child,
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.stdin?.end()),
  };
}

/** The same, without waiting. */
export function spawnOwner(
  dataDir: string,
  { env = process.env, uid }: { env?: NodeJS.ProcessEnv; uid?: number } = {},
): ChildProcess {
  const script = fileURLToPath(new URL('./owner-process.ts', import.meta.url));
  const args = ['--import', 'tsx', script, dataDir, ...(uid ? [String(uid)] : [])];
  return spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** The pid of the server in a cluster's folder, alive or not. */
export function postmasterPid(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Rows of one statement over a connection of its own. */
export async function rows(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // the server is killed under it on purpose
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Waits for a condition, at most twenty seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not so within 20 s: ${condition}`);
    await pause(20);
  }
}

/** True while the process runs. */
export function isAlive(pid: number): boolean {
  return processMark(pid) !== undefined;
}

/** Ends what a test left running on a data folder and removes its files. */
export async function clearFolder(folder: string, clusters: string[] = []): Promise<void> {
  for (const cluster of clusters) {
    if (existsSync(join(cluster, 'cluster', 'postmaster.pid'))) {
      const pid = postmasterPid(cluster);
      if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
      await until(() => !isAlive(pid));
    }
    await rm(cluster, { recursive: true, force: true, maxRetries: 5 });
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
