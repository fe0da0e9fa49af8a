import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, openApp } from '../../../api/app.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { enterTerms } from '../../../api/search/index.ts';
import { writeCounts } from '../../../api/search/past/write-counts.ts';
import { countStatements } from '../../support/count-statements.ts';
import { aPerson } from '../../support/makers/accounts.ts';
import { aProduct } from '../../support/makers/catalog.ts';
import { aKelurahan } from '../../support/makers/geography.ts';
import { aSeller } from '../../support/makers/sellers.ts';
import { statementsOf } from '../../support/sent-statements.ts';
import { openWorld, type World } from '../../support/world.ts';
import { callerAt, counted, searchAs, searchBy } from './searchers.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const [beji, sawangan] = [
    await aKelurahan(world, { kecamatan: 'beji', latitude: -6.37, longitude: 106.82 }),
    await aKelurahan(world, { kecamatan: 'sawangan', latitude: -6.4, longitude: 106.76 }),
    await aKelurahan(world, { kecamatan: 'bojongsari', slug: 'duren-seribu', latitude: -6.42, longitude: 106.73 }),
    await aKelurahan(world, { kecamatan: 'pancoran-mas', slug: 'depok', latitude: -6.41, longitude: 106.82 }),
    await aKelurahan(world, { kecamatan: 'bojongsari', slug: 'curug', latitude: -6.41, longitude: 106.75 }),
    await aKelurahan(world, { kecamatan: 'sawangan', slug: 'curug-sawangan', latitude: -6.4, longitude: 106.77 }),
  ];
  const shops = [
    await aSeller(world, { kelurahanKey: beji.key }),
    await aSeller(world, { kelurahanKey: sawangan.key }),
  ];
  for (const shop of shops)
    for (let at = 0; at < 3; at += 1) await aProduct(world, { shop, title: `Keripik Singkong ${at}` });
});
afterAll(() => world.close());
beforeEach(async () => {
  await counted(world);
  await world.context().em.execute('delete from search_asked');
});

const week = '2026-11-23';

describe('a search with words', () => {
  test('is counted as read, whether it found something, nothing, or something only without a word', async () => {
    await searchBy(world, 1, '  Cari KERIPIK ');
    await searchBy(world, 1, 'gelinjang');
    await searchBy(world, 1, 'keripik singkong gelinjang');
    const row = { week, kecamatan: '', asked: 1 };
    expect(await counted(world)).toEqual([
      { ...row, words: 'gelinjang', missed: 1, relaxed: 0 },
      { ...row, words: 'keripik', missed: 0, relaxed: 0 },
      { ...row, words: 'keripik singkong gelinjang', missed: 0, relaxed: 1 },
    ]);
  });

  test('is counted once a day for a caller, by the account where there is one', async () => {
    const [home, office] = [callerAt(world, '10.9.0.1'), callerAt(world, '10.9.0.2')];
    for (const caller of [home, home, office]) await searchAs(caller, 'singkong');
    const { actor } = await aPerson(world);
    for (const address of ['10.9.0.1', '10.9.0.3'])
      await searchAs(Object.assign(callerAt(world, address), { actor }), 'singkong');
    expect(await counted(world, 'singkong')).toMatchObject([{ asked: 3 }]);
    await world.advance(24 * 3600);
    await searchAs(home, 'singkong');
    expect(await counted(world, 'singkong')).toMatchObject([{ asked: 4 }]);
  });

  test('is counted under the words that were meant when it was mistyped', async () => {
    await searchBy(world, 1, 'keripik singkomg');
    expect(await counted(world)).toMatchObject([{ words: 'keripik singkong', missed: 0 }]);
  });

  test('is no other one on its second page, and browsing is none', async () => {
    const caller = callerAt(world, '10.9.1.1');
    const [cursor] = await searchAs(caller, { search: 'keripik', first: 1 });
    await searchAs(callerAt(world, '10.9.1.2'), { search: 'keripik', first: 1, after: cursor });
    await searchAs(caller, { search: ' ' });
    expect(await counted(world)).toMatchObject([{ words: 'keripik', asked: 1 }]);
  });

  test('belongs to the kecamatan it is narrowed to, else to the one the buyer is in, else to none', async () => {
    const near = { latitude: -6.401, longitude: 106.762 };
    await searchBy(world, 1, { search: 'keripik', filter: { kecamatan: ['beji'] }, near });
    await searchBy(world, 2, { search: 'keripik', near });
    await searchBy(world, 3, { search: 'keripik', near: { latitude: -6.2, longitude: 106.8 } });
    await searchBy(world, 4, { search: 'keripik', filter: { kecamatan: ['beji', 'sawangan'] } });
    await searchBy(world, 5, { search: 'keripik', filter: { seller: [], kecamatan: ['tidak-ada', 'beji'] } });
    const rows = (await counted(world)).map(({ kecamatan, asked }) => [kecamatan, asked]);
    expect(rows).toEqual([
      ['', 12],
      ['beji', 1],
      ['sawangan', 2],
    ]);
  });

  test('under an invented kecamatan belongs to none', async () => {
    await searchBy(world, 1, { search: 'keripik', filter: { kecamatan: ['entah'] } });
    expect(await counted(world)).toMatchObject([{ kecamatan: '', asked: 1, missed: 1 }]);
  });

  test('that finds nothing under other filters says nothing of its words', async () => {
    await searchBy(world, 1, { search: 'keripik', filter: { priceMin: 90_000_000 } });
    expect(await counted(world)).toEqual([]);
    await searchBy(world, 1, { search: 'keripik', filter: { priceMin: 1, halal: null } });
    expect(await counted(world)).toMatchObject([{ words: 'keripik', missed: 0 }]);
  });

  test('that finds nothing for the price that its words speak of is counted with the price: the words alone find something', async () => {
    await searchBy(world, 1, { search: 'keripik di bawah 100 rupiah' });
    await searchBy(world, 1, { search: 'keripik maks Rp100' });
    await searchBy(world, 1, { search: 'keripik di atas 1.500.000' });
    await searchBy(world, 1, { search: 'keripik 2jt - 3jt' });
    await searchBy(world, 1, { search: 'keripik di bawah 90 ribu' });
    expect((await counted(world)).map(({ words, missed }) => [words, missed])).toEqual([
      ['keripik', 0],
      ['keripik mulai rp1.500.000', 1],
      ['keripik rp2.000.000 sampai rp3.000.000', 1],
      ['keripik sampai rp100', 2],
    ]);
  });

  test('that names a kecamatan, or a kelurahan of it, belongs there, whoever asks', async () => {
    const near = { latitude: -6.3725, longitude: 106.8236 };
    await world.context().em.execute("update kelurahan set name = 'Curug' where slug = 'curug-sawangan'");
    // Of the first terms every process reads all words, and places with them.
    await inTransaction(world.context(), (tx) =>
      enterTerms(tx, [{ kind: 'PHRASE', term: 'jeruk sawangan', meanings: [] }]),
    );
    for (const text of [
      'langka sawangan',
      'langka duren seribu',
      'langka depok',
      'jeruk sawangan',
      'langka curug',
      'keripik bojongsri',
      'langka sawangan bojongsari',
    ])
      await searchBy(world, 1, { search: text, near });
    expect((await counted(world)).map(({ words, kecamatan }) => [words, kecamatan])).toEqual([
      ['jeruk sawangan', 'beji'],
      ['langka curug', 'beji'],
      ['langka depok', 'beji'],
      ['langka sawangan bojongsari', 'beji'],
      ['keripik bojongsri', 'bojongsari'],
      ['langka duren seribu', 'bojongsari'],
      ['langka sawangan', 'sawangan'],
    ]);
  });

  test('whose answer is a guess is not counted: half words are no searches of anybody', async () => {
    await searchBy(world, 1, 'ker sing');
    expect(await counted(world)).toEqual([]);
  });

  test('with something of a person in it leaves no trace', async () => {
    for (const text of [
      'keripik 0812 3456 7890',
      'paket dari 081234567890',
      'budi di atas 17081995',
      'bu@contoh.test',
      'jl melati',
    ])
      await searchBy(world, 1, text);
    expect(await counted(world)).toEqual([]);
  });

  test('is counted over HTTP, and takes no more statements for it', async () => {
    await world.request('{ products(search: "keripik tempe") { totalCount } }');
    expect(await counted(world)).toMatchObject([{ words: 'keripik tempe' }]);
    const ctx = callerAt(world, '10.9.2.1');
    const { statements } = await countStatements(ctx, '{ products(search: "keripik") { totalCount } }');
    expect(statements).toHaveLength(1);
  });
});

describe('counts', () => {
  const one = {
    week,
    words: 'keripik',
    kecamatan: null,
    latitude: null,
    longitude: null,
    asked: 1,
    missed: 0,
    relaxed: 0,
  };

  test('gather in the process: nothing is written before they are flushed, then one statement for all', async () => {
    await searchBy(world, 3, 'keripik');
    await searchBy(world, 1, 'singkong');
    const written = (): Promise<object[]> => world.context().read.rows('select from search_asked');
    expect(await written()).toHaveLength(0);
    // Beginning, the counts, the end.
    expect(await statementsOf(() => world.context().searchTally.flush())).toBe(3);
    expect(await counted(world)).toMatchObject([
      { words: 'keripik', asked: 3 },
      { words: 'singkong', asked: 1 },
    ]);
  });

  test('are written by themselves after some seconds', async () => {
    await searchBy(world, 1, 'keripik');
    const written = (): Promise<object[]> => world.context().read.rows('select from search_asked');
    for (const end = Date.now() + 15_000; Date.now() < end && (await written()).length === 0; ) await pause(100);
    expect(await written()).toHaveLength(1);
  }, 20_000);

  test('that wait are never more than two thousand', async () => {
    const { searchTally } = world.context();
    for (let caller = 0; caller < 21; caller += 1)
      for (let at = 0; at < 100; at += 1)
        searchTally.note(callerAt(world, `10.7.0.${caller}`), {
          text: `kata ${caller} ${at}`,
          price: null,
          kecamatan: [],
          near: null,
          outcome: 'MISSED',
        });
    expect(await counted(world)).toHaveLength(2000);
  });

  test('that wait are written when the program stops', async () => {
    const { options } = world.app;
    const app: App = await openApp(options);
    const ctx = app.contextFor({ actor: world.context().actor, remoteAddress: '10.9.3.1' });
    await searchAs(ctx, 'tempe');
    expect(await counted(world, 'tempe')).toEqual([]);
    await app.close();
    expect(await counted(world, 'tempe')).toMatchObject([{ asked: 1 }]);
  });

  test('of processes that write at once add up', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ ...one, words: `kue ${at}` }));
    const shuffled = [rows, rows.toReversed(), rows, rows.toReversed()];
    await Promise.all(shuffled.map((each) => writeCounts(world.context(), each)));
    const sums = (await counted(world)).map(({ asked }) => asked);
    expect(sums).toEqual(Array(50).fill(4));
  });

  test('of a flood from one caller end at a hundred a day', async () => {
    const caller = callerAt(world, '10.9.4.1');
    const { searchTally } = caller;
    for (let at = 0; at < 300; at += 1)
      searchTally.note(caller, {
        text: `kata${String.fromCharCode(97 + (at % 26))} ${at}`,
        price: null,
        kecamatan: [],
        near: null,
        outcome: 'MISSED',
      });
    expect(await counted(world)).toHaveLength(100);
  });

  test('of a flood from everywhere cannot fill the table, and words that are there go on being counted', async () => {
    await writeCounts(world.context(), [one]);
    const flood = Array.from({ length: 10_500 }, (_, at) => ({ ...one, words: `zz ${at}` }));
    await writeCounts(world.context(), flood);
    await writeCounts(world.context(), [one, { ...one, words: 'baru' }]);
    const rows = await counted(world);
    expect(rows).toHaveLength(10_000);
    expect(rows.find(({ words }) => words === 'keripik')).toMatchObject({ asked: 2 });
    expect(rows.find(({ words }) => words === 'baru')).toBeUndefined();
  });

  test('that cannot be written are given up, in the log without the words, and the next ones are written', async () => {
    const owner = new Client({ connectionString: world.database.superuserUrl });
    await owner.connect();
    await owner.query('alter table search_asked rename to search_asked_away');
    await searchBy(world, 1, 'rahasia');
    await world.context().searchTally.flush();
    await owner.query('alter table search_asked_away rename to search_asked');
    await owner.end();
    expect(world.logged()).toContain('searches were not counted');
    expect(world.logged()).not.toContain('rahasia');
    await searchBy(world, 1, 'keripik');
    expect(await counted(world)).toMatchObject([{ words: 'keripik' }]);
  });
});
