import { create } from 'qrcode';
import { rupiah } from '../../../storefront-widget/words/index.ts';
import type { OrderPaper, PaperLine, PaperParcel, PaperRefund } from './order-paper.ts';
import type { SumRow } from './order-sums.ts';
import { type Cell, PdfSheet, SHEET_WIDTH } from './pdf-sheet.ts';

/** Columns of the goods, in points from the left margin. */
const QUANTITY = 250;
const UNIT_PRICE = 310;
const AMOUNT = 405;
const BESIDE_QR = SHEET_WIDTH - 120;
const QR_SIDE = 96;

/** A paper as a PDF of A4 pages. The same paper gives the same bytes. */
export function paperPdf(paper: OrderPaper): Promise<Buffer> {
  const { title, number, orderCode, orderUrl, issuedAt, facts, parcels, sums, inWords, refunds, notes } = paper;
  const sheet = new PdfSheet({
    title: `${title} ${number}`,
    author: 'Berjubel',
    subject: `Pesanan ${orderCode}`,
    createdAt: issuedAt,
  });
  sheet.block('P', 'Berjubel', { size: 18, isBold: true, color: 'leaf' }, BESIDE_QR);
  sheet.block('P', 'Pasar warga Depok', { size: 9, color: 'quiet' }, BESIDE_QR);
  sheet.space(16);
  sheet.block('H1', `${title} ${number}`, { size: 18, isBold: true }, BESIDE_QR);
  const { size, data } = create(orderUrl, { errorCorrectionLevel: 'M' }).modules;
  sheet.squares(size, (column, row) => data[row * size + column] === 1, QR_SIDE, `Kode QR alamat ${orderUrl}`);
  sheet.below(QR_SIDE + 8);
  sheet.table(facts.map(factRow));
  for (const parcel of parcels) addParcel(sheet, parcel);
  sheet.space(14);
  sheet.block('H2', 'Jumlah', { size: 12, isBold: true });
  sheet.space(4);
  sheet.table(sums.map(sumRow));
  sheet.space(6);
  sheet.block('P', inWords, { isBold: true });
  if (refunds.length > 0) addRefunds(sheet, refunds);
  sheet.space(16);
  for (const note of [...notes, orderUrl]) sheet.block('P', note, { size: 8, color: 'quiet' });
  return sheet.end(`Berjubel · ${title} ${number}`);
}

function factRow([name, value]: readonly [string, string]): Cell[] {
  return [
    { text: name, left: 0, width: 110, color: 'quiet', heads: 'Row' },
    { text: value, left: 118, width: SHEET_WIDTH - 118 },
  ];
}

function addParcel(sheet: PdfSheet, { title, note, lines, sums }: PaperParcel): void {
  sheet.space(14);
  sheet.block('H2', title, { size: 12, isBold: true });
  if (note) sheet.block('P', note, { color: 'quiet' });
  sheet.space(4);
  sheet.table(lines.map(lineRow), lineHead());
  sheet.space(4);
  sheet.table(sums.map(sumRow));
}

function lineHead(): Cell[] {
  const head = { size: 9, color: 'quiet', heads: 'Column' } as const;
  return [
    { ...head, text: 'Barang', left: 0, width: QUANTITY - 8 },
    { ...head, text: 'Banyak', left: QUANTITY, width: UNIT_PRICE - QUANTITY - 8, isRight: true },
    { ...head, text: 'Harga satuan', left: UNIT_PRICE, width: AMOUNT - UNIT_PRICE - 8, isRight: true },
    { ...head, text: 'Jumlah', left: AMOUNT, width: SHEET_WIDTH - AMOUNT, isRight: true },
  ];
}

function lineRow({ name, quantity, unitPrice, total }: PaperLine): Cell[] {
  return [
    { text: name, left: 0, width: QUANTITY - 8, heads: 'Row' },
    { text: String(quantity), left: QUANTITY, width: UNIT_PRICE - QUANTITY - 8, isRight: true },
    { text: rupiah(unitPrice), left: UNIT_PRICE, width: AMOUNT - UNIT_PRICE - 8, isRight: true },
    { text: rupiah(total), left: AMOUNT, width: SHEET_WIDTH - AMOUNT, isRight: true },
  ];
}

function sumRow({ label, amount, isSum }: SumRow): Cell[] {
  const left = 230;
  return [
    { text: label, left, width: 145, isBold: isSum, heads: 'Row' },
    { text: rupiah(amount), left: left + 150, width: SHEET_WIDTH - left - 150, isRight: true, isBold: isSum },
  ];
}

function addRefunds(sheet: PdfSheet, refunds: readonly PaperRefund[]): void {
  sheet.space(14);
  sheet.block('H2', 'Uang yang kembali', { size: 12, isBold: true });
  sheet.space(4);
  sheet.table(
    refunds.map(({ when, reason, state, amount }) => [
      { text: `${reason} (${when}, ${state})`, left: 0, width: AMOUNT - 8, heads: 'Row' },
      { text: rupiah(amount), left: AMOUNT, width: SHEET_WIDTH - AMOUNT, isRight: true },
    ]),
  );
}
