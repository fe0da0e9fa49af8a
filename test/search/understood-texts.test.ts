import { expect, test } from 'vitest';
import { Vocabulary } from '../../api/search/language/index.ts';
import { UnderstoodTexts } from '../../api/search/postgres/understood-texts.ts';
import { queriesOfText } from '../../api/search/postgres/words-queries.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';

const vocabulary = new Vocabulary(seedTerms());

test('a text that is asked again is not understood again', () => {
  const texts = new UnderstoodTexts();
  const first = texts.of('gula aren cair 1 kg', vocabulary);
  expect(first).toEqual(queriesOfText('gula aren cair 1 kg', vocabulary));
  expect(texts.of('gula aren cair 1 kg', vocabulary)).toBe(first);
  expect(texts.sizeOf(vocabulary)).toBe(1);
});

test('a text is understood anew by another vocabulary', () => {
  const texts = new UnderstoodTexts();
  const empty = new Vocabulary([]);
  const before = texts.of('nasi kuning', empty);
  const renewed = new Vocabulary([{ kind: 'SYNONYM', term: 'nasi kuning', meanings: ['tumpeng'] }]);
  expect(texts.of('nasi kuning', renewed).everything).toContain('~tumpang');
  expect(before.everything).not.toContain('~tumpang');
  expect(texts.of('nasi kuning', empty)).toBe(before);
});

test('only so many texts are kept', () => {
  const texts = new UnderstoodTexts();
  const plain = new Vocabulary([]);
  for (let n = 0; n < 1_700; n += 1) texts.of(`barang ${n}`, plain);
  expect(texts.sizeOf(plain)).toBe(1_500);
});

test('a text with very long queries is answered and not kept', () => {
  const texts = new UnderstoodTexts();
  const long =
    'bahan bangunan perlengkapan bayi alat dapur makanan beku minuman dingin sayur mayur buah segar kain batik';
  expect(texts.of(long, vocabulary)).toEqual(queriesOfText(long, vocabulary));
  expect(texts.sizeOf(vocabulary)).toBe(0);
});
