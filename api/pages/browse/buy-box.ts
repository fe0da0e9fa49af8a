import { browseWords, rupiah } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { Visit } from '../visit.ts';
import { type PageProduct, priceText } from './page-product.ts';
import { variantChips } from './variant-chips.ts';

/** Pieces that one form may ask for at once. */
const MOST_AT_ONCE = 99;

/** Price, variants, stock, quantity and the one button. A plain form that scripts make quicker. */
export function buyBox(product: PageProduct, visit: Visit): Html {
  const words = browseWords[visit.language].product;
  const chosen = product.variants.find(({ inStock }) => inStock) ?? product.variants[0];
  if (!chosen) return html`<p class="note warm">${words.soldOutHelp}</p>`;
  const isOpen = product.seller.isOpen;
  const canBuy = product.inStock && isOpen;
  const isOnly = product.variants.length === 1;
  return html`<berjubel-buy-box data-title="${product.title}"><form class="buy-box stack" action="/keranjang/tambah" method="post">
<input type="hidden" name="kembali" value="/produk/${product.slug}">
<p class="big-price price" data-price>${isOnly ? rupiah(chosen.price) : priceText(product)}</p>
${isOnly ? html`<input type="hidden" name="varian" value="${chosen.id}" data-price="${chosen.price}" data-stock="${chosen.stockLeft}">` : variantChips(product, chosen.id, visit)}
${
  canBuy
    ? html`<div class="row spread"><p data-stock-line class="${chosen.stockLeft <= 5 ? 'few' : 'quiet'}">${isOnly || chosen.stockLeft <= 5 ? words.stock(chosen.stockLeft) : ''}</p>
${quantity(Math.min(MOST_AT_ONCE, Math.max(...product.variants.map(({ stockLeft }) => stockLeft))), visit)}</div>
<div class="buy-bar"><p class="price" data-price aria-hidden="true">${rupiah(chosen.price)}</p><button class="button wide" type="submit">${icon('shopping-basket')}${words.add}</button></div>
<p class="wrong" role="alert" hidden></p>`
    : html`<p class="note warm">${isOpen ? words.soldOutHelp : words.shopClosed}</p><a class="button second" href="/kategori/${product.category.path}">${words.similar}</a>`
}
</form></berjubel-buy-box>`;
}

function quantity(most: number, { language }: Visit): Html {
  const words = browseWords[language].product;
  return html`<div class="quantity"><label for="jumlah" class="unseen">${words.quantity}</label>
<button type="button" data-step="-1" aria-label="${words.oneFewer}" hidden>${icon('minus')}</button>
<input id="jumlah" name="jumlah" type="number" inputmode="numeric" min="1" max="${most}" value="1" required>
<button type="button" data-step="1" aria-label="${words.oneMore}" hidden>${icon('plus')}</button></div>`;
}
