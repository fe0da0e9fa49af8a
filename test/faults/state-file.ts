import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What was reached so far, over all calls of the command on one folder. */
export interface Reached {
  /** Seed of the next batch; each takes one. */
  nextSeed: number;
  /** Kills, restarts or passings by bar, all of them without a violation. */
  counts: Record<string, number>;
  /** Kills of those that hit an open checkout or a job. */
  hits: Record<string, number>;
  /** Marked points, with how often a process died there. */
  points: Record<string, number>;
  /** Mutants, with what caught each. */
  mutants: Record<string, string>;
  longestRestartMs: number;
  longestUnknownMs: number;
}

/** The state of a folder; a fresh one begins with this seed. */
export function readState(file: string, seed: number): Reached {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Reached;
  return { nextSeed: seed, counts: {}, hits: {}, points: {}, mutants: {}, longestRestartMs: 0, longestUnknownMs: 0 };
}

/** Writes the state so that a kill of this command leaves the old one or the new one. */
export function writeState(file: string, state: Reached): void {
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2));
  renameSync(`${file}.new`, file);
}
