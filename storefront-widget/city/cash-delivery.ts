import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  PointsToDeliverDocument,
  type PointsToDeliverQuery,
  RecordCashDeliveryDocument,
} from '../operations/generated/graphql.ts';
import { moneyWords } from '../words/money.ts';

type Point = PointsToDeliverQuery['pickupPoints']['edges'][number]['node'];

/** `<berjubel-cash-delivery>`: notes cash that a pickup point brought to the bank. */
export class CashDelivery extends PageElement {
  static override properties = { ...PageElement.properties, points: { state: true }, said: { state: true } };

  declare private points: readonly Point[];
  declare private said: string;
  /** The same form, sent again after a lost answer, is the same deposit. */
  #key = newKey();

  constructor() {
    super();
    this.points = [];
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(async () => {
      this.points = (await ask(PointsToDeliverDocument, {})).pickupPoints.edges.map(({ node }) => node);
    });
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    void this.act(async () => {
      const said = { pointId: text('point'), amount: Number(text('amount')), reference: text('reference') };
      const { recordCashDelivery } = await ask(RecordCashDeliveryDocument, {
        input: { ...said, idempotencyKey: this.#key },
      });
      this.#key = newKey();
      this.problem = recordCashDelivery.userErrors[0]?.message ?? '';
      if (this.problem) return;
      this.said = moneyWords[this.language].cashNoted;
      form.reset();
    });
  };

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    return html`<h2>${words.cash}</h2>
      <p class="quiet">${words.cashHelp}</p>
      <p class="unseen" role="status">${this.said}</p>
      <form class="card stack-tight section" @submit=${this.#submit}>
        <div class="field"><label for="cash-point">${words.point}</label>
          <select id="cash-point" name="point" required>${this.points.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></div>
        <div class="field"><label for="cash-amount">${words.cashAmount}</label>
          <input id="cash-amount" name="amount" type="number" min="1" required></div>
        <div class="field"><label for="cash-reference">${words.reference}</label>
          <input id="cash-reference" name="reference" type="text" maxlength="100" required autocomplete="off"></div>
        ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
        <button class="button second" type="submit" ?disabled=${this.isBusy}>${words.cashDo}</button>
      </form>`;
  }
}
