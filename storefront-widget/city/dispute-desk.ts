import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { disputeView } from '../elements/dispute-view.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import {
  DecideDisputeDocument,
  type DisputeOutcome,
  type DisputeStatus,
  DisputesDocument,
  type RefundBearer,
  type WorkDisputeFragment,
  WorkPlacesDocument,
} from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { shellWords } from '../words/shell.ts';
import { deskLinks } from './desk-links.ts';

const WAITING: readonly DisputeStatus[] = ['ESCALATED'];
const ENDED: readonly DisputeStatus[] = ['SETTLED', 'DECIDED', 'WITHDRAWN'];
const OUTCOMES: readonly DisputeOutcome[] = ['WHOLE', 'PART', 'NOTHING'];
const BEARERS: readonly RefundBearer[] = ['SELLER', 'MARKET', 'POINT'];

/** `<berjubel-dispute-desk>`: complaints that buyer and seller could not settle, the longest waiting first. */
export class DisputeDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    hasEnded: { state: true },
    disputes: { state: true },
    nextPage: { state: true },
    said: { state: true },
    wrong: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private hasEnded: boolean;
  declare private disputes: readonly WorkDisputeFragment[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  declare private said: string;
  declare private wrong: { readonly id: string; readonly sentence: string } | null;

  constructor() {
    super();
    this.isCurator = null;
    this.hasEnded = false;
    this.disputes = null;
    this.nextPage = null;
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

  async #load(): Promise<void> {
    const status = [...(this.hasEnded ? ENDED : WAITING)];
    const { disputes } = await ask(DisputesDocument, { status, after: this.nextPage });
    this.disputes = [...(this.disputes ?? []), ...disputes.edges.map(({ node }) => node)];
    this.nextPage = disputes.pageInfo.hasNextPage ? (disputes.pageInfo.endCursor ?? null) : null;
  }

  #show(hasEnded: boolean): void {
    this.hasEnded = hasEnded;
    this.disputes = null;
    this.nextPage = null;
    void this.act(() => this.#load());
  }

  #decide({ id: disputeId }: WorkDisputeFragment, event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const outcome = fields.get('outcome') as DisputeOutcome;
    const amount = outcome === 'PART' ? Number(fields.get('amount') || 0) : null;
    const borneBy = fields.get('borneBy') as RefundBearer;
    const reason = String(fields.get('reason') ?? '').trim();
    void this.act(async () => {
      const input = { disputeId, outcome, amount, borneBy, reason };
      const { decideDispute } = await ask(DecideDisputeDocument, { input });
      const refused = decideDispute.userErrors[0]?.message;
      this.wrong = refused ? { id: disputeId, sentence: refused } : null;
      if (!decideDispute.dispute) return;
      this.said = disputeWords[this.language].city.decided;
      this.disputes = (this.disputes ?? []).filter(({ id }) => id !== disputeId);
    });
  }

  override render(): TemplateResult {
    if (this.isCurator === false) return noWorkHere(this.language);
    const words = disputeWords[this.language];
    const chip = (hasEnded: boolean, label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.hasEnded === hasEnded} ?disabled=${this.isBusy} @click=${() => this.#show(hasEnded)}>${label}</button>`;
    return html`${deskLinks('disputes', this.language)}
      <div class="chips" role="group" aria-label=${words.city.title}>${chip(false, words.city.waiting)} ${chip(true, words.seller.ended)}</div>
      <p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.disputes === null && !this.problem ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.disputes?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${words.city.none}</p></div>` : nothing}
      <ul class="stack section">${this.disputes?.map((dispute) => html`<li class="card stack-tight">${this.#card(dispute)}</li>`)}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.city.more}</button>`}`;
  }

  #card(dispute: WorkDisputeFragment): TemplateResult {
    const { parcel } = dispute;
    return html`<p class="row spread"><strong>${parcel.orderCode}</strong><span class="quiet small">${parcel.seller.name} · ${parcel.code}</span></p>
      ${disputeView(dispute, this.language)} ${dispute.status === 'ESCALATED' ? this.#form(dispute) : nothing}`;
  }

  #form(dispute: WorkDisputeFragment): TemplateResult {
    const words = disputeWords[this.language].city;
    const { id } = dispute;
    const choice = (name: string, label: string, options: readonly (DisputeOutcome | RefundBearer)[]): TemplateResult =>
      html`<div class="field"><label for="${name}-${id}">${label}</label>
        <select id="${name}-${id}" name=${name}>${options.map((each) => html`<option value=${each}>${words[each]}</option>`)}</select></div>`;
    return html`<form class="stack-tight" @submit=${(event: SubmitEvent) => this.#decide(dispute, event)}>
      ${choice('outcome', words.outcome, OUTCOMES)}
      <div class="field"><label for="amount-${id}">${words.amount}</label>
        <input id="amount-${id}" name="amount" type="number" inputmode="numeric" min="1" max=${dispute.claimTotal} step="1"></div>
      ${choice('borneBy', words.bearer, BEARERS)}
      <div class="field"><label for="reason-${id}">${words.reason}</label>
        <textarea id="reason-${id}" name="reason" rows="2" maxlength="1000" required></textarea></div>
      <p class="wrong" role="alert">${this.wrong?.id === id ? this.wrong.sentence : ''}</p>
      <button class="button" type="submit" ?disabled=${this.isBusy}>${words.decide}</button>
    </form>`;
  }
}
