import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { freePort, killCommandLine, runCommandLine, runProgram } from '../support/program.ts';
import { aFolder } from '../support/seeded-folder.ts';

/** More than two batches. */
const PRODUCTS = 5_600;
const SEED = ['--products', String(PRODUCTS), '--seed', '3', '--without-pictures'];

/** What a market is, apart from its keys and the hour at which it was made. */
const FACTS = {
  products: `select p.slug, p.title, p.description, c.path, s.slug as shop, p.is_halal, p.status,
    extract(epoch from max(p.created_at) over () - p.created_at)::integer as age
    from product p join category c on c.id = p.category_id join seller s on s.id = p.seller_id`,
  variants: `select p.slug, v.sku, v.name, v.options, v.price, v.weight_grams, v.position, st.on_hand, st.reserved, m.on_hand_delta
    from variant v join product p on p.id = v.product_id join stock st on st.variant_id = v.id
    left join stock_movement m on m.variant_id = v.id`,
  shops: `select s.slug, s.name, a.phone, m.role, k.code from seller s join membership m on m.subject_id = s.id
    join account a on a.id = m.account_id join kelurahan k on k.id = s.kelurahan_id`,
  people: 'select phone, name, is_demo from account',
  points: 'select slug, name from pickup_point',
  found: 'select title, seller_slug, price_min from search_document',
};

interface Seeded {
  readonly database: TestDatabase;
  readonly client: pg.Client;
  readonly environment: Readonly<Record<string, string>>;
}

let folder: string;
let whole: Seeded;
let stopped: Seeded;
beforeAll(async () => {
  folder = await aFolder();
  [whole, stopped] = await Promise.all([open('whole'), open('stopped')]);
});
afterAll(async () => {
  for (const { client, database } of [whole, stopped]) {
    await client.end();
    await database.drop();
  }
  await rm(folder, { recursive: true, force: true });
});

async function open(name: string): Promise<Seeded> {
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  return { database, client, environment: { DATABASE_URL: database.appUrl, DATA_DIR: join(folder, name) } };
}

async function facts({ client }: Seeded): Promise<Record<string, unknown>> {
  const read = async (sql: string): Promise<unknown> =>
    (
      await client.query(
        `select count(*)::integer as n, md5(string_agg(f::text, '|' order by f::text)) as all from (${sql}) f`,
      )
    ).rows[0];
  return Object.fromEntries(
    await Promise.all(Object.entries(FACTS).map(async ([name, sql]) => [name, await read(sql)] as const)),
  );
}

async function entered({ client }: Seeded): Promise<number> {
  const { rows } = await client.query<{ entered: number }>('select entered from unfinished_seed');
  return rows[0]?.entered ?? 0;
}

test('a seed that was killed goes on where it stopped, and ends with the same market', async () => {
  const wholly = runCommandLine('seed', SEED, whole.environment);
  await killCommandLine('seed', SEED, stopped.environment, async () => (await entered(stopped)) > 0);
  const before = await entered(stopped);
  expect(before).toBeLessThan(PRODUCTS);
  const { rows } = await stopped.client.query('select count(*)::integer as n, min(id::text) as first from product');
  expect(rows[0]?.n).toBe(before);

  const start = await runProgram(stopped.environment);
  expect(start).toEqual({
    code: 1,
    printed: expect.stringMatching(
      /^npm run seed was stopped here after \d+ of 5600 products\. .*--seed 3 --without-pictures;.*\n$/,
    ),
  });
  const other = await runCommandLine('seed', SEED.with(3, '4'), stopped.environment);
  expect(other).toEqual({ code: 1, printed: expect.stringMatching(/^Another seed was stopped here .*--seed 3 .*\n$/) });

  expect(await runCommandLine('seed', SEED, stopped.environment)).toMatchObject({ code: 0 });
  expect(await wholly).toMatchObject({ code: 0 });
  const first = await stopped.client.query('select min(id::text) as first from product');
  expect(first.rows[0]).toEqual({ first: rows[0]?.first });
  const market = await facts(whole);
  expect(market).toMatchObject({ products: { n: PRODUCTS }, found: { n: PRODUCTS } });
  expect(await facts(stopped)).toEqual(market);
  expect(await stopped.client.query('select from unfinished_seed')).toMatchObject({ rowCount: 0 });
}, 240_000);

test('a market that was entered but not made findable is made so by the next start', async () => {
  await whole.client.query('insert into unfinished_seed values (1, 3, $1, false, $1, now())', [PRODUCTS]);
  await whole.client.query(
    `delete from search_document where product_id in (select product_id from search_document limit 100)`,
  );
  await killCommandLine(
    '../main',
    [],
    { ...whole.environment, PORT: String(await freePort()) },
    async () => (await whole.client.query('select from unfinished_seed')).rowCount === 0,
  );
  expect(await facts(whole)).toMatchObject({ found: { n: PRODUCTS } });
}, 120_000);
