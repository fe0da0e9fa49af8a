import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { printSchemaSorted } from '../../api/platform/graphql/schema.ts';
import { publicSchema } from '../../api/schema.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');

/** Runs a tool of ours in the root; what it said is the failure's text. */
function run(tool: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', PATH: `${BIN}:${process.env.PATH}` };
  return new Promise((done) => {
    execFile(join(BIN, tool), args, { cwd: ROOT, env, maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` });
    });
  });
}

async function passes(tool: string, ...args: string[]): Promise<void> {
  const { code, said } = await run(tool, ...args);
  if (code !== 0) throw new Error(`${tool} ended with ${code}\n${said.slice(-6000)}`);
}

async function sources(...folders: string[]): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const folder of folders) {
    if (!existsSync(join(ROOT, folder))) continue;
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(ts|js|cjs|css)$/.test(entry.name) || /\/(dist|generated)\//.test(path)) continue;
      found.push({ path: relative(ROOT, path), text: await readFile(path, 'utf8') });
    }
  }
  return found;
}

describe('the code', () => {
  test('has sound types', () => passes('tsc', '--noEmit'), 120_000);
  test(
    'is formatted and free of what the linter refuses',
    () => passes('biome', 'ci', '--error-on-warnings', '.'),
    60_000,
  );
  test(
    'imports only where it may, without cycles',
    () =>
      passes(
        'depcruise',
        '--config',
        '.dependency-cruiser.cjs',
        'api',
        'storefront-widget',
        'seeds',
        'simulators',
        'bench',
      ),
    120_000,
  );
  test('has no unused file, export or dependency', () => passes('knip', '--no-progress'), 120_000);

  test('silences no type and reads the environment in one place', async () => {
    const hits: string[] = [];
    for (const { path, text } of await sources('api', 'storefront-widget', 'seeds', 'simulators')) {
      text.split('\n').forEach((line, at) => {
        const isComment = /^\s*(\/\*|\*|\/\/)/.test(line);
        const isSilenced =
          /@ts-(ignore|nocheck|expect-error)/.test(line) || (!isComment && /(:|<|as) any\b/.test(line));
        const readsEnvironment = path.startsWith('api/') && path !== 'api/config.ts' && /process\.env/.test(line);
        const isWrong = isSilenced || readsEnvironment;
        if (isWrong) hits.push(`${path}:${at + 1} ${line.trim()}`);
      });
    }
    expect(hits).toEqual([]);
  });

  test('has no file over 500 lines', async () => {
    const all = await sources('api', 'storefront-widget', 'seeds', 'simulators', 'test', 'bench');
    expect(
      all
        .filter(({ path, text }) => !path.startsWith('api/migrations/') && text.split('\n').length > 501)
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('what is written by the build', () => {
  test('schema/schema.graphql is what the code says', async () => {
    expect(await readFile(join(ROOT, 'schema/schema.graphql'), 'utf8')).toBe(printSchemaSorted(publicSchema()));
  });

  test('the typed operations are those of the documents and the schema', async () => {
    const folder = join(ROOT, 'storefront-widget/operations/generated');
    const before = await contents(folder);
    await passes('graphql-codegen', '--config', 'codegen.yml', '--check');
    expect(await contents(folder)).toEqual(before);
  }, 120_000);
});

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}
