import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Program } from './program.ts';

/** A run in which something was violated. */
export interface Failure {
  readonly seed: number;
  readonly bar: string;
  readonly commit: string;
  /** The first of what was found. */
  readonly violations: readonly string[];
  /** Where its histories lie. */
  readonly folder: string;
}

/** What was reached so far, over all calls of the command on one folder. */
export interface Reached {
  /** Seed of the next batch; each takes one. */
  nextSeed: number;
  /** Commits that the counts are of: one, unless counts were kept on purpose. */
  commits: string[];
  /** The sources of the last of them. */
  sources: string;
  /** Runs that failed, until they are forgotten on purpose. */
  failures: Failure[];
  /** Kills, restarts or deaths at marked points by bar, all of them without a violation. */
  counts: Record<string, number>;
  /** Kills of those that hit an open checkout or a job; none noted for a bar whose every death lies at a marked point. */
  hits: Record<string, number>;
  /** Marked points, with how often a process died there. */
  points: Record<string, number>;
  /** Mutants, with what caught each. */
  mutants: Record<string, string>;
  /** Longest time until a process was ready again by bar, in milliseconds. */
  longestRestartMs: Record<string, number>;
  longestUnknownMs: number;
}

/** The state of a folder; a fresh one begins with this seed. Of one that does not say of which program its counts are, the seed is kept. */
export function readState(file: string, seed: number, program: Program): Reached {
  const fresh = { nextSeed: seed, failures: [], ...nothingReached(program) };
  if (!existsSync(file)) return fresh;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Reached;
  return stored.sources ? stored : { ...fresh, nextSeed: stored.nextSeed };
}

/**
 * Counts are of one program: those of another are not added to. Gives what is to be said of it; null when it is the same one. Kept on purpose,
 * the counts say that they are of both. Failures stay in any case.
 */
export function fitCounts(state: Reached, program: Program, isKept: boolean): string | null {
  if (state.sources === program.sources) return null;
  const before = JSON.stringify(state.counts);
  const commits = state.commits.join(', ');
  if (isKept) {
    state.commits = [...new Set([...state.commits, program.commit])];
    state.sources = program.sources;
    return `counts of ${commits} are kept, and those of ${program.commit} are added: ${before}`;
  }
  Object.assign(state, nothingReached(program));
  return `counts are begun anew for ${program.commit}; those of ${commits} were ${before}`;
}

/** Of all kills of a bar so many must hit something, or the run shows nothing. */
const LEAST_HITS = 0.3;

/** Whether a bar shows nothing, as too few of its kills hit something. */
export function isVoid({ counts, hits }: Pick<Reached, 'counts' | 'hits'>, bar: string): boolean {
  const hit = hits[bar];
  return hit !== undefined && hit < LEAST_HITS * (counts[bar] ?? 0);
}

/** Takes a run that failed out of the list, by its seed, or begins a bar that is void again, by its name. Throws when there is nothing of the kind. */
export function forget(state: Reached, what: string): void {
  if (isVoid(state, what)) {
    for (const reached of [state.counts, state.hits, state.longestRestartMs]) delete reached[what];
    return;
  }
  const left = state.failures.filter(({ seed }) => String(seed) !== what);
  if (left.length === state.failures.length)
    throw new Error(`--forget ${what}: no run of this seed failed, and no bar of this name is void`);
  state.failures = left;
}

/** Writes the state so that a kill of this command leaves the old one or the new one. */
export function writeState(file: string, state: Reached): void {
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2));
  renameSync(`${file}.new`, file);
}

function nothingReached({ commit, sources }: Program): Omit<Reached, 'nextSeed' | 'failures'> {
  const none = { counts: {}, hits: {}, points: {}, mutants: {}, longestRestartMs: {}, longestUnknownMs: 0 };
  return { commits: [commit], sources, ...none };
}
