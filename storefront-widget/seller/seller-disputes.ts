import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../elements/client.ts';
import { disputeView, ENDED_DISPUTES, LIVE_DISPUTES } from '../elements/dispute-view.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  AnswerDisputeDocument,
  type AnswerDisputeInput,
  type DisputeStatus,
  SellerDisputesDocument,
  type WorkDisputeFragment,
} from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { shellWords } from '../words/shell.ts';

/** A page of complaints, and where the list goes on; null at its end. */
interface Page {
  readonly found: readonly WorkDisputeFragment[];
  readonly next: string | null;
}

/** `<berjubel-seller-disputes>`: complaints about a shop's parcels, those to be answered first. Property: slug of the shop. */
export class SellerDisputes extends PageElement {
  static override properties = {
    ...PageElement.properties,
    slug: {},
    disputes: { state: true },
    nextEnded: { state: true },
    wrong: { state: true },
    said: { state: true },
  };

  declare slug: string;
  /** Null while they are asked for. */
  declare private disputes: readonly WorkDisputeFragment[] | null;
  /** Where the list of ended ones goes on; null when it is shown to its end. */
  declare private nextEnded: string | null;
  /** The complaint whose answer was refused last, and why. */
  declare private wrong: { readonly id: string; readonly sentence: string } | null;
  declare private said: string;

  constructor() {
    super();
    this.slug = '';
    this.disputes = null;
    this.nextEnded = null;
    this.wrong = null;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const live = await this.#readLive(null);
      await this.#readEnded(null);
      this.disputes = [...live, ...(this.disputes ?? [])];
    });
  }

  async #read(status: readonly DisputeStatus[], after: string | null): Promise<Page> {
    const { seller } = await ask(SellerDisputesDocument, { slug: this.slug, status: [...status], after });
    const { edges = [], pageInfo } = seller?.disputes ?? {};
    return { found: edges.map(({ node }) => node), next: pageInfo?.hasNextPage ? (pageInfo.endCursor ?? null) : null };
  }

  /** Live ones to the last, so that none waits unseen. */
  async #readLive(after: string | null): Promise<readonly WorkDisputeFragment[]> {
    const { found, next } = await this.#read(LIVE_DISPUTES, after);
    return next === null ? found : [...found, ...(await this.#readLive(next))];
  }

  /** Of the ended a page. */
  async #readEnded(after: string | null): Promise<void> {
    const { found, next } = await this.#read(ENDED_DISPUTES, after);
    this.disputes = [...(this.disputes ?? []), ...found];
    this.nextEnded = next;
  }

  #answer(dispute: WorkDisputeFragment, answer: Omit<AnswerDisputeInput, 'disputeId'>): void {
    void this.act(async () => {
      const { answerDispute } = await ask(AnswerDisputeDocument, { input: { disputeId: dispute.id, ...answer } });
      const refused = answerDispute.userErrors[0]?.message;
      this.wrong = refused ? { id: dispute.id, sentence: refused } : null;
      const answered = answerDispute.dispute;
      if (!answered) return;
      this.said = disputeWords[this.language].seller.sent;
      this.disputes = (this.disputes ?? []).map((each) => (each.id === answered.id ? answered : each));
      await this.updateComplete;
      this.querySelector<HTMLElement>(`[data-dispute="${answered.id}"]`)?.focus();
    });
  }

  override render(): TemplateResult {
    const words = disputeWords[this.language].seller;
    const all = this.disputes ?? [];
    const live = all.filter(({ status }) => LIVE_DISPUTES.includes(status));
    const ended = all.filter(({ status }) => !LIVE_DISPUTES.includes(status));
    return html`<p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.disputes === null && !this.problem ? html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.disputes && live.length === 0 ? html`<p class="note" role="status">${words.none}</p>` : nothing}
      <ul class="queue">${this.#cards(live)}</ul>
      ${ended.length > 0 ? html`<section class="section"><h2>${words.ended}</h2><ul class="queue">${this.#cards(ended)}</ul></section>` : nothing}
      ${this.nextEnded === null ? nothing : html`<p><button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#readEnded(this.nextEnded))}>${words.more}</button></p>`}`;
  }

  /** By their ids: what was chosen in one card never stands in another. */
  #cards(disputes: readonly WorkDisputeFragment[]): unknown {
    return repeat(
      disputes,
      ({ id }) => id,
      (dispute) => this.#card(dispute),
    );
  }

  #card(dispute: WorkDisputeFragment): TemplateResult {
    return html`<li><article class="card stack-tight" tabindex="-1" data-dispute=${dispute.id} aria-label=${dispute.parcel.orderCode}>
      <p class="row spread"><strong>${dispute.parcel.orderCode}</strong><span class="quiet small">${dispute.parcel.code}</span></p>
      ${disputeView(dispute, this.language)} ${dispute.status === 'OPEN' ? this.#form(dispute) : nothing}</article></li>`;
  }

  #form(dispute: WorkDisputeFragment): TemplateResult {
    const { id, claimTotal, dueBy } = dispute;
    const wrong = this.wrong?.id === id ? this.wrong.sentence : '';
    const answered = ({ detail }: CustomEvent<Omit<AnswerDisputeInput, 'disputeId'>>): void =>
      this.#answer(dispute, detail);
    return html`<berjubel-dispute-answer .claimTotal=${claimTotal} .dueBy=${dueBy ?? null} .isWaiting=${this.isBusy} .wrong=${wrong} @answered=${answered}></berjubel-dispute-answer>`;
  }
}
