import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellRupiah } from '../../../api/pages/paper/spell-rupiah.ts';
import { LARGEST_RUPIAH } from '../../../api/platform/money.ts';

describe('sums in words', () => {
  test.each([
    [0, 'nol rupiah'],
    [1, 'satu rupiah'],
    [10, 'sepuluh rupiah'],
    [11, 'sebelas rupiah'],
    [12, 'dua belas rupiah'],
    [19, 'sembilan belas rupiah'],
    [20, 'dua puluh rupiah'],
    [21, 'dua puluh satu rupiah'],
    [100, 'seratus rupiah'],
    [101, 'seratus satu rupiah'],
    [111, 'seratus sebelas rupiah'],
    [215, 'dua ratus lima belas rupiah'],
    [999, 'sembilan ratus sembilan puluh sembilan rupiah'],
    [1_000, 'seribu rupiah'],
    [1_001, 'seribu satu rupiah'],
    [1_100, 'seribu seratus rupiah'],
    [2_000, 'dua ribu rupiah'],
    [11_000, 'sebelas ribu rupiah'],
    [12_500, 'dua belas ribu lima ratus rupiah'],
    [21_000, 'dua puluh satu ribu rupiah'],
    [100_000, 'seratus ribu rupiah'],
    [101_000, 'seratus satu ribu rupiah'],
    [1_000_000, 'satu juta rupiah'],
    [1_001_000, 'satu juta seribu rupiah'],
    [1_000_001, 'satu juta satu rupiah'],
    [1_000_000_000, 'satu miliar rupiah'],
    [1_000_000_000_000, 'satu triliun rupiah'],
    [1_000_000_000_000_000, 'satu kuadriliun rupiah'],
    [
      1_234_567_890_123,
      'satu triliun dua ratus tiga puluh empat miliar lima ratus enam puluh tujuh juta delapan ratus sembilan puluh ribu seratus dua puluh tiga rupiah',
    ],
    [LARGEST_RUPIAH, 'sembilan kuadriliun rupiah'],
    [
      LARGEST_RUPIAH - 1,
      'delapan kuadriliun sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah',
    ],
  ])('%i is %s', (amount, words) => {
    expect(spellRupiah(amount)).toBe(words);
  });

  test('every sum is read back from its words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_RUPIAH }), (amount) => {
        expect(amountOf(spellRupiah(amount))).toBe(amount);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([-1, 0.5, Number.NaN, LARGEST_RUPIAH + 1, Number.POSITIVE_INFINITY])('%d is no sum', (amount) => {
    expect(() => spellRupiah(amount)).toThrow(RangeError);
  });
});

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const SCALES: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12, kuadriliun: 1e15 };

/** Reads words as a person does: from left to right. */
function amountOf(words: string): number {
  let [whole, group, last] = [0, 0, 0];
  for (const word of words.replace(/^(.*) rupiah$/, '$1').split(' ')) {
    const [, one, rest = word] = /^(se)(puluh|belas|ratus|ribu)$/.exec(word) ?? [];
    if (one) last = 1;
    if (rest === 'puluh') [group, last] = [group + last * 10, 0];
    else if (rest === 'belas') [group, last] = [group + last + 10, 0];
    else if (rest === 'ratus') [group, last] = [group + last * 100, 0];
    else if (SCALES[rest]) [whole, group, last] = [whole + (group + last) * SCALES[rest], 0, 0];
    else last = DIGITS.indexOf(rest);
  }
  return whole + group + last;
}
