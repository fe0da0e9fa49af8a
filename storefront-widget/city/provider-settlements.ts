import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import { rupiahInput, rupiahOf } from '../elements/rupiah-input.ts';
import {
  ProviderSettlementsDocument,
  RecordProviderSettlementDocument,
  type SettlementViewFragment,
} from '../operations/generated/graphql.ts';
import { calendarDay, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { shellWords } from '../words/shell.ts';

/** `<berjubel-settlements>`: money that the payment provider sent to the bank, beside what our books say it should have been. */
export class ProviderSettlements extends PageElement {
  static override properties = {
    ...PageElement.properties,
    settlements: { state: true },
    next: { state: true },
    said: { state: true },
  };

  /** Null while they are asked for. */
  declare private settlements: readonly SettlementViewFragment[] | null;
  declare private next: string | null;
  declare private said: string;
  #key = newKey();

  constructor() {
    super();
    this.settlements = null;
    this.next = null;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(() => this.#load());
  }

  async #load(after: string | null = null): Promise<void> {
    const { providerSettlements } = await ask(ProviderSettlementsDocument, { after });
    const nodes = providerSettlements.edges.map(({ node }) => node);
    this.settlements = after === null ? nodes : [...(this.settlements ?? []), ...nodes];
    const { hasNextPage, endCursor } = providerSettlements.pageInfo;
    this.next = hasNextPage ? (endCursor ?? null) : null;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    void this.act(async () => {
      const days = { paidOn: text('paidOn'), coversFrom: text('coversFrom'), coversTo: text('coversTo') };
      const sums = { gross: rupiahOf(fields, 'gross') ?? 0, fee: rupiahOf(fields, 'fee') ?? 0 };
      const input = { reference: text('reference'), ...sums, ...days, idempotencyKey: this.#key };
      const { recordProviderSettlement } = await ask(RecordProviderSettlementDocument, { input });
      this.#key = newKey();
      const refusal = recordProviderSettlement.userErrors[0]?.message;
      if (refusal) {
        this.problem = refusal;
        this.said = '';
        return;
      }
      this.said = moneyWords[this.language].settled;
      form.reset();
      await this.#load();
    });
  };

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    const { settlements } = this;
    const field = (name: string, label: string, type: 'text' | 'date'): TemplateResult =>
      html`<div class="field"><label for="settlement-${name}">${label}</label>
        <input id="settlement-${name}" name=${name} type=${type} required maxlength="100" autocomplete="off"></div>`;
    const sum = (name: string, label: string): TemplateResult =>
      html`<div class="field"><label for="settlement-${name}">${label}</label>${rupiahInput({ id: `settlement-${name}`, name, least: 0 })}</div>`;
    return html`<h2>${words.settlements}</h2>
      <p class="quiet">${words.settlementsHelp}</p>
      <p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
      <form class="card stack-tight" @submit=${this.#submit}>
        ${field('reference', words.reference, 'text')}
        <div class="choices">${sum('gross', words.gross)}${sum('fee', words.fee)}</div>
        <div class="choices">${field('coversFrom', words.coversFrom, 'date')}${field('coversTo', words.coversTo, 'date')}${field('paidOn', words.paidOn, 'date')}</div>
        ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
        <button class="button" type="submit" ?disabled=${this.isBusy}>${words.record}</button>
      </form>
      ${settlements === null && !this.problem ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${settlements?.length === 0 ? html`<p class="quiet section">${words.noSettlements}</p>` : nothing}
      <ul class="stack section">${settlements?.map((each) => html`<li class="card stack-tight">${this.#card(each)}</li>`)}</ul>
      ${this.next ? html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load(this.next))}>${words.more}</button>` : nothing}`;
  }

  #card(settlement: SettlementViewFragment): TemplateResult {
    const words = moneyWords[this.language];
    const { reference, gross, fee, net, paidOn, coversFrom, coversTo, expectedGross, expectedFee } = settlement;
    const agrees = gross === expectedGross && fee === expectedFee;
    const day = (date: string): string => calendarDay(date, this.language);
    const covered = coversFrom === coversTo ? day(coversFrom) : `${day(coversFrom)} – ${day(coversTo)}`;
    const figure = (label: string, amount: number): TemplateResult =>
      html`<div><dt>${label}</dt><dd class="figures">${rupiah(amount)}</dd></div>`;
    return html`<div class="row spread"><strong>${reference}</strong><span class="state ${agrees ? 'good' : 'ended'}">${agrees ? words.agrees : words.differs}</span></div>
      <p class="quiet small">${words.covers(covered, day(paidOn))}</p>
      <dl class="figures-list">${figure(words.grossSum, gross)}${figure(words.feeSum, fee)}${figure(words.net, net)}</dl>
      <p class=${agrees ? 'quiet small' : 'note warm small'}>${words.expected(rupiah(expectedGross), rupiah(expectedFee))}</p>`;
  }
}
