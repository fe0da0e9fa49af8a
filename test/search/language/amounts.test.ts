import { describe, expect, test } from 'vitest';
import { readingsOf, understand, Vocabulary } from '../../../api/search/language/index.ts';
import { formsOf } from './forms-of.ts';

const vocabulary = new Vocabulary([
  { kind: 'PHRASE', term: 'ikat pinggang', meanings: [] },
  { kind: 'PHRASE', term: 'lengan panjang', meanings: [] },
]);
const rolesOf = (text: string) => understand(text, vocabulary).map(({ written, role }) => `${written} ${role}`);
const firstForm = (text: string) => readingsOf(text)[0]?.forms[0];

/** Forms of a product that is called so and nothing else. */
const titled = (title: string) => formsOf({ title });

describe('an amount behind a word', () => {
  test.each([
    ['gula ½ kg', 'gula 500 gram'],
    ['gula 1½ kg', 'gula 1500 gram'],
    ['ember20 liter', 'ember 20 liter'],
    ['baterai9v', 'baterai 9 volt'],
    ['rubik4x4', 'rubik 4x4'],
  ])('%s is %s', (one, other) => {
    const forms = (text: string) => readingsOf(text).map((reading) => reading.forms);
    expect(forms(one)).toEqual(forms(other));
  });

  test.each(['10rb mah', '10 ribu mah', '10k mah', '10000 mah'])('%s are thousands of it', (text) =>
    expect(readingsOf(text)).toMatchObject([{ kind: 'AMOUNT', forms: ['#10000mah'] }]),
  );

  test('but thousands of nothing measure nothing', () => expect(firstForm('10rb kaos')).toBe('10rb'));

  test('but a model stays one word', () => expect(readingsOf('m34')).toHaveLength(1));
});

test('an amount in a term is asked for however it is written', () => {
  const gas = new Vocabulary([{ kind: 'SYNONYM', term: 'gas melon', meanings: ['gas 3 kg'] }]);
  const asked = (text: string) => understand(text, gas)[0]?.alternatives.map(({ phrase }) => phrase.flat().join(' '));
  const carried = titled('Gas 3000 gram');
  expect(asked('gas 3kg')).toContain('gas #3000g');
  expect(asked('gas melon')).toContain('~gas #3000g');
  expect([carried.has('.~gas'), carried.has('.#3000g')]).toEqual([true, true]);
});

describe('one amount, however it is written', () => {
  test.each([
    ['1 1/2 liter', '1500 ml'],
    ['1½ liter', '1,5 l'],
    ['½ kg', '500 gr'],
    ['14in', '14 inci'],
    ['14"', '14 inch'],
    ['70gsm', '70 gram'],
    ['7ah', '7000 mah'],
    ['1 tahun', '12 bln'],
    ['2 minggu', '14 hari'],
    ['30 menit', '0,5 jam'],
    ['2x3 meter', '300 x 200 cm'],
    ['1,5 x 2 m', '150cm x 200cm'],
    ['100 tablet', '100'],
    ['12botol', '1 lusin'],
    ['24 warna', '2 lusin'],
    ['3susun', '3 susun'],
    ['sedus', '1 dus'],
    ['serim', '1 rim'],
    ['3susun', '3 tingkat'],
    ['8x', '8 kali'],
    ['3ply', '3 lapis'],
    ['20 literan', '20 liter'],
    ['sekilo setengah', '1500 gram'],
    ['2 liter setengah', '2,5 liter'],
    ['3/4 dim', '0,75 inci'],
    ['tiga perempat liter', '750 ml'],
    ['dua pertiga', '2/3'],
    ['1 sdm', '15 ml'],
    ['1sdt', '5 cc'],
    ['2 kubik', '2 m3'],
    ['24k', '24 karat'],
    ['10w-40', '10w40'],
  ])('%s is %s', (one, other) => expect(firstForm(one)).toBe(firstForm(other)));

  test.each([
    ['5 kg', '5 liter'],
    ['7 ah', '7 mah'],
    ['2x3 meter', '2x3 cm'],
  ])('but %s is not %s', (one, other) => expect(firstForm(one)).not.toBe(firstForm(other)));

  test('what only counts at the end of a title names no goods', () => {
    expect(titled('Sapu ijuk 1 buah').has('.buah')).toBe(false);
    expect(titled('Sapu ijuk 1 buah Termurah').has('.buah')).toBe(false);
    expect(titled('2 buah naga').has('.buah')).toBe(true);
    expect(titled('Buah naga 1 kg').has('.buah')).toBe(true);
    expect(titled('Sarden 1 kaleng').has('.kaleng')).toBe(true);
  });

  test('a word that only looks like one amount is none', () => {
    expect(readingsOf('sekali pakai')[0]?.kind).toBe('WORD');
    expect(readingsOf('2 meteran').map(({ forms }) => forms[0])).toEqual(['#2', 'meteran']);
    expect(readingsOf('10 dim sum').map(({ forms }) => forms[0])).toEqual(['#10', 'dim', 'sum']);
    expect(readingsOf('telur 1 kg setengah matang')[1]?.forms).toEqual(['#1000g']);
  });

  test('three numbers in a row stay three', () => {
    expect(readingsOf('isi 12 1/2 kg').map(({ forms }) => forms[0])).toEqual(['isi', '#12', '#500g']);
    expect(readingsOf('80/90 ring 14').map(({ word }) => word)).toEqual(['80', '90', 'ring', '14']);
  });
});

describe('beside an amount', () => {
  test.each([
    ['vitamin 100 tablet', ['vitamin THING', '100 tablet AMOUNT', 'tablet WEAK']],
    ['semen 1 sak 50 kg', ['semen THING', '1 sak WEAK', 'sak WEAK', '50 kg AMOUNT']],
    ['bolu diameter 24', ['bolu THING', 'diameter WEAK', '24 AMOUNT']],
    ['selang panjang 10 meter', ['selang THING', 'panjang WEAK', '10 meter AMOUNT']],
    ['popok umur 3 bulan', ['popok THING', 'umur WEAK', '3 bulan AMOUNT', 'bulan WEAK']],
    ['tikar 20x30 cm', ['tikar THING', '20x30 cm AMOUNT']],
    ['beras kg', ['beras THING', 'kg WEAK']],
    ['sandal uk40', ['sandal THING', 'uk WEAK', '40 AMOUNT']],
  ])('%s asks for the amount alone', (text, roles) => expect(rolesOf(text)).toEqual(roles));

  test('a thing stays a thing, and what it is like too', () => {
    expect(rolesOf('2 ikat pinggang')).toEqual(['2 ikat AMOUNT', 'ikat pinggang THING']);
    expect(rolesOf('tablet android')).toEqual(['tablet THING', 'android THING']);
    expect(rolesOf('celana panjang 32')).toEqual(['celana THING', 'panjang GENERAL', '32 AMOUNT']);
    expect(rolesOf('kaus lengan panjang 3 pcs')[1]).toBe('lengan panjang THING');
  });
});

describe('a product is found', () => {
  test('by the number of its amount alone, though not as a count', () => {
    expect(titled('Bolu 24 cm')).toContain('.24');
    expect(titled('Bolu 24 cm')).not.toContain('.#24');
    const [, amount] = understand('bolu 24', vocabulary);
    expect(amount?.alternatives).toContainEqual({ nearness: 'LOOSE', phrase: [['24']] });
  });

  test('by the ring of a wheel written short, and by the short where it is written out', () => {
    const [, short] = understand('ban r17', vocabulary);
    expect(short?.alternatives).toContainEqual({ nearness: 'NEAR', phrase: [['ring'], ['#17']] });
    expect(titled('Ban R17')).toContain('.#17');
    expect(titled('Motor R25')).not.toContain('.#25');
  });

  test('by a part of a kilo or a litre that is said without either', () => {
    const [, half] = understand('gula setengah', vocabulary);
    expect(half?.alternatives).toContainEqual({ nearness: 'NEAR', phrase: [['#0.5', '#500g', '#500ml']] });
    expect(titled('Telur Setengah Matang')).not.toContain('.#500g');
  });

  test.each(['M 34', 'M-34', 'm34'])('by a size written apart or not: %s', (size) => {
    const forms = titled(`Popok ${size}`);
    for (const asked of ['popok m34', 'popok m 34', 'popok M-34']) {
      const concepts = understand(asked, vocabulary).slice(1);
      for (const { alternatives } of concepts)
        expect(
          alternatives.some(({ phrase }) => phrase.every((each) => each.some((form) => forms.has(`.${form}`)))),
        ).toBe(true);
    }
  });
});
