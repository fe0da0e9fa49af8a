import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { pageLanguage } from '../../elements/language.ts';
import { marketNow } from '../../elements/market-clock.ts';
import { duration } from '../../words/format.ts';
import { orderWords } from '../../words/order.ts';

/**
 * The time that is left: minutes and seconds in the last hour, hours before. Screen readers find it, but are not told each second.
 * @fires time-over - once, when nothing is left.
 */
export class Countdown extends LitElement {
  static override properties = { until: { attribute: false }, seconds: { state: true } };

  /** The end, ISO 8601. */
  declare until: string;
  declare protected seconds: number;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.#tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('until')) this.#tick();
  }

  #tick(): void {
    const before = this.seconds;
    this.seconds = Math.max(0, Math.ceil((Date.parse(this.until) - marketNow().getTime()) / 1000));
    if (this.seconds === 0 && before > 0) this.dispatchEvent(new CustomEvent('time-over'));
  }

  protected override render(): TemplateResult {
    const language = pageLanguage();
    const minutes = Math.floor(this.seconds / 60);
    const time =
      minutes < 60 ? `${minutes}:${String(this.seconds % 60).padStart(2, '0')}` : duration(this.seconds, language);
    return html`<span role="timer" class="countdown figures ${minutes < 5 ? 'few' : ''}">${orderWords[language].pay.left(time)}</span>`;
  }
}
