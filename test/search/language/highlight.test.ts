import { expect, test } from 'vitest';
import { marker, understand, Vocabulary } from '../../../api/search/language/index.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';

const vocabulary = new Vocabulary(seedTerms());
const marked = (text: string, title: string): string => marker(understand(text, vocabulary))(title);

test('a word of another name of several words is marked only where its other words are too', () => {
  expect(marked('peci', 'Baju koko Pak Haji Usman')).toBe('Baju koko Pak Haji Usman');
  expect(marked('songkok', 'Peci haji putih')).toBe('<mark>Peci</mark> <mark>haji</mark> putih');
});

test('another name of several words is marked only where these stand side by side', () => {
  expect(marked('kopi', 'Masker wajah bubuk aroma kopi')).toBe('Masker wajah bubuk aroma <mark>kopi</mark>');
  expect(marked('kopi', 'Kopi bubuk robusta')).toBe('<mark>Kopi</mark> <mark>bubuk</mark> robusta');
  expect(marked('katering', 'Nasi kotak ayam')).toBe('<mark>Nasi</mark> <mark>kotak</mark> ayam');
  expect(marked('kerudung', 'Jilbab instan')).toBe('<mark>Jilbab</mark> instan');
});

test('a word of what was written is marked also without its neighbour', () => {
  expect(marked('gula aren', 'Kue aren')).toBe('Kue <mark>aren</mark>');
});
