import { describe, expect, test } from 'vitest';
import { mend } from '../../../api/search/language/mend.ts';

const market = (...words: string[]) => words.map((word) => ({ word, uses: word.length }));

describe('a word before others that nothing carries', () => {
  test.each([
    ['kerip', ['keripik', 'keris'], 'keris'],
    ['kerip', ['keripik', 'sambal'], 'keripik'],
    ['termo', ['termos', 'termogun'], 'termos'],
    ['metro', ['metrolite'], null],
    ['keri', ['keripik'], null],
  ] as const)('%s, where there are %s, is %s', (typed, words, meant) => {
    expect(mend(typed, market(...words), false)).toBe(meant);
  });

  test('is not taken for a word that the market lacks because that begins so', () => {
    expect(mend('kerip', [{ word: 'keripik', uses: 0 }], false)).toBeNull();
  });
});
