import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lastLines } from './last-lines.ts';
import { changedSince, hashOf, presentProgram } from './program.ts';
import { nothingBought, type RunReport } from './run.ts';
import { ROOT } from './stage/child.ts';
import { type Failure, fitCounts, forget, type Reached, readState, writeState } from './state-file.ts';
import { violatedBy } from './violated.ts';

const FIRST = { commit: 'aaa', sources: '1' };
const SECOND = { commit: 'bbb', sources: '2' };
const FAILURE: Failure = { seed: 7, bar: 'F1', commit: 'aaa', violations: ['I4: variant'], folder: '/there' };

/** A folder's state after fifty kills. */
function reached(more: Partial<Reached> = {}): Reached {
  const state = readState('/nowhere/state.json', 1, FIRST);
  return Object.assign(state, { counts: { F1: 50 }, hits: { F1: 30 }, longestRestartMs: { F1: 4000 } }, more);
}

test('a run that failed stays red over all calls, by its seed and folder, until it is forgotten on purpose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'berjubel-state-'));
  const file = join(folder, 'state.json');
  writeState(file, reached({ failures: [FAILURE] }));
  const state = readState(file, 1, FIRST);
  expect(lastLines(state)).toMatchObject({ isRed: true });
  expect(lastLines(state).lines.join('\n')).toMatch(/FAILED: F1 seed 7 of aaa, I4: variant; histories: \/there/);
  fitCounts(state, SECOND, false);
  expect(lastLines(state).isRed).toBe(true);
  expect(() => forget(state, '8')).toThrow('no run of this seed');
  forget(state, '7');
  expect(lastLines(state).isRed).toBe(false);
  rmSync(folder, { recursive: true });
});

test('counts of one program are not added to those of another, unless they are kept on purpose, which is said', () => {
  const same = reached();
  expect(fitCounts(same, FIRST, false)).toBeNull();
  expect(same.counts).toEqual({ F1: 50 });
  const anew = reached({ nextSeed: 9 });
  expect(fitCounts(anew, SECOND, false)).toMatch(/begun anew for bbb; those of aaa were .*50/);
  expect(anew).toMatchObject({ nextSeed: 9, counts: {}, hits: {}, commits: ['bbb'], sources: '2' });
  const kept = reached();
  expect(fitCounts(kept, SECOND, true)).toMatch(/counts of aaa are kept/);
  expect(kept).toMatchObject({ counts: { F1: 50 }, commits: ['aaa', 'bbb'] });
  expect(lastLines(kept).lines[0]).toBe('of aaa, bbb:');
});

test('a program is another one when a source of it is another, and the same when only a test is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'berjubel-program-'));
  for (const part of ['simulators', 'test/faults', 'test/support', 'api/payments', 'package-lock.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const before = hashOf(folder);
  expect(hashOf(folder)).toBe(before);
  writeFileSync(join(folder, 'test', 'faults', 'another.test.ts'), '');
  expect(hashOf(folder)).toBe(before);
  const begun = { commit: 'aaa', sources: before };
  expect(changedSince(begun, folder)).toBeNull();
  writeFileSync(join(folder, 'api', 'payments', 'another.ts'), '');
  expect(hashOf(folder)).not.toBe(before);
  expect(changedSince(begun, folder)).toMatch(/^the sources were changed while this ran: it began with aaa, /);
  const withApi = hashOf(folder);
  writeFileSync(join(folder, 'test', 'support', 'another.ts'), '');
  expect(hashOf(folder)).not.toBe(withApi);
  expect(changedSince(presentProgram())).toBeNull();
  expect(presentProgram().sources).toBe(presentProgram().sources);
  rmSync(folder, { recursive: true });
});

test('a run that breaks off because the sources were changed is not held against the program; what it violated is, and says so', () => {
  const report = { violations: ['I4: variant'] } as unknown as RunReport;
  const clean = { violations: [] } as unknown as RunReport;
  const changed = 'the sources were changed while this ran';
  expect(violatedBy(new Error('no build'), ['F9: 1'], null)).toEqual(['the run broke off: no build', 'F9: 1']);
  expect(violatedBy(new Error('no build'), [], changed)).toBeNull();
  expect(violatedBy(report, ['F9: 1'], null)).toEqual(['I4: variant', 'F9: 1']);
  expect(violatedBy(report, [], changed)).toEqual([changed, 'I4: variant']);
  expect(violatedBy(clean, [], changed)).toEqual([]);
});

test('a restart that takes too long is said and is not red; too few hits are', () => {
  const slow = lastLines(reached({ longestRestartMs: { F1: 5001, F3: 9000 } }));
  expect(slow.lines.filter((line) => line.includes('MISSES'))).toEqual([
    'F1: longest restart 5001 ms: MISSES the bar of 5000 ms',
  ]);
  expect(slow.isRed).toBe(false);
  expect(lastLines(reached({ longestRestartMs: { F1: 5000 } })).lines.join()).not.toContain('MISSES');
  expect(lastLines(reached({ hits: { F1: 14 } }))).toMatchObject({ isRed: true });
  const atPoints = lastLines(reached({ counts: { F2: 100 }, hits: {} }));
  expect(atPoints.isRed).toBe(false);
  expect(atPoints.lines).toContain('F2: 100 deaths at marked points without a violation');
});

test('a bar that is void stays red until it is begun again on purpose, and no other can be', () => {
  const counts = { F1: 100, F3: 100 };
  const state = reached({ counts, hits: { F1: 29, F3: 30 }, longestRestartMs: { F1: 1, F3: 2 } });
  expect(lastLines(state).lines.join('\n')).toContain(
    'F1: 100 without a violation, 29 hit something: VOID, fewer than 30 %; to begin again: --forget F1',
  );
  for (const other of ['F3', 'F9', '100']) expect(() => forget(state, other)).toThrow('no bar of this name is void');
  forget(state, 'F1');
  expect(state).toMatchObject({ counts: { F3: 100 }, hits: { F3: 30 }, longestRestartMs: { F3: 2 } });
  expect(state.counts).not.toHaveProperty('F1');
  expect(lastLines(state).isRed).toBe(false);
});

test('F1: a run in which nobody bought or paid anything is found', () => {
  expect(nothingBought({ orders: 3, paid: 1 })).toEqual([]);
  expect(nothingBought({ orders: 3, paid: 0 })).toHaveLength(1);
  expect(nothingBought({ orders: 0, paid: 0 })).toHaveLength(1);
  expect(nothingBought(undefined)).toHaveLength(1);
});
