import { html, nothing, type TemplateResult } from 'lit';
import { ApiError, ask } from '../elements/client.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  ChargeAtPointDocument,
  type CounterOrderFragment,
  OrderToCollectDocument,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** How often is looked whether the code is there, and then whether it was paid, in milliseconds. */
const LOOK_AGAIN = 2_000;

/**
 * `<berjubel-counter-qris>`: a QRIS code over what is due for an order at the counter, for the buyer to scan from the operator's phone.
 * @fires paid - nothing is due any more; the detail is the order as it now stands.
 */
export class CounterQris extends PageElement {
  static override properties = {
    ...PageElement.properties,
    pointId: { attribute: false },
    collectCode: { attribute: false },
    order: { state: true },
  };

  declare pointId: string;
  declare collectCode: string;
  declare private order: CounterOrderFragment | null;
  #looking = 0;

  constructor() {
    super();
    this.pointId = '';
    this.collectCode = '';
    this.order = null;
  }

  override firstUpdated(): void {
    this.#charge();
    this.#looking = window.setInterval(() => void this.#look(), LOOK_AGAIN);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#looking);
  }

  override render(): TemplateResult {
    const words = workWords[this.language].point;
    return html`<div class="card stack-tight counter-qris" aria-live="polite">
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : this.#code()}
      ${
        this.problem || this.order?.qris?.status === 'OVER'
          ? html`<button class="button second" type="button" ?disabled=${this.isBusy} @click=${() => this.#charge()}>${words.qrAgain}</button>`
          : nothing
      }
    </div>`;
  }

  #code(): TemplateResult {
    const words = workWords[this.language].point;
    const code = this.order?.qris;
    if (code?.status === 'OVER') return html`<p class="note warm">${words.qrOver}</p>`;
    const { qrText, qrImageUrl, simulatorUrl } = code?.instructions ?? {};
    if (code?.status !== 'WAITING')
      return html`<p class="quiet" role="status">${words.qrStarting}</p><div class="skeleton qr"></div>`;
    return html`<p>${words.qrShow}</p>
      <berjubel-qr .text=${qrText ?? null} .picture=${qrImageUrl ?? null} .label=${words.qrOf(rupiah(code.amount))}></berjubel-qr>
      <p class="row spread"><strong>${rupiah(code.amount)}</strong><span class="quiet" role="status">${words.qrWaiting}</span></p>
      <button class="button second" type="button" ?disabled=${this.isBusy} @click=${() => this.#charge()}>${words.qrCheck}</button>
      ${simulatorUrl ? html`<p class="note warm small"><a class="reach" href=${simulatorUrl} target="_blank" rel="noopener">${words.qrDemo}</a></p>` : nothing}`;
  }

  /** Makes the code, or, while it can be paid, has the provider asked about it. */
  #charge(): void {
    void this.act(async () => {
      const { pointId, collectCode } = this;
      const { chargeAtPoint } = await ask(ChargeAtPointDocument, { input: { pointId, collectCode } });
      this.problem = chargeAtPoint.userErrors[0]?.message ?? '';
      if (chargeAtPoint.collectable) this.#take(chargeAtPoint.collectable);
    });
  }

  async #look(): Promise<void> {
    if (this.isBusy || this.problem || this.order?.qris?.status === 'OVER') return;
    try {
      const { orderToCollect } = await ask(OrderToCollectDocument, { pointId: this.pointId, code: this.collectCode });
      if (orderToCollect) this.#take(orderToCollect);
    } catch (error) {
      // No answer this time: the next look may bring one.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #take(order: CounterOrderFragment): void {
    this.order = order;
    if (order.cashDue > 0) return;
    window.clearInterval(this.#looking);
    this.dispatchEvent(new CustomEvent('paid', { detail: order }));
  }
}
