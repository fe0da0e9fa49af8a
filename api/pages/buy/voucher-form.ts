import {
  ApplyVoucherDocument,
  CartSumsDocument,
  type CartSumsQuery,
  RemoveVoucherDocument,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import { buyWords, type Language, rupiah, shellWords, voucherWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { type Shown, safeReturn } from '../page-route.ts';
import type { Visit } from '../visit.ts';

type Cart = NonNullable<CartSumsQuery['cart']>;

/** The sums of the cart and a form for a voucher's code, for those who have no scripts; nothing without a cart. */
export async function withoutScripts(visit: Visit, back: '/keranjang' | '/bayar'): Promise<Html> {
  const { cart } = await visit.ask(CartSumsDocument, {});
  if (!cart) return html``;
  return html`<noscript><section class="card stack">${sums(cart, visit.language)}${form(cart, visit.language, back)}</section></noscript>`;
}

/** What the form does: puts a code on the cart or takes it off, and shows the page again; a refusal is said in words. */
export async function changeVoucher(visit: Visit, sent: URLSearchParams): Promise<Shown> {
  const back = safeReturn(sent.get('kembali'), '/keranjang');
  const { userErrors } = sent.has('lepas')
    ? (await visit.ask(RemoveVoucherDocument, { input: {} })).removeVoucher
    : (await visit.ask(ApplyVoucherDocument, { input: { code: sent.get('kode') ?? '' } })).applyVoucher;
  const refused = userErrors[0];
  if (!refused) return { goTo: back, status: 303 };
  const title = voucherWords[visit.language].code;
  return {
    title,
    isPrivate: true,
    isPersonal: true,
    status: 422,
    main: html`<h1>${title}</h1><p class="note bad" role="alert">${refused.message}</p>
<p class="section"><a class="button" href="${back}">${shellWords[visit.language].back}</a></p>`,
  };
}

function sums(
  { selectedCount, goodsTotal, pointFeeTotal, discountTotal, total, voucher }: Cart,
  language: Language,
): Html {
  const words = buyWords[language].cart;
  const row = (label: string, amount: number, look = 'part'): Html =>
    html`<div class="${look}"><dt>${label}</dt><dd class="figures">${rupiah(amount)}</dd></div>`;
  return html`<dl class="sums">${row(`${words.goods} (${words.pieces(selectedCount)})`, goodsTotal)}${row(words.fee, pointFeeTotal)}
${voucher && discountTotal > 0 ? row(voucherWords[language].discountOf(voucher.code), -discountTotal) : ''}${row(words.total, total, 'all')}</dl>`;
}

function form({ voucher }: Cart, language: Language, back: string): Html {
  const words = voucherWords[language];
  const inside = voucher
    ? html`<p><strong>${voucher.code}</strong> ${voucher.name}</p><p>${voucher.message ?? (voucher.discount > 0 ? words.off(voucher.discount) : words.nothing)}</p>
<button class="button second" name="lepas" value="1">${words.remove}</button>`
    : html`<div class="field"><label for="kode">${words.code}</label><input id="kode" name="kode" type="text" required maxlength="40" autocomplete="off"><span class="hint">${words.codeHint}</span></div>
<button class="button second">${words.apply}</button>`;
  return html`<form class="stack" action="/keranjang/voucher" method="post"><input type="hidden" name="kembali" value="${back}">${inside}</form>`;
}
