import 'reflect-metadata';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { LEAST_BETWEEN_MS, type Target, USUAL_BETWEEN_MS } from './kills.ts';
import { lastLines } from './last-lines.ts';
import { copyProgram } from './mutants/copy-program.ts';
import { MUTANTS } from './mutants/mutants.ts';
import type { Clients } from './people/client.ts';
import { dieAtPoints, type PointsReached } from './points/die-at-points.ts';
import { POINTS, pointKey } from './points/points.ts';
import { untilPayoutRound } from './points/until-payout-round.ts';
import { poison } from './poison.ts';
import { changedSince, presentProgram } from './program.ts';
import { type Rolled, rollingRestarts } from './rolling.ts';
import { type RunOptions, type RunReport, randomKills, run } from './run.ts';
import { standBack } from './stage/stand-back.ts';
import { fitCounts, forget, readState, writeState } from './state-file.ts';
import { violatedBy } from './violated.ts';

/**
 * The long runs: kills until the counts asked for are reached, over as many calls as it takes (docs in README.md beside this file).
 * Exit code 1 at the first violation; its folder is kept and its seed printed.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data/faults' },
    seed: { type: 'string', default: '1' },
    buyers: { type: 'string', default: '64' },
    think: { type: 'string', default: '1500' },
    pace: { type: 'string', default: String(USUAL_BETWEEN_MS) },
    batch: { type: 'string', default: '25' },
    kills: { type: 'string', default: '0' },
    worker: { type: 'string', default: '0' },
    postgres: { type: 'string', default: '0' },
    rolling: { type: 'string', default: '0' },
    points: { type: 'boolean', default: false },
    passings: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '8' },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
    forget: { type: 'string', multiple: true, default: [] },
    'keep-counts': { type: 'boolean', default: false },
  },
});
const data = resolve(values.data);
mkdirSync(data, { recursive: true });
const stateFile = join(data, 'state.json');
const program = presentProgram();
const state = readState(stateFile, Number(values.seed), program);
const pace = Number(values.pace);
if (!(pace >= 2 * LEAST_BETWEEN_MS)) throw new Error(`--pace: at least ${2 * LEAST_BETWEEN_MS} milliseconds`);
const people = { buyers: Number(values.buyers), thinkMs: Number(values.think) };
const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const KILLS_PER_MUTANT = 3;
/** On one stage each point is died at twice at most: at its first passing and at its second. */
const PASSINGS_PER_STAGE = 2;
/** So much of what was violated is said and kept. */
const MOST_SAID = 20;

for (const what of values.forget) forget(state, what);
const changed = fitCounts(state, program, values['keep-counts']);
if (changed) say(changed);
writeState(stateFile, state);
// A red seed is looked into before anything else is run: what comes after would hide it.
let isFailed = state.failures.length > 0;

standBack();
if (isFailed) say('nothing is run: a run failed and nobody has looked into it');
else if (values.mutants) await catchMutants();
else {
  await reach('F1', Number(values.kills), (count) => ({ act: randomKills(['web 1', 'web 2'], count, pace) }));
  await reach('F8', Number(values.worker), (count) => ({ act: randomKills(['worker'], count, pace), prepare: poison }));
  await reach('F3', Number(values.postgres), (count) => ({ act: randomKills(['postgres'], count, pace) }));
  await reachRolling(Number(values.rolling));
  if (values.points) await reachPoints(Number(values.passings));
}
const { lines, isRed } = lastLines(state);
for (const line of lines) say(line);
process.exit(isFailed || isRed ? 1 : 0);

/** Runs batches until a bar's count is reached. */
async function reach(bar: string, wanted: number, act: (count: number) => Pick<RunOptions, 'act' | 'prepare'>) {
  while (!isFailed && (state.counts[bar] ?? 0) < wanted) {
    const count = Math.min(Number(values.batch), wanted - (state.counts[bar] ?? 0));
    const report = await batch(bar, act(count));
    if (report) note(bar, count, report);
  }
}

function note(bar: string, count: number, { kills, longestUnknownMs }: RunReport): void {
  state.counts[bar] = (state.counts[bar] ?? 0) + count;
  if (kills && kills.hits !== null) state.hits[bar] = (state.hits[bar] ?? 0) + kills.hits;
  state.longestRestartMs[bar] = Math.max(state.longestRestartMs[bar] ?? 0, Math.round(kills?.longestRestartMs ?? 0));
  state.longestUnknownMs = Math.max(state.longestUnknownMs, longestUnknownMs);
  writeState(stateFile, state);
}

/** One stage, opened, used and checked; null, and the whole command failed, when something is violated. `more` finds what the run itself does not. */
async function batch(
  bar: string,
  options: Pick<RunOptions, 'act'> & Partial<RunOptions>,
  more: () => readonly string[] = () => [],
): Promise<RunReport | null> {
  if (sourcesChanged()) return null;
  const seed = state.nextSeed;
  const folder = join(data, `${bar}-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  state.nextSeed += 1;
  writeState(stateFile, state);
  const report = await run({ folder, seed, ...people, ...options }).catch((error: unknown) => error as Error);
  if (!(report instanceof Error)) sayWhatCame(bar, report);
  const another = sourcesChanged();
  const violations = violatedBy(report, more(), another);
  if (violations === null) {
    say(`${bar} seed ${seed} broke off meanwhile, which is not noted: ${(report as Error).message}`);
    return null;
  }
  if (violations.length === 0 && !(report instanceof Error)) {
    rmSync(folder, { recursive: true, force: true });
    return another === null ? report : null;
  }
  isFailed = true;
  state.failures.push({ seed, bar, commit: program.commit, violations: violations.slice(0, MOST_SAID), folder });
  writeState(stateFile, state);
  for (const violation of violations.slice(0, MOST_SAID)) say(`VIOLATED ${violation}`);
  say(
    `${violations.length} violations. Histories: ${folder}. Again: npm run faults -- with the same words, --seed ${seed} and another --data`,
  );
  return null;
}

/** What is to be said when the sources are others than at the beginning: each batch builds them, and its counts would be of something else. Ends the command then. */
function sourcesChanged(): string | null {
  const changed = changedSince(program);
  if (changed) say(changed);
  isFailed ||= changed !== null;
  return changed;
}

function sayWhatCame(bar: string, report: RunReport): void {
  const { seed, kills, orders, paid, paidTwice, takenBackOfTwo, forgeries } = report;
  const killed = [...(kills?.done ?? [])].map(([target, times]) => `${target} ${times}`).join(', ');
  const hits = kills && kills.hits !== null ? `${kills.hits} hit something` : 'at marked points';
  const restart = Math.round(kills?.longestRestartMs ?? 0);
  say(
    `${bar} seed ${seed}: killed ${killed}; ${hits}; ${orders} orders, ${paid} paid, ${paidTwice} of them twice and ${takenBackOfTwo} of those taken back; ${forgeries} forgeries; longest restart ${restart} ms`,
  );
}

async function reachRolling(wanted: number): Promise<void> {
  while (!isFailed && (state.counts.F9 ?? 0) < wanted) {
    const rolled: Rolled = { restarts: 0, longestDrainMs: 0, failed: 0, passedOn: 0, outcomes: {} };
    const count = Math.min(Number(values.batch), wanted - (state.counts.F9 ?? 0));
    const report = await batch('F9', { act: rollingRestarts(count, rolled) }, () =>
      rolled.failed > 0 ? [`F9: ${rolled.failed} requests failed, or processes did not end as they should`] : [],
    );
    const outcomes = Object.entries(rolled.outcomes).map(([outcome, times]) => `${outcome} ${times}`);
    say(
      `F9: ${rolled.failed} failed requests (${outcomes.join(', ')}; ${rolled.passedOn} passed on), longest drain ${Math.round(rolled.longestDrainMs)} ms`,
    );
    if (report) note('F9', rolled.restarts, report);
  }
}

/** One stage after the other, until each point was reached as often as wanted, or nobody comes past any that is left. */
async function reachPoints(wanted: number): Promise<void> {
  const longestMs = Number(values.minutes) * 60_000;
  while (!isFailed) {
    const due = POINTS.flatMap((point) => {
      const missing = wanted - (state.points[pointKey(point)] ?? 0);
      return Array.from({ length: Math.min(Math.max(missing, 0), PASSINGS_PER_STAGE) }, () => point);
    });
    if (due.length === 0) return;
    const result: PointsReached = { reached: new Map(), missed: [] };
    const act = dieAtPoints(due, result, longestMs);
    const report = await batch('F2', { act, aheadSeconds: untilPayoutRound() });
    for (const missed of result.missed) say(`F2: nobody came past ${missed}`);
    if (!report) return;
    for (const [point, times] of result.reached) state.points[point] = (state.points[point] ?? 0) + times;
    note('F2', sumOf(report.kills?.done), report);
    isFailed ||= !due.some((point) => result.reached.has(pointKey(point)));
  }
}

/** Runs over a program with one guard off each; every one must be found out. */
async function catchMutants(): Promise<void> {
  const web: readonly Target[] = ['web 1', 'web 2', 'worker'];
  for (const [at, mutant] of MUTANTS.entries()) {
    if (state.mutants[mutant.name] || (values.only && !mutant.name.includes(values.only))) continue;
    const folder = join(data, `mutant-${at}`);
    rmSync(folder, { recursive: true, force: true });
    const root = copyProgram(join(folder, 'program'), mutant);
    if (sourcesChanged()) return;
    const { violations } = await run({
      ...{ folder: join(folder, 'stage'), seed: Number(values.seed) + at, root, ...people },
      act: async (clients, random) => {
        const { diesAt, targets = web } = mutant;
        const act = diesAt
          ? dieAtPoints(diesAt, { reached: new Map(), missed: [] })
          : randomKills(targets, KILLS_PER_MUTANT);
        const kills = await act(clients, random);
        if (mutant.neededWhen) await untilSeen(clients, mutant.neededWhen);
        return kills;
      },
      prepare: async (stage) => void (mutant.sql && (await stage.rows(mutant.sql))),
    }).catch((error: unknown) => ({ violations: [`the run broke off: ${(error as Error).message}`] }));
    const caughtBy = violations.find((violation) => mutant.foundBy.test(violation));
    say(caughtBy ? `caught: ${mutant.name}, by ${caughtBy.slice(0, 200)}` : `NOT CAUGHT: ${mutant.name}`);
    isFailed ||= !caughtBy;
    if (caughtBy) state.mutants[mutant.name] = caughtBy.slice(0, 200);
    writeState(stateFile, state);
    if (caughtBy) rmSync(folder, { recursive: true, force: true });
    else for (const violation of violations.slice(0, 5)) say(`found instead: ${violation.slice(0, 200)}`);
  }
}

/** Waits until a statement gives a row, for some minutes at most. */
async function untilSeen({ stage }: Clients, text: string): Promise<void> {
  for (const end = performance.now() + 300_000; performance.now() < end; await pause(500))
    if ((await stage.rows(text)).length > 0) return;
  say('nobody needed the guard');
}

function sumOf(done: ReadonlyMap<Target, number> | undefined): number {
  return [...(done ?? [])].reduce((sum, [, times]) => sum + times, 0);
}
