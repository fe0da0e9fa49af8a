import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

describe('the last line of a test run', () => {
  const folders: string[] = [];
  const run = async (files: Record<string, string>, ...args: string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'berjubel-reporter-'));
    folders.push(folder);
    const options = { include: ['**/*.check.js'], globals: true, pool: 'forks', isolate: false, maxWorkers: 2 };
    const config = `import Reporter from ${JSON.stringify(join(root, 'test/support/reporter.ts'))};
      export default { test: { ...${JSON.stringify(options)}, reporters: [new Reporter()] } };`;
    await writeFile(join(folder, 'vitest.config.js'), config);
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.check.js`), text);
    const { stdout, stderr, status } = spawnSync(process.execPath, [vitest, 'run', '--root', folder, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    const lines = stdout.trimEnd().split('\n');
    return { last: lines.at(-1), before: lines.slice(-3, -1), stdout, stderr, status };
  };
  afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

  test('counts what passed, and ends with 0', async () => {
    const { last, stdout, status } = await run({ good: "test('a', () => {}); test('b', () => {});" });
    expect({ last, status }).toEqual({ last: '2 passed, 0 failed', status: 0 });
    expect(stdout.endsWith('2 passed, 0 failed\n')).toBe(true);
  });

  test('counts failures, shows them, and names them and what was skipped on the lines before', async () => {
    const { last, before, stderr, status } = await run({
      mixed:
        "test('good', () => {}); test('bad', () => { expect(1).toBe(2); }); describe('group', () => { test.skip('left out', () => {}); }); test.todo('later');",
    });
    expect({ last, before, status }).toEqual({
      last: '1 passed, 1 failed',
      before: [
        'skipped: 2 of mixed.check.js',
        'failed: mixed.check.js > bad: expected 1 to be 2 // Object.is equality',
      ],
      status: 1,
    });
    expect(stderr).toContain('expected 1 to be 2');
  });

  test('counts a file that does not run as one failure, and one whose clean-up fails too', async () => {
    const { last, status } = await run({
      broken: "test('never', () => {}); await import('./nowhere.js');",
      syntax: 'this is no program',
      empty: '',
      unclean: "afterAll(() => { throw new Error('left a mess'); }); test('good', () => {});",
      good: "test('a', () => {});",
    });
    expect({ last, status }).toEqual({ last: '2 passed, 4 failed', status: 1 });
  });

  test('counts every test of a file whose preparation fails', async () => {
    const { last, before, status } = await run({
      unready:
        "beforeAll(() => { throw new Error('no database'); }); test('a', () => {}); test('b', () => {}); test.skip('c', () => {});",
    });
    const failed = ['a', 'b'].map((name) => `failed: unready.check.js > ${name}: no database`);
    expect({ last, before, status }).toEqual({ last: '0 passed, 2 failed', before: failed, status: 1 });
  });

  test('counts every test of a file whose process ends, and that end, and goes on with the others', async () => {
    const { last, before, status } = await run({
      dead: "test('a', () => process.kill(process.pid, 'SIGKILL')); test('b', () => {});",
      good: "test('c', () => {});",
    });
    expect({ last, status }).toEqual({ last: '1 passed, 3 failed', status: 1 });
    expect(before.at(-1)).toContain('failed: outside of a test: ');
  });

  test('counts what fails outside of a test', async () => {
    const { last, before, status } = await run({
      late: "test('a', async () => { Promise.reject(new Error('nobody waits for it')); await new Promise((resolve) => setTimeout(resolve, 50)); });",
    });
    expect({ last, status }).toEqual({ last: '1 passed, 1 failed', status: 1 });
    expect(before.at(-1)).toBe('failed: outside of a test: nobody waits for it');
  });

  test('counts what fails outside of a test beside a test that fails, each in a line of its own', async () => {
    const { last, before, status } = await run({
      late: `test('bad', () => { expect(1).toBe(2); });
        test('a', async () => { Promise.reject(new Error('nobody waits for it')); Promise.reject(new Error('nor for this')); await new Promise((resolve) => setTimeout(resolve, 50)); });`,
    });
    expect({ last, status }).toEqual({ last: '1 passed, 3 failed', status: 1 });
    expect(before).toEqual([
      'failed: outside of a test: nobody waits for it',
      'failed: outside of a test: nor for this',
    ]);
  });

  test('is told also when there is nothing to run', async () => {
    const { last, status } = await run({});
    expect({ last, status }).toEqual({ last: '0 passed, 1 failed', status: 1 });
  });
});
