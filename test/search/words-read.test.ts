import { describe, expect, test } from 'vitest';
import { marksOf } from '../../api/search/changes/form-marks.ts';
import { isAskedOf } from '../../api/search/changes/words-read.ts';

/** A product that came to be found by one more word. */
const gained = (word: string) => ({
  ...{ new: marksOf([`.${word}`]), between: marksOf([`.${word}`]), words: [word] },
});
const mended = { asked: [marksOf(['.kopi'])], doubtful: [{ written: 'kpoi', isLast: true }] };

describe('a word that a product gained is asked of', () => {
  test.each([
    ['words that asked for it', mended, 'kopi', true],
    ['a mistyped word that could mean it', { ...mended, asked: [marksOf(['.susu'])] }, 'kopi', true],
    ['a word that was taken for a mistake', { ...mended, asked: [marksOf(['.susu'])] }, 'kpoi', true],
    ['no mistyped word that could not', mended, 'sabun', false],
    ['no words that were taken as they were', { asked: [marksOf(['.susu'])], doubtful: null }, 'kopi', false],
    ['words of which one asks for everything', { asked: [marksOf(['.susu']), null], doubtful: null }, 'kopi', true],
    [
      'a long mistyped word whose place it could take',
      { asked: [], doubtful: [{ written: 'kerudng', isLast: false }] },
      'keranjang',
      true,
    ],
  ])('%s', (_what, read, word, isAsked) => {
    expect(isAskedOf(read, gained(word))).toBe(isAsked);
  });
});
