import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import type { Rupiah } from '../platform/money.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { CATALOG_LIMITS } from './catalog-limits.ts';
import { StoredCategory } from './stored-category.ts';

/** One choice of a variant, e.g. { name: 'Rasa', value: 'balado' }. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

const lengthOf = (text: string): number => [...text].length;

/** The title of a product as it is kept. Refuses TITLE_INVALID. */
export function listingTitle(text: string): string {
  const title = oneLine(text);
  const { titleFrom, titleTo } = CATALOG_LIMITS;
  if (lengthOf(title) < titleFrom || lengthOf(title) > titleTo)
    refuse('TITLE_INVALID', ['title'], { from: titleFrom, limit: titleTo });
  return title;
}

/** The description of a product as it is kept: plain text, lines allowed. Refuses DESCRIPTION_TOO_LONG. */
export function listingDescription(text: string): string {
  const description = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
  const limit = CATALOG_LIMITS.descriptionTo;
  if (lengthOf(description) > limit) refuse('DESCRIPTION_TOO_LONG', ['description'], { limit });
  return description;
}

/** The key of a category. Refuses CATEGORY_UNKNOWN. */
export async function listingCategory(tx: Tx, categoryId: string): Promise<string> {
  const key = keyOf('Category', categoryId);
  const category = key === null ? null : await tx.findOne(StoredCategory, { key });
  return category?.key ?? refuse('CATEGORY_UNKNOWN', ['categoryId']);
}

/** A seller's code for a variant as it is kept. Refuses SKU_INVALID. */
export function variantSku(text: string, field: readonly string[]): string {
  const sku = oneLine(text);
  const limit = CATALOG_LIMITS.skuTo;
  if (sku === '' || lengthOf(sku) > limit) refuse('SKU_INVALID', field, { limit });
  return sku;
}

/** The name of a variant as it is kept; may be empty. Refuses VARIANT_NAME_TOO_LONG. */
export function variantName(text: string, field: readonly string[]): string {
  const name = oneLine(text);
  const limit = CATALOG_LIMITS.variantNameTo;
  if (lengthOf(name) > limit) refuse('VARIANT_NAME_TOO_LONG', field, { limit });
  return name;
}

/** The choices of a variant as they are kept. Refuses OPTIONS_INVALID. */
export function variantOptions(choices: readonly Choice[], field: readonly string[]): Choice[] {
  const { optionsTo, optionTextTo } = CATALOG_LIMITS;
  const options = choices.map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) }));
  const isGood = (text: string): boolean => text !== '' && lengthOf(text) <= optionTextTo;
  const areGood = options.every(({ name, value }) => isGood(name) && isGood(value));
  const areOnce = new Set(options.map(({ name }) => name)).size === options.length;
  if (options.length > optionsTo || !areGood || !areOnce)
    refuse('OPTIONS_INVALID', field, { limit: optionsTo, characters: optionTextTo });
  return options;
}

/** The price of a piece. Refuses PRICE_INVALID. */
export function variantPrice(price: Rupiah, field: readonly string[]): Rupiah {
  const limit = CATALOG_LIMITS.priceTo;
  if (!Number.isInteger(price) || price < 1 || price > limit) refuse('PRICE_INVALID', field, { limit });
  return price;
}

/** The weight of a packed piece in grams. Refuses WEIGHT_INVALID. */
export function variantWeight(grams: number, field: readonly string[]): number {
  const limit = CATALOG_LIMITS.weightTo;
  if (!Number.isInteger(grams) || grams < 0 || grams > limit) refuse('WEIGHT_INVALID', field, { limit });
  return grams;
}

/** What a photo shows, as it is kept. Refuses ALT_TOO_LONG. */
export function photoAlt(text: string): string {
  const alt = oneLine(text);
  const limit = CATALOG_LIMITS.altTo;
  if (lengthOf(alt) > limit) refuse('ALT_TOO_LONG', ['alt'], { limit });
  return alt;
}

/** A curator's reason as it is kept. Refuses REASON_INVALID. */
export function curatorsReason(text: string): string {
  const reason = oneLine(text);
  const limit = CATALOG_LIMITS.reasonTo;
  if (lengthOf(reason) < 3 || lengthOf(reason) > limit) refuse('REASON_INVALID', ['reason'], { limit });
  return reason;
}
