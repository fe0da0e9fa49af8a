import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { abandonedFolders } from '../../../api/platform/database/elsewhere.ts';

let base: string;
let usual: string | undefined;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'base-'));
  usual = process.env.TMPDIR;
});

afterEach(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(base, { recursive: true, force: true });
});

test('folders that served a data folder before are found, but for the one in use', () => {
  for (const name of ['berjubel-old', 'berjubel-used', 'other']) {
    mkdirSync(join(base, name));
    writeFileSync(join(base, name, 'belongs-to'), '/srv/market');
  }
  process.env.TMPDIR = base;
  const found = abandonedFolders('/srv/market', join(base, 'berjubel-used'));
  expect(found.map((folder) => folder.slice(-'berjubel-old'.length))).toEqual(['berjubel-old']);
});

test('a folder for temporary files that cannot be listed does not keep the market from starting', () => {
  const file = join(base, 'no folder');
  writeFileSync(file, '');
  process.env.TMPDIR = file;
  expect(abandonedFolders('/srv/market', undefined)).toEqual([]);
});
