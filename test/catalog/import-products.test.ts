import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultSentence, openSheet, SheetError } from '../../api/catalog/index.ts';
import { importProducts } from '../../api/import-market.ts';
import { countRows } from '../support/count-rows.ts';
import { aCategory } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { type LoadedSheet, loadSheet } from './load-sheet.ts';
import { type Rows, writeCsv, writeJsonLines, writeXlsx } from './write-sheets.ts';

const HEADINGS = ['sku', 'title', 'description', 'category', 'seller', 'kecamatan', 'price', 'tags', 'halal', 'stock'];

let world: World;
let folder: string;
let shop = 0;
let name: string;
let kelurahanKey: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'berjubel-sheets-'));
  await aKelurahan(world, { kecamatan: 'pancoran-mas' });
  kelurahanKey = (await aKelurahan(world, { kecamatan: 'beji' })).key;
  await aCategory(world, { slug: 'kue-basah', name: 'Kue Basah' });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});
beforeEach(() => {
  shop += 1;
  name = `Warung Uji ${shop}`;
});

const path = (ending: string): string => join(folder, `sheet-${shop}.${ending}`);

const load = (file: string): Promise<LoadedSheet> => loadSheet(world, file);

interface Kept {
  sku: string;
  title: string;
  description: string;
  category: string;
  price: string;
  halal: boolean;
  on_hand: number;
  moved: number;
  kecamatan: string;
}

function kept(): Promise<Kept[]> {
  return world.context().read.rows<Kept>(
    `select v.sku, p.title, p.description, c.path as category, v.price::text, p.is_halal as halal, st.on_hand, kc.slug as kecamatan,
            (select coalesce(sum(m.on_hand_delta), 0)::integer from stock_movement m where m.variant_id = v.id) as moved
       from product p join variant v on v.product_id = p.id join category c on c.id = p.category_id join stock st on st.variant_id = v.id
       join seller s on s.id = p.seller_id join kelurahan kl on kl.id = s.kelurahan_id join kecamatan kc on kc.id = kl.kecamatan_id
      where lower(s.name) = lower($1) order by v.sku`,
    [name],
  );
}

/** How many searchers find in the shop, by the documents and by the counts beside them. */
async function shown(): Promise<{ documents: number; counted: number }> {
  const [row] = await world.context().read.rows<{ documents: number; counted: number }>(
    `select (select count(*)::integer from search_document d where d.seller_id = s.id) as documents,
            (select coalesce(sum(products), 0)::integer from search_count n where n.scope = '' and n.facet = 'seller' and n.value = s.slug) as counted
       from seller s where lower(s.name) = lower($1)`,
    [name],
  );
  return row ?? { documents: 0, counted: 0 };
}

const twoRows = (): Rows => [
  HEADINGS,
  ['A1', 'Kue Lapis', 'Legit & manis', 'Kue Basah', name, 'Pancoran Mas', 12500, 'lapis, legit', true, 10],
  ['A2', 'Dodol Depok', '', 'Oleh-oleh Unik', name, 'pancoran-mas', 30000, '', false, 0],
];

describe('a sheet of products', () => {
  test.each([
    ['csv', writeCsv],
    ['xlsx', writeXlsx],
    ['jsonl', writeJsonLines],
  ] as const)(
    'goes in from %s: shops and unknown categories are made, stock moves, searchers find it',
    async (ending, write) => {
      const result = await load(await write(path(ending), twoRows()));
      expect(result).toEqual({ rows: 2, created: 2, changed: 0, unchanged: 0, listed: 0, faults: [] });
      expect(await kept()).toMatchObject([
        {
          sku: 'A1',
          title: 'Kue Lapis',
          description: 'Legit & manis\n\nKata kunci: lapis, legit',
          category: 'kue-basah',
          price: '12500',
          halal: true,
          on_hand: 10,
          moved: 10,
          kecamatan: 'pancoran-mas',
        },
        { sku: 'A2', category: 'lainnya/oleh-oleh-unik', halal: false, on_hand: 0, moved: 0 },
      ]);
      expect(await shown()).toEqual({ documents: 2, counted: 2 });
    },
  );

  test('again changes nothing; a changed row changes its product alone, and its stock by the difference', async () => {
    const file = await writeCsv(path('csv'), twoRows());
    await load(file);
    const before = await countRows(world.context());
    expect(await load(file)).toMatchObject({ created: 0, changed: 0, unchanged: 2, listed: 0 });
    expect(await countRows(world.context())).toEqual(before);
    const [headings = [], first = [], second = []] = twoRows();
    await writeCsv(file, [headings, first.with(6, 'Rp13.000').with(9, 4), second]);
    expect(await load(file)).toMatchObject({ created: 0, changed: 1, unchanged: 1, listed: 0 });
    expect(await kept()).toMatchObject([{ price: '13000', on_hand: 4, moved: 4 }, { price: '30000' }]);
    const [card] = await world
      .context()
      .read.rows(
        `select price_min::text, card ->> 'stockLeft' as left from search_entry where card ->> 'title' = 'Kue Lapis' and price_min = 13000`,
      );
    expect(card).toEqual({ price_min: '13000', left: '4' });
  });

  test('as people save it: mark, semicolons, CRLF, line ends in cells, Indonesian headings, prices with points', async () => {
    const rows: Rows = [
      ['KODE', 'Nama Produk', 'Deskripsi', 'Kategori', 'Toko', 'Kecamatan', 'Harga (Rp)', 'Halal', 'Stok'],
      ['B1', 'Keripik Pedas', 'renyah\r\nsekali', '', name, 'Kec. Beji', 'Rp12.500', 'ya', '1.000'],
      [null, null, null, null, null, null, null, null, null],
      ['B2', 'Kopi Bubuk', '', '', name.toUpperCase(), 'BEJI', '12.500,00', 'halal', ''],
      ['B3', 'Teh Tubruk', '', '', name, 'beji', '12,5 rb', 'tidak', '3'],
    ];
    const file = await writeCsv(path('csv'), rows, { separator: ';', lineEnd: '\r\n', mark: '\ufeff' });
    expect(await load(file)).toMatchObject({ rows: 3, created: 3, faults: [] });
    expect(await kept()).toMatchObject([
      { sku: 'B1', price: '12500', on_hand: 1000, halal: true, category: 'lainnya', description: 'renyah\nsekali' },
      { sku: 'B2', price: '12500', on_hand: 0, halal: true },
      { sku: 'B3', price: '12500', on_hand: 3, halal: false },
    ]);
  });

  test('a blank cell leaves what is there: prose without tags, tags without prose', async () => {
    const row = (prose: string, tags: string): Rows => [
      HEADINGS,
      ['E1', 'Kue Lapis', prose, '', name, 'Beji', 9000, tags, '', 1],
    ];
    const told = async (prose: string, tags: string): Promise<unknown> => {
      await load(await writeCsv(path('csv'), row(prose, tags)));
      return (await kept())[0]?.description;
    };
    expect(await told('', 'lapis')).toBe('Kata kunci: lapis');
    expect(await told('Legit.\nManis.', '')).toBe('Legit.\nManis.\n\nKata kunci: lapis');
    expect(await told('', 'legit, manis')).toBe('Legit.\nManis.\n\nKata kunci: legit, manis');
    expect(await told('Kenyal.', '')).toBe('Kenyal.\n\nKata kunci: legit, manis');
    // What was taken out of the market goes in again as it was.
    expect(await told('Kenyal.\n\nKata kunci: legit', '')).toBe('Kenyal.\n\nKata kunci: legit');
    expect(await load(path('csv'))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  test('a file with line ends of several kinds, told its separator on a line of its own, loses no row', async () => {
    const file = path('csv');
    const line = (sku: string): string => `${sku};Roti ${sku};${name};Beji;9000;5`;
    await writeFile(
      file,
      `sep=;\r\nsku;title;seller;kecamatan;price;stock\r\n${line('F1')}\n${line('F2')}\n${line('F3')}\r\n`,
    );
    expect(await load(file)).toMatchObject({ rows: 3, created: 3, faults: [] });
    expect(await kept()).toMatchObject([{ on_hand: 5 }, { on_hand: 5 }, { on_hand: 5 }]);
  });

  test('a price that may be two is none, and fractions of thousands are exact', async () => {
    const row = (sku: string, price: string): Rows[number] => [
      sku,
      'Roti Tawar',
      '',
      '',
      name,
      'Beji',
      price,
      '',
      '',
      1,
    ];
    const { faults } = await load(await writeCsv(path('csv'), [HEADINGS, row('G1', '1.250 rb'), row('G2', '16,1 rb')]));
    expect(faults).toMatchObject([{ line: 2, code: 'PRICE_UNREADABLE' }]);
    expect(await kept()).toMatchObject([{ sku: 'G2', price: '16100' }]);
  });

  test('rows with errors are listed by the line where they begin, in both languages; the others go in', async () => {
    const good = (sku: string): Rows[number] => [sku, 'Roti Tawar', '', '', name, 'Beji', 9000, '', '', 1];
    const rows: Rows = [
      HEADINGS,
      good('C1').with(2, 'dua\nbaris'),
      good('C2').with(6, 'gratis'),
      good('C3').with(5, 'Bogor'),
      good('C4').with(1, 'ab'),
      good('C5').with(9, -1),
      good('C6').with(8, 'mungkin'),
      good('').with(0, ''),
      good('C8').with(6, '12.500,50'),
      good('C9').with(4, ''),
      good('C1').with(1, 'Roti Manis'),
    ];
    const { faults, ...result } = await load(await writeCsv(path('csv'), rows));
    expect(result).toEqual({ rows: 10, created: 1, changed: 0, unchanged: 0, listed: 9 });
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'SKU_REPEATED'],
      [4, 'PRICE_UNREADABLE'],
      [5, 'KECAMATAN_UNKNOWN'],
      [6, 'TITLE_INVALID'],
      [7, 'STOCK_INVALID'],
      [8, 'HALAL_INVALID'],
      [9, 'SKU_INVALID'],
      [10, 'PRICE_UNREADABLE'],
      [11, 'SELLER_MISSING'],
    ]);
    expect(faultSentence(faults.find(({ line }) => line === 5)!)).toBe(
      'Baris 5: Kecamatan "Bogor" tidak ada di Depok. / Line 5: Depok has no kecamatan "Bogor".',
    );
    expect(await kept()).toMatchObject([{ sku: 'C1', title: 'Roti Manis' }]);
  });

  test('a row without kecamatan is of the shop that other rows place, wherever they stand; again changes nothing', async () => {
    const row = (sku: string, title: string, kecamatan: string): unknown[] => [
      sku,
      title,
      '',
      '',
      name,
      kecamatan,
      9000,
    ];
    const filling = Array.from({ length: 1100 }, (_, n) => row(`F${n}`, `Roti Isi ${n}`, 'Beji'));
    const rows = [
      HEADINGS.slice(0, 7),
      row('E1', 'Roti Tawar', ''),
      row('E2', 'Roti Sobek', 'Beji'),
      ...filling,
      row('E2', 'Roti Gulung', ''),
      row('E1', 'Roti Kering', 'Kec. Beji'),
      row('E3', 'Roti Bakar', ''),
    ] as Rows;
    const file = await writeCsv(path('csv'), rows);
    const first = await load(file);
    expect(first.faults.map(({ line, code, values }) => [line, code, values.line])).toEqual([
      [2, 'SKU_REPEATED', 1105],
      [3, 'SKU_REPEATED', 1104],
    ]);
    expect(first).toMatchObject({ created: 1103, changed: 0 });
    const { faults, ...again } = await load(file);
    expect(again).toEqual({ rows: 1105, created: 0, changed: 0, unchanged: 1103, listed: 2 });
    const own = (await kept()).filter(({ sku }) => sku.startsWith('E'));
    expect(own.map(({ sku, title }) => [sku, title])).toEqual([
      ['E1', 'Roti Kering'],
      ['E2', 'Roti Gulung'],
      ['E3', 'Roti Bakar'],
    ]);
  }, 60_000);

  test('a row without kecamatan of a shop that stands in two is listed each time, and so is one of a shop that stands nowhere', async () => {
    const row = (sku: string, seller: string, kecamatan: string): unknown[] => [
      sku,
      'Roti Tawar',
      '',
      '',
      seller,
      kecamatan,
      9000,
    ];
    const rows = [
      HEADINGS.slice(0, 7),
      row('G1', name, ''),
      row('G1', name, 'Beji'),
      row('G1', name, 'Pancoran Mas'),
      row('G1', `${name} Lain`, ''),
    ] as Rows;
    const file = await writeCsv(path('csv'), rows);
    for (const created of [2, 0]) {
      const { faults, ...result } = await load(file);
      expect(result).toEqual({ rows: 4, created, changed: 0, unchanged: 2 - created, listed: 2 });
      expect(faults.map(({ line, code }) => [line, code])).toEqual([
        [2, 'SELLER_UNCLEAR'],
        [5, 'KECAMATAN_MISSING'],
      ]);
    }
  });

  test('a row without kecamatan of two shops of one name in one kecamatan is listed', async () => {
    await aSeller(world, { name, kelurahanKey });
    await aSeller(world, { name, kelurahanKey });
    const rows = [HEADINGS.slice(0, 7), ['H1', 'Roti Tawar', '', '', name, '', 9000]] as Rows;
    const { faults } = await load(await writeCsv(path('csv'), rows));
    expect(faults.map(({ code }) => code)).toEqual(['SELLER_UNCLEAR']);
  });

  test('rule 1: a count below what buyers have reserved is listed and moves nothing', async () => {
    const file = await writeCsv(path('csv'), twoRows());
    await load(file);
    await world.context().em.execute(
      `update stock set reserved = 5 where variant_id = (select v.id from variant v join seller s on s.id = v.seller_id
         where s.name = ? and v.sku = 'A1')`,
      [name],
    );
    const [headings = [], first = []] = twoRows();
    await writeCsv(file, [headings, first.with(9, 4)]);
    expect(await load(file)).toMatchObject({ faults: [{ line: 2, code: 'BELOW_RESERVED', values: { reserved: 5 } }] });
    expect(await kept()).toMatchObject([{ on_hand: 10, moved: 10 }, {}]);
  });

  test('5,000 rows are entered as they are read, no job is left for any of them, and counts are exact', async () => {
    const row = (n: number): object => ({
      SKU: `D${n}`,
      nama: `Sambal Botol ${n}`,
      toko: name,
      kecamatan: 'Beji',
      harga: 1000 + n,
      stok: n % 7,
    });
    const file = path('jsonl');
    await writeFile(file, Array.from({ length: 5000 }, (_, n) => JSON.stringify(row(n))).join('\n'));
    const steps: number[] = [];
    const jobs = async (): Promise<number> => (await countRows(world.context()))['graphile_worker._private_jobs'] ?? 0;
    const before = await jobs();
    const rows = await openSheet(file);
    let most = 0;
    let given = 0;
    await importProducts(
      world.context(),
      async function* () {
        given = 0;
        for await (const each of rows()) {
          given += 1;
          yield each;
        }
      },
      {
        onFault: () => {},
        onProgress(done) {
          steps.push(done);
          most = Math.max(most, given - done);
        },
      },
    );
    expect(most).toBe(0);
    expect(steps).toEqual([1000, 2000, 3000, 4000, 5000, 5000]);
    expect(await jobs()).toBe(before);
    expect(await shown()).toEqual({ documents: 5000, counted: 5000 });
  }, 60_000);

  test.each([
    ['a file that is not there', 'nowhere.csv', null],
    ['a format nobody knows', 'sheet.pdf', '%PDF'],
    ['a table without the columns', 'columns.csv', 'satu,dua\n1,2\n'],
    ['an empty file', 'empty.csv', ''],
    ['an archive that is none', 'broken.xlsx', 'PK but not really'],
    ['a quotation mark that nobody closed', 'quote.csv', `sku,title,seller,price\n"${'x'.repeat(1_200_000)}`],
  ])('%s is refused in one line before anything is entered', async (_, file, text) => {
    if (text !== null) await writeFile(join(folder, file), text);
    const before = await countRows(world.context());
    const error = await load(join(folder, file)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SheetError);
    expect((error as SheetError).message).not.toContain('\n');
    expect(await countRows(world.context())).toEqual(before);
  });
});
