import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataDirInUseError, lockDataDir } from '../../../api/platform/database/data-dir-lock.ts';
import { aFolder, clearFolder } from './data-folders.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await aFolder();
    path = join(folder, 'berjubel.lock');
  });
  afterEach(() => clearFolder(folder));

  /** The lock of a living holder, changed as given. */
  const leave = async (changes: object): Promise<void> => {
    const lock = await lockDataDir(folder);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    lock.release();
    writeFileSync(path, JSON.stringify({ ...content, ...changes }));
  };

  test('is refused while held, also of ten asked for at once, and free after release', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDir(folder)));
    const got = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(got).toHaveLength(1);
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DataDirInUseError);
    got[0]?.release();
    expect(readdirSync(folder)).toEqual([]);
    (await lockDataDir(folder)).release();
  });

  test('is taken over from a holder that died, from one before a restart of the machine, and when it is half written', async () => {
    await leave({ mark: 'an earlier process with our pid' });
    (await lockDataDir(folder)).release();
    await leave({ boot: 'an earlier run of this machine', mark: 'long gone' });
    (await lockDataDir(folder)).release();
    writeFileSync(path, '{"pid": 1');
    (await lockDataDir(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another container is respected while it is touched, and taken over when it no longer is', async () => {
    await leave({ processes: 'pid:[1]', host: 'other', pid: 7 });
    const holder = setInterval(() => utimesSync(path, new Date(), new Date()), 500);
    const error = await lockDataDir(folder).catch((caught: unknown) => caught);
    clearInterval(holder);
    expect(error).toBeInstanceOf(DataDirInUseError);
    expect((error as Error).message).toContain('process 7 on other');
    (await lockDataDir(folder)).release();
  });

  test('that was released for another start is not removed by its late first holder', async () => {
    const first = await lockDataDir(folder);
    first.release();
    const second = await lockDataDir(folder);
    first.release();
    await expect(lockDataDir(folder)).rejects.toBeInstanceOf(DataDirInUseError);
    second.release();
  });
});
