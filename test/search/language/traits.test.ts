import { describe, expect, test } from 'vitest';
import { askedWords } from '../../../api/search/asked-words.ts';
import type { FormQuery } from '../../../api/search/form-query.ts';
import { readingsOf, understand, Vocabulary } from '../../../api/search/language/index.ts';
import { traitPlaces } from '../../../api/search/language/traits.ts';
import { formsOf } from './forms-of.ts';

const vocabulary = new Vocabulary([]);

/** The words of a title that only say what the goods are like. */
const traits = (title: string): string[] => {
  const readings = readingsOf(title);
  return [...traitPlaces(title, readings, readingsOf)].map((at) => readings[at]?.word ?? '');
};

const titled = (title: string, choices = ''): ReadonlySet<string> => formsOf({ title, traits: choices });

function isCarried(query: FormQuery | null, forms: ReadonlySet<string>): boolean {
  if (query === null) return false;
  if ('all' in query) return query.all.every((each) => isCarried(each, forms));
  if ('any' in query) return query.any.some((each) => isCarried(each, forms));
  return query.isBegun ? [...forms].some((form) => form.startsWith(query.form)) : forms.has(query.form);
}

describe('what goods are like', () => {
  test.each([
    ['Sampo Herbal Aroma Kopi', ['kopi']],
    ['Lilin beraroma green tea, kaca', ['green', 'tea']],
    ['Lulur Wangi Melati 200 gr', ['melati']],
    ['Keripik Singkong Rasa Ayam Bakar Pedas', ['ayam', 'bakar']],
    ['Gamis Motif Bunga Katun', ['bunga']],
    ['Bantal bentuk donat besar', ['donat']],
    ['Kaus bergambar dengan kucing', ['kucing']],
    ['Selai Kacang Tanpa Gula Asli', ['gula']],
    ['Sabun Aroma Kopi (lulur halus)', ['kopi']],
    ['Sabun aroma kopi dan lulur', ['kopi']],
    ['Teh rasa 25 kantong', []],
    ['Buku Gambar A4', []],
    ['Kertas Warna F4 Sinar', []],
    ['Cita Rasa Rendang Padang', []],
    ['Paket Dua Rasa Martabak', []],
    ['Sabun Aroma Kopi + Lulur', ['kopi']],
    ['Sabun Aroma Kopi & Lulur', ['kopi']],
    ['Beras Pandan Wangi 5 kg', []],
    ['Promo Gambar Kaligrafi', []],
    ['Kopi Bubuk Robusta', []],
  ])('of %s', (title, meant) => {
    expect(traits(title)).toEqual(meant);
  });

  test.each([
    ['Sabun Aroma Kopi', 'kopi', true, false],
    ['Sabun Aroma Kopi', 'sabun kopi', true, true],
    ['Sabun Aroma Kopi', 'kopi sabun', true, true],
    ['Sabun Aroma Kopi', 'aroma kopi', true, true],
    ['Keripik Rasa Balado', 'keripik balado', true, true],
    ['Kaus Warna Merah', 'merah', true, true],
    ['Kopi Aroma Vanila', 'kopi', true, true],
    ['Kopi Aroma Vanila', 'kopi susu', false, true],
  ])('%s is found by %j: %s, and is called so: %s', (title, text, isFound, isCalled) => {
    const { concepts, named } = askedWords(understand(text, vocabulary));
    const forms = titled(title);
    expect(concepts.every(({ wanted }) => isCarried(wanted, forms))).toBe(isFound);
    expect(isCarried(named, forms)).toBe(isCalled);
  });

  test('is also what can be chosen, and makes no goods of this kind', () => {
    const { concepts, named, told, headed } = askedWords(understand('kopi', vocabulary));
    const soap = titled('Sabun Batang', 'kopi');
    expect(concepts.every(({ wanted }) => isCarried(wanted, soap))).toBe(true);
    expect([named, told, headed].map((query) => isCarried(query, soap))).toEqual([false, true, false]);
  });

  test('keeps the words of a known phrase together', () => {
    const known = new Vocabulary([{ kind: 'PHRASE', term: 'keripik balado', meanings: [] }]);
    const { named } = askedWords(understand('keripik balado', known));
    expect(isCarried(named, titled('Keripik Rasa Balado'))).toBe(true);
    expect(isCarried(named, titled('Sambal Rasa Keripik Balado'))).toBe(false);
  });

  test('fits less well than what is called so, where nothing else is asked for', () => {
    const exact = (text: string, title: string): boolean =>
      isCarried(askedWords(understand(text, vocabulary)).judged.exact, titled(title));
    expect(exact('kopi', 'Kopi Robusta')).toBe(true);
    expect(exact('kopi', 'Sabun Aroma Kopi')).toBe(false);
    expect(exact('sabun kopi', 'Sabun Aroma Kopi')).toBe(true);
  });
});
