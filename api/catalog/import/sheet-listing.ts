import type { Rupiah } from '../../platform/money.ts';
import { oneLine } from '../../platform/one-line.ts';
import { DomainError } from '../../platform/refusal.ts';
import { listingDescription, listingTitle, variantPrice, variantSku } from '../listing-particulars.ts';
import type { ImportFault } from './import-faults.ts';
import type { Column, SheetRow } from './sheet.ts';
import { tagsOf, wholeNumber, yesOrNo } from './sheet-values.ts';

/** A row that can be entered. Null is a blank cell: what is there already stays. */
export interface SheetListing {
  readonly line: number;
  readonly sku: string;
  readonly title: string;
  /** The description, with the tags as its last line. */
  readonly description: string | null;
  readonly category: string | null;
  readonly seller: string;
  readonly kecamatan: string | null;
  readonly price: Rupiah;
  readonly isHalal: boolean | null;
  readonly stock: number | null;
}

/** What a row says, or why it cannot be entered. */
export function sheetListing({ line, cells }: SheetRow, largestStock: number): SheetListing | ImportFault {
  if (!cells) return { line, code: 'ROW_UNREADABLE', values: {} };
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
      description: described(cell('description'), tagsOf(cell('tags'))),
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

/** Tags have no column of their own: as last line of the description they are found and seen. */
function described(description: string, tags: readonly string[]): string | null {
  const parts = [description.trim(), ...(tags.length > 0 ? [`Kata kunci: ${tags.join(', ')}`] : [])];
  const text = listingDescription(
    parts
      .filter((part) => part !== '')
      .join('\n\n')
      .toWellFormed(),
  );
  return text === '' ? null : text;
}
