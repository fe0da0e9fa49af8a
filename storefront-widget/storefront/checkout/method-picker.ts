import { html, LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import banknote from 'lucide-static/icons/banknote.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import qrCode from 'lucide-static/icons/qr-code.svg?raw';
import store from 'lucide-static/icons/store.svg?raw';
import wallet from 'lucide-static/icons/wallet.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import type { PaymentMethod } from '../../operations/generated/graphql.ts';
import { buyWords } from '../../words/buy.ts';

/** A way to pay, and whether it can carry the sum. */
export interface MethodOffer {
  readonly method: PaymentMethod;
  readonly isAvailable: boolean;
  readonly reason?: string | null;
  readonly fee: number;
}

const GROUPS = {
  instant: ['QRIS', 'GOPAY', 'SHOPEEPAY'],
  bank: ['VA_'],
  shop: ['INDOMARET', 'ALFAMART'],
  cash: ['CASH'],
} as const;
const ICONS = {
  QRIS: qrCode,
  GOPAY: wallet,
  SHOPEEPAY: wallet,
  INDOMARET: store,
  ALFAMART: store,
  CASH: banknote,
} as const;

/**
 * How to pay: the ways, what each costs and needs, and why one cannot be used.
 * @fires method-chosen - CustomEvent<PaymentMethod>.
 */
export class MethodPicker extends LitElement {
  static override properties = {
    offers: { attribute: false },
    chosen: { attribute: false },
    wrong: { attribute: false },
    labelledBy: { attribute: false },
  };

  declare offers: readonly MethodOffer[];
  declare chosen: PaymentMethod | null;
  /** What is wrong with the choice; empty when nothing is. */
  declare wrong: string;
  /** Id of the heading above. */
  declare labelledBy: string;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<p class="wrong" id="cara-salah" role="alert">${this.wrong}</p>
      <div role="radiogroup" aria-labelledby=${this.labelledBy} aria-describedby="cara-salah" class="stack methods">
        ${(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => this.#drawGroup(group))}
      </div>`;
  }

  #drawGroup(group: keyof typeof GROUPS): TemplateResult | '' {
    const starts = GROUPS[group];
    const offers = this.offers.filter(({ method }) => starts.some((start) => method.startsWith(start)));
    if (offers.length === 0) return '';
    const { groups, help } = buyWords[pageLanguage()].methods;
    return html`<div class="stack-tight"><p><span class="legend">${groups[group]}</span>${group === 'bank' ? html`<br><span class="quiet small">${help.bank}</span>` : ''}</p>
      <div class=${group === 'bank' ? 'banks' : 'stack-tight'}>${offers.map((offer) => this.#drawOffer(offer))}</div></div>`;
  }

  #drawOffer({ method, isAvailable, reason, fee }: MethodOffer): TemplateResult {
    const language = pageLanguage();
    const { names, help } = buyWords[language].methods;
    const { noFee, withFee } = buyWords[language].checkout;
    const isBank = method.startsWith('VA_');
    const own = method as keyof typeof ICONS;
    return html`<label class="choice method">
      <input type="radio" name="cara" value=${method} .checked=${live(this.chosen === method)} ?disabled=${!isAvailable}
        @change=${() => this.dispatchEvent(new CustomEvent<PaymentMethod>('method-chosen', { detail: method }))}>
      ${icon(isBank ? landmark : ICONS[own])}
      <span class="choice-facts"><span class="row spread"><strong>${names[method]}</strong>${isBank && fee === 0 ? '' : html`<span class="quiet small figures">${fee === 0 ? noFee : withFee(fee)}</span>`}</span>
        ${isBank ? '' : html`<span class="quiet small">${help[own]}</span>`}
        ${isAvailable ? '' : html`<span class="few small">${reason}</span>`}</span>
    </label>`;
  }
}
