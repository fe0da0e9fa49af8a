import type { OrderPaperQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { paperOf } from '../../../storefront-widget/words/index.ts';
import type { Rupiah } from '../../platform/money.ts';

/** An order as its papers are made from it. */
export type PaperOrder = NonNullable<OrderPaperQuery['order']>;

/** One row of sums. */
export interface SumRow {
  readonly label: string;
  /** In rupiah; negative for what is taken off. */
  readonly amount: Rupiah;
  /** Whether it states what the rows above come to. */
  readonly isSum: boolean;
}

const part = (label: string, amount: Rupiah): SumRow => ({ label, amount, isSum: false });
const sum = (label: string, amount: Rupiah): SumRow => ({ label, amount, isSum: true });
const unlessNothing = (row: SumRow): SumRow[] => (row.amount === 0 ? [] : [row]);

// The one place where the sums of an order become rows: what is taken off or put on the price gets its row here.

/** What a parcel costs: its goods, the fee of the point, what a voucher took off, and all of it. */
export function parcelSums({ goodsTotal, pointFee, discount, total }: PaperOrder['parcels'][number]): SumRow[] {
  return [
    part('Harga barang', goodsTotal),
    part('Ongkos titik ambil', pointFee),
    ...unlessNothing(part('Potongan voucher', -discount)),
    sum('Jumlah paket', total),
  ];
}

/** What the order costs, and what of it is paid and still to be paid, or was paid and went back. */
export function orderSums(order: PaperOrder): SumRow[] {
  const { goodsTotal, pointFeeTotal, voucherCode, discountTotal, total, parcels } = order;
  return [
    part('Harga barang', goodsTotal),
    part(`Ongkos titik ambil, ${parcels.length} paket`, pointFeeTotal),
    ...unlessNothing(part(`Potongan voucher ${voucherCode}`, -discountTotal)),
    sum('Jumlah pesanan', total),
    ...(paperOf(order) === 'tagihan' ? openRows(order) : paidRows(order)),
  ];
}

/** What the paper is about, in rupiah: what is still to be paid, or what was paid. */
export function statedSum(order: PaperOrder): SumRow {
  return paperOf(order) === 'tagihan'
    ? sum('Sisa yang harus dibayar', outstandingOf(order))
    : sum('Telah dibayar', paidOf(order));
}

function openRows(order: PaperOrder): SumRow[] {
  const [paid, outstanding] = [paidOf(order), outstandingOf(order)];
  return [
    ...unlessNothing(part('Sudah dibayar', -paid)),
    // Parcels that will not come are never asked for.
    ...unlessNothing(part('Tidak jadi ditagih', paid + outstanding - order.total)),
    statedSum(order),
  ];
}

function paidRows(order: PaperOrder): SumRow[] {
  const paid = paidOf(order);
  const back = [
    ...unlessNothing(part('Ditarik kembali oleh bank', -(order.payment?.reversedTotal ?? 0))),
    ...unlessNothing(part('Sudah dikembalikan', -refundedOf(order, 'SENT', 'DONE'))),
    ...unlessNothing(part('Sedang dikembalikan', -refundedOf(order, 'DUE', 'TASK'))),
  ];
  const rest = back.reduce((left, { amount }) => left + amount, paid);
  return [
    ...unlessNothing(part('Tidak jadi ditagih', Math.min(0, paid - order.total))),
    ...unlessNothing(part('Dibayar lebih', Math.max(0, paid - order.total))),
    statedSum(order),
    ...back,
    ...(back.length > 0 ? [sum('Sisa setelah pengembalian', rest)] : []),
  ];
}

/** What came in, in rupiah. */
function paidOf({ payment }: PaperOrder): Rupiah {
  return payment?.paidTotal ?? 0;
}

/** What is still to be paid, in rupiah; nothing for an order that has ended unpaid. */
function outstandingOf({ paymentStatus, total, parcels }: PaperOrder): Rupiah {
  if (paymentStatus === 'AWAITING') return total;
  return paymentStatus === 'DUE_AT_POINT' ? parcels.reduce((due, { cashDue }) => due + (cashDue ?? 0), 0) : 0;
}

function refundedOf({ payment }: PaperOrder, ...statuses: readonly string[]): Rupiah {
  const refunds = payment?.refunds ?? [];
  return refunds.filter(({ status }) => statuses.includes(status)).reduce((back, { amount }) => back + amount, 0);
}
