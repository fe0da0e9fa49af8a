import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const onLinux = process.platform === 'linux';

/** A mark that tells this process from a later one with the same pid; undefined when no such process runs. */
export function processMark(pid: number): string | undefined {
  if (!onLinux) return ps(['-o', 'lstart=', '-p', String(pid)]) || undefined;
  const stat = readText(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAtTick] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return undefined; // killed, only not yet fetched by its parent
  return `${bootId()}:${startedAtTick}`;
}

/** Marks the run of the machine, and the set of processes that we see: a container sees only its own. */
export function processRealm(): { boot: string; processes: string } {
  return { boot: bootId(), processes: onLinux ? linkOf('/proc/self/ns/pid') : '' };
}

/** The command line of a running process, its parts divided by blanks; empty when there is none to read. */
export function processCommand(pid: number): string {
  if (processMark(pid) === undefined) return '';
  return onLinux ? linuxCommand(pid) : ps(['-ww', '-o', 'command=', '-p', String(pid)]);
}

/** Every running process whose command line fits, by pid. */
export function processesWhere(fits: (command: string) => boolean): number[] {
  if (onLinux) {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => fits(linuxCommand(pid)) && processMark(pid) !== undefined);
  }
  const lines = ps(['-axww', '-o', 'pid=,command=']).split('\n');
  const rows = lines.map((line) => /^\s*(\d+)\s+(.*)$/.exec(line)).filter((row) => row !== null);
  return rows.filter((row) => fits(row[2] ?? '')).map((row) => Number(row[1]));
}

/** Sends a signal; a process that has gone meanwhile is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id').trim(); // empty where there is none: the processes' marks must do
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // a sandbox that hides it
  }
}

function linuxCommand(pid: number): string {
  return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended while we looked, or is not ours to see
  }
}

function ps(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' } }).trim();
  } catch {
    return ''; // ps ends with 1 when nothing matches
  }
}
