import { describe, expect, test } from 'vitest';
import { keyMarks } from '../../api/search/changes/form-marks.ts';
import type { ListedProduct, ProductChange } from '../../api/search/changes/listed-change.ts';
import { isTouched, type MadeFrom } from '../../api/search/changes/made-from.ts';
import { ProductSort } from '../../api/search/product-sort.ts';

const NO_FILTER = {
  ...{ category: [], kecamatan: [], seller: [], pickupPoint: [], priceRanges: [] },
  ...{ priceMin: null, priceMax: null, ratingMin: null, halal: null, inStock: null },
};
const SOLD: ListedProduct = {
  ...{ groupId: 1, price: 12_000, categorySlugs: ['minuman', 'kopi'], kecamatanSlug: 'beji', sellerSlug: 'kedai' },
  ...{ pointSlugs: null, ratingBand: 4, isHalal: true, inStock: true },
};

/** A list without words that shows one product, the last of it for 20,000 rupiah, and another one after it. */
const list = (asked: Partial<MadeFrom>): MadeFrom => ({
  ...{ filter: NO_FILTER, sort: ProductSort.RELEVANCE, words: null, page: keyMarks(['shown']), lastPrice: 20_000 },
  ...{ isCounted: true, readyScopes: [] },
  ...asked,
});

/** A product that is not shown, and stays in its place but for its price. */
const priced = (from: number, to: number, productKey = 'other'): ProductChange => ({
  ...{ kind: 'PRODUCT', productKey, isResorted: false, forms: null },
  ...{ old: { ...SOLD, price: from }, new: { ...SOLD, price: to } },
});

describe('another price within its band touches', () => {
  test.each<[string, Partial<MadeFrom>, ProductChange, boolean]>([
    ['what shows the product', {}, priced(12_000, 13_000, 'shown'), true],
    ['no list in another order that does not show it', { sort: ProductSort.NEWEST }, priced(12_000, 13_000), false],
    ['the cheapest when it comes among them', { sort: ProductSort.PRICE_ASC }, priced(24_000, 19_000), true],
    ['the cheapest when it goes from them', { sort: ProductSort.PRICE_ASC }, priced(19_000, 24_000), true],
    ['the cheapest when it costs as much as the last', { sort: ProductSort.PRICE_ASC }, priced(24_000, 20_000), true],
    ['not the cheapest when it is dearer than they', { sort: ProductSort.PRICE_ASC }, priced(24_000, 23_000), false],
    [
      'the last page, whatever it costs',
      { sort: ProductSort.PRICE_ASC, lastPrice: null },
      priced(90_000, 80_000),
      true,
    ],
    ['the dearest when it comes among them', { sort: ProductSort.PRICE_DESC }, priced(12_000, 21_000), true],
    ['not the dearest when it is cheaper than they', { sort: ProductSort.PRICE_DESC }, priced(12_000, 19_000), false],
    [
      'a list up to a price that it now exceeds',
      { filter: { ...NO_FILTER, priceMax: 12_500 } },
      priced(12_000, 13_000),
      true,
    ],
    [
      'no list up to a price that it exceeded before',
      { filter: { ...NO_FILTER, priceMax: 11_000 } },
      priced(12_000, 13_000),
      false,
    ],
    [
      'no list of another kecamatan',
      { filter: { ...NO_FILTER, kecamatan: ['limo'] } },
      priced(12_000, 13_000, 'shown'),
      false,
    ],
  ])('%s', (_what, asked, change, touches) => {
    expect(isTouched(list(asked), change)).toBe(touches);
  });
});

describe('another group touches', () => {
  const moved: ProductChange = { ...priced(12_000, 12_000), isResorted: true, new: { ...SOLD, inStock: false } };

  test.each<[string, Partial<MadeFrom>, boolean]>([
    ['the list that it is in', {}, true],
    ['counts of a list that it misses by one choice', { filter: { ...NO_FILTER, kecamatan: ['limo'] } }, true],
    ['no page of it that counts nothing', { filter: { ...NO_FILTER, kecamatan: ['limo'] }, isCounted: false }, false],
    ['no list that it misses by two', { filter: { ...NO_FILTER, kecamatan: ['limo'], seller: ['toko'] } }, false],
    ['a list of what is in stock, which it leaves', { filter: { ...NO_FILTER, inStock: true } }, true],
    ['a list of a point that its shop serves as any', { filter: { ...NO_FILTER, pickupPoint: ['pasar'] } }, true],
  ])('%s', (_what, asked, touches) => {
    expect(isTouched(list(asked), moved)).toBe(touches);
  });
});

describe('facets that were counted anew touch', () => {
  test.each<[string, readonly string[], string, boolean, boolean]>([
    ['the list of their scope', ['kopi', ''], 'kopi', false, true],
    ['no list beside a category, of the market but for its tree', ['kopi', ''], '', false, false],
    ['a list beside a category when the tree of the market changed', ['kopi', ''], '', true, true],
    ['no list of another category', ['kopi', ''], 'batik', true, false],
    ['no list that was counted itself', [], '', true, false],
  ])('%s', (_what, readyScopes, scope, isTreeChanged, touches) => {
    expect(isTouched(list({ readyScopes }), { kind: 'FACETS', scope, isTreeChanged })).toBe(touches);
  });
});
