import { html, type TemplateResult } from 'lit';
import type { CheckoutPageQuery, PaymentMethod } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { phoneNumber, rupiah } from '../../words/format.ts';
import { nameOf } from '../cart/cart-line.ts';
import { drawDiscount } from '../cart/cart-summary.ts';

/** The cart and the person, as the checkout asks for them. */
export type CheckoutCart = NonNullable<CheckoutPageQuery['cart']>;
export type CheckoutViewer = NonNullable<CheckoutPageQuery['viewer']>;

/** Nothing to pay for, and where to go from there. */
export function drawNothing(language: Language): TemplateResult {
  const words = buyWords[language].checkout;
  return html`<div class="empty">
    <img src="/drawings/empty-cart.svg" alt="" width="160" height="160">
    <p><strong>${words.empty}</strong></p>
    <a class="button" href="/keranjang">${words.toCart}</a>
    <a class="button plain" href="/pesanan">${words.toOrders}</a>
  </div>`;
}

/** What is bought, briefly: folded, with a way back to the cart. */
export function drawGoods(cart: CheckoutCart, language: Language): TemplateResult {
  const words = buyWords[language].checkout;
  const groups = cart.groups.map((group) => ({ ...group, lines: group.lines.filter(({ selected }) => selected) }));
  return html`<details class="goods" open>
    <summary>${words.goods(cart.selectedCount)}</summary>
    ${groups
      .filter(({ lines }) => lines.length > 0)
      .map(
        ({ seller, lines }) =>
          html`<p class="small"><strong>${seller.name}</strong></p><ul>${lines.map(
            (line) =>
              html`<li class="small"><span>${line.quantity} × ${nameOf(line)}</span><span class="figures">${rupiah(line.total)}</span></li>`,
          )}</ul>`,
      )}
    <a class="small reach" href="/keranjang">${words.changeCart}</a>
  </details>`;
}

/** What it comes to, openly. */
export function drawSums(cart: CheckoutCart, method: PaymentMethod | null, language: Language): TemplateResult {
  const words = buyWords[language].checkout;
  const parcels = cart.groups.filter(({ pointFee }) => pointFee > 0).length;
  const fee = feeOf(cart, method);
  return html`<dl class="sums">
    <div class="part"><dt>${words.goodsTotal}</dt><dd class="figures">${rupiah(cart.goodsTotal)}</dd></div>
    <div class="part"><dt>${words.feeTotal}${parcels > 1 ? html` ×&nbsp;${parcels}` : ''}</dt><dd class="figures">${rupiah(cart.pointFeeTotal)}</dd></div>
    ${drawDiscount(cart, language)}
    ${fee > 0 ? html`<div class="part"><dt>${words.methodFee}</dt><dd class="figures">${rupiah(fee)}</dd></div>` : ''}
    <div class="all"><dt>${words.total}</dt><dd class="price">${rupiah(cart.total + fee)}</dd></div>
  </dl>`;
}

/** What the chosen way to pay costs on top, in rupiah. */
export function feeOf(cart: CheckoutCart, method: PaymentMethod | null): number {
  return cart.paymentMethods.find((offer) => offer.method === method)?.fee ?? 0;
}

/** Who collects: the person that is signed in, and what to call them when that is not known yet. */
export function drawWho({ account }: CheckoutViewer, wrong: string, language: Language): TemplateResult {
  const words = buyWords[language].checkout;
  return html`<p>${account.name ? html`<strong>${account.name}</strong><br>` : ''}<span class="quiet">${words.signedInAs(phoneNumber(account.phone ?? ''))}</span></p>
    ${
      account.name
        ? ''
        : html`<div class="field">
          <label for="nama-ambil">${words.name}</label>
          <input id="nama-ambil" name="name" type="text" autocomplete="given-name" maxlength="80" aria-describedby="nama-ambil-bantuan nama-ambil-salah" aria-invalid=${wrong ? 'true' : 'false'}>
          <p class="hint" id="nama-ambil-bantuan">${words.nameHelp}</p>
          <p class="wrong" id="nama-ambil-salah" role="alert">${wrong}</p>
        </div>`
    }`;
}
