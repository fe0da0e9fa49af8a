import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import {
  ReconcilePaymentsDocument,
  ReconciliationsDocument,
  type ReconciliationViewFragment,
  WorkPlacesDocument,
} from '../operations/generated/graphql.ts';
import { reconciliationWords } from '../words/reconciliation.ts';
import { shellWords } from '../words/shell.ts';
import { deskLinks } from './desk-links.ts';
import { reconciliationCard } from './reconciliation-card.ts';

const WIB_MS = 7 * 3_600_000;
/** Longest sheet that a request can carry, in characters. */
const LONGEST_SHEET = 90_000;

/** `<berjubel-reconciliation-desk>`: compares our books of a day with the provider's, and shows what came of it. */
export class ReconciliationDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    runs: { state: true },
    nextPage: { state: true },
    said: { state: true },
    wrong: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private runs: readonly ReconciliationViewFragment[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  declare private said: string;
  /** Why the comparison was refused last; empty when it was not. */
  declare private wrong: string;

  constructor() {
    super();
    this.isCurator = null;
    this.runs = null;
    this.nextPage = null;
    this.said = '';
    this.wrong = '';
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      this.isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
      if (this.isCurator) await this.#load();
    });
  }

  async #load(): Promise<void> {
    const { reconciliations } = await ask(ReconciliationsDocument, { after: this.nextPage });
    this.runs = [...(this.runs ?? []), ...reconciliations.edges.map(({ node }) => node)];
    this.nextPage = reconciliations.pageInfo.hasNextPage ? (reconciliations.pageInfo.endCursor ?? null) : null;
  }

  #refresh(): void {
    void this.act(() => this.#loadAnew());
  }

  async #loadAnew(): Promise<void> {
    this.runs = null;
    this.nextPage = null;
    await this.#load();
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
      await this.#loadAnew();
    });
  }

  override render(): TemplateResult {
    if (this.isCurator === false) return noWorkHere(this.language);
    const words = reconciliationWords[this.language];
    return html`${deskLinks('reconciliation', this.language)}
      <p class="quiet">${words.intro}</p>
      ${this.#form()}
      <p class="small" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      <div class="row spread section"><h2>${words.earlier}</h2>
        <button class="button plain" type="button" ?disabled=${this.isBusy} @click=${() => this.#refresh()}>${words.refresh}</button></div>
      ${this.runs === null ? html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.runs?.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul class="stack">${this.runs?.map((run) => html`<li class="card stack-tight">${reconciliationCard(run, this.language)}</li>`)}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" type="button" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.more}</button>`}`;
  }

  #form(): TemplateResult {
    const words = reconciliationWords[this.language];
    const today = new Date(marketNow().getTime() + WIB_MS).toISOString().slice(0, 10);
    return html`<form class="card stack-tight section" @submit=${this.#compare}>
      <div class="field"><label for="hari">${words.day}</label><input id="hari" name="day" type="date" required max=${today} value=${today}></div>
      <div class="field"><label for="lembar">${words.sheet}</label>
        <input id="lembar" name="sheet" type="file" accept=".csv,text/csv" aria-describedby="lembar-hint">
        <span class="hint" id="lembar-hint">${words.sheetHint}</span></div>
      <p class="wrong" role="alert">${this.wrong}</p>
      <button class="button" type="submit" ?disabled=${this.isBusy}>${words.compare}</button>
    </form>`;
  }
}
