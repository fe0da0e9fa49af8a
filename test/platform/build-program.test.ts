import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, type ProgramPlan } from '../../api/build-program.ts';

let project: string;
let plan: ProgramPlan;

const source = (name: string, text: string): void => writeFileSync(join(project, 'api', name), text);
const folders = (): string[] => readdirSync(join(project, 'api/dist'));

/** What the program says, in a process of its own. */
function said(main: string): string {
  const script = `import(${JSON.stringify(pathToFileURL(main).href)}).then(async ({ say }) => process.stdout.write(String(await say())))`;
  return execFileSync(process.execPath, ['--enable-source-maps', '-e', script], { encoding: 'utf8' });
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'berjubel program '));
  mkdirSync(join(project, 'api/commands'), { recursive: true });
  for (const file of ['tsconfig.json', 'package.json']) cpSync(file, join(project, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  source('greeting.ts', `export const greeting: string = 'halo';`);
  source('late.ts', `export const late = 'nanti';`);
  source(
    'main.ts',
    `import { greeting } from './greeting.ts'; export const say = async () => greeting + (await import('./late.ts')).late;`,
  );
  source('commands/other.ts', `import { greeting } from '../greeting.ts'; export const say = () => greeting.length;`);
  plan = { project, folder: 'api/dist', entries: ['api/main.ts', 'api/commands/other.ts'] };
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the program is built where it lies, also below a folder with a space, and again only when a text has changed', async () => {
  const first = await buildProgram(plan);
  expect(said(join(first, 'main.js'))).toBe('halonanti');
  expect(said(join(first, 'commands/other.js'))).toBe('4');
  expect(await buildProgram(plan)).toBe(first);

  source('late.ts', `export const late = 'besok';`);
  const second = await buildProgram(plan);
  expect(said(join(second, 'main.js'))).toBe('halobesok');
  expect(said(join(first, 'main.js'))).toBe('halonanti'); // who runs it may still load the rest
  expect(await buildProgram(plan)).toBe(second);

  source('late.ts', `export const late = 'nanti';`);
  expect(await buildProgram(plan)).toBe(first);
});

test('a stack names the sources', async () => {
  source('late.ts', `export const late = String(new Error('here').stack);`);
  const stack = said(join(await buildProgram(plan), 'main.js'));
  expect(stack).toContain(`(${join(project, 'api/late.ts')}:1:`);
  source('late.ts', `export const late = 'nanti';`);
});

test('the program is built again when what decides about it changes', async () => {
  const before = await buildProgram(plan);
  const alone = await buildProgram({ ...plan, entries: ['api/main.ts'] });
  expect(alone).not.toBe(before);
  expect(existsSync(join(alone, 'commands/other.js'))).toBe(false);
  writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "target": "ES2024" } }');
  expect(await buildProgram(plan)).not.toBe(before);
  expect(folders().length).toBeLessThanOrEqual(3);
});

test.each(['main.js', 'made-of.json'])('a program whose %s is lost or empty is built again', async (part) => {
  const folder = await buildProgram(plan);
  for (const harm of [rmSync, (path: string) => writeFileSync(path, '')]) {
    harm(join(folder, part));
    expect(await buildProgram(plan)).toBe(folder);
    expect(said(join(folder, 'main.js'))).toBe('halonanti');
  }
});

test('what changes while it is built is built the next time', async () => {
  source('slow.ts', `export const slow = [${'1,'.repeat(300_000)}];`); // so that there is time for it
  const slowly = { ...plan, entries: [...plan.entries, 'api/slow.ts'] };
  for (const wait of [2, 10, 20, 40, 80]) {
    source('late.ts', `export const late = 'lama${wait}';`);
    const building = buildProgram(slowly);
    await pause(wait);
    source('late.ts', `export const late = 'baru${wait}';`);
    await building;
    expect(said(join(await buildProgram(slowly), 'main.js'))).toBe(`halobaru${wait}`);
  }
});

test('several that build at once all get a program that is whole', async () => {
  source('late.ts', `export const late = 'bersama';`);
  const all = await Promise.all(Array.from({ length: 6 }, () => buildProgram(plan)));
  expect(new Set(all).size).toBe(1);
  expect(said(join(all[0] ?? '', 'main.js'))).toBe('halobersama');
  expect(folders().filter((name) => name.startsWith('new-'))).toEqual([]);
});

test('a program with a fault is not built, and the one that runs is left alone', async () => {
  const before = await buildProgram(plan);
  source('greeting.ts', `export const greeting = ;`);
  await expect(buildProgram(plan)).rejects.toThrow(/greeting\.ts/);
  expect(said(join(before, 'main.js'))).toBe('halobersama');
});
