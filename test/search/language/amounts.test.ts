import { describe, expect, test } from 'vitest';
import { documentForms, readingsOf, understand, Vocabulary } from '../../../api/search/language/index.ts';

const vocabulary = new Vocabulary([
  { kind: 'PHRASE', term: 'ikat pinggang', meanings: [] },
  { kind: 'PHRASE', term: 'lengan panjang', meanings: [] },
]);
const rolesOf = (text: string) => understand(text, vocabulary).map(({ written, role }) => `${written} ${role}`);
const firstForm = (text: string) => readingsOf(text)[0]?.forms[0];

/** Forms of a product that is called so and nothing else. */
const titled = (title: string) =>
  documentForms({ title, category: '', options: '', skus: '', shop: '', kecamatan: 'beji', description: '' });

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
    ['3 dim', '3 inch'],
  ])('%s is %s', (one, other) => expect(firstForm(one)).toBe(firstForm(other)));

  test.each([
    ['5 kg', '5 liter'],
    ['7 ah', '7 mah'],
    ['2x3 meter', '2x3 cm'],
  ])('but %s is not %s', (one, other) => expect(firstForm(one)).not.toBe(firstForm(other)));

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
