import type { RefundStatus } from '../../../storefront-widget/operations/generated/graphql.ts';
import { buyWords, orderWords, type PaperKind, paperOf } from '../../../storefront-widget/words/index.ts';
import type { Rupiah } from '../../platform/money.ts';
import { orderSums, type PaperOrder, parcelSums, type SumRow, statedSum } from './order-sums.ts';
import { spellRupiah } from './spell-rupiah.ts';
import { wibInstant } from './wib-instant.ts';

/** One line of goods. */
export interface PaperLine {
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Rupiah;
  readonly total: Rupiah;
}

/** What one seller packs: each parcel says who sells it. */
export interface PaperParcel {
  readonly title: string;
  /** What became of one that will not come; empty otherwise. */
  readonly note: string;
  readonly lines: readonly PaperLine[];
  readonly sums: readonly SumRow[];
}

/** Money that goes back. */
export interface PaperRefund {
  readonly when: string;
  readonly reason: string;
  readonly state: string;
  readonly amount: Rupiah;
}

/** An invoice or a receipt as it is read, in Indonesian. Made from the order alone: the same order gives the same paper. */
export interface OrderPaper {
  readonly kind: PaperKind;
  readonly title: string;
  /** Number of the paper: one for each order and kind, for ever. */
  readonly number: string;
  /** The date of the paper: of the order, or of the payment. */
  readonly issuedAt: Date;
  readonly orderCode: string;
  readonly orderUrl: string;
  /** What it is about, as name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly parcels: readonly PaperParcel[];
  readonly sums: readonly SumRow[];
  /** The sum that the paper states, in words: "Telah dibayar, terbilang: dua belas ribu lima ratus rupiah". */
  readonly inWords: string;
  readonly refunds: readonly PaperRefund[];
  /** What has to be said below all. */
  readonly notes: readonly string[];
}

/** What a paper takes from outside the order. */
interface PaperSurroundings {
  /** Address of the marketplace, without a slash at the end. */
  readonly publicUrl: string;
  /** What the buyer wants to be called; null when not told. */
  readonly buyerName: string | null;
  /** Whether the market is a demo, whose papers prove nothing. */
  readonly isDemo: boolean;
}

const MARKS: Readonly<Record<PaperKind, string>> = { tagihan: 'TGH', kuitansi: 'KUI' };
const TITLES: Readonly<Record<PaperKind, string>> = { tagihan: 'Tagihan', kuitansi: 'Kuitansi' };
const STATES: Readonly<Record<PaperOrder['paymentStatus'], string>> = {
  AWAITING: 'Belum dibayar',
  DUE_AT_POINT: 'Dibayar saat diambil, tunai atau QRIS',
  PAID: 'Lunas',
  PARTLY_REFUNDED: 'Lunas, sebagian sudah dikembalikan',
  REFUNDED: 'Sudah dikembalikan seluruhnya',
  EXPIRED: 'Waktu bayar habis; tidak perlu dibayar',
  CANCELLED: 'Dibatalkan; tidak perlu dibayar',
  REFUND_DUE: 'Pesanan tidak dilanjutkan; uang dikembalikan',
  REVERSED: 'Pembayaran ditarik kembali oleh bank',
};
const REFUND_STATES: Readonly<Record<RefundStatus, string>> = {
  DUE: 'segera dikirim',
  SENT: 'sudah dikirim',
  TASK: 'akan ditransfer ke rekening pembeli',
  DONE: 'sudah kembali',
  FAILED: 'tidak jadi dikirim',
};
const WILL_NOT_COME: ReadonlySet<string> = new Set(['RETURNED', 'REJECTED', 'CANCELLED', 'LAPSED', 'LOST']);

/** The paper that an order has: an invoice until it is paid, a receipt from then on. */
export function paperOfOrder(order: PaperOrder, { publicUrl, buyerName, isDemo }: PaperSurroundings): OrderPaper {
  const kind = paperOf(order);
  const stated = statedSum(order);
  return {
    kind,
    title: TITLES[kind],
    number: `${MARKS[kind]}-${order.code.replace(/^BJ-/, '')}`,
    issuedAt: issuedAt(order),
    orderCode: order.code,
    orderUrl: `${publicUrl}/pesanan/${order.code}`,
    facts: factsOf(order, kind, buyerName),
    parcels: order.parcels.map(paperParcel),
    sums: orderSums(order),
    inWords: `${stated.label}, terbilang: ${spellRupiah(stated.amount)}`,
    refunds: refundsOf(order),
    notes: [
      'Penjual adalah usaha yang namanya tertulis pada tiap paket; Berjubel menerima pembayaran untuk mereka.',
      'Dibuat otomatis dan berlaku tanpa tanda tangan.',
      ...(isDemo ? ['Contoh dari pasar demo: uangnya mainan, jadi ini bukan bukti bayar.'] : []),
    ],
  };
}

function issuedAt({ placedAt, payment, ...order }: PaperOrder): Date {
  return new Date(paperOf(order) === 'kuitansi' ? (payment?.paidAt ?? placedAt) : placedAt);
}

function factsOf(order: PaperOrder, kind: PaperKind, buyerName: string | null): [string, string][] {
  const { code, placedAt, payBy, paymentMethod, paymentStatus, pickupPoint } = order;
  const isReceipt = kind === 'kuitansi';
  const facts: [string, string | null][] = [
    ['Pesanan', code],
    ['Dipesan', wibInstant(placedAt)],
    [isReceipt ? 'Diterima dari' : 'Kepada', buyerName],
    ['Cara bayar', capital(buyWords.id.methods.longNames[paymentMethod])],
    ['Dibayar', isReceipt ? wibInstant(issuedAt(order)) : null],
    ['Bayar sebelum', paymentStatus === 'AWAITING' && payBy ? wibInstant(payBy) : null],
    ['Keadaan', STATES[paymentStatus]],
    ['Titik ambil', `${pickupPoint.name}, ${pickupPoint.address}, ${pickupPoint.kelurahan.name}`],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

/** A name that stands in sentences, standing alone. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function paperParcel(parcel: PaperOrder['parcels'][number]): PaperParcel {
  const { code, seller, status, lines } = parcel;
  return {
    title: `Paket ${code} dari ${seller.name}`,
    note: WILL_NOT_COME.has(status) ? orderWords.id.parcel.status[status] : '',
    lines: lines.map(({ title, variantName, quantity, unitPrice, total }) => ({
      name: variantName ? `${title}, ${variantName}` : title,
      quantity,
      unitPrice,
      total,
    })),
    sums: parcelSums(parcel),
  };
}

function refundsOf({ payment }: PaperOrder): PaperRefund[] {
  return (payment?.refunds ?? [])
    .filter(({ status }) => status !== 'FAILED')
    .map(({ amount, reason, status, createdAt, sentAt }) => ({
      when: wibInstant(sentAt ?? createdAt),
      reason,
      state: REFUND_STATES[status],
      amount,
    }));
}
