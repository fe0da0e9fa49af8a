import type { ProductCardFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, type Language, rupiah } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { stars } from './stars.ts';

/** Pieces left from which on a card says so. */
const FEW = 5;

/** A card as a list asks for it; a search also marks the words that were looked for. */
export type ShownProduct = ProductCardFragment & { readonly highlightedTitle?: string | null };

/** How a list of cards differs from the usual one. */
export interface GridOptions {
  /** Cards that are seen at once, so that their pictures are not fetched late. */
  readonly eager?: number;
  /** Leaves out the shop's name where all are of one shop. */
  readonly ofOneShop?: boolean;
}

/** Products as a grid of cards: two columns on a phone. */
export function productGrid(products: readonly ShownProduct[], language: Language, options: GridOptions = {}): Html {
  const { eager = 4, ofOneShop = false } = options;
  return html`<ul class="product-grid">${products.map(
    (product, at) => html`<li>${productCard(product, language, at < eager, ofOneShop)}</li>`,
  )}</ul>`;
}

function productCard(product: ShownProduct, language: Language, isEager: boolean, ofOneShop: boolean): Html {
  const words = browseWords[language].card;
  const { min, max } = product.priceRange;
  return html`<a class="product-card" href="/produk/${product.slug}">
<span class="picture">${picture(product, isEager)}${product.inStock ? '' : html`<span class="flag">${words.soldOut}</span>`}</span>
<span class="title">${title(product)}</span>
<span class="price">${max > min ? html`<small>${words.from}</small> ` : ''}${rupiah(min)}</span>
${ofOneShop ? '' : html`<span class="shop"><span>${product.seller.name}</span> <span>${product.seller.kecamatan.name}</span></span>`}
<span class="facts">${product.rating && product.ratingCount > 0 ? stars(product.rating, product.ratingCount, language) : ''}${
    product.soldCount > 0 ? html`<span>${words.sold(product.soldCount)}</span>` : ''
  }${
    product.inStock && product.stockLeft <= FEW ? html`<span class="few">${words.left(product.stockLeft)}</span>` : ''
  }</span>
</a>`;
}

function picture({ photos }: ShownProduct, isEager: boolean): Html | string {
  const cover = photos[0];
  if (!cover) return '';
  // The title stands beside it: the picture adds nothing that must be read out.
  return html`<img src="${cover.small}" srcset="${cover.small} 320w, ${cover.large} 640w" sizes="(min-width: 900px) 220px, 46vw" width="320" height="320" alt="" decoding="async"${
    isEager ? '' : trusted(' loading="lazy"')
  }>`;
}

/** The title with the words that were searched for marked; the API escaped everything but the marks. */
function title({ title: plain, highlightedTitle }: ShownProduct): Html | string {
  if (!highlightedTitle || /<(?!\/?mark>)/.test(highlightedTitle)) return plain;
  return trusted(highlightedTitle);
}
