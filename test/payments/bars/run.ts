import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catchMutants } from './catch-mutants.ts';
import { testsOfBar } from './tests-of-bar.ts';

/**
 * `npm run bars -- --bar M4 --count 1000`: tries a bar until that count is reached, at once or in batches (`--batch 250`), each on a database of its
 * own and, for payments, by other chance. What was reached is kept (`--data`), so counts add up over as many calls as it takes; a batch that
 * fails counts nothing and ends the call with 1. `--fresh` begins again at 0. F6 counts seconds.
 * `npm run bars -- --mutants [--only M4]`: tries each bar over programs in which its guard is off (mutants.ts), and nothing else; ends with 1 when
 * one of them passes.
 */
const { values } = parseArgs({
  options: {
    bar: { type: 'string', default: '' },
    count: { type: 'string', default: '' },
    batch: { type: 'string' },
    data: { type: 'string', default: 'data/bars.json' },
    fresh: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
if (values.mutants) process.exit(catchMutants(values.only) ? 0 : 1);
const { bar, count: wanted, batch = wanted } = values;
if (!/^[MSF]\d+$/.test(bar) || !/^[1-9]\d*$/.test(wanted) || !/^[1-9]\d*$/.test(batch)) {
  console.error('npm run bars -- --bar M4 --count 1000 [--batch 250] [--fresh], or --mutants [--only M4]');
  process.exit(2);
}

/** How often each bar was tried so far without a violation, and how long that took, in seconds. */
type Reached = Record<string, { count: number; seconds: number; batches: number }>;

const file = resolve(values.data);
const state: Reached = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Reached) : {};
const before = values.fresh ? undefined : state[bar];
let { count, seconds, batches } = before ?? { count: 0, seconds: 0, batches: 0 };
while (count < Number(wanted)) {
  const size = Math.min(Number(batch), Number(wanted) - count);
  const began = performance.now();
  const told = runBatch(size, count);
  if (told === null) {
    console.error(`${bar}: a batch of ${size} after ${count} failed, or there is no such bar.`);
    process.exit(1);
  }
  count += size;
  batches += 1;
  seconds += (performance.now() - began) / 1000;
  console.log(told);
  keep({ ...state, [bar]: { count, seconds: Math.round(seconds), batches } });
}
console.log(`${bar}: ${count} without a violation, in ${batches} batches and ${Math.round(seconds)} s.`);

/** What a batch told; null when it failed. */
function runBatch(size: number, from: number): string | null {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
  const tests = testsOfBar(bar);
  if (tests.length === 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'berjubel-bars-'));
  const reached = join(folder, 'reached');
  const { status } = spawnSync(process.execPath, [...vitest, ...tests, '-t', `${bar}:`], {
    stdio: 'inherit',
    env: { ...process.env, BAR: bar, BAR_COUNT: String(size), BAR_FROM: String(from), BAR_FILE: reached },
  });
  const told = existsSync(reached) ? readFileSync(reached, 'utf8').trim() : '';
  rmSync(folder, { recursive: true });
  return status === 0 && told !== '' ? told : null;
}

function keep(next: Reached): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(next, null, 2));
  renameSync(`${file}.new`, file);
}
