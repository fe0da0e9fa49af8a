import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { runCommandLine, startProgram } from '../support/program.ts';
import { aFolder } from '../support/seeded-folder.ts';

const HEADINGS = 'sku,nama,toko,kecamatan,harga,stok\n';

let folder: string;
let dataDir: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await aFolder();
  dataDir = join(folder, 'data');
  database = await openTestDatabase();
  await writeFile(join(folder, 'good.csv'), `${HEADINGS}K1,Keripik Talas,Dapur Bu Tini,Beji,12.500,10\n`);
  await writeFile(join(folder, 'bad.csv'), `${HEADINGS}K1,Keripik Talas,Dapur Bu Tini,Beji,gratis,10\n`);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const sheet = (name: string): string => join(folder, name);

describe('commands on the database of the configuration', () => {
  test('import-products begins an empty market, says how far it came, and ends with 0, 2 or 1', async () => {
    const environment = { DATA_DIR: dataDir };
    const first = await runCommandLine('import-products', [sheet('good.csv')], environment);
    expect(first).toMatchObject({ code: 0, printed: expect.stringContaining('1 baru / new') });
    expect(first.printed).toMatch(/100 % · 1 \/ 1 baris/);
    const listed = await runCommandLine('import-products', [sheet('bad.csv')], environment);
    expect(listed).toMatchObject({ code: 2, printed: expect.stringContaining('Baris 2: Harga "gratis"') });
    const missing = await runCommandLine('import-products', [sheet('none.csv')], environment);
    expect(missing).toMatchObject({ code: 1, printed: expect.stringMatching(/^No such file: .*\n$/) });
  }, 120_000);

  test('beside a program that runs in the same folder they say what to do', async () => {
    const program = await startProgram({ DATA_DIR: dataDir, SEED: 'none' });
    try {
      for (const [command, words] of [
        ['import-products', [sheet('good.csv')]],
        ['reindex', []],
      ] as const) {
        const { code, printed } = await runCommandLine(command, words, { DATA_DIR: dataDir });
        expect({ code, printed }).toMatchObject({
          code: 1,
          printed: expect.stringMatching(/^Berjubel already runs .* Stop it first.*\n$/),
        });
      }
    } finally {
      await program.stop();
    }
  }, 120_000);

  test('seed fills a database of another server once, reindex makes its search again', async () => {
    const environment = { DATABASE_URL: database.appUrl, DATA_DIR: dataDir };
    const words = ['--products', '120', '--seed', '7', '--without-pictures'];
    expect(await runCommandLine('seed', words, environment)).toMatchObject({ code: 0 });
    expect(await runCommandLine('seed', words, environment)).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/^This database is not empty.*\n$/),
    });
    expect(await runCommandLine('reindex', [], environment)).toMatchObject({
      code: 0,
      printed: expect.stringContaining('120 / 120 produk'),
    });
  }, 120_000);

  test.each([
    [[], {}, /^npm run seed/],
    [['--products', 'banyak'], {}, /^npm run seed/],
    [['--products', '10', 'extra'], {}, /^npm run seed/],
    [['--products', '10', '--without-picture'], {}, /^npm run seed/],
    [
      ['--products', '10'],
      { SEED: 'none', MIDTRANS_ENV: 'production', MIDTRANS_SERVER_KEY: 'Mid-server-x', MIDTRANS_CLIENT_KEY: 'c' },
      /refuses to run beside real/,
    ],
  ])(
    'seed with %j is refused in one line',
    async (words, environment, reason) => {
      const { code, printed } = await runCommandLine('seed', words, {
        DATA_DIR: join(folder, 'never'),
        ...environment,
      });
      expect({ code, printed }).toEqual({ code: 1, printed: expect.stringMatching(reason) });
      expect(printed.trim().split('\n')).toHaveLength(1);
    },
    60_000,
  );
});
