import { describe, expect, test } from 'vitest';
import { distance, mend, readingsOf, soundOf, wordsOf } from '../../../api/search/language/index.ts';

describe('one thing written in many ways is read as one', () => {
  const amounts = (text: string): string[] => readingsOf(text).flatMap(({ forms }) => forms);

  test.each(['5kg', '5 kg', '5 kilo', '5000 g', '5.000 gram', '5,0 kg', 'lima kilo'])('the weight %s', (text) => {
    expect(amounts(text)).toEqual(['#5000g']);
  });

  test.each(['1/2 liter', 'setengah liter', '0,5 l', '500ml', '500 cc'])('the volume %s', (text) => {
    expect(amounts(text)).toEqual(['#500ml']);
  });

  test.each(['1pk', '1 pk', 'satu pk'])('the power %s', (text) => {
    expect(amounts(text)).toEqual(['#1pk']);
  });

  test.each(['12 pcs', '1 lusin', 'selusin', '12'])('the count %s', (text) => {
    expect(amounts(text)[0]).toBe('#12');
  });

  test.each([
    ['kripik', 'keripik'],
    ['krupuk', 'kerupuk'],
    ['kropok', 'kerupuk'],
    ['coklat', 'cokelat'],
    ['tjokelat', 'coklat'],
    ['sambel', 'sambal'],
    ['telor', 'telur'],
    ['poetih', 'putih'],
    ['djeruk', 'jeruk'],
    ['saos', 'saus'],
    ['cabay', 'cabai'],
    ['pitamin', 'vitamin'],
    ['spatu', 'sepatu'],
    ['piso', 'pisau'],
    ['kebo', 'kebau'],
    ['instant', 'instan'],
    ['asbest', 'asbes'],
    ['poppok', 'popok'],
  ])('the spellings %s and %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  test.each([
    ['karet', 'karat'],
    ['gelas', 'glass'],
    ['pentol', 'pentul'],
    ['karton', 'kartun'],
    ['cover', 'chopper'],
    ['kopi', 'topi'],
    ['tahu', 'teh'],
    ['susu', 'sisi'],
    ['kilo', 'kilau'],
    ['tart', 'tar'],
  ])('but not %s and %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });
});

test('words said twice, accents, apostrophes and digits', () => {
  expect(wordsOf('Anak-anak, oleh2 & sayur2an: Crème (Jum’at) 30 x 40')).toEqual([
    'anak',
    'oleholeh',
    'sayuran',
    'creme',
    'jumat',
    '30x40',
  ]);
});

describe('typing mistakes', () => {
  const market = ['keripik', 'kerupuk', 'sambal', 'sabun', 'gantungan', 'teh'].map((word) => ({ word, uses: 1 }));

  test.each([
    ['kerpuk', 'kerupuk'],
    ['smabal', 'sambal'],
    ['gntungn', 'gantungan'],
    ['gmtungm', null],
    ['gantugnan', 'gantungan'],
    ['gamtumgan', 'gantungan'],
    ['the', null],
    ['zzzz', null],
  ])('of %s mean %s', (mistyped, meant) => {
    expect(mend(mistyped, market, false)).toBe(meant);
  });

  test.each([
    ['lida', 'lidah', 'lada'],
    ['ajam', 'ayam', 'asam'],
    ['semud', 'semut', 'semur'],
    ['jahet', 'jahit', 'jaket'],
    ['ketang', 'ketan', 'kentang'],
    ['jowo', 'jawa', 'jowar'],
  ])('of %s mean rather %s, which sounds like it, than %s', (mistyped, meant, other) => {
    expect(
      mend(
        mistyped,
        [meant, other].map((word) => ({ word, uses: word === meant ? 1 : 9 })),
        false,
      ),
    ).toBe(meant);
  });

  test('may be two in seven letters when one of eight is missing', () => {
    const pipes = [{ word: 'galvanis', uses: 1 }];
    expect(mend('galvnas', pipes, false)).toBe('galvanis');
    expect(mend('gamvin', pipes, false)).toBe(null);
    expect(mend('kerpupk', market, false)).toBe(null);
  });

  test('are counted: missing, added, wrong and swapped letters', () => {
    expect([
      distance('kopi', 'kopi'),
      distance('kopi', 'kpoi'),
      distance('kopi', 'kop'),
      distance('kopi', 'topi'),
    ]).toEqual([0, 1, 1, 1]);
  });
});
