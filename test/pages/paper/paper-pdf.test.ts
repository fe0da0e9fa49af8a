import { describe, expect, test } from 'vitest';
import type { OrderPaper } from '../../../api/pages/paper/order-paper.ts';
import { paperPdf } from '../../../api/pages/paper/paper-pdf.ts';
import { readPdf } from '../../support/pdf-text.ts';

const NAMES = Array.from(
  { length: 70 },
  (_, at) => `Barang ke-${at + 1} dengan nama yang cukup panjang untuk dua baris penuh`,
);

const LONG: OrderPaper = {
  kind: 'tagihan',
  title: 'Tagihan',
  number: 'TGH-7K2QM4X',
  issuedAt: new Date('2026-11-24T02:00:00.000Z'),
  orderCode: 'BJ-7K2QM4X',
  orderUrl: 'https://berjubel.id/pesanan/BJ-7K2QM4X',
  facts: [['Pesanan', 'BJ-7K2QM4X']],
  parcels: [
    {
      title: 'Paket PK-4T9QXW2M dari Dapur Bu Ani',
      note: '',
      lines: NAMES.map((name) => ({ name, quantity: 1, unitPrice: 12_500, total: 12_500 })),
      sums: [{ label: 'Jumlah paket', amount: 877_000, isSum: true }],
    },
  ],
  sums: [{ label: 'Sisa yang harus dibayar', amount: 877_000, isSum: true }],
  inWords: 'Sisa yang harus dibayar, terbilang: delapan ratus tujuh puluh tujuh ribu rupiah',
  refunds: [],
  notes: [],
};

describe('a paper of several pages', () => {
  test('every line is there once, in order; heads are repeated to the eye alone, pages are numbered', async () => {
    const pdf = readPdf(await paperPdf(LONG));
    expect(pdf.pages).toBeGreaterThan(2);
    const named = pdf.shown.filter(({ tag, text }) => tag === 'TH' && text.startsWith('Barang ke'));
    expect(named.map(({ text }) => text.replace(/ ?penuh$/, ' penuh'))).toEqual(NAMES);
    expect(pdf.shown.filter(({ tag, text }) => tag === 'TH' && text === 'Harga satuan')).toHaveLength(1);
    const beside = pdf.shown.filter(({ tag }) => tag === 'Artifact').map(({ text }) => text);
    expect(beside.filter((text) => text.startsWith('Barang'))).toHaveLength(pdf.pages - 1);
    for (let page = 1; page <= pdf.pages; page += 1)
      expect(beside).toContain(`Berjubel · Tagihan TGH-7K2QM4X · halaman ${page} dari ${pdf.pages}`);
  });

  test('another date or another word gives other bytes', async () => {
    const once = await paperPdf(LONG);
    expect(once.equals(await paperPdf({ ...LONG, issuedAt: new Date('2026-11-24T02:00:01.000Z') }))).toBe(false);
    expect(once.equals(await paperPdf({ ...LONG, inWords: 'nol rupiah' }))).toBe(false);
    expect(once.equals(await paperPdf({ ...LONG }))).toBe(true);
  });
});
