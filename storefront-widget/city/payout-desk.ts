import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import {
  type BatchViewFragment,
  CreatePayoutBatchDocument,
  PayoutDeskDocument,
  type PayoutDeskQuery,
  RecordPayoutResultsDocument,
  UploadPayoutResultsDocument,
  WorkPlacesDocument,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { shellWords } from '../words/shell.ts';
import { batchCard, type Said } from './batch-card.ts';
import { deskLinks } from './desk-links.ts';

/** What a mutation on a batch gives back. */
interface BatchAnswer {
  batch?: BatchViewFragment | null;
  userErrors: { message: string }[];
}

/** `<berjubel-payout-desk>`: payouts that wait, files for the bank, what the bank said of them, and the provider's settlements. */
export class PayoutDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    waiting: { state: true },
    batches: { state: true },
    next: { state: true },
    said: { state: true },
    wrong: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private waiting: PayoutDeskQuery['payouts'] | null;
  declare private batches: readonly BatchViewFragment[];
  declare private next: string | null;
  declare private said: string;
  /** The batch that was refused last, and why. */
  declare private wrong: { readonly batchId: string; readonly sentence: string } | null;
  #key = newKey();

  constructor() {
    super();
    this.isCurator = null;
    this.waiting = null;
    this.batches = [];
    this.next = null;
    this.said = '';
    this.wrong = null;
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      this.isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
      if (this.isCurator) await this.#load();
    });
  }

  async #load(after: string | null = null): Promise<void> {
    const { payouts, payoutBatches } = await ask(PayoutDeskDocument, { after });
    this.waiting = payouts;
    const nodes = payoutBatches.edges.map(({ node }) => node);
    this.batches = after === null ? nodes : [...this.batches, ...nodes];
    this.next = payoutBatches.pageInfo.hasNextPage ? (payoutBatches.pageInfo.endCursor ?? null) : null;
  }

  #make(): void {
    void this.act(async () => {
      const { createPayoutBatch } = await ask(CreatePayoutBatchDocument, { input: { idempotencyKey: this.#key } });
      this.#key = newKey();
      await this.#load();
      const { batch, userErrors } = createPayoutBatch;
      this.problem = userErrors[0]?.message ?? '';
      if (batch) this.said = moneyWords[this.language].made(batch.code);
    });
  }

  /** Records what the bank said: of one payout, or as a file. */
  #record(batchId: string, said: Said): void {
    void this.act(async () => {
      const answer: BatchAnswer =
        'csv' in said
          ? (await ask(UploadPayoutResultsDocument, { input: { batchId, csv: said.csv } })).uploadPayoutResults
          : (await ask(RecordPayoutResultsDocument, { input: { batchId, results: [said] } })).recordPayoutResults;
      const sentence = answer.userErrors[0]?.message;
      this.wrong = sentence ? { batchId, sentence } : null;
      const { batch } = answer;
      if (!batch) return;
      this.said = moneyWords[this.language].recorded;
      this.batches = this.batches.map((each) => (each.id === batch.id ? batch : each));
    });
  }

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    if (this.isCurator === false) return noWorkHere(this.language);
    return html`${deskLinks('payouts', this.language)}
      <p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.waiting ? this.#renderWaiting(this.waiting) : html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>`}
      <h2 class="section">${words.batches}</h2>
      ${this.waiting && this.batches.length === 0 ? html`<p class="quiet">${words.noBatches}</p>` : nothing}
      <ul class="stack">${this.batches.map((batch) => html`<li class="card stack-tight">${this.#card(batch)}</li>`)}</ul>
      ${this.next ? html`<button class="button second section" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load(this.next))}>${words.more}</button>` : nothing}
      ${this.isCurator ? html`<berjubel-cash-delivery class="section"></berjubel-cash-delivery><berjubel-settlements class="section"></berjubel-settlements>` : nothing}`;
  }

  #renderWaiting({ edges, pageInfo }: PayoutDeskQuery['payouts']): TemplateResult {
    const words = moneyWords[this.language];
    if (edges.length === 0) return html`<p class="note">${words.nothingWaits}</p>`;
    const sum = edges.reduce((total, { node }) => total + node.amount, 0);
    const more = pageInfo.hasNextPage ? '+' : '';
    return html`<div class="card stack-tight"><p><strong>${words.waiting(`${edges.length}${more}`, `${rupiah(sum)}${more}`)}</strong></p>
      <button class="button" ?disabled=${this.isBusy} @click=${() => this.#make()}>${words.makeBatch}</button></div>`;
  }

  #card(batch: BatchViewFragment): TemplateResult {
    const wrong = this.wrong?.batchId === batch.id ? this.wrong.sentence : '';
    return batchCard(
      batch,
      { isBusy: this.isBusy, wrong, record: (said) => this.#record(batch.id, said) },
      this.language,
    );
  }
}
