import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { MeasuredServer } from '../child.ts';

/** Milliseconds of CPU that the parties of a measurement have used so far. */
export interface CpuUsed {
  readonly api: number;
  readonly postgres: number;
  /** 0 where none runs on this machine. */
  readonly meilisearch: number;
  /** The program that asks. */
  readonly asking: number;
  /** All there was to use, busy or not. */
  readonly machine: number;
  /** Used by anybody. */
  readonly busy: number;
}

/** /proc counts in hundredths of a second. */
const TICK_MS = 10;

/** Reads what everybody has used; from /proc, so on Linux. */
export async function cpuUsed(api: MeasuredServer, admin: pg.Client): Promise<CpuUsed> {
  const processes = await readProcesses();
  const own = await admin.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = processes.get(own.rows[0]?.pid ?? 0)?.parent;
  const sum = (chosen: (each: Process, pid: number) => boolean): number =>
    [...processes].filter(([pid, each]) => chosen(each, pid)).reduce((all, [, { ms }]) => all + ms, 0);
  const { user, system } = process.cpuUsage();
  return {
    api: (await api.usage()).cpuMs,
    postgres:
      sum(({ parent }, pid) => parent === postmaster || pid === postmaster) +
      (processes.get(postmaster ?? 0)?.endedMs ?? 0),
    meilisearch: sum(({ name }) => name.startsWith('meilisearch')),
    asking: (user + system) / 1000,
    ...(await readMachine()),
  };
}

/** What each party used between two readings. */
export function usedBetween(before: CpuUsed, after: CpuUsed): CpuUsed {
  const names = Object.keys(before) as (keyof CpuUsed)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as unknown as CpuUsed;
}

interface Process {
  readonly name: string;
  readonly parent: number;
  readonly ms: number;
  /** Of its children that have ended. */
  readonly endedMs: number;
}

async function readProcesses(): Promise<ReadonlyMap<number, Process>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = async (pid: string): Promise<readonly [number, Process][]> => {
    // It may have ended since the list was read.
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const [, name, rest] = /\((.*)\) (.*)/.exec(text) ?? [];
    if (name === undefined || rest === undefined) return [];
    const fields = rest.split(' ').map(Number);
    const ticks = (from: number): number => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * TICK_MS;
    return [[Number(pid), { name, parent: fields[1] ?? 0, ms: ticks(11), endedMs: ticks(13) }]];
  };
  return new Map((await Promise.all(pids.map(read))).flat());
}

async function readMachine(): Promise<Pick<CpuUsed, 'machine' | 'busy'>> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((sum, each) => sum + each, 0);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { machine: all * TICK_MS, busy: (all - idle) * TICK_MS };
}
