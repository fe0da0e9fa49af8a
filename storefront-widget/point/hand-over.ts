import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  CollectParcelDocument,
  type CounterOrderFragment,
  OrderToCollectDocument,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';
import { foundCard } from './found-card.ts';
import { type Outcome, outcomePanel, sound } from './outcome.ts';

type Found = CounterOrderFragment & { readonly collectCode: string };
type Way = 'cash' | 'qris';

/** Whether what is due can be paid by QRIS here: it is switched on, and carries the sum. */
function takesQris({ paymentMethods }: Found): boolean {
  return paymentMethods.some(({ method, isAvailable }) => method === 'QRIS' && isAvailable);
}

/** `<berjubel-hand-over>`: finds an order by its collect code, takes what is due in cash or by QRIS, and hands over against the buyer's PIN. */
export class HandOver extends PageElement {
  static override properties = {
    ...PageElement.properties,
    pointId: {},
    found: { state: true },
    way: { state: true },
    outcome: { state: true },
  };

  declare pointId: string;
  declare private found: Found | null;
  /** How the buyer pays what is due here. */
  declare private way: Way;
  declare private outcome: Outcome | null;

  constructor() {
    super();
    this.pointId = '';
    this.found = null;
    this.way = 'cash';
    this.outcome = null;
  }

  override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const words = workWords[this.language].point;
    return html`${this.found ? this.#handOverForm(this.found) : this.#findForm()}
    ${outcomePanel(this.problem ? { kind: 'bad', word: words.refused, lines: [this.problem] } : this.outcome)}`;
  }

  #findForm(): TemplateResult {
    const words = workWords[this.language].point;
    return html`<form class="stack" @submit=${this.#find}>
      <div class="field">
        <label for="collect-code">${words.collectCode}</label>
        <input class="code-input" id="collect-code" name="code" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="collect-hint" />
        <span class="hint" id="collect-hint">${words.collectHint}</span>
      </div>
      <button class="button wide" type="submit" ?disabled=${this.isBusy} aria-busy=${this.isBusy}>${words.find}</button>
    </form>`;
  }

  #handOverForm(found: Found): TemplateResult {
    const words = workWords[this.language].point;
    return html`<form class="stack" @submit=${this.#handOver}>
      ${foundCard(found, this.language)}
      ${found.cashDue > 0 ? this.#pay(found) : nothing}
      <div class="field">
        <label for="pin">${words.pin}</label>
        <input class="code-input" id="pin" name="pin" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" required autocomplete="off" aria-describedby="pin-hint" />
        <span class="hint" id="pin-hint">${words.pinHint}</span>
      </div>
      <button class="button wide" type="submit" ?disabled=${this.isBusy || (found.cashDue > 0 && this.way === 'qris')} aria-busy=${this.isBusy}>${words.handOverDo}</button>
      <button class="button plain" type="button" @click=${() => this.#again()}>${words.next}</button>
    </form>`;
  }

  #pay(found: Found): TemplateResult {
    const words = workWords[this.language].point;
    const way = (name: Way, label: string): TemplateResult =>
      html`<button class="chip" type="button" aria-pressed=${this.way === name} @click=${() => (this.way = name)}>${label}</button>`;
    const chips = html`<div class="chips" role="group" aria-label=${words.ways}>${way('cash', words.byCash)} ${way('qris', words.byQris)}</div>`;
    return html`${takesQris(found) ? chips : nothing}
      ${
        this.way === 'cash'
          ? html`<label class="choice"><input type="checkbox" name="cash" required /><span>${words.cashTaken(rupiah(found.cashDue))}</span></label>`
          : html`<berjubel-counter-qris .pointId=${this.pointId} .collectCode=${found.collectCode} @paid=${this.#paid}></berjubel-counter-qris>`
      }`;
  }

  /** The money of the code that was shown is there: what is left is the PIN. */
  #paid = ({ detail }: CustomEvent<CounterOrderFragment>): void => {
    if (!this.found) return;
    const paid = rupiah(detail.qris?.amount ?? this.found.cashDue);
    this.found = { ...detail, collectCode: this.found.collectCode };
    this.outcome = { kind: 'good', word: workWords[this.language].point.qrPaid, lines: [paid] };
    sound('good');
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('#pin')?.focus());
  };

  #again(): void {
    this.way = 'cash';
    this.found = null;
    this.outcome = null;
    this.problem = '';
    void this.updateComplete.then(() => this.querySelector('input')?.focus());
  }

  #find(event: SubmitEvent): void {
    event.preventDefault();
    const collectCode = String(new FormData(event.target as HTMLFormElement).get('code') ?? '').trim();
    if (collectCode === '') return;
    void this.act(async () => {
      const words = workWords[this.language].point;
      this.outcome = null;
      const { orderToCollect } = await ask(OrderToCollectDocument, { pointId: this.pointId, code: collectCode });
      if (orderToCollect) {
        // Another buyer pays as they choose: a code for QRIS is made as soon as it is drawn.
        this.way = 'cash';
        this.found = { ...orderToCollect, collectCode };
        await this.updateComplete;
        this.querySelector<HTMLInputElement>('#pin')?.focus();
        return;
      }
      this.outcome = { kind: 'bad', word: words.notFound, lines: [words.notFoundHelp] };
      sound('bad');
    });
  }

  async #lookAgain({ collectCode: code }: Found): Promise<void> {
    const { orderToCollect } = await ask(OrderToCollectDocument, { pointId: this.pointId, code });
    if (!orderToCollect) return;
    this.found = { ...orderToCollect, collectCode: code };
    if (!takesQris(this.found)) this.way = 'cash';
  }

  #handOver(event: SubmitEvent): void {
    event.preventDefault();
    const { found } = this;
    if (!found) return;
    const pin = String(new FormData(event.target as HTMLFormElement).get('pin') ?? '').trim();
    void this.act(async () => {
      const words = workWords[this.language].point;
      const { collectParcel } = await ask(CollectParcelDocument, {
        input: {
          pointId: this.pointId,
          collectCode: found.collectCode,
          pin,
          cashTaken: found.cashDue > 0 ? found.cashDue : null,
        },
      });
      const refusal = collectParcel.userErrors[0];
      if (refusal) {
        // What is due may have changed since: the code that was shown may have been paid just now.
        if (refusal.code === 'CASH_DIFFERS') await this.#lookAgain(found);
        this.outcome = { kind: 'bad', word: words.refused, lines: [refusal.message] };
        this.querySelector<HTMLInputElement>('#pin')?.select();
      } else {
        this.outcome = {
          kind: 'good',
          word: words.done,
          lines: [
            found.orderCode,
            ...(collectParcel.parcels ?? []).map((parcel) => `${parcel.code}, ${parcel.seller.name}`),
          ],
        };
        this.found = null;
      }
      sound(this.outcome.kind);
    });
  }
}
