import type { ImportFault } from './import-faults.ts';
import type { Column } from './sheet.ts';

const SMALL_PRICE = /^(?:rp\.?\s*)?[1-9]\d{0,2}$/i;
/** Hardly anything costs less: what does is mostly the thousands of a price that its comma cut in two. */
const LOWEST_LIKELY = 100;

/** Where the texts of a CSV row stand. */
interface CsvTable {
  readonly columns: readonly (Column | null)[];
  readonly separator: string;
}

/** Why the texts of a CSV row seem to stand under columns that are not theirs; null when they do not. */
export function shiftOf(line: number, texts: readonly string[], { columns, separator }: CsvTable): ImportFault | null {
  const count = texts.findLastIndex((text) => text.trim() !== '') + 1;
  if (count > columns.length) {
    const values = { count, columns: columns.length, separator: separator === '\t' ? 'tab' : separator };
    return { line, code: 'CELLS_TOO_MANY', values };
  }
  if (separator !== ',') return null;
  const at = columns.indexOf('price');
  const [price = '', next = ''] = texts.slice(at, at + 2).map((text) => text.trim());
  return isCutInTwo(price, next) ? { line, code: 'PRICE_CUT', values: { price, next } } : null;
}

/** Whether 12,500 was written without quotation marks. A price of some hundred may be meant, unless zeros follow. */
function isCutInTwo(price: string, next: string): boolean {
  if (!SMALL_PRICE.test(price) || !/^\d{3}$/.test(next)) return false;
  return Number(price.replace(/\D/g, '')) < LOWEST_LIKELY || next === '000';
}
