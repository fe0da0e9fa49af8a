import type { Rupiah } from '../../platform/money.ts';
import { oneLine } from '../../platform/one-line.ts';
import { DomainError } from '../../platform/refusal.ts';
import { listingDescription, listingTitle, variantPrice, variantSku } from '../listing-particulars.ts';
import type { ImportFault } from './import-faults.ts';
import type { Column, SheetRow } from './sheet.ts';
import { tagsOf, wholeNumber, yesOrNo } from './sheet-values.ts';

/** Begins the line of tags. */
export const TAGS_LINE = 'Kata kunci:';
const TAGS_BEHIND = new RegExp(`(?:^|\\n)(${TAGS_LINE}[^\\n]*)$`);

/** A row that can be entered. Null is a blank cell: what is there already stays. */
export interface SheetListing {
  readonly line: number;
  readonly sku: string;
  readonly title: string;
  /** The description without its line of tags. */
  readonly prose: string | null;
  /** The last line of the description, which holds the tags. */
  readonly tags: string | null;
  readonly category: string | null;
  readonly seller: string;
  readonly kecamatan: string | null;
  readonly price: Rupiah;
  readonly isHalal: boolean | null;
  readonly stock: number | null;
}

/** What a row says, or why it cannot be entered. */
export function sheetListing(row: SheetRow, largestStock: number): SheetListing | ImportFault {
  if ('code' in row) return row;
  const { line, cells } = row;
  const [broken] = [...cells].filter(([, text]) => isBroken(text));
  if (broken) return { line, code: 'TEXT_BROKEN', values: { column: broken[0], text: aroundBroken(broken[1]) } };
  const cell = (column: Column): string => cells.get(column) ?? '';
  const blank = (column: Column): string | null => oneLine(cell(column)) || null;
  const seller = oneLine(cell('seller'));
  if (seller === '') return { line, code: 'SELLER_MISSING', values: {} };
  const price = wholeNumber(cell('price'));
  if (price === null) return { line, code: 'PRICE_UNREADABLE', values: { text: oneLine(cell('price')).slice(0, 40) } };
  const stock = cell('stock') === '' ? null : wholeNumber(cell('stock'));
  if (cell('stock') !== '' && (stock === null || stock > largestStock))
    return { line, code: 'STOCK_INVALID', values: { text: oneLine(cell('stock')).slice(0, 40), limit: largestStock } };
  const isHalal = cell('halal') === '' ? null : yesOrNo(cell('halal'));
  if (cell('halal') !== '' && isHalal === null)
    return { line, code: 'HALAL_INVALID', values: { text: oneLine(cell('halal')).slice(0, 40) } };
  try {
    return {
      line,
      sku: variantSku(cell('sku'), ['sku']),
      title: listingTitle(cell('title')),
      ...described(cell('description'), tagsOf(cell('tags'))),
      category: blank('category'),
      seller,
      kecamatan: blank('kecamatan'),
      price: variantPrice(price, ['price']),
      isHalal,
      stock,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { line, code: error.code, values: error.values };
  }
}

/** Whether characters were lost, by the file or by what reads it. */
function isBroken(text: string): boolean {
  return text.includes('\ufffd') || !text.isWellFormed();
}

/** What stands around the first character that was lost. */
function aroundBroken(text: string): string {
  const signs = [...oneLine(text).toWellFormed()];
  const at = signs.indexOf('\ufffd');
  return signs.slice(Math.max(0, at - 20), at + 20).join('');
}

/** Tags have no column of their own: as last line of the description they are found and seen. */
function described(description: string, tags: readonly string[]): Pick<SheetListing, 'prose' | 'tags'> {
  const prose = listingDescription(description);
  // A description that was taken out of the market has them already.
  const [end, held = ''] = tags.length > 0 ? [] : (TAGS_BEHIND.exec(prose) ?? []);
  const line = tags.length > 0 ? listingDescription(`${TAGS_LINE} ${tags.join(', ')}`) : held;
  const bare = end === undefined ? prose : prose.slice(0, -end.length).trimEnd();
  listingDescription([bare, line].filter((part) => part !== '').join('\n\n'));
  return { prose: bare || null, tags: line || null };
}
