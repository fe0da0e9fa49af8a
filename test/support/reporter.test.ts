import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin', 'jest.js');
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the last line of a test run', () => {
  let folder: string;
  const run = async (files: Record<string, string>, ...args: string[]) => {
    folder = await mkdtemp(join(tmpdir(), 'berjubel-reporter-'));
    folders.push(folder);
    const config = {
      rootDir: folder,
      reporters: [join(root, 'test/support/reporter.js')],
      transform: {},
      testMatch: ['**/*.check.js'],
    };
    await writeFile(join(folder, 'jest.config.json'), JSON.stringify(config));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.check.js`), text);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [jest, '--config', join(folder, 'jest.config.json'), ...args],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      },
    );
    const lines = stdout.trimEnd().split('\n');
    return { last: lines.at(-1), before: lines.at(-2), stdout, stderr, status };
  };
  const folders: string[] = [];
  beforeAll(() => expect(jest).toContain('jest.js'));
  afterAll(() => Promise.all(folders.map((path) => rm(path, { recursive: true, force: true }))));

  test('counts what passed, and ends with 0', async () => {
    const { last, stdout, status } = await run({ good: "test('a', () => {}); test('b', () => {});" });
    expect({ last, status }).toEqual({ last: '2 passed, 0 failed', status: 0 });
    expect(stdout.endsWith('2 passed, 0 failed\n')).toBe(true);
  });

  test('counts failures, shows them, and names what was skipped on the line before', async () => {
    const { last, before, stderr, status } = await run({
      mixed:
        "test('good', () => {}); test('bad', () => { expect(1).toBe(2); }); describe('group', () => { test.skip('left out', () => {}); }); test.todo('later');",
    });
    expect({ last, before, status }).toEqual({
      last: '1 passed, 1 failed',
      before: '2 skipped: group left out; later',
      status: 1,
    });
    expect(stderr).toContain('Expected: 2');
  });

  test('counts a file that does not run as one failure, and one whose clean-up fails too', async () => {
    const { last, status } = await run({
      broken: "test('never', () => {}); import('./nowhere.js'); throw new Error('at once');",
      syntax: 'this is no program',
      empty: '',
      unclean: "afterAll(() => { throw new Error('left a mess'); }); test('good', () => {});",
      good: "test('a', () => {});",
    });
    expect({ last, status }).toEqual({ last: '2 passed, 4 failed', status: 1 });
  });

  test('counts every test of a file whose preparation fails', async () => {
    const { last } = await run({
      unready: "beforeAll(() => { throw new Error('no database'); }); test('a', () => {}); test('b', () => {});",
    });
    expect(last).toBe('0 passed, 2 failed');
  });
});
