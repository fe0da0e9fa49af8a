import { describe, expect, test } from 'vitest';
import { typedRupiah } from '../../storefront-widget/words/typed-rupiah.ts';

describe('money as people type it', () => {
  test.each([
    ['5000', 5_000],
    ['5.000', 5_000],
    ['Rp5.000', 5_000],
    ['rp. 1.250.000', 1_250_000],
    [' 5 000 ', 5_000],
    ['5.000,00', 5_000],
    ['0', 0],
  ])('%j is %i rupiah', (text, amount) => {
    expect(typedRupiah(text)).toBe(amount);
  });

  test.each([
    '',
    '5.00',
    '5.0000',
    '50.00',
    '1.250,50',
    '5,000',
    '-5',
    '1e3',
    'lima',
    '5.000.',
    '1234567890123',
    '5000 000',
  ])('%j is no sum: nothing is guessed', (text) => {
    expect(typedRupiah(text)).toBeNull();
  });
});
