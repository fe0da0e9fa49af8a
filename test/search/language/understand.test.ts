import { describe, expect, test } from 'vitest';
import { readingsOf, soundOf, stem, understand, Vocabulary, wordsOf } from '../../../api/search/language/index.ts';

const vocabulary = new Vocabulary([
  { kind: 'SYNONYM', term: 'ikat pinggang', meanings: ['gesper'] },
  { kind: 'SYNONYM', term: 'semir rambut', meanings: ['cat rambut'] },
  { kind: 'SYNONYM', term: 'sampo', meanings: ['keramas'] },
  { kind: 'PHRASE', term: 'sampo bayi', meanings: [] },
  { kind: 'BRAND', term: 'tiga roda', meanings: ['semen'] },
]);

/** Every word, or sound of a word, that a search may be found by. */
const formsOf = (text: string): string[] =>
  understand(text, vocabulary).flatMap(({ alternatives }) =>
    alternatives.flatMap(({ phrase }) => phrase.flat().map((form) => form.replace(/^~/, ''))),
  );

test('the words of a term are understood in any order', () => {
  expect(formsOf('rambut semir')).toContain('cat');
  expect(understand('rambut semir', vocabulary)).toHaveLength(1);
});

test('a term is understood while it is being typed', () => {
  expect(formsOf('ikat ping')).toContain(soundOf('gesper'));
  expect(formsOf('gesp')).toContain(soundOf('pinggang'));
  expect(formsOf('ge')).not.toContain(soundOf('pinggang'));
});

test('a term may stand there with one of its words said otherwise', () => {
  expect(formsOf('sampo bayi')).toContain(soundOf('keramas'));
});

test('a brand stands for its kind, unless the kind is named as well', () => {
  const brand = (text: string): string[] =>
    understand(text, vocabulary)
      .filter(({ written }) => written === 'tiga roda')
      .flatMap(({ alternatives }) => alternatives.flatMap(({ phrase }) => phrase.flat()))
      .map((form) => form.replace(/^~/, ''));
  expect(brand('tiga roda')).toContain(soundOf('semen'));
  expect(brand('semen tiga roda')).not.toContain(soundOf('semen'));
});

describe('numbers in words', () => {
  test.each([
    ['dua puluh lima kilo', '#25000g'],
    ['seratus lima puluh ml', '#150ml'],
    ['satu setengah liter', '#1500ml'],
    ['dua belas butir', '#12'],
    ['43"', '#1092.2mm'],
    ['dua pintu', '#2'],
  ])('%s', (text, form) => {
    expect(readingsOf(text).flatMap(({ forms }) => forms)).toContain(form);
  });

  test('of two numbers neither is lost', () => {
    expect(wordsOf('satu dua')).toEqual(['satu', 'dua']);
    expect(readingsOf('satu dua')).toHaveLength(2);
  });
});

describe('words of one root meet', () => {
  test.each([
    'makan memakan dimakan',
    'cat mengecat pengecat',
    'kerja bekerja pekerja',
    'tahan menahan penahan',
    'nikah menikah',
  ])('%s', (words) => expect(new Set(words.split(' ').map(stem)).size).toBe(1));
});

describe('sounds', () => {
  test.each([
    ['akuarium', 'aquarium'],
    ['lembap', 'lembab'],
  ])('%s is %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

  test.each([
    ['pupuk', 'popok'],
    ['zzzz', 's'],
    ['syari', 'sari'],
  ])('%s is not %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));
});
