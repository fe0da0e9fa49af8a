import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmptyDatabase, openTestDatabase } from '../support/database.ts';
import { freePort, runProgram, startProgram } from '../support/program.ts';
import { aFolder, aSeededFolder, type SeededFolder } from '../support/seeded-folder.ts';

let seeded: SeededFolder;
let folder: string;

beforeAll(async () => {
  seeded = await aSeededFolder();
  folder = await aFolder();
}, 300_000);

afterAll(async () => {
  await seeded?.remove();
  await rm(folder, { recursive: true, force: true });
});

function noSuchTable(error: { code?: string }): void {
  if (error.code !== '42P01') throw error;
}

/** What a start that must fail said: one line, and exit code 1. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const { code, printed } = await runProgram(environment);
  expect({ code, lines: printed.trim().split('\n') }).toEqual({ code: 1, lines: [expect.any(String)] });
  expect(printed).not.toMatch(/at .*\.(ts|js):\d+/);
  return printed.trim();
}

async function productCount(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ categories { productCount } }' }),
  });
  const { data } = (await response.json()) as { data: { categories: { productCount: number }[] } };
  return data.categories.reduce((sum, category) => sum + category.productCount, 0);
}

describe('starting the program', () => {
  test('a seeded market has all of Depok: kecamatan, shops, products with pictures, points of both kinds', async () => {
    const program = await startProgram({ DATA_DIR: seeded.dataDir });
    try {
      const ask = async <Data>(query: string): Promise<Data> => {
        const response = await fetch(`${program.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        return ((await response.json()) as { data: Data }).data;
      };
      const { kecamatans, pickupPoints, sellers } = await ask<{
        kecamatans: { name: string }[];
        pickupPoints: { edges: { node: { kind: string } }[] };
        sellers: { edges: { node: { kecamatan: { name: string } } }[] };
      }>(
        '{ kecamatans { name } pickupPoints(first: 50) { edges { node { kind } } } sellers(first: 100) { edges { node { kecamatan { name } } } } }',
      );
      expect(kecamatans).toHaveLength(11);
      expect(pickupPoints.edges.filter(({ node }) => node.kind === 'D_COMART')).toHaveLength(5);
      expect(pickupPoints.edges.filter(({ node }) => node.kind === 'SWADEP').length).toBeGreaterThanOrEqual(6);
      expect(sellers.edges.length).toBeGreaterThanOrEqual(60);
      expect(new Set(sellers.edges.map(({ node }) => node.kecamatan.name)).size).toBe(11);
      expect(await productCount(program.url)).toBeGreaterThanOrEqual(1500);
      const { products } = await ask<{ products: { edges: { node: { photos: { url: string }[] } }[] } }>(
        '{ products(first: 40) { edges { node { photos { url(width: 320) } } } } }',
      );
      expect(products.edges.every(({ node }) => node.photos.length > 0)).toBe(true);
      const picture = await fetch(program.url + (products.edges[0]?.node.photos[0]?.url ?? ''));
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    } finally {
      expect(await program.stop()).toBe(0);
    }
  }, 60_000);

  test('after kill -9 the next start works by itself, and nothing is lost', async () => {
    const first = await startProgram({ DATA_DIR: seeded.dataDir });
    const before = await productCount(first.url);
    await first.kill();
    const second = await startProgram({ DATA_DIR: seeded.dataDir });
    try {
      expect(await productCount(second.url)).toBe(before);
    } finally {
      await second.stop();
    }
  }, 90_000);

  test('a second start in the same folder says so instead of corrupting', async () => {
    const program = await startProgram({ DATA_DIR: seeded.dataDir });
    try {
      expect(await refusal({ DATA_DIR: seeded.dataDir, PORT: String(await freePort()) })).toContain(seeded.dataDir);
      expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
    } finally {
      await program.stop();
    }
  }, 60_000);

  test('a taken port is named', async () => {
    const other = createServer().listen(0, 'localhost');
    await new Promise((listening) => other.once('listening', listening));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      expect(await refusal({ DATA_DIR: join(folder, 'port'), PORT: String(port), SEED: 'none' })).toContain(
        `PORT: ${port}`,
      );
    } finally {
      await new Promise((closed) => other.close(closed));
    }
  }, 60_000);

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ ROLE: 'king' }, 'ROLE'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/x' }, 'DATABASE_URL'],
    [{ ROLE: 'worker' }, 'DATABASE_URL'],
    [{ HOST: '0.0.0.0' }, 'MIDTRANS_ENV'],
    [{ MIDTRANS_ENV: 'production' }, 'MIDTRANS_SERVER_KEY'],
    [{ WHATSAPP_API_URL: 'https://graph.facebook.com' }, 'WHATSAPP_PHONE_NUMBER_ID'],
    [{ SECRET: 'short' }, 'SECRET'],
  ])('a wrong setting stops the start and names itself: %j', async (environment, name) => {
    const said = await refusal({ DATA_DIR: join(folder, 'settings'), ...environment } as Record<string, string>);
    expect(said).toContain(name);
    expect(said).not.toContain('secret@');
  });

  test('a folder that cannot be written is named', async () => {
    const file = join(folder, 'locked');
    await mkdir(file);
    await chmod(file, 0o500);
    // Root may write everywhere: a folder under a file is closed to everybody.
    const closed = process.getuid?.() === 0 ? '/dev/null/berjubel' : join(file, 'data');
    expect(await refusal({ DATA_DIR: closed })).toContain(closed);
    await expect(stat(join(closed, 'postgres'))).rejects.toThrow();
  });

  test('an empty market has districts and categories, and nothing to sell', async () => {
    const program = await startProgram({ DATA_DIR: join(folder, 'with a space', 'empty'), SEED: 'none' });
    try {
      expect(await productCount(program.url)).toBe(0);
      expect((await fetch(program.url)).status).toBe(200);
    } finally {
      await program.stop();
    }
  }, 60_000);

  test('a database that its owner has not brought up to date stops the start', async () => {
    for (const database of [await openEmptyDatabase(), await openTestDatabase()]) {
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query("delete from mikro_orm_migrations where name like '%orders_rules'").catch(noSuchTable);
      await owner.end();
      const said = await refusal({ DATABASE_URL: database.appUrl, DATA_DIR: join(folder, 'unmigrated') });
      expect(said).toContain('MIGRATION_DATABASE_URL');
      await database.drop();
    }
  }, 60_000);

  test('a real server by DATABASE_URL serves web and worker as two processes', async () => {
    const database = await openTestDatabase();
    const common = {
      DATABASE_URL: database.appUrl,
      SEED: 'none',
      SECRET: 'a secret that two processes share, long enough',
      DATA_DIR: join(folder, 'roles'),
    };
    const web = await startProgram({ ...common, ROLE: 'web' });
    const worker = await startProgram({ ...common, ROLE: 'worker' });
    try {
      expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
    } finally {
      expect([await worker.stop(), await web.stop()]).toEqual([0, 0]);
      await database.drop();
    }
  }, 60_000);
});
