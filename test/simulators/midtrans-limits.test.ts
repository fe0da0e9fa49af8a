import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCharge, aMerchant, type Merchant, refusal } from './merchant.ts';

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterAll(() => merchant.close());

describe('F17: how long a charge waits, in Depok time', () => {
  test('virtual accounts a day, wallets a quarter of an hour', async () => {
    expect((await merchant.client.charge(aCharge('bca'))).expiry_time).toBe('2026-01-02 12:00:00');
    expect((await merchant.client.charge(aCharge('echannel'))).expiry_time).toBe('2026-01-02 12:00:00');
    expect((await merchant.client.charge(aCharge('qris'))).expiry_time).toBe('2026-01-01 12:15:00');
    expect((await merchant.client.charge(aCharge('gopay'))).expiry_time).toBe('2026-01-01 12:15:00');
  });

  test('a custom time counts in minutes unless it says else, from the order time where one is given', async () => {
    const expiry = async (custom_expiry: Record<string, unknown>) =>
      (await merchant.client.charge(aCharge('qris', { custom_expiry }))).expiry_time;
    expect(await expiry({ expiry_duration: 30 })).toBe('2026-01-01 12:30:00');
    expect(await expiry({ expiry_duration: 20, unit: 'second' })).toBe('2026-01-01 12:00:20');
    expect(await expiry({ order_time: '2026-01-01 11:55:00 +0700', expiry_duration: 10, unit: 'minute' })).toBe(
      '2026-01-01 12:05:00',
    );
  });

  test('too short, too long, past or misspelt is refused', async () => {
    const cases: [string, Record<string, unknown>][] = [
      ['qris', { expiry_duration: 19, unit: 'second' }],
      ['qris', { expiry_duration: 8, unit: 'day' }],
      ['bca', { expiry_duration: 181, unit: 'day' }],
      ['qris', { expiry_duration: 1.5 }],
      ['qris', { expiry_duration: 1, unit: 'week' }],
      ['qris', { order_time: '2026-01-01 12:00', expiry_duration: 5 }],
      ['qris', { order_time: '2026-01-01 10:00:00 +0700', expiry_duration: 5 }],
    ];
    for (const [method, custom_expiry] of cases) {
      expect((await refusal(merchant.client.charge(aCharge(method, { custom_expiry })))).code).toBe('400');
    }
    const shopee = { qris: { acquirer: 'airpay shopee' }, custom_expiry: { expiry_duration: 6, unit: 'day' } };
    expect((await refusal(merchant.client.charge(aCharge('qris', shopee)))).code).toBe('400');
  });
});

describe('F18: what each way to pay takes', () => {
  test.each([
    ['qris', 1, 10_000_000],
    ['gopay', 1, 20_000_000],
    ['bca', 10_000, 20_000_000_000],
    ['bri', 1, 20_000_000_000],
    ['permata', 1, 9_999_999_999],
    ['bni', 1, undefined],
    ['echannel', 1, 50_000_000_000],
    ['cimb', 1, 250_000_000],
    ['shopeepay', 1, 20_000_000],
    ['indomaret', 10_000, 5_000_000],
    ['alfamart', 1, 5_000_000],
  ])('%s from %d to %d rupiah', async (method, min, max) => {
    const code = async (amount: number) => (await refusal(merchant.client.charge(aCharge(method, {}, amount)))).code;
    expect([await code(min - 1), await code(min)]).toEqual(['400', 'resolved']);
    if (max) expect([await code(max), await code(max + 1)]).toEqual(['resolved', '400']);
    else expect(await code(1_000_000_000_000)).toBe('resolved');
  });
});
