import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run bars -- --bar M4 --count 1000`: one bar of the money at a count of one's own; prints what was reached. */
const { values } = parseArgs({ options: { bar: { type: 'string' }, count: { type: 'string' } } });
const { bar = '', count = '' } = values;
if (!/^[MF]\d+$/.test(bar) || !/^[1-9]\d*$/.test(count)) {
  console.error('npm run bars -- --bar M4 --count 1000');
  process.exit(2);
}
/** Where the bars are that are not of payments. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  M9: 'test/orders/refunds/many-refunds.test.ts',
  M10: 'test/ledger/random-ledger.test.ts',
  M11: 'test/carts/random-carts.test.ts',
  M12: 'test/orders/voucher-uses.test.ts',
};
const folder = mkdtempSync(join(tmpdir(), 'berjubel-bars-'));
const file = join(folder, 'reached');
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, ELSEWHERE[bar] ?? 'test/payments/bars', '-t', `${bar}:`], {
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
