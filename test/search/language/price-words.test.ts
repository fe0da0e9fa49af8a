import { describe, expect, test } from 'vitest';
import { priceWords } from '../../../api/search/language/index.ts';
import { seedKecamatan } from '../../../seeds/generate/places.ts';

describe('a price is read out of the words', () => {
  test.each<[string, string, number | null, number | null]>([
    ['sepatu di bawah 50 ribu', 'sepatu', null, 50_000],
    ['sepatu dibawah 50rb', 'sepatu', null, 50_000],
    ['kado maks 100rb', 'kado', null, 100_000],
    ['kado maksimal Rp 100.000', 'kado', null, 100_000],
    ['kado budget 75 ribu', 'kado', null, 75_000],
    ['kado budget di bawah 75 ribu', 'kado', null, 75_000],
    ['gamis harga di bawah 200 ribu', 'gamis', null, 200_000],
    ['tas <50k', 'tas', null, 50_000],
    ['tas < 50.000', 'tas', null, 50_000],
    ['tas 50rb ke bawah', 'tas', null, 50_000],
    ['tas kurang dari lima puluh ribu', 'tas', null, 50_000],
    ['tas kurang dari seratus lima puluh ribu rupiah', 'tas', null, 150_000],
    ['hp di bawah 1,5 juta', 'hp', null, 1_500_000],
    ['hp 1.5jt keatas', 'hp', 1_500_000, null],
    ['keripik mulai 10rb', 'keripik', 10_000, null],
    ['keripik mulai dari 10.000', 'keripik', 10_000, null],
    ['jam tangan di atas sejuta', 'jam tangan', 1_000_000, null],
    ['jilbab 50rb-100rb', 'jilbab', 50_000, 100_000],
    ['jilbab 20-50rb', 'jilbab', 20_000, 50_000],
    ['laptop 4,1 - 5 juta', 'laptop', 4_100_000, 5_000_000],
    ['kue 16,1 - 20 ribu', 'kue', 16_100, 20_000],
    ['jilbab antara 20 dan 50 ribu', 'jilbab', 20_000, 50_000],
    ['jilbab antara 20 ribu sampai 50 ribu polos', 'jilbab polos', 20_000, 50_000],
    ['jilbab dari 20rb s/d 50rb', 'jilbab', 20_000, 50_000],
    ['jilbab 100rb - 50rb', 'jilbab', 50_000, 100_000],
    ['di atas 20rb di bawah 50rb kaos', 'kaos', 20_000, 50_000],
    ['sandal seharga 15000', 'sandal', 12_000, 18_000],
    ['kado 50 ribu', 'kado', 40_000, 60_000],
    ['kado 50 ribuan', 'kado', 40_000, 60_000],
    ['kado 50rb-an buat ibu', 'kado buat ibu', 40_000, 60_000],
    ['kado rp50.000', 'kado', 40_000, 60_000],
    ['bakso ceban', 'bakso', 8000, 12_000],
    ['di bawah 50rb', '', null, 50_000],
    ['permen di bawah seribu', 'permen', null, 1000],
    ['permen seribu rupiah', 'permen', 800, 1200],
  ])('%s', (said, text, priceMin, priceMax) => {
    expect(priceWords(said)).toEqual({ text, priceMin, priceMax });
  });
});

describe('but a number that measures, counts or names is no price', () => {
  test.each([
    'beras 5 kg',
    'beras di bawah 5 kg',
    'power bank maks 10000 mah',
    'power bank 20000 mAh',
    'minyak 2-5 liter',
    'popok min 10 pcs',
    'meja maks 120 cm',
    'tv 4k',
    'lem tembak 20 - 30',
    'pulsa 50 ribu',
    'voucher 100rb',
    'nokia 3310',
    'toko serba seribu',
    'lampu di bawah meja',
    'bumbu mulai besok',
    'harga teman',
    'oli 10w-40',
    'sepatu nomor 42',
    'susu 1-3 tahun',
    'rak <3',
    '1e999 < x',
  ])('%s', (text) => {
    expect(priceWords(text)).toEqual({ text, priceMin: null, priceMax: null });
  });
});

test('a sum beyond all money is the largest sum', () => {
  expect(priceWords('emas di bawah 999999999999999999999 juta').priceMax).toBe(9_000_000_000_000_000);
});

test('no place of the city is a price', () => {
  const places = seedKecamatan().flatMap(({ name, kelurahan }) => [name, ...kelurahan.map((ward) => ward.name)]);
  expect(places).toContain('Duren Seribu');
  for (const place of places) {
    const said = `keripik ${place}`;
    expect(priceWords(said)).toEqual({ text: said, priceMin: null, priceMax: null });
  }
});
