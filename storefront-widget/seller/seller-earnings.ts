import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  EarningsDocument,
  type EarningsQuery,
  type PayoutViewFragment,
  RequestPayoutDocument,
  SetBankAccountDocument,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { shellWords } from '../words/shell.ts';
import { type AccountDraft, accountSection } from './account-section.ts';
import { payoutCard } from './payout-card.ts';
import { statementForm } from './statement-form.ts';

/** `<berjubel-earnings>`: what a shop has earned, where it goes, and what was paid out. Property: public id of the shop. */
export class SellerEarnings extends PageElement {
  static override properties = {
    ...PageElement.properties,
    ownerId: {},
    found: { state: true },
    payouts: { state: true },
    next: { state: true },
    isChanging: { state: true },
    said: { state: true },
  };

  declare ownerId: string;
  /** Null while it is asked for. */
  declare private found: EarningsQuery | null;
  declare private payouts: readonly PayoutViewFragment[];
  declare private next: string | null;
  /** Whether the form of the bank account is open. */
  declare private isChanging: boolean;
  declare private said: string;
  /** The same press, sent again after a lost answer, is the same payout. */
  #key = newKey();

  constructor() {
    super();
    this.ownerId = '';
    this.found = null;
    this.payouts = [];
    this.next = null;
    this.isChanging = false;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(() => this.#load());
  }

  async #load(after: string | null = null): Promise<void> {
    const found = await ask(EarningsDocument, { ownerId: this.ownerId, after });
    this.found = found;
    const page = found.earnings?.payouts;
    const nodes = page?.edges.map(({ node }) => node) ?? [];
    this.payouts = after === null ? nodes : [...this.payouts, ...nodes];
    this.next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  }

  #askForPayout(): void {
    void this.act(async () => {
      const input = { ownerId: this.ownerId, idempotencyKey: this.#key };
      const { requestPayout } = await ask(RequestPayoutDocument, { input });
      const refusal = requestPayout.userErrors[0]?.message;
      this.#key = newKey();
      await this.#load();
      if (refusal) this.problem = refusal;
      else this.said = moneyWords[this.language].asked;
    });
  }

  readonly #save = (draft: AccountDraft): void => {
    void this.act(async () => {
      const { setBankAccount } = await ask(SetBankAccountDocument, { input: { ownerId: this.ownerId, ...draft } });
      const refusal = setBankAccount.userErrors[0]?.message;
      if (refusal) {
        this.problem = refusal;
        return;
      }
      this.isChanging = false;
      this.said = moneyWords[this.language].saved;
      await this.#load();
    });
  };

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    const { found } = this;
    const problem = this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing;
    if (!found)
      return html`${problem}${this.problem ? nothing : html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>`}`;
    const { earnings } = found;
    if (!earnings) return html`<p class="note">${words.ownerOnly}</p>`;
    const figure = (label: string, amount: number): TemplateResult =>
      html`<div><dt class="quiet small">${label}</dt><dd class="price">${rupiah(amount)}</dd></div>`;
    return html`<p class="unseen" role="status">${this.said}</p>
      <section class="card stack-tight">
        <h2>${words.earnings}</h2>
        <dl class="earned">${figure(words.held, earnings.held)}${figure(words.payable, earnings.payable)}${figure(words.onItsWay, earnings.onItsWay)}</dl>
        ${
          earnings.available > 0
            ? html`<button class="button" ?disabled=${this.isBusy || !earnings.bankAccount} @click=${() => this.#askForPayout()}>${words.ask(rupiah(earnings.available))}</button>`
            : html`<p class="quiet small">${earnings.payable < 0 ? words.owes : words.tooLittle(rupiah(earnings.minimum))}</p>`
        }
        ${problem}
      </section>
      ${accountSection(
        earnings.bankAccount ?? null,
        found.banks,
        {
          isBusy: this.isBusy,
          isOpen: this.isChanging || !earnings.bankAccount,
          now: marketNow(),
          open: () => {
            this.isChanging = true;
          },
          save: this.#save,
        },
        this.language,
      )}
      <section class="section stack-tight"><h2>${words.payouts}</h2>
        ${this.payouts.length === 0 ? html`<p class="quiet">${words.noPayouts}</p>` : nothing}
        <ul class="queue">${this.payouts.map((payout) => html`<li class="card stack-tight">${payoutCard(payout, this.language)}</li>`)}</ul>
        ${this.next ? html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load(this.next))}>${words.more}</button>` : nothing}
      </section>
      ${statementForm(this.ownerId, marketNow(), this.language)}`;
  }
}
