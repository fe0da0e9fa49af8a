import { addressOf, type ProductsAsked } from '../../../storefront-widget/operations/product-filter.ts';
import { type Language, reviewWords, rupiah, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { categoryName } from './category-names.ts';
import { bandName } from './price-bands.ts';
import type { Search } from './search-page.ts';

/** A filter that is in use, by the name people know it by, and the address without it. */
export interface FilterInUse {
  readonly name: string;
  readonly without: string;
}

/** The filters of an address, one by one. The category of a category's own page is not one. */
export function filtersInUse(search: Search, language: Language): FilterInUse[] {
  const { asked, base, result } = search;
  const words = searchWords[language];
  const filter = (name: string, change: Partial<ProductsAsked>): FilterInUse => ({
    name,
    without: addressOf({ ...asked, after: null, ...change }, base),
  });
  const others = (list: readonly string[], slug: string): string[] => list.filter((one) => one !== slug);
  return [
    ...(base === '/cari' ? asked.category : []).map((path) =>
      filter(categoryName(search, path, language), { category: others(asked.category, path) }),
    ),
    ...asked.kecamatan.map((slug) =>
      filter(nameIn(result.kecamatans, slug), { kecamatan: others(asked.kecamatan, slug) }),
    ),
    ...asked.point.map((slug) => filter(pointName(search, slug), { point: others(asked.point, slug) })),
    ...asked.seller.map((slug) => filter(sellerName(search, slug), { seller: others(asked.seller, slug) })),
    ...(asked.priceMin !== null ? [filter(words.priceFrom(rupiah(asked.priceMin)), { priceMin: null })] : []),
    ...(asked.priceMax !== null ? [filter(words.priceTo(rupiah(asked.priceMax)), { priceMax: null })] : []),
    ...asked.prices.map((band) =>
      filter(bandName(band, language), { prices: asked.prices.filter((one) => one !== band) }),
    ),
    ...(asked.stars !== null ? [filter(starsInUse(asked.stars, language), { stars: null })] : []),
    ...(asked.halal ? [filter(words.halal, { halal: false })] : []),
    ...(asked.inStock ? [filter(words.inStock, { inStock: false })] : []),
  ];
}

/** The filters in use as chips; each leads to the same search without it. */
export function chipsInUse(
  filters: readonly FilterInUse[],
  { asked, base }: Search,
  language: Language,
): Html | string {
  if (filters.length === 0) return '';
  const words = searchWords[language];
  return html`<ul class="chips" aria-label="${words.inUse}">${filters.map(
    ({ name, without }) =>
      html`<li><a class="chip on" href="${without}" aria-label="${words.remove(name)}">${name}${icon('x')}</a></li>`,
  )}${
    filters.length > 1 ? html`<li><a class="chip" href="${withoutFilters(asked, base)}">${words.clear}</a></li>` : ''
  }</ul>`;
}

/** The same words in the same order, without any filter. */
export function withoutFilters({ text, sort, category }: ProductsAsked, base: string): string {
  const bare = {
    ...{ kecamatan: [], point: [], seller: [], priceMin: null, priceMax: null, prices: [] },
    ...{ stars: null, halal: false, inStock: false },
  };
  return addressOf({ ...bare, text, sort, category: base === '/cari' ? [] : category, after: null }, base);
}

/** "Bintang 4 ke atas". */
function starsInUse(stars: number, language: Language): string {
  const { legend, atLeast } = reviewWords[language].filter;
  return `${legend} ${atLeast(stars)}`;
}

function nameIn(list: readonly { readonly slug: string; readonly name: string }[], slug: string): string {
  return list.find((one) => one.slug === slug)?.name ?? slug;
}

/** Facets name what the result has; what it has not was asked for by itself. */
function pointName({ result }: Search, slug: string): string {
  const known = result.products.facets.pickupPoint.map(({ pickupPoint }) => pickupPoint);
  return nameIn(result.pickupPoint ? [...known, result.pickupPoint] : known, slug);
}

function sellerName({ result }: Search, slug: string): string {
  const known = result.products.facets.seller.map(({ seller }) => seller);
  return nameIn(result.seller ? [...known, result.seller] : known, slug);
}
