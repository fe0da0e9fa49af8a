import { describe, expect, test } from 'vitest';
import { mend, soundOf, understand, Vocabulary, wordsOf } from '../../../api/search/language/index.ts';

const market = ['kopi', 'susu', 'kecap', 'keripik', 'baju', 'bakso'].map((word) => ({ word, uses: 1 }));
const vocabulary = new Vocabulary(['sabun', 'bor', 'tmp'].map((term) => ({ kind: 'WORD', term, meanings: [] })));
const isMendable = (word: string) => understand(word, vocabulary)[0]?.isMendable;

describe('words without their vowels', () => {
  test.each([
    ['kpi', 'kopi'],
    ['ssu', 'susu'],
    ['bju', 'baju'],
    ['krpk', 'keripik'],
    ['kcp', 'kecap'],
    ['bks', 'bakso'],
    ['kerpk', 'keripik'],
    ['kerup', null],
    ['kop', null],
    ['kpu', null],
  ])('%s may mean %s', (short, meant) => expect(mend(short, market, false)).toBe(meant));

  test('are mistakes, though short; letters that are read one by one are none', () => {
    for (const word of ['kpi', 'krpk', 'ssu', 'tmp']) expect(isMendable(word)).toBe(true);
    for (const word of ['usb', 'pvc', 'ban', 'm34']) expect(isMendable(word)).toBe(false);
  });
});

describe('digits for letters', () => {
  const written = (text: string) => understand(text, vocabulary)[0]?.written;

  test.each([
    ['s4bun', 'sabun'],
    ['54bun', '54bun'],
    ['temb0k', 'tembok'],
    ['se7uk', 'sejuk'],
    ['g3l4s', 'gelas'],
    ['b0r', 'bor'],
  ])('%s is %s', (asked, word) => expect(written(asked)).toBe(word));

  test.each(['m34', 'a4', '2in1', 'ip68', 'b52s', '30s', 'gt5x'])('%s is no word', (model) =>
    expect(written(model)).toBe(model),
  );
});

test('a word is another one twice from four letters on: a ring is no cin', () => {
  expect(['gadogado', 'cincin', 'zamzam'].flatMap(wordsOf)).toEqual(['gado', 'cincin', 'zamzam']);
});

test('a y between consonants is an i', () => {
  for (const [one, other] of [
    ['vinyl', 'vinil'],
    ['gypsum', 'gipsum'],
  ])
    expect(soundOf(one ?? '')).toBe(soundOf(other ?? ''));
});

test('the old spelling has affixes too', () => {
  expect(soundOf('terigoe')).toBe(soundOf('terigu'));
  expect(soundOf('djahitan')).toBe(soundOf('jahit'));
});
