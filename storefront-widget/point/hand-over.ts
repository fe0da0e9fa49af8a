import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  CollectParcelDocument,
  OrderToCollectDocument,
  type OrderToCollectQuery,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';
import { type Outcome, outcomePanel, sound } from './outcome.ts';

type Found = NonNullable<OrderToCollectQuery['orderToCollect']>;

/** `<berjubel-hand-over>`: finds an order by its collect code, takes the cash that is due, and hands over against the buyer's PIN. */
export class HandOver extends PageElement {
  static override properties = {
    ...PageElement.properties,
    pointId: {},
    found: { state: true },
    outcome: { state: true },
  };

  declare pointId: string;
  declare private found: (Found & { collectCode: string }) | null;
  declare private outcome: Outcome | null;

  constructor() {
    super();
    this.pointId = '';
    this.found = null;
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
      <div class="card stack-tight">
        <div class="row spread"><strong>${found.orderCode}</strong><span>${found.buyerName ?? ''}</span></div>
        <p>${words.parcelsOut(found.parcels.length)}</p>
        <ul class="stack-tight">
          ${found.parcels.map((parcel) => html`<li class="row spread"><strong class="code">${parcel.code}</strong><span class="small quiet">${parcel.seller.name}</span></li>`)}
        </ul>
        <p class="outcome ${found.cashDue > 0 ? 'money' : ''}"><strong>${found.cashDue > 0 ? words.cash(rupiah(found.cashDue)) : words.paid}</strong></p>
      </div>
      ${
        found.cashDue > 0
          ? html`<label class="choice"><input type="checkbox" name="cash" required /><span>${words.cashTaken(rupiah(found.cashDue))}</span></label>`
          : nothing
      }
      <div class="field">
        <label for="pin">${words.pin}</label>
        <input class="code-input" id="pin" name="pin" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" required autocomplete="off" aria-describedby="pin-hint" />
        <span class="hint" id="pin-hint">${words.pinHint}</span>
      </div>
      <button class="button wide" type="submit" ?disabled=${this.isBusy} aria-busy=${this.isBusy}>${words.handOverDo}</button>
      <button class="button plain" type="button" @click=${() => this.#again()}>${words.next}</button>
    </form>`;
  }

  #again(): void {
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
        this.found = { ...orderToCollect, collectCode };
        await this.updateComplete;
        this.querySelector<HTMLInputElement>('#pin')?.focus();
        return;
      }
      this.outcome = { kind: 'bad', word: words.notFound, lines: [words.notFoundHelp] };
      sound('bad');
    });
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
