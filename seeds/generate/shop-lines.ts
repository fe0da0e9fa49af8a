import { FOOD_LINES } from './food-lines.ts';
import { GOODS_LINES } from './goods-lines.ts';
import type { ShopLine } from './shop-line.ts';

/** The lines of each group of shops. */
export const SHOP_LINES: Readonly<Record<string, readonly ShopLine[]>> = { ...FOOD_LINES, ...GOODS_LINES };

/** The line that a shop of the group follows, by what its name promises. */
export function lineOf(group: string, name: string): ShopLine {
  const lines = SHOP_LINES[group];
  const line = lines?.find(({ promisedBy }) => promisedBy.test(name));
  if (!line) throw new Error(`No line of goods for a ${group} shop`);
  return line;
}

/** How many shops of each group stand among twenty-five, in this order. */
export const GROUP_ROUND: readonly string[] = [
  'snack',
  'fashion',
  'food',
  'home',
  'snack',
  'cake',
  'fresh',
  'kids',
  'drink',
  'snack',
  'craft',
  'fashion',
  'food',
  'care',
  'fresh',
  'snack',
  'plant',
  'fashion',
  'home',
  'gear',
  'cake',
  'drink',
  'fashion',
  'snack',
  'craft',
];
