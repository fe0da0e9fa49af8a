import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import minus from 'lucide-static/icons/minus.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import { buyWords } from '../../words/buy.ts';

/** Largest quantity of one line that the API takes. */
const MOST = 999;
/** How long further steps are waited for before the quantity counts as chosen, in milliseconds. */
const PAUSE = 400;

/** What the stepper stands at, as the API last said. A new object is a new answer. */
export interface Quantity {
  readonly quantity: number;
  readonly stockLeft: number;
}

/**
 * How many of something: one fewer, a number to type, one more.
 * @fires quantity-chosen - CustomEvent<number>, when the person has settled on a number.
 */
export class QuantityStepper extends LitElement {
  static override properties = {
    line: { attribute: false },
    label: { attribute: false },
    isWaiting: { attribute: false },
    shown: { state: true },
    isWrong: { state: true },
  };

  /** The answer that the stepper follows. */
  declare line: Quantity;
  /** What is counted, for screen readers. */
  declare label: string;
  /** Whether a chosen number has not been answered yet: what is shown then stays. */
  declare isWaiting: boolean;
  declare protected shown: number;
  declare protected isWrong: boolean;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.#settle);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('line') || changed.has('isWaiting')) && !this.#timer && !this.isWaiting) {
      this.shown = this.line.quantity;
      this.isWrong = false;
    }
  }

  protected override render(): TemplateResult {
    const words = buyWords[pageLanguage()].cart;
    const most = Math.min(MOST, Math.max(this.line.stockLeft, this.line.quantity));
    return html`<div class="stepper">
        <button type="button" aria-label=${words.fewer(this.label)} ?disabled=${this.shown <= 1} @click=${() => this.#step(-1)}>${icon(minus)}</button>
        <input type="text" inputmode="numeric" maxlength="3" autocomplete="off" aria-label=${words.quantity(this.label)}
          aria-invalid=${this.isWrong ? 'true' : 'false'} .value=${live(String(this.shown))}
          @change=${this.#type} @keydown=${this.#key} @focus=${this.#selectAll}>
        <button type="button" aria-label=${words.more(this.label)} ?disabled=${this.shown >= most} @click=${() => this.#step(1)}>${icon(plus)}</button>
      </div>
      ${this.isWrong ? html`<p class="wrong" role="alert">${words.wrongQuantity}</p>` : ''}`;
  }

  #step(by: number): void {
    this.isWrong = false;
    this.shown = Math.min(MOST, Math.max(1, this.shown + by));
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#settle, PAUSE);
  }

  #type = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value.trim();
    const wanted = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    this.isWrong = wanted < 1;
    if (this.isWrong) return;
    this.shown = wanted;
    this.#timer = -1;
    this.#settle();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#step(event.key === 'ArrowUp' ? 1 : -1);
  };

  #selectAll = (event: FocusEvent): void => (event.target as HTMLInputElement).select();

  #settle = (): void => {
    if (!this.#timer) return;
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.shown === this.line.quantity && !this.isWaiting) return;
    this.dispatchEvent(new CustomEvent<number>('quantity-chosen', { detail: this.shown }));
  };
}
