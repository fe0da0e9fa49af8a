import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMidtransNotification } from '../../api/payments/midtrans/midtrans-notification.ts';
import { readAmount } from '../../api/payments/midtrans/midtrans-state.ts';
import { SERVER_KEY } from './a-provider.ts';

const ORDER = 'BJ-20260101-000001-a1';
/** From the provider's documentation of the formula: sha512(order + code + amount + key). */
const SIGNATURES = {
  '201':
    'aa3dc85a67ce5df8efce290164a578b224aa4df6e8db1e053df38845fb8449eb5565c819bfb11b9ef22cf6e0f7ea77551e981126d6e478cef8ff3f0cf546b72d',
  '200':
    '3871ebfff8dead63a19567bb899034e0df0a6a877c67d1a8bfe17cd87b360e13f58e674ef030606eac712c0e62d6b41780ad61e9a011cff130a66f00afe832b5',
  '202':
    '89c7d3aeb7e06e6eb1bb62fe8e98776e9bdf28e4979ae8484122a62d77b481400353bd3d21a6d9ed57e9cb18fc1841706e7b8055ce0a6e0685b539e900b66d05',
};

const aBody = (changes: object = {}) =>
  JSON.stringify({
    order_id: ORDER,
    status_code: '200',
    gross_amount: '150000.00',
    signature_key: SIGNATURES['200'],
    transaction_status: 'settlement',
    merchant_id: 'G1',
    ...changes,
  });
const read = (body: string, merchant: string | null = null) =>
  readMidtransNotification(body, SERVER_KEY, merchant).kind;

describe('a notification', () => {
  test.each(Object.entries(SIGNATURES))(
    'with the known signature of code %s is genuine',
    (status_code, signature_key) => {
      expect(read(aBody({ status_code, signature_key }))).toBe('GENUINE');
    },
  );

  test('with new fields, in another order, is genuine', () => {
    expect(read(JSON.stringify({ brand_new: { deep: [1] }, ...JSON.parse(aBody()) }))).toBe('GENUINE');
  });

  test('a signature in capitals is the same signature', () => {
    expect(read(aBody({ signature_key: SIGNATURES['200'].toUpperCase() }))).toBe('GENUINE');
  });

  test.each([
    ['amount', { gross_amount: '1.00' }],
    ['order', { order_id: 'BJ-20260101-000002-a1' }],
    ['code', { status_code: '202' }],
    ['signature', { signature_key: '0'.repeat(128) }],
    ['signature cut short', { signature_key: SIGNATURES['200'].slice(0, 64) }],
    [
      'signature of another key',
      { signature_key: createHash('sha512').update(`${ORDER}200150000.00other`).digest('hex') },
    ],
    [
      'signature with the empty key',
      { signature_key: createHash('sha512').update(`${ORDER}200150000.00`).digest('hex') },
    ],
  ])('with another %s is forged', (_what, changes) => {
    expect(read(aBody(changes))).toBe('FORGED');
  });

  test('of another merchant is forged, once ours is known', () => {
    expect(read(aBody(), 'G1')).toBe('GENUINE');
    expect(read(aBody(), 'G2')).toBe('FORGED');
  });

  test.each([
    '',
    'null',
    '[]',
    '7',
    '{',
    '"x"',
    '{}',
    aBody({ order_id: 7 }),
    aBody({ signature_key: null }),
    aBody({ gross_amount: 150000 }),
  ])('that cannot be read (%j) is malformed', (body) => {
    expect(read(body)).toBe('MALFORMED');
  });

  test('nothing made up passes', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        expect(read(body)).not.toBe('GENUINE');
      }),
    );
  });
});

describe('an amount of the provider', () => {
  test.each([
    ['150000.00', 150_000],
    ['1', 1],
    ['9000000000000000.00', 9_000_000_000_000_000],
  ])('%s is %d rupiah', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  test.each(['150000.50', '-1.00', '1e3', '', '9000000000000001', 150000, null, '1,000.00', ' 1'])(
    '%p is not one',
    (text) => {
      expect(readAmount(text)).toBeNull();
    },
  );
});
