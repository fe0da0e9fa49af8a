import { LARGEST_RUPIAH } from '../platform/money.ts';

/** What a listing may hold. Messages name these figures. */
export const CATALOG_LIMITS = {
  /** Characters. */
  titleFrom: 3,
  titleTo: 120,
  descriptionTo: 5000,
  /** Variants of a product that are not archived. */
  variants: 50,
  photos: 8,
  /** Characters. */
  skuTo: 40,
  variantNameTo: 60,
  optionsTo: 3,
  optionTextTo: 40,
  altTo: 200,
  /** Rupiah for one piece: 1 billion. */
  priceTo: Math.min(1_000_000_000, LARGEST_RUPIAH),
  /** Grams of one piece: 100 kg. */
  weightTo: 100_000,
  /** Characters of a curator's reason. */
  reasonTo: 500,
} as const;
