import { CsvError, parse } from 'csv-parse/sync';
import type { Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAmount } from '../midtrans/midtrans-state.ts';
import type { TheirRow } from './compare-books.ts';

/** Names that a column goes by, in small letters without blanks and signs. */
const COLUMNS: Readonly<Record<'order' | 'status' | 'amount' | 'refunded', readonly string[]>> = {
  order: ['orderid'],
  status: ['transactionstatus', 'status'],
  amount: ['grossamount', 'amount'],
  refunded: ['refundamount', 'refund'],
};
const PAID: ReadonlySet<string> = new Set(['settlement', 'capture', 'partial_refund', 'refund', 'partial_chargeback']);

/**
 * Reads a settlement sheet: CSV with a line of names, of which `order_id`, `transaction_status` and `gross_amount` are needed and
 * `refund_amount` is taken where it is there; commas or semicolons, any order, further columns are passed over. Refuses
 * SHEET_UNREADABLE with the line, also for an order that stands there twice.
 */
export function readSettlementSheet(text: string): TheirRow[] {
  const [head, ...lines] = cellsOf(text);
  const places = placesOf(head ?? []);
  const rows = lines.map((cells, at) => readLine(cells, places) ?? unreadable(at + 2));
  const seen = new Set<string>();
  rows.forEach(({ providerOrderId }, at) => {
    if (seen.has(providerOrderId)) unreadable(at + 2);
    seen.add(providerOrderId);
  });
  return rows;
}

function cellsOf(text: string): string[][] {
  try {
    const delimiter = [',', ';', '\t'];
    return parse(text, { bom: true, delimiter, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) unreadable(Number(error.lines ?? 1));
    throw error;
  }
}

function placesOf(head: readonly string[]): Record<keyof typeof COLUMNS, number> {
  const names = head.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const place = (column: keyof typeof COLUMNS): number => names.findIndex((name) => COLUMNS[column].includes(name));
  const places = {
    order: place('order'),
    status: place('status'),
    amount: place('amount'),
    refunded: place('refunded'),
  };
  if (places.order < 0 || places.status < 0 || places.amount < 0) unreadable(1);
  return places;
}

function readLine(cells: readonly string[], places: ReturnType<typeof placesOf>): TheirRow | null {
  const providerOrderId = cells[places.order] ?? '';
  const amount = rupiahOf(cells[places.amount] ?? '');
  const refunded = rupiahOf(cells[places.refunded] || '0');
  if (providerOrderId === '' || providerOrderId.length > 50 || amount === null || refunded === null) return null;
  return { providerOrderId, isPaid: PAID.has((cells[places.status] ?? '').toLowerCase()), amount, refunded };
}

/** 150000.00, 150000 and Rp150.000 alike; null for anything else. */
function rupiahOf(text: string): Rupiah | null {
  const plain = /^Rp\s?\d{1,3}(\.\d{3})*$/.test(text) ? text.replace(/[^\d]/g, '') : text;
  return readAmount(plain);
}

function unreadable(line: number): never {
  refuse('SHEET_UNREADABLE', ['sheet'], { line });
}
