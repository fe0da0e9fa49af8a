import { describe, expect, test } from 'vitest';
import { begunConcepts, Vocabulary } from '../../../api/search/language/index.ts';

const vocabulary = new Vocabulary(['jamu', 'pot'].map((term) => ({ kind: 'WORD', term, meanings: [] })));
const begun = (text: string) => begunConcepts(text, vocabulary)?.map(({ written }) => written) ?? null;

describe('a search of which no word was typed out', () => {
  test.each([
    ['kop sus', ['kop', 'sus']],
    ['Keri Sing', ['keri', 'sing']],
    ['pot mela', ['pot', 'mela']],
    ['kop sus gul ar', ['kop', 'sus', 'gul', 'ar']],
    ['cari keri yg sing murah', ['keri', 'sing']],
  ])('%s is one', (text, words) => expect(begun(text)).toEqual(words));

  test.each([
    ['', 'nothing'],
    ['kop', 'one word'],
    ['ko sus', 'a first word of two letters'],
    ['kop s', 'a last word of one'],
    ['kop su murah', 'a word of two letters that is not typed on'],
    ['murah kop', 'one word beside praise'],
    ['pot jamu', 'words that are all known'],
    ['kop 5kg', 'an amount'],
    ['kop sus gul ar sac', 'more words than that'],
  ])('%s is none: %s', (text) => expect(begun(text)).toBeNull());

  test('is of titles that begin with the first word, and carry the beginnings of the others', () => {
    const [first, second] = begunConcepts('kop sus', vocabulary) ?? [];
    expect(first?.alternatives).toEqual([{ nearness: 'LOOSE', phrase: [['kop']], isPrefix: true, isHead: true }]);
    expect(second?.alternatives.map(({ isPrefix }) => isPrefix ?? false)).toEqual([false, true]);
  });
});
