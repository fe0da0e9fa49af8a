import { execFile } from 'node:child_process';
import { appendFile, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A project of its own with the loader and one file, on a path with spaces; the loader's library is ours. */
async function aProject(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'berjubel ts '));
  folders.push(folder);
  await mkdir(join(folder, 'api'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(ROOT, 'node_modules/esbuild'), join(folder, 'node_modules/esbuild'));
  for (const name of ['api/typescript.mjs', 'tsconfig.json']) await cp(join(ROOT, name), join(folder, name));
  const file = join(folder, 'file.ts');
  await writeFile(file, text);
  const cache = join(folder, 'node_modules/.cache');
  const run = async (): Promise<string> => {
    const words = ['--import', './api/typescript.mjs', 'file.ts'];
    const env = { PATH: process.env.PATH };
    return (await promisify(execFile)(process.execPath, words, { cwd: folder, env })).stdout;
  };
  const kept = async (): Promise<string> => join(cache, 'typescript', (await readdir(join(cache, 'typescript')))[0]!);
  return { folder, file, cache, run, kept };
}

const DECORATED = `
interface Named { readonly name: string }
const seen: string[] = [];
const noted = (target: object, key: string): void => void seen.push(key);
class Shop implements Named {
  @noted name!: string;
  constructor(readonly at: string) {}
}
console.log(JSON.stringify([seen, Object.keys(new Shop('Depok'))]));
`;

test('decorators see what they decorate, and a property that is only declared is not made', async () => {
  const { run } = await aProject(DECORATED);
  expect(await run()).toBe('[["name"],["at"]]\n');
  expect(await run()).toBe('[["name"],["at"]]\n');
});

test('what was kept is run as long as the file is the same, and no longer', async () => {
  const { run, kept, file } = await aProject(`console.log('one' as string);`);
  expect(await run()).toBe('one\n');
  const text = await readFile(await kept(), 'utf8');
  await writeFile(await kept(), text.replace('one', 'kept'));
  expect(await run()).toBe('kept\n');
  await writeFile(file, `console.log('two' as string);`);
  expect(await run()).toBe('two\n');
  expect(await run()).toBe('two\n');
});

test('what was kept is made again when the settings or the loader change', async () => {
  const { run, kept, folder } = await aProject(`console.log('made' as string);`);
  for (const name of ['tsconfig.json', 'api/typescript.mjs']) {
    await run();
    const text = await readFile(await kept(), 'utf8');
    await writeFile(await kept(), text.replace('made', 'kept'));
    expect(await run()).toBe('kept\n');
    await appendFile(join(folder, name), '\n');
    expect(await run()).toBe('made\n');
  }
});

test('a file is TypeScript under a query too, as tests are imported', async () => {
  const { run, folder } = await aProject(`await import('./other.ts?vitest=1'); await import('./other.ts#here');`);
  await writeFile(join(folder, 'other.ts'), DECORATED);
  expect(await run()).toBe('[["name"],["at"]]\n'.repeat(2));
});

test('an import that only its side effect needs is kept', async () => {
  const { run, folder } = await aProject(`import { type Shop } from './other.ts';\nexport type Other = Shop;\n`);
  await writeFile(join(folder, 'other.ts'), `export interface Shop { readonly a: 1 }\nconsole.log('loaded');\n`);
  expect(await run()).toBe('loaded\n');
});

test.runIf(process.getuid?.() === 0)('root leaves nothing in the folder of another account', async () => {
  const { run, folder, cache } = await aProject(`console.log('runs' as string);`);
  await chown(join(folder, 'node_modules'), 12_345, 12_345);
  expect(await run()).toBe('runs\n');
  await expect(readdir(cache)).rejects.toThrow('ENOENT');
});

test('what was not kept to its end is made again', async () => {
  const { run, kept } = await aProject(`console.log('whole' as string); console.log('to the end');`);
  await run();
  const text = await readFile(await kept(), 'utf8');
  for (const part of [text.slice(0, text.indexOf(';') + 1), '', '\0'.repeat(text.length)]) {
    await writeFile(await kept(), part);
    expect(await run()).toBe('whole\nto the end\n');
  }
});

test('a program runs where nothing can be kept', async () => {
  const { run, cache } = await aProject(`console.log('runs' as string);`);
  await writeFile(cache, 'a file, not a folder');
  expect(await run()).toBe('runs\n');
});

test('an error names the line of the file as it was written', async () => {
  const { run } = await aProject(`interface Gone {\n  readonly a: 1;\n}\n\nthrow new Error('here');\n`);
  for (const _ of [1, 2]) await expect(run()).rejects.toThrow(/file\.ts:5:7/);
});
