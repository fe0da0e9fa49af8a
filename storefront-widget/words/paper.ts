import { bilingual } from './bilingual.ts';

/** The two papers of an order: what is to be paid, and, once it was paid, what has been paid. An order has one at a time. */
export type PaperKind = 'tagihan' | 'kuitansi';

const UNPAID: ReadonlySet<string> = new Set(['AWAITING', 'DUE_AT_POINT', 'EXPIRED', 'CANCELLED']);

/** The paper that an order has, by what has become of its money (OrderPaymentStatus). */
export function paperOf({ paymentStatus }: { readonly paymentStatus: string }): PaperKind {
  return UNPAID.has(paymentStatus) ? 'tagihan' : 'kuitansi';
}

/** Words that lead to the papers of an order. The papers themselves are in Indonesian alone, as others will read them. */
export const paperWords = bilingual(
  {
    see: { tagihan: 'Lihat tagihan', kuitansi: 'Lihat kuitansi' },
    either: 'Tagihan atau kuitansi',
    title: { tagihan: 'Tagihan', kuitansi: 'Kuitansi' },
    download: 'Unduh PDF',
    print: 'Untuk mencetak, pakai menu cetak peramban atau unduh PDF-nya.',
  },
  {
    see: { tagihan: 'See the invoice', kuitansi: 'See the receipt' },
    either: 'Invoice or receipt',
    title: { tagihan: 'Invoice', kuitansi: 'Receipt' },
    download: 'Download the PDF',
    print: 'To print it, use your browser’s print menu or download the PDF. The paper is in Indonesian.',
  },
);
