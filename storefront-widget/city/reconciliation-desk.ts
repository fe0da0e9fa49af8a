import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import {
  ReconcilePaymentsDocument,
  ReconciliationsDocument,
  type ReconciliationViewFragment,
} from '../operations/generated/graphql.ts';
import { wibDay } from '../words/format.ts';
import { reconciliationWords } from '../words/reconciliation.ts';
import { CuratorPage } from './curator-page.ts';
import { reconciliationCard } from './reconciliation-card.ts';

/** Longest sheet that a request can carry, in characters. */
const LONGEST_SHEET = 90_000;
/** How long a comparison that runs is left alone before it is looked at again, in milliseconds. */
const PAUSE = 3_000;

/** `<berjubel-reconciliation-desk>`: compares our books of a day with the provider's, and shows what came of it. */
export class ReconciliationDesk extends CuratorPage {
  static override properties = {
    ...CuratorPage.properties,
    runs: { state: true },
    nextPage: { state: true },
    wrong: { state: true },
  };

  declare private runs: readonly ReconciliationViewFragment[];
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  /** Why the comparison was refused last; empty when it was not. */
  declare private wrong: string;
  protected override readonly here = 'reconciliation';
  #timer = 0;

  constructor() {
    super();
    this.runs = [];
    this.nextPage = null;
    this.wrong = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  /** Reads a page of the list; from its beginning it takes the place of what is shown, and is read again while one runs. */
  protected override async load(after: string | null = null): Promise<void> {
    const { edges, pageInfo } = (await ask(ReconciliationsDocument, { after })).reconciliations;
    this.runs = [...(after === null ? [] : this.runs), ...edges.map(({ node }) => node)];
    this.nextPage = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    window.clearTimeout(this.#timer);
    if (this.runs.some(({ finishedAt }) => !finishedAt))
      this.#timer = window.setTimeout(() => void this.act(() => this.load()), PAUSE);
  }

  #compare(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    void this.act(async () => {
      const words = reconciliationWords[this.language];
      const file = fields.get('sheet');
      const sheet = file instanceof File && file.size > 0 ? await file.text() : null;
      this.wrong = sheet !== null && sheet.length > LONGEST_SHEET ? words.tooLarge : '';
      if (this.wrong) return;
      const input = { day: String(fields.get('day') ?? ''), sheet };
      const { reconcilePayments } = await ask(ReconcilePaymentsDocument, { input });
      this.wrong = reconcilePayments.userErrors[0]?.message ?? '';
      if (!reconcilePayments.reconciliation) return;
      this.said = words.started;
      form.reset();
      await this.load();
    });
  }

  protected override renderPage(): TemplateResult {
    const words = reconciliationWords[this.language];
    return html`<p class="quiet">${words.intro}</p>
      ${this.#form()}
      <div class="row spread section"><h2>${words.earlier}</h2>
        <button class="button plain" type="button" ?disabled=${this.isBusy} @click=${() => this.act(() => this.load())}>${words.refresh}</button></div>
      ${this.runs.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul class="stack">${this.runs.map((run) => html`<li class="card stack-tight">${reconciliationCard(run, this.language)}</li>`)}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" type="button" ?disabled=${this.isBusy} @click=${() => this.act(() => this.load(this.nextPage))}>${words.more}</button>`}`;
  }

  #form(): TemplateResult {
    const words = reconciliationWords[this.language];
    const today = wibDay(marketNow());
    return html`<form class="card stack-tight" @submit=${this.#compare}>
      <div class="field"><label for="hari">${words.day}</label><input id="hari" name="day" type="date" required max=${today} value=${today}></div>
      <div class="field"><label for="lembar">${words.sheet}</label>
        <input id="lembar" name="sheet" type="file" accept=".csv,text/csv" aria-describedby="lembar-hint">
        <span class="hint" id="lembar-hint">${words.sheetHint}</span></div>
      <p class="wrong" role="alert">${this.wrong}</p>
      <button class="button" type="submit" ?disabled=${this.isBusy}>${words.compare}</button>
    </form>`;
  }
}
