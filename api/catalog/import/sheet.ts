import type { ImportFault } from './import-faults.ts';

/** Columns that a sheet of products may have, by the names people give them in their first row. */
const NAMES = {
  sku: ['sku', 'kode', 'kodebarang', 'kodeproduk', 'kodesku', 'kodebarangsku'],
  title: ['title', 'nama', 'namabarang', 'namaproduk', 'judul', 'produk', 'product', 'name', 'barang'],
  description: ['description', 'deskripsi', 'keterangan', 'rincian'],
  category: ['category', 'kategori'],
  seller: ['seller', 'toko', 'namatoko', 'penjual', 'shop'],
  kecamatan: ['kecamatan', 'district', 'wilayah'],
  price: ['price', 'harga', 'hargajual', 'hargarp', 'hargasatuan'],
  tags: ['tags', 'tag', 'label', 'katakunci', 'keywords'],
  halal: ['halal', 'ishalal', 'halalyatidak'],
  stock: ['stock', 'stok', 'jumlah', 'persediaan', 'sisastok', 'stokbarang', 'qty'],
} as const;

export type Column = keyof typeof NAMES;

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);
const REQUIRED: readonly Column[] = ['sku', 'title', 'seller', 'price'];

/** A row of a sheet as it was written, or why it cannot be read. */
export type SheetRow = SheetCells | ImportFault;

/** What a row says; a column that is not there has no cell. */
interface SheetCells {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<Column, string>;
}

/** The file cannot be read at all. The message is one line. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}

/** The column that a heading means, whatever its case and signs; null for one that is not used. */
export function columnOf(heading: string): Column | null {
  return COLUMNS.get(heading.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
}

/** The columns of a first row, in its order. Throws a SheetError that names what is missing. */
export function columnsOf(headings: readonly string[]): (Column | null)[] {
  const columns = headings.map(columnOf);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new SheetError(
      `The first row must name the columns ${REQUIRED.join(', ')}; missing: ${missing.join(', ')}. / Baris pertama harus memuat nama kolom; yang belum ada: ${missing.join(', ')}.`,
    );
  return columns;
}

/** The cells of a row under their columns; of two columns of one name the first counts. Null for a row without any text. */
export function cellsOf(
  columns: readonly (Column | null)[],
  texts: readonly (string | undefined)[],
): Map<Column, string> | null {
  const cells = new Map<Column, string>();
  for (const [at, column] of columns.entries()) {
    const text = texts[at]?.trim() ?? '';
    if (column && !cells.has(column)) cells.set(column, text);
  }
  return [...cells.values()].some((text) => text !== '') ? cells : null;
}
