import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RecordFile } from '../../simulators/stage/record-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
  path = join(folder, 'books.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

describe('what a stand-in keeps on disk', () => {
  test('the last word on a key wins, null removes it, instants come back as instants', async () => {
    const { file } = await RecordFile.open(path);
    const at = new Date('2026-01-01T05:00:00.000Z');
    file.put('a', { createdAt: at, note: '2026-01-01' });
    file.put('b', { n: 1 });
    file.put('b', null);
    file.put('c', { n: 1 });
    file.put('c', { n: 2 });
    await file.saved();
    const { records } = await RecordFile.open(path);
    expect([...records]).toEqual([
      ['a', { createdAt: at, note: '2026-01-01' }],
      ['c', { n: 2 }],
    ]);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  test('a line cut short by a kill is lost, the ones around it are not', async () => {
    const { file } = await RecordFile.open(path);
    file.put('a', 1);
    await file.saved();
    await appendFile(path, '{"key":"b","val\n{"key":"c","value":3}\n{"key":"d"');
    const { records } = await RecordFile.open(path);
    expect([...records]).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
  });

  test('a file of someone else is refused and left as it was', async () => {
    await writeFile(path, 'shopping list\nmilk\n');
    await expect(RecordFile.open(path)).rejects.toThrow('not a file of a simulator');
    expect(await readFile(path, 'utf8')).toBe('shopping list\nmilk\n');
  });

  test('what could not be written is written with the next change', async () => {
    const { file } = await RecordFile.open(path);
    await rm(path);
    await mkdir(path);
    file.put('a', 1);
    await expect(file.saved()).rejects.toThrow();
    await rm(path, { recursive: true });
    file.put('b', 2);
    await file.saved();
    expect([...(await RecordFile.open(path)).records]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('without a path nothing is kept and nothing fails', async () => {
    const { file, records } = await RecordFile.open(undefined);
    file.put('a', 1);
    await file.saved();
    expect(records.size).toBe(0);
  });
});
