import { describe, expect, test } from 'vitest';
import { keptWords } from '../../../api/search/past/kept-words.ts';

describe('the words under which a search is counted', () => {
  test.each([
    ['Keripik  SINGKONG', 'keripik singkong'],
    ['cari kerupuk yang enak', 'kerupuk enak'],
    ['kéripik tempé', 'keripik tempe'],
    ['beras 5kg', 'beras 5 kg'],
    ['kain 30 x 40', 'kain 30x40'],
    ['emas 50.000', 'emas 50000'],
    ['sepatu jalan', 'sepatu jalan'],
    ['2 sepatu 42', '2 sepatu 42'],
    ['novel mei 2024', 'novel mei 2024'],
  ])('of %j are %j', (text, words) => {
    expect(keptWords(text)).toBe(words);
  });

  test.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    'rina (0812) 345 678',
    '٠٨١٢٣٤٥٦٧٨٩',
    '０８１２３４５６',
    'ktp 3276012345678901',
    'lahir 17-08-1995',
    'lahir 12 maret 1990',
    '17-agustus-1990',
    '17agustus1990',
    'lahir 12 agust 1990',
    'lahir 12 nopember 1990',
    'lahir 3 pebruari 1988',
    'gang mawar',
    'bu.tini@contoh.co.id',
    'ig @butini',
    'https://wa.me/62812',
    'www.contoh.test',
    'jl melati',
    'jln. kamboja',
    'jalan margonda no 12',
    'rt 03 rw 05 beji',
    'blok c 12',
    'rumah nomor rumah 7',
    'satu dua tiga empat lima enam tujuh',
    'a'.repeat(61),
    '5 6 7',
    '💥',
    'x',
  ])('are not kept of %j', (text) => {
    expect(keptWords(text)).toBeNull();
  });
});
