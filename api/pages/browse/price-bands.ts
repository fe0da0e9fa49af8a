import { nameOfBand, type PriceBand } from '../../../storefront-widget/operations/product-filter.ts';
import { type Language, rupiah, searchWords } from '../../../storefront-widget/words/index.ts';
import type { Search } from './search-page.ts';

/** A band of prices that can be ticked, and how many products are in it. */
export interface BandChoice extends PriceBand {
  readonly count: number;
}

/** The bands to choose from, the lowest first. What is chosen stays among them, also when nothing is found for it. */
export function bandChoices({ asked, result }: Search): BandChoice[] {
  const { saidPrice, facets } = result.products;
  // Bands are counted over all prices: beside a price in the words they would promise what is not found.
  const offered = saidPrice ? [] : facets.price.filter(({ count }) => count > 0);
  const named = new Set(offered.map((band) => nameOfBand({ min: band.min, max: band.max ?? null })));
  const missing = asked.prices.filter((band) => !named.has(nameOfBand(band)));
  return [
    ...missing.map((band) => ({ ...band, count: 0 })),
    ...offered.map(({ min, max, count }) => ({ min, max: max ?? null, count })),
  ].sort((one, other) => one.min - other.min);
}

/** What people call it: bands end one rupiah below the next, and people say "di bawah Rp10.000". */
export function bandName({ min, max }: PriceBand, language: Language): string {
  const words = searchWords[language];
  if (max === null) return words.priceAbove(rupiah(min));
  const round = (max + 1) % 1000 === 0 ? max + 1 : max;
  if (min > 0) return words.priceBand(rupiah(min), rupiah(round));
  return round === max ? words.priceTo(rupiah(max)) : words.priceBelow(rupiah(round));
}
