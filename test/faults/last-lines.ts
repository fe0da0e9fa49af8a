import { MUTANTS } from './mutants/mutants.ts';
import { POINTS, pointKey } from './points/points.ts';
import { isVoid, type Reached } from './state-file.ts';

/** F1: a process is ready again within this time. No violation: the machine may be slow. */
const READY_AGAIN_MS = 5000;

/** What is said at the end of a call of the command. */
export interface LastLines {
  readonly lines: readonly string[];
  /** Whether it says of something that it is not as it must be. */
  readonly isRed: boolean;
}

/** What was reached, and what is red: failed runs that nobody has forgotten, and bars that show nothing. */
export function lastLines(state: Reached): LastLines {
  const bars = Object.entries(state.counts);
  const points = POINTS.map((point) => state.points[pointKey(point)] ?? 0).filter((times) => times > 0);
  const mutants = Object.keys(state.mutants).length;
  return {
    lines: [
      `of ${state.commits.join(', ')}:`,
      ...bars.map(([bar, count]) => barLine(state, bar, count)),
      ...(points.length > 0
        ? [`F2: ${points.length} of ${POINTS.length} points, each of them at least ${Math.min(...points)} times`]
        : []),
      ...(mutants > 0 ? [`mutants caught: ${mutants} of ${MUTANTS.length}`] : []),
      ...Object.entries(state.longestRestartMs).map(restartLine),
      `longest unknown ${state.longestUnknownMs} ms`,
      ...state.failures.flatMap(({ bar, seed, commit, violations, folder }) => [
        `FAILED: ${bar} seed ${seed} of ${commit}, ${violations[0]}; histories: ${folder}; when it is understood: --forget ${seed}`,
      ]),
    ],
    isRed: state.failures.length > 0 || bars.some(([bar]) => isVoid(state, bar)),
  };
}

function barLine(state: Reached, bar: string, count: number): string {
  const hit = state.hits[bar];
  if (hit === undefined) return `${bar}: ${count} deaths at marked points without a violation`;
  const shown = isVoid(state, bar) ? `: VOID, fewer than 30 %; to begin again: --forget ${bar}` : '';
  return `${bar}: ${count} without a violation, ${hit} hit something${shown}`;
}

function restartLine([bar, ms]: [string, number]): string {
  const isMissed = bar === 'F1' && ms > READY_AGAIN_MS;
  return `${bar}: longest restart ${ms} ms${isMissed ? `: MISSES the bar of ${READY_AGAIN_MS} ms` : ''}`;
}
