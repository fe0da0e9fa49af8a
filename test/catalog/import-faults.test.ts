import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultSentence } from '../../api/catalog/index.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { type LoadedSheet, loadSheet } from './load-sheet.ts';
import { type Rows, writeCsv, writeXlsx } from './write-sheets.ts';

const HEADINGS = ['sku', 'title', 'description', 'category', 'seller', 'kecamatan', 'price', 'tags', 'halal', 'stock'];

let world: World;
let folder: string;
let shop = 0;
let name: string;
let kelurahanKey: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'berjubel-sheets-'));
  kelurahanKey = (await aKelurahan(world, { kecamatan: 'beji' })).key;
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

function kept(): Promise<{ sku: string; title: string; price: string; on_hand: number }[]> {
  return world.context().read.rows(
    `select v.sku, p.title, v.price::text, st.on_hand from product p join variant v on v.product_id = p.id
       join stock st on st.variant_id = v.id join seller s on s.id = p.seller_id where s.name = $1 order by v.sku`,
    [name],
  );
}

const TITLE = 'Café “olé” – €5';
const simple = (title: string): string => `sku,title,seller,price\nM1,${title},${name},9000\n`;
const standing = async (): Promise<unknown> => aSeller(world, { name, kelurahanKey });

describe('a sheet that is not as it seems', () => {
  test('faults come by line, whether reading a row shows them or entering it', async () => {
    const good = (sku: string): Rows[number] => [sku, 'Roti Tawar', '', '', name, 'Beji', 9000, '', '', 1];
    const rows = [
      HEADINGS,
      good('L1').with(3, 'k'.repeat(61)),
      good('L2').with(6, 'gratis'),
      good('L3').with(4, 'ab'),
      good('L4').with(5, 'Bogor'),
    ];
    const { faults } = await load(await writeCsv(path('csv'), rows));
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'CATEGORY_TOO_LONG'],
      [3, 'PRICE_UNREADABLE'],
      [4, 'NAME_INVALID'],
      [5, 'KECAMATAN_UNKNOWN'],
    ]);
  });

  test.each([
    // In windows-1252 the quotation marks, the dash and the euro stand where Latin-1 has no signs.
    ['windows-1252', () => Buffer.from(simple('Caf\xe9 \x93ol\xe9\x94 \x96 \x805'), 'latin1')],
    ['UTF-16LE', () => Buffer.from(`\ufeff${simple(TITLE)}`, 'utf16le')],
    ['UTF-16BE', () => Buffer.from(`\ufeff${simple(TITLE)}`, 'utf16le').swap16()],
    ['UTF-8, longer than a piece of the file', () => Buffer.from(`${simple(TITLE)}${'é'.repeat(99_999)}\n`)],
  ])('no letter is lost from a CSV in %s', async (_, bytes) => {
    await standing();
    await writeFile(path('csv'), bytes());
    await load(path('csv'));
    expect((await kept()).map(({ title }) => title)).toEqual([TITLE]);
  });

  test('text that is broken is a fault wherever it comes from, and the rows beside it go in', async () => {
    await standing();
    // One spoilt byte among sound UTF-8 does not make the rest another encoding.
    const spoilt = Buffer.concat([
      Buffer.from(simple('Café olé')),
      Buffer.from(`M2,Caf\xe9 uji,${name},9000\n`, 'latin1'),
    ]);
    await writeFile(path('csv'), spoilt);
    const { faults } = await load(path('csv'));
    expect(faults.map(faultSentence)).toEqual([
      'Baris 3: Huruf rusak di kolom title: "Caf\ufffd uji"; perbaiki hurufnya; CSV disimpan sebagai UTF-8. / ' +
        'Line 3: Broken characters in the column title: "Caf\ufffd uji"; mend them; a CSV is saved as UTF-8.',
    ]);
    // What windows-1252 has no sign for was written in another encoding.
    await writeFile(path('csv'), Buffer.from(simple('Caf\x8e ol\x8e \x8d'), 'latin1'));
    expect(await load(path('csv'))).toMatchObject({ faults: [{ line: 2, code: 'TEXT_BROKEN' }] });
    const json = (title: string): string => `{"sku":"M3","title":${title},"seller":"${name}","price":9000}\n`;
    await writeFile(
      path('jsonl'),
      json('"Kue \\ud83d uji"') + json('"Kue \ufffd uji"') + json('"Kue \\ud83c\\udf70 uji"'),
    );
    expect(await load(path('jsonl'))).toMatchObject({
      faults: [
        { line: 1, code: 'TEXT_BROKEN' },
        { line: 2, code: 'TEXT_BROKEN' },
      ],
    });
    await writeXlsx(path('xlsx'), [HEADINGS, ['M4', 'Kue \ufffd uji', '', '', name, 'Beji', 9000, '', '', 1]]);
    expect(await load(path('xlsx'))).toMatchObject({ faults: [{ line: 2, code: 'TEXT_BROKEN' }] });
    expect((await kept()).map(({ title }) => title)).toEqual(['Café olé', 'Kue 🍰 uji']);
  });

  test('a row with more cells than columns is a fault that says how many; empty ones behind are none', async () => {
    const row = (sku: string, end: string): string => `${sku},Roti Tawar,${name},Beji,${end}\n`;
    await writeFile(
      path('csv'),
      `sku,title,seller,kecamatan,price,stock\n${row('N1', '12,500,5')}${row('N2', '9000,5,,,')}${row('N3', '9000,5,,catatan')}`,
    );
    const { faults } = await load(path('csv'));
    expect(faults.map(faultSentence)).toEqual(
      [
        [2, 7],
        [4, 8],
      ].map(
        ([line, count]) =>
          `Baris ${line}: Baris ini berisi ${count} sel, kolomnya hanya 6; beri tanda kutip pada sel yang memuat pemisah (,). / ` +
          `Line ${line}: This row has ${count} cells, but there are 6 columns; put cells that hold the separator (,) in quotation marks.`,
      ),
    );
    expect(await kept()).toMatchObject([{ sku: 'N2', price: '9000', on_hand: 5 }]);
  });

  test('a price that its comma cut in two is a fault; one that only looks small goes in', async () => {
    const row = (sku: string, end: string): string => `${sku},Roti Tawar,${name},Beji,${end}\n`;
    const cut = ['12,500', 'Rp12,500', '1,250,', '125,000'];
    const sound = ['150,500', '50.00,500', '50,20', '"12,500",500', '50', '9000,500'];
    const rows = [...cut, ...sound].map((end, at) => row(`P${at}`, end));
    await writeFile(path('csv'), `sku,title,seller,kecamatan,price,stock\n${rows.join('')}`);
    const { faults, created } = await load(path('csv'));
    expect(faults.map(({ line, code }) => [line, code])).toEqual(cut.map((_, at) => [at + 2, 'PRICE_CUT']));
    expect(created).toBe(sound.length);
    expect(faultSentence(faults[0]!)).toContain('Harga 12 diikuti 500: kalau maksudnya 12,500,');
    await writeFile(path('csv'), `sku;title;seller;kecamatan;price;stock\nP9;Roti Tawar;${name};Beji;12;500\n`);
    expect(await load(path('csv'))).toMatchObject({ faults: [] });
  });
});
