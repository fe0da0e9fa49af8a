import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  EarningsDocument,
  type EarningsQuery,
  type EarningsViewFragment,
  type PayoutViewFragment,
  RequestPayoutDocument,
  SetBankAccountDocument,
} from '../operations/generated/graphql.ts';
import { moneyWords } from '../words/money.ts';
import { shellWords } from '../words/shell.ts';
import { type AccountDraft, accountSection, type WrongField } from './account-section.ts';
import { earningsSums } from './earnings-sums.ts';
import { payoutCard } from './payout-card.ts';
import { statementForm } from './statement-form.ts';

const NOTHING_WRONG: WrongField = { field: '', message: '' };
const FIELDS: readonly string[] = ['bankCode', 'accountNumber', 'holderName'] satisfies (keyof AccountDraft)[];

/**
 * `<berjubel-earnings>`: what a shop, a pickup point or a community has earned, where it goes, and what was paid out.
 * Properties: ownerId, its public id; isKeeper, whether the reader decides where its money goes.
 * @fires payout-asked - a payout was asked for: what is payable has changed.
 */
export class EarningsView extends PageElement {
  static override properties = {
    ...PageElement.properties,
    ownerId: {},
    isKeeper: { attribute: false },
    found: { state: true },
    payouts: { state: true },
    next: { state: true },
    isChanging: { state: true },
    said: { state: true },
    wrong: { state: true },
  };

  declare ownerId: string;
  declare isKeeper: boolean;
  /** Null while it is asked for. */
  declare private found: EarningsQuery | null;
  declare private payouts: readonly PayoutViewFragment[];
  declare private next: string | null;
  /** Whether the form of the bank account is open. */
  declare private isChanging: boolean;
  declare private said: string;
  /** What was refused of the bank account last. */
  declare private wrong: WrongField;
  /** The same press, sent again after a lost answer, is the same payout. */
  #key = newKey();

  constructor() {
    super();
    this.ownerId = '';
    this.isKeeper = true;
    this.found = null;
    this.payouts = [];
    this.next = null;
    this.isChanging = false;
    this.said = '';
    this.wrong = NOTHING_WRONG;
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

  #askForPayout = (): void => {
    void this.act(async () => {
      const input = { ownerId: this.ownerId, idempotencyKey: this.#key };
      const { requestPayout } = await ask(RequestPayoutDocument, { input });
      const refusal = requestPayout.userErrors[0]?.message;
      this.#key = newKey();
      await this.#load();
      this.said = '';
      if (refusal) {
        this.problem = refusal;
        return;
      }
      this.dispatchEvent(new CustomEvent('payout-asked'));
      await this.#say(moneyWords[this.language].asked);
    });
  };

  readonly #save = (draft: AccountDraft): void => {
    void this.act(async () => {
      const { setBankAccount } = await ask(SetBankAccountDocument, { input: { ownerId: this.ownerId, ...draft } });
      const refusal = setBankAccount.userErrors[0];
      this.wrong = refusal ? { field: fieldOf(refusal.field), message: refusal.message } : NOTHING_WRONG;
      if (refusal) {
        this.said = '';
        await this.updateComplete;
        this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        return;
      }
      this.isChanging = false;
      await this.#load();
      await this.#say(moneyWords[this.language].saved);
    });
  };

  /** Says what was done, and takes the focus there: the button that was pressed is gone. */
  async #say(text: string): Promise<void> {
    this.said = text;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.said')?.focus();
  }

  override render(): TemplateResult {
    const { found, isKeeper, language } = this;
    const words = moneyWords[language];
    if (!found) return this.#renderWaiting();
    const { earnings } = found;
    if (!earnings) return html`<p class="note">${words.ownerOnly}</p>`;
    const acts = { isKeeper, isBusy: this.isBusy, problem: this.problem, ask: this.#askForPayout };
    return html`<p role="status" tabindex="-1" class="said ${this.said ? 'note' : 'unseen'}">${this.said}</p>
      ${earningsSums(earnings, acts, language)}
      ${this.#renderAccount(earnings, found.banks)}
      <section class="section stack-tight"><h2>${words.payouts}</h2>
        ${this.payouts.length === 0 ? html`<p class="quiet">${words.noPayouts}</p>` : nothing}
        <ul class="stack-tight">${this.payouts.map((payout) => html`<li class="card stack-tight">${payoutCard(payout, language)}</li>`)}</ul>
        ${this.next ? html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load(this.next))}>${words.more}</button>` : nothing}
      </section>
      ${statementForm(this.ownerId, marketNow(), language)}`;
  }

  #renderWaiting(): TemplateResult {
    const words = shellWords[this.language];
    if (!this.problem) return html`<p class="quiet" role="status">${words.loading}</p>`;
    return html`<p class="note bad" role="alert">${this.problem}</p>
      <p><button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.tryAgain}</button></p>`;
  }

  #renderAccount({ bankAccount, ownerKind }: EarningsViewFragment, banks: EarningsQuery['banks']): TemplateResult {
    const { isBusy, isKeeper, wrong } = this;
    const isOpen = isKeeper && (this.isChanging || !bankAccount);
    const open = async (): Promise<void> => {
      this.isChanging = true;
      await this.updateComplete;
      this.querySelector<HTMLElement>('#account-bankCode')?.focus();
    };
    const close = async (): Promise<void> => {
      this.isChanging = false;
      this.wrong = NOTHING_WRONG;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.change-account')?.focus();
    };
    const acts = { isBusy, isKeeper, isOpen, wrong, now: marketNow(), open, close, save: this.#save };
    return accountSection(bankAccount ?? null, ownerKind, banks, acts, this.language);
  }
}

/** The field of the draft to which the path of a refusal leads; empty for none. */
function fieldOf(path: readonly string[] | null | undefined): WrongField['field'] {
  const name = path?.[0] ?? '';
  return FIELDS.includes(name) ? (name as keyof AccountDraft) : '';
}
