import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run bars -- --bar M4 --count 1000`: one bar of the payments at a count of one's own; prints what was reached. */
const { values } = parseArgs({ options: { bar: { type: 'string' }, count: { type: 'string' } } });
const { bar = '', count = '' } = values;
if (!/^[MF]\d+$/.test(bar) || !/^[1-9]\d*$/.test(count)) {
  console.error('npm run bars -- --bar M4 --count 1000');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'berjubel-bars-'));
const file = join(folder, 'reached');
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const { status } = spawnSync(process.execPath, [...vitest, 'test/payments/bars', '-t', `${bar}:`], {
  stdio: 'inherit',
  env: { ...process.env, BAR: bar, BAR_COUNT: count, BAR_FILE: file },
});
try {
  console.log(readFileSync(file, 'utf8').trim());
} catch {
  console.error(`${bar} reached nothing: there is no such bar, or it failed.`);
}
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
