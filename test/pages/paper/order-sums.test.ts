import { describe, expect, test } from 'vitest';
import { orderSums, type PaperOrder, parcelSums, statedSum } from '../../../api/pages/paper/order-sums.ts';

type Parcel = PaperOrder['parcels'][number];
type Refund = NonNullable<PaperOrder['payment']>['refunds'][number];

const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  id: 'parcel',
  code: 'PK-4T9QXW2M',
  status: 'WAITING',
  goodsTotal: 10_000,
  pointFee: 2_000,
  discount: 0,
  total: 12_000,
  cashDue: null,
  seller: { name: 'Dapur Bu Ani' },
  lines: [],
  ...change,
});

const refund = (amount: number, status: Refund['status']): Refund => ({
  id: `${status} ${amount}`,
  amount,
  status,
  reason: 'Paket tidak jadi diambil',
  createdAt: '2026-11-24T02:00:00.000Z',
  sentAt: null,
});

/** An order of two parcels, 24,000 rupiah. */
function order(
  paymentStatus: PaperOrder['paymentStatus'],
  {
    paid = 0,
    reversed = 0,
    refunds = [],
    parcels = [parcel(), parcel()],
  }: { paid?: number; reversed?: number; refunds?: Refund[]; parcels?: Parcel[] } = {},
): PaperOrder {
  return {
    id: 'order',
    code: 'BJ-7K2QM4X',
    placedAt: '2026-11-24T02:00:00.000Z',
    payBy: null,
    paymentMethod: 'QRIS',
    paymentStatus,
    goodsTotal: 20_000,
    pointFeeTotal: 4_000,
    voucherCode: null,
    discountTotal: 0,
    total: 24_000,
    pickupPoint: { name: "D'Comart", address: 'Jl. Margonda', kelurahan: { name: 'Depok' } },
    payment: { id: 'payment', paidTotal: paid, reversedTotal: reversed, paidAt: null, refunds },
    parcels,
  };
}

/** Rows below those of the price, as `label amount`. */
const below = (asked: PaperOrder): string[] =>
  orderSums(asked)
    .slice(3)
    .map(({ label, amount }) => `${label} ${amount}`);

describe('rows of sums', () => {
  test('the price is its parts, of a parcel and of the order', () => {
    for (const rows of [parcelSums(parcel()), orderSums(order('AWAITING')).slice(0, 3)]) {
      const [parts, sums] = [rows.filter(({ isSum }) => !isSum), rows.filter(({ isSum }) => isSum)];
      expect(sums.map(({ amount }) => amount)).toEqual([parts.reduce((sum, { amount }) => sum + amount, 0)]);
    }
  });

  test('what a voucher took off is a row of the parcel and of the order, and the rest is what is asked for', () => {
    const bought = {
      ...order('AWAITING', { parcels: [parcel({ discount: 3_000, total: 9_000 }), parcel()] }),
      voucherCode: 'HEMAT10',
      discountTotal: 3_000,
      total: 21_000,
    };
    const read = (rows: readonly { label: string; amount: number }[]): string[] =>
      rows.map(({ label, amount }) => `${label} ${amount}`);
    expect(read(parcelSums(bought.parcels[0]!)).slice(2)).toEqual(['Potongan voucher -3000', 'Jumlah paket 9000']);
    expect(read(orderSums(bought)).slice(2)).toEqual([
      'Potongan voucher HEMAT10 -3000',
      'Jumlah pesanan 21000',
      'Sisa yang harus dibayar 21000',
    ]);
    expect(parcelSums(bought.parcels[1]!).map(({ label }) => label)).not.toContain('Potongan voucher');
  });

  test('an open order asks for all, one that ended unpaid for nothing', () => {
    expect(below(order('AWAITING'))).toEqual(['Sisa yang harus dibayar 24000']);
    for (const status of ['EXPIRED', 'CANCELLED'] as const)
      expect(below(order(status))).toEqual(['Tidak jadi ditagih -24000', 'Sisa yang harus dibayar 0']);
  });

  test('cash is asked for what will still come', () => {
    const parcels = [parcel({ status: 'COLLECTED' }), parcel({ cashDue: 12_000 })];
    expect(below(order('DUE_AT_POINT', { paid: 12_000, parcels }))).toEqual([
      'Sudah dibayar -12000',
      'Sisa yang harus dibayar 12000',
    ]);
    const rejected = [parcel({ status: 'REJECTED' }), parcel({ cashDue: 12_000 })];
    expect(below(order('DUE_AT_POINT', { parcels: rejected }))).toEqual([
      'Tidak jadi ditagih -12000',
      'Sisa yang harus dibayar 12000',
    ]);
    expect(below(order('PAID', { paid: 12_000, parcels: rejected }))).toEqual([
      'Tidak jadi ditagih -12000',
      'Telah dibayar 12000',
    ]);
  });

  test('a receipt says what went back, what is on its way, and what is left', () => {
    expect(below(order('PAID', { paid: 24_000 }))).toEqual(['Telah dibayar 24000']);
    const refunds = [refund(12_000, 'DONE'), refund(1_000, 'SENT'), refund(500, 'DUE'), refund(250, 'TASK')];
    expect(below(order('PARTLY_REFUNDED', { paid: 24_000, refunds: [...refunds, refund(9_000, 'FAILED')] }))).toEqual([
      'Telah dibayar 24000',
      'Sudah dikembalikan -13000',
      'Sedang dikembalikan -750',
      'Sisa setelah pengembalian 10250',
    ]);
    expect(below(order('REFUND_DUE', { paid: 24_000, refunds: [refund(24_000, 'DUE')] }))).toEqual([
      'Telah dibayar 24000',
      'Sedang dikembalikan -24000',
      'Sisa setelah pengembalian 0',
    ]);
  });

  test('money that came twice is told, and so is money that the bank took back', () => {
    expect(below(order('PAID', { paid: 48_000, refunds: [refund(24_000, 'DONE')] }))).toEqual([
      'Dibayar lebih 24000',
      'Telah dibayar 48000',
      'Sudah dikembalikan -24000',
      'Sisa setelah pengembalian 24000',
    ]);
    expect(below(order('REVERSED', { paid: 24_000, reversed: 24_000, refunds: [refund(12_000, 'FAILED')] }))).toEqual([
      'Telah dibayar 24000',
      'Ditarik kembali oleh bank -24000',
      'Sisa setelah pengembalian 0',
    ]);
    // Paid twice, of which the bank took one.
    expect(below(order('PAID', { paid: 48_000, reversed: 24_000, refunds: [refund(24_000, 'FAILED')] }))).toEqual([
      'Dibayar lebih 24000',
      'Telah dibayar 48000',
      'Ditarik kembali oleh bank -24000',
      'Sisa setelah pengembalian 24000',
    ]);
  });

  test('rows always come to the sum that is stated below them', () => {
    const asked = [
      order('AWAITING'),
      order('EXPIRED'),
      order('PAID', { paid: 24_000 }),
      order('PAID', { paid: 12_000 }),
      order('PAID', { paid: 48_000 }),
    ];
    for (const each of asked) {
      const rows = orderSums(each);
      const until = rows.findIndex(({ label }) => label === statedSum(each).label);
      const parts = rows.slice(0, until).filter(({ isSum }) => !isSum);
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(rows[until]?.amount);
    }
  });
});
