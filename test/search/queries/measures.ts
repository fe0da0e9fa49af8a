import type { JudgedProduct } from './market.ts';
import { SHOPS } from './market.ts';
import type { JudgedQuery } from './queries.ts';

/** Places of a result that are looked at. */
export const LOOKED_AT = 10;

/** Whether the rule of a query means this product. */
export function isMeant({ kinds, tags, kecamatan, shop }: JudgedQuery, product: JudgedProduct): boolean {
  const [name, place] = SHOPS[product.shop] ?? [];
  return (
    (kinds.includes('*') || kinds.includes(product.kind)) &&
    tags.every((tag) => product.tags.includes(tag)) &&
    (kecamatan === null || kecamatan === place) &&
    (shop === null || shop === name)
  );
}

/** How many of the products that were meant are shown, of as many as there is room for. */
export function recall(shown: readonly boolean[], meant: number): number {
  return shown.slice(0, LOOKED_AT).filter(Boolean).length / Math.min(meant, LOOKED_AT);
}

/** How high they stand, against the best order. */
export function ndcg(shown: readonly boolean[], meant: number): number {
  const gain = (at: number): number => 1 / Math.log2(at + 2);
  const best = Array.from({ length: Math.min(meant, LOOKED_AT) }, (_, at) => gain(at)).reduce(
    (sum, each) => sum + each,
    0,
  );
  return shown.slice(0, LOOKED_AT).reduce((sum, isGood, at) => sum + (isGood ? gain(at) : 0), 0) / best;
}

/** The mean of some figures. */
export const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, each) => sum + each, 0) / figures.length;
