import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run bars -- --bar M4 --count 1000`: one bar at a count of one's own; prints what was reached. */
const { values } = parseArgs({ options: { bar: { type: 'string' }, count: { type: 'string' } } });
const { bar = '', count = '' } = values;
if (!/^[MSF]\d+$/.test(bar) || !/^[1-9]\d*$/.test(count)) {
  console.error('npm run bars -- --bar M4 --count 1000');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'berjubel-bars-'));
const file = join(folder, 'reached');
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
/** Where the bar's count is asked for, there it is tried. */
const tests = globSync('test/**/*.test.ts').filter((path) => readFileSync(path, 'utf8').includes(`countOf('${bar}'`));
const { status } = spawnSync(process.execPath, [...vitest, ...tests, '-t', `${bar}:`], {
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
