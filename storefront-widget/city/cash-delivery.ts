import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import { rupiahInput, rupiahOf } from '../elements/rupiah-input.ts';
import { RecordCashDeliveryDocument } from '../operations/generated/graphql.ts';
import { moneyWords } from '../words/money.ts';

/**
 * `<berjubel-cash-delivery>`: notes cash that a pickup point brought to the bank. Property: public id of the point.
 * @fires cash-noted - a deposit was noted.
 */
export class CashDelivery extends PageElement {
  static override properties = { ...PageElement.properties, pointId: {}, said: { state: true } };

  declare pointId: string;
  declare private said: string;
  /** The same form, sent again after a lost answer, is the same deposit. */
  #key = newKey();

  constructor() {
    super();
    this.pointId = '';
    this.said = '';
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    void this.act(async () => {
      const said = { pointId: this.pointId, amount: rupiahOf(fields, 'amount') ?? 0, reference: text('reference') };
      const { recordCashDelivery } = await ask(RecordCashDeliveryDocument, {
        input: { ...said, idempotencyKey: this.#key },
      });
      this.#key = newKey();
      this.problem = recordCashDelivery.userErrors[0]?.message ?? '';
      this.said = this.problem ? '' : moneyWords[this.language].cashNoted;
      if (this.problem) return;
      form.reset();
      this.dispatchEvent(new CustomEvent('cash-noted'));
    });
  };

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    return html`<form class="card stack-tight" @submit=${this.#submit}>
        <h3>${words.cash}</h3>
        <p class="quiet small">${words.cashHelp}</p>
        <div class="field"><label for="cash-amount">${words.cashAmount}</label>
          ${rupiahInput({ id: 'cash-amount', name: 'amount' })}</div>
        <div class="field"><label for="cash-reference">${words.reference}</label>
          <input id="cash-reference" name="reference" type="text" maxlength="100" required autocomplete="off"></div>
        ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
        <p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
        <button class="button second" type="submit" ?disabled=${this.isBusy}>${words.cashDo}</button>
      </form>`;
  }
}
