import { describe, expect, test } from 'vitest';
import { Vocabulary } from '../../../api/search/language/index.ts';
import { completions, likeness } from '../../../api/search/suggestions/name-forms.ts';
import { titleSearches } from '../../../api/search/suggestions/title-words.ts';

const vocabulary = new Vocabulary([
  { kind: 'SYNONYM', term: 'jilbab', meanings: ['kerudung', 'hijab'] },
  { kind: 'SYNONYM', term: 'gula merah', meanings: ['gula jawa'] },
]);

describe('an unfinished word', () => {
  test.each([
    ['kerud', ['kerudung']],
    ['warna kerud', ['warna kerudung']],
    ['gula mer', ['gula merah']],
    ['kerudung', []],
    ['ke', []],
    ['', []],
    ['zzz', []],
  ])('of %j may become %j', (text, finished) => {
    expect(completions(text, vocabulary)).toEqual(finished);
  });
});

describe('texts', () => {
  test.each([
    ['keripik singkong', 'Singkong KRIPIK'],
    ['telor asin', 'telur asin'],
  ])('%j and %j are alike', (one, other) => {
    expect(likeness(one)).toBe(likeness(other));
  });

  test('with other words are not', () => {
    expect(likeness('keripik')).not.toBe(likeness('keripik singkong'));
  });
});

describe('searches that titles offer', () => {
  const titles = ['Keripik Singkong Balado', 'Keripik Singkong Asin', 'Keripik Pisang', 'Kering Kentang dan Teri'];

  test.each([
    ['keri', ['keripik', 'kering']],
    ['keripik', ['keripik singkong']],
    ['keripik s', ['keripik singkong']],
    ['singkong keri', ['singkong keripik']],
    ['pisang keripik sing', []],
    ['keripik bal', []],
    ['kentang', []],
    ['', []],
  ])('for %j are %j, what most offer first', (text, searches) => {
    expect(titleSearches(text, titles)).toEqual(searches);
  });
});
