import { html, type TemplateResult } from 'lit';
import type { CartViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { rupiah } from '../../words/format.ts';
import { voucherWords } from '../../words/voucher.ts';

/** What the summary depends on besides the cart. */
export interface SummaryState {
  /** Whether changes are under way, so that the sums may still move. */
  readonly isWaiting: boolean;
  readonly problem: TemplateResult | '';
  /** Called when the person goes on to pay. */
  readonly leave: (event: MouseEvent) => void;
}

/** The sums and the one button; stays at the bottom of a phone's screen. */
export function drawSummary(cart: CartViewFragment, state: SummaryState, language: Language): TemplateResult {
  const words = buyWords[language].cart;
  const parcels = cart.groups.filter(({ pointFee }) => pointFee > 0).length;
  const canPay = cart.selectedCount > 0;
  return html`<section class="cart-summary card" aria-label=${words.summary} aria-busy=${state.isWaiting ? 'true' : 'false'}>
    ${state.problem}
    <p class="quiet small brief">${words.brief(cart.selectedCount, cart.pointFeeTotal, cart.discountTotal)}</p>
    <dl class="sums">
      <div class="part"><dt>${words.goods} (${words.pieces(cart.selectedCount)})</dt><dd class="figures">${rupiah(cart.goodsTotal)}</dd></div>
      <div class="part"><dt>${words.fee}${parcels > 1 ? html` ×&nbsp;${parcels}` : ''}</dt><dd class="figures">${rupiah(cart.pointFeeTotal)}</dd></div>
      ${drawDiscount(cart, language)}
      <div class="all" aria-live="polite"><dt>${words.total}</dt><dd class="price">${rupiah(cart.total)}</dd></div>
    </dl>
    ${
      canPay
        ? html`<a class="button wide" href="/bayar" @click=${state.leave}>${words.pay}</a>`
        : html`<p class="quiet small">${words.nothingTicked}</p><button class="button wide" disabled>${words.pay}</button>`
    }
    <p class="quiet small fee-help">${words.feeHelp}</p>
  </section>`;
}

/** What the voucher takes off, as a line of the sums; nothing when it takes nothing off. */
export function drawDiscount(
  cart: Pick<CartViewFragment, 'discountTotal' | 'voucher'>,
  language: Language,
): TemplateResult | '' {
  if (cart.discountTotal === 0 || !cart.voucher) return '';
  return html`<div class="part"><dt>${voucherWords[language].discountOf(cart.voucher.code)}</dt><dd class="figures">${rupiah(-cart.discountTotal)}</dd></div>`;
}
