import type { SearchPageQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import type { ProductsAsked } from '../../../storefront-widget/operations/product-filter.ts';
import { type Language, rupiah, searchWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';

/** The price that the words of a search spoke of, in whole rupiah, both limits included; null for none. */
type SaidPrice = SearchPageQuery['products']['saidPrice'];

/** Says which price was read out of the words, and leads to the search box, where they can be changed. */
export function saidPriceNote(said: SaidPrice, language: Language): Html | string {
  if (!said) return '';
  const words = searchWords[language];
  return html`<p class="note said-price">${words.said(priceName(said, language))} <a href="#q">${words.changeWords}</a></p>`;
}

/** The same search with the price of its words as a filter of its own: for words that no longer hold it. */
export function withSaidPrice(asked: ProductsAsked, said: SaidPrice): ProductsAsked {
  if (!said) return asked;
  const lows = [asked.priceMin, said.min].filter((price) => typeof price === 'number');
  const highs = [asked.priceMax, said.max].filter((price) => typeof price === 'number');
  return {
    ...asked,
    priceMin: lows.length > 0 ? Math.max(...lows) : null,
    priceMax: highs.length > 0 ? Math.min(...highs) : null,
  };
}

function priceName({ min, max }: NonNullable<SaidPrice>, language: Language): string {
  const words = searchWords[language];
  const [low, high] = [rupiah(min ?? 0), rupiah(max ?? 0)];
  if (typeof max !== 'number') return words.priceFrom(low);
  return typeof min === 'number' ? words.priceBand(low, high) : words.priceTo(high);
}
