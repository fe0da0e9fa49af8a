import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself into its data folder while it runs (and leaves there when it is killed). */
export interface PostmasterFile {
  pid: number;
  /** The data folder as it was named when the server started. */
  cluster: string;
  /** It takes connections. */
  ready: boolean;
}

/** Reads `postmaster.pid`; undefined when there is none or it is only half written. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, cluster: lines[1] ?? '', ready: lines[7]?.trim() === 'ready' } : undefined;
}
