import { describe, expect, test } from 'vitest';
import { isIndonesianMobile, normalisePhone } from '../../api/accounts/index.ts';

describe('a phone number as people write it', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['(0812) 3456.7890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+6281234567890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['0062812 3456 7890', '+6281234567890'],
    ['+62 0812 3456 7890', '+6281234567890'],
    ['62081234567890', '+6281234567890'],
    ['\u00a00812\u200b3456\u202f7890 ', '+6281234567890'],
    ['\u202a+62 812 3456 7890\u202c', '+6281234567890'],
    ['０８１２３４５６７８９０', '+6281234567890'],
    ['＋６２８１２３４５６７８９０', '+6281234567890'],
    ['٠٨١٢٣٤٥٦٧٨٩٠', '+6281234567890'],
    ['۰۸۱۲۳۴۵۶۷۸۹۰', '+6281234567890'],
    ['0812-0000-0001', '+6281200000001'],
    ['0811 123 456', '+62811123456'],
  ])('%s is %s, an Indonesian mobile', (typed, e164) => {
    expect(normalisePhone(typed)).toBe(e164);
    expect(isIndonesianMobile(e164)).toBe(true);
  });

  test.each([
    ['(021) 7721 0001', '+622177210001'],
    ['+62 21 7721 0001', '+622177210001'],
    ['+1 415 555 2671', '+14155552671'],
    ['0044 20 7946 0958', '+442079460958'],
  ])('%s is %s: valid, but no number for a one-time code', (typed, e164) => {
    expect(normalisePhone(typed)).toBe(e164);
    expect(isIndonesianMobile(e164)).toBe(false);
  });

  test.each([
    [''],
    ['nomor saya'],
    ['0812-3456-789O'],
    ['0812+34567890'],
    ['+62+81234567890'],
    ['0812345'],
    ['+6281234567890123456'],
    ['0812٣٤٥٦7890'],
    ['0812,34567890; drop table account'],
    ['+62 812 3456 7890 ext. 5'],
    ['0'.repeat(5000)],
  ])('%s is no phone number', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });

  test('normalising twice changes nothing', () => {
    const once = normalisePhone('0812-3456-7890') ?? '';
    expect(normalisePhone(once)).toBe(once);
  });
});
