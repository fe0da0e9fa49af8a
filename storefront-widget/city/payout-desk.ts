import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import {
  type BatchViewFragment,
  CreatePayoutBatchDocument,
  PayoutDeskDocument,
  type PayoutDeskQuery,
  RecordPayoutResultsDocument,
  UploadPayoutResultsDocument,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { batchCard, type Said } from './batch-card.ts';
import { CuratorPage } from './curator-page.ts';

/** What a mutation on a batch gives back. */
interface BatchAnswer {
  batch?: BatchViewFragment | null;
  userErrors: { message: string; field?: readonly string[] | null }[];
}

/** `<berjubel-payout-desk>`: payouts that wait, files for the bank, what the bank said of them, points, and the provider's settlements. */
export class PayoutDesk extends CuratorPage {
  static override properties = {
    ...CuratorPage.properties,
    waiting: { state: true },
    batches: { state: true },
    next: { state: true },
    wrong: { state: true },
  };

  /** Null while it is asked for. */
  declare private waiting: PayoutDeskQuery['payouts'] | null;
  declare private batches: readonly BatchViewFragment[];
  declare private next: string | null;
  /** The batch that was refused last, and why. */
  declare private wrong: { readonly batchId: string; readonly sentence: string } | null;
  protected override readonly here = 'payouts';
  #key = newKey();

  constructor() {
    super();
    this.waiting = null;
    this.batches = [];
    this.next = null;
    this.wrong = null;
  }

  protected override async load(after: string | null = null): Promise<void> {
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
      await this.load();
      const { batch, userErrors } = createPayoutBatch;
      this.problem = userErrors[0]?.message ?? '';
      if (!batch) return;
      this.said = moneyWords[this.language].made(batch.code);
      // The button is gone: what comes next is to take the file.
      await this.updateComplete;
      this.querySelector<HTMLElement>('.batches a')?.focus();
    });
  }

  /** Records what the bank said: of one payout, or as a file. */
  #record(batchId: string, said: Said): void {
    this.wrong = null;
    this.said = '';
    void this.act(async () => {
      const answer: BatchAnswer =
        'csv' in said
          ? (await ask(UploadPayoutResultsDocument, { input: { batchId, csv: said.csv } })).uploadPayoutResults
          : (await ask(RecordPayoutResultsDocument, { input: { batchId, results: [said] } })).recordPayoutResults;
      const [refusal] = answer.userErrors;
      if (refusal) this.wrong = { batchId, sentence: this.#sentenceOf(refusal) };
      const { batch } = answer;
      if (!batch) return;
      this.said = moneyWords[this.language].recorded;
      this.batches = this.batches.map((each) => (each.id === batch.id ? batch : each));
      await this.updateComplete;
      this.querySelector<HTMLElement>(`[data-batch="${batch.id}"] summary`)?.focus();
    });
  }

  /** Why a result was refused; of a file, at which line. */
  #sentenceOf({ message, field }: BatchAnswer['userErrors'][number]): string {
    const [input, line] = field ?? [];
    return input === 'csv' && line ? moneyWords[this.language].atLine(line, message) : message;
  }

  protected override renderPage(): TemplateResult {
    const words = moneyWords[this.language];
    return html`<p class="quiet">${words.deskHelp}</p>
      ${this.waiting ? this.#renderWaiting(this.waiting) : nothing}
      <h2 class="section">${words.batches}</h2>
      ${this.batches.length === 0 ? html`<p class="quiet">${words.noBatches}</p>` : nothing}
      <ul class="stack batches">${repeat(
        this.batches,
        ({ id }) => id,
        (batch) => html`<li class="card stack-tight" data-batch=${batch.id}>${this.#card(batch)}</li>`,
      )}</ul>
      ${this.next ? html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.load(this.next))}>${words.more}</button>` : nothing}
      <berjubel-point-money class="section"></berjubel-point-money>
      <berjubel-settlements class="section"></berjubel-settlements>`;
  }

  #renderWaiting({ edges, pageInfo }: PayoutDeskQuery['payouts']): TemplateResult {
    const words = moneyWords[this.language];
    if (edges.length === 0) return html`<p class="note">${words.nothingWaits}</p>`;
    const sum = edges.reduce((total, { node }) => total + node.amount, 0);
    const said = pageInfo.hasNextPage
      ? words.waitingMore(edges.length, rupiah(sum))
      : words.waiting(edges.length, rupiah(sum));
    return html`<div class="card stack-tight"><p><strong>${said}</strong></p>
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
