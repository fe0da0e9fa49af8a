import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { prepareGround } from '../../api/prepare-market.ts';
import { loadMarket } from '../../seeds/load/load-market.ts';
import { generateMarket } from '../../seeds/market.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { freePort, killCommandLine, runCommandLine, runProgram, startProgram } from '../support/program.ts';
import { aFolder } from '../support/seeded-folder.ts';
import { openWorld, type World } from '../support/world.ts';

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
  places: 'select k.code, k.slug, d.code as kecamatan from kelurahan k join kecamatan d on d.id = k.kecamatan_id',
  categories:
    'select c.path, c.name, c.position, c.depth, p.path as parent from category c left join category p on p.id = c.parent_id',
  terms: 'select kind, term, meanings from search_term',
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
  await close(whole);
  await close(stopped);
  await rm(folder, { recursive: true, force: true });
});

async function open(name: string): Promise<Seeded> {
  const database = await openTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  return { database, client, environment: { DATABASE_URL: database.appUrl, DATA_DIR: join(folder, name) } };
}

async function close({ client, database }: Seeded): Promise<void> {
  await client.end();
  await database.drop();
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

test('on what SEED=none entered a seed makes the same market as on an empty database, and a plain start makes none', async () => {
  const words = ['--products', '200', '--seed', '5'];
  const [ground, empty] = await Promise.all([open('ground'), open('empty')]);
  try {
    const begin = async (SEED: 'none' | 'demo'): Promise<unknown> => {
      const program = await startProgram({ ...ground.environment, SEED });
      await program.stop();
      const { rows } = await ground.client.query(`select (select count(*)::integer from account) as accounts,
        (select array_agg(id order by id) from (select id from kecamatan union all select id from kelurahan union all select id from category) g) as keys`);
      return rows[0];
    };
    const before = await begin('none');
    expect(before).toMatchObject({ accounts: 0 });
    expect(await begin('demo')).toEqual(before);

    expect(await runCommandLine('seed', words, ground.environment)).toMatchObject({ code: 0 });
    expect(await runCommandLine('seed', words, empty.environment)).toMatchObject({ code: 0 });
    const market = await facts(empty);
    expect(market).toMatchObject({ products: { n: 200 }, found: { n: 200 } });
    expect(await facts(ground)).toEqual(market);
    const after = await begin('demo');
    expect(after).toEqual({ accounts: expect.any(Number), keys: (before as { keys: unknown }).keys });
  } finally {
    await close(ground);
    await close(empty);
  }
}, 120_000);

describe('on the ground that SEED=none enters', () => {
  const market = generateMarket({ seed: 1, products: 1500 });
  const seed = (world: World): Promise<void> =>
    loadMarket(world.context(), market, { communitySiteUrl: 'http://127.0.0.1:9/', withoutPictures: true });
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    await prepareGround(world.context());
  });
  afterEach(() => world.close());
  const rows = <Row extends object>(sql: string): Promise<Row[]> => world.context().read.rows<Row>(sql);
  const execute = (...statements: string[]): Promise<unknown> =>
    inTransaction(world.context(), async (tx) => {
      for (const sql of statements) await tx.execute(sql);
    });

  test('terms and categories stay what curators made of them, nothing is doubled, and what is missing is added', async () => {
    await execute(
      `insert into search_term (kind, term, meanings) values ('SYNONYM', 'rengginang bogor', '{keripik}')`,
      `update search_term set meanings = '{kudapan sore}' where kind = 'SYNONYM' and term = 'keripik'`,
      `delete from search_term where kind = 'BRAND'`,
      `update category set name = 'Kopi Nusantara' where slug = 'kopi'`,
      `update category set path = 'kerajinan/batik', parent_id = (select id from category where slug = 'kerajinan') where slug = 'batik'`,
      `update category set slug = 'roti' where slug = 'roti-bolu'`,
      `delete from category where slug = 'daster-baju-tidur'`,
      `update category set path = regexp_replace(path, '^minuman', 'minum'), slug = case slug when 'minuman' then 'minum' else slug end
        where path ~ '^minuman(/|$)'`,
      `update category set path = replace(path, 'fesyen/fesyen-wanita', 'fesyen-wanita'), depth = depth - 1,
        parent_id = case slug when 'fesyen-wanita' then null else parent_id end where path ~ '^fesyen/fesyen-wanita'`,
      `update kelurahan set slug = 'kampung-' || slug where code = '32.76.01.1006'`,
    );
    const ground = {
      terms: 'select kind, term, meanings from search_term order by kind, term',
      places: 'select id, code, slug from kelurahan order by code',
      categories: `select id, slug, path, name, parent_id from category where slug <> 'daster-baju-tidur' order by slug`,
    };
    const read = async (): Promise<Record<string, object[]>> =>
      Object.fromEntries(await Promise.all(Object.entries(ground).map(async ([name, sql]) => [name, await rows(sql)])));
    const before = await read();
    expect(before.terms).toContainEqual({ kind: 'SYNONYM', term: 'keripik', meanings: ['kudapan sore'] });
    await seed(world);
    expect(await read()).toEqual(before);
    expect(await rows(`select path, depth from category where slug = 'daster-baju-tidur'`)).toEqual([
      { path: 'fesyen-wanita/daster-baju-tidur', depth: 2 },
    ]);
    const sold = await rows<{ slug: string }>(
      'select c.slug from category c where exists (select from product p where p.category_id = c.id)',
    );
    for (const slug of ['kopi', 'batik', 'roti', 'daster-baju-tidur'])
      expect(sold.map((each) => each.slug)).toContain(slug);
  }, 60_000);

  test('a category that would stand on a fourth level is refused before anything is written', async () => {
    await execute(
      `delete from category where slug = 'beras'`,
      `update category set path = 'fesyen/fesyen-muslim/sembako', depth = 3 where slug = 'sembako'`,
    );
    const drawn = vi.fn();
    const loading = loadMarket(world.context(), market, { communitySiteUrl: 'http://127.0.0.1:9/', onPictures: drawn });
    await expect(loading).rejects.toThrow(/needs a category beras below fesyen\/fesyen-muslim\/sembako, .* too deep/);
    expect(drawn).not.toHaveBeenCalled();
    expect(await rows('select from account')).toHaveLength(0);
  });

  test.each([
    ['a person who has signed in', () => aPerson(world)],
    ['a shop', () => aSeller(world)],
  ])(
    '%s makes it a market in use, which the seed refuses and leaves as it is',
    async (_, make) => {
      await make();
      const people = await rows('select phone from account');
      await expect(seed(world)).rejects.toThrow(/^This database is not empty/);
      expect(await rows('select phone from account')).toEqual(people);
      expect(await rows('select from product')).toHaveLength(0);
    },
    60_000,
  );

  test('of two seeds at once one fills it, and the other says that it is in use', async () => {
    const ended = await Promise.allSettled([seed(world), seed(world)]);
    const refused = ended.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { message: expect.stringMatching(/^This database is not empty/) } }]);
    expect(await rows('select from product')).toHaveLength(1500);
  }, 60_000);
});
