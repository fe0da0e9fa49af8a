import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, type ProgramPlan } from '../../api/build-program.ts';

let project: string;
let plan: ProgramPlan;

const source = (name: string, text: string): void => writeFileSync(join(project, 'api', name), text);
const built = (): string[] => readdirSync(join(project, 'api/dist'), { recursive: true, encoding: 'utf8' }).sort();

/** What the program says, in a process of its own. */
function said(name: string): string {
  const main = pathToFileURL(join(project, 'api/dist', name));
  const script = `import(${JSON.stringify(main.href)}).then(async ({ say }) => process.stdout.write(String(await say())))`;
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'berjubel program '));
  mkdirSync(join(project, 'api/commands'), { recursive: true });
  cpSync('tsconfig.json', join(project, 'tsconfig.json'));
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

test('the program is built where it lies, also below a folder with a space, and again only when a file has changed', async () => {
  expect(await buildProgram(plan)).toBe(true);
  expect(said('main.js')).toBe('halonanti');
  expect(said('commands/other.js')).toBe('4');
  expect(await buildProgram(plan)).toBe(false);
  const before = built();

  source('greeting.ts', `export const greeting: string = 'sore';`);
  expect(await buildProgram(plan)).toBe(true);
  expect(said('main.js')).toBe('sorenanti');
  const after = built();
  expect(after).toHaveLength(before.length); // no part of the old program is left
  expect(await buildProgram(plan)).toBe(false);
});

test('the program is built again when what it is to be changes', async () => {
  expect(await buildProgram({ ...plan, entries: ['api/main.ts'] })).toBe(true);
  expect(built()).not.toContain('commands/other.js');
  expect(await buildProgram(plan)).toBe(true);
  writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "target": "ES2024" } }');
  expect(await buildProgram(plan)).toBe(true);
});

test('a program with a fault is not put in place of the one that runs', async () => {
  await buildProgram(plan);
  const before = readFileSync(join(project, 'api/dist/main.js'), 'utf8');
  source('greeting.ts', `export const greeting = ;`);
  await expect(buildProgram(plan)).rejects.toThrow(/greeting\.ts/);
  expect(readFileSync(join(project, 'api/dist/main.js'), 'utf8')).toBe(before);
});
