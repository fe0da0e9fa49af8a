import { html, nothing, type TemplateResult } from 'lit';
import type { EarningsQuery, EarningsViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';
import { shellWords } from '../words/shell.ts';

type BankAccount = NonNullable<EarningsViewFragment['bankAccount']>;
type Banks = EarningsQuery['banks'];

/** A bank account as it is typed. */
export interface AccountDraft {
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

/** What the page does with the section. */
export interface AccountActs {
  readonly isBusy: boolean;
  /** Whether the reader may enter another account. */
  readonly isKeeper: boolean;
  /** Whether the form is shown. */
  readonly isOpen: boolean;
  /** Why the account was refused last; empty when it was not. */
  readonly wrong: string;
  readonly now: Date;
  readonly open: () => void;
  readonly close: () => void;
  readonly save: (draft: AccountDraft) => void;
}

/** Where earnings go, and the form to enter or change it. */
export function accountSection(
  account: BankAccount | null,
  ownerKind: EarningsViewFragment['ownerKind'],
  banks: Banks,
  acts: AccountActs,
  language: Language,
): TemplateResult {
  const words = moneyWords[language];
  const isPaused = account !== null && Date.parse(account.usableFrom) > acts.now.getTime();
  const missing = acts.isKeeper ? words.noAccount : words.noAccountYet;
  return html`<section class="section card stack-tight">
    <h2>${words.account}</h2>
    ${account ? html`<p><strong>${account.bank.name}</strong> <span class="figures">${account.maskedNumber}</span><br>${account.holderName}</p>` : html`<p class="note warm">${missing}</p>`}
    ${isPaused ? html`<p class="note warm">${words.pausedUntil(dayAndTime(account.usableFrom, language, acts.now))}</p>` : nothing}
    ${acts.isOpen ? drawForm(account !== null, banks, acts, language) : nothing}
    ${acts.isKeeper && !acts.isOpen ? html`<p><button class="button second" @click=${acts.open}>${words.changeAccount}</button></p>` : nothing}
    ${acts.isKeeper ? nothing : html`<p class="quiet small">${words.keptByCity[ownerKind]}</p>`}
  </section>`;
}

function drawForm(
  isChange: boolean,
  banks: Banks,
  { isBusy, wrong, save, close }: AccountActs,
  language: Language,
): TemplateResult {
  const words = moneyWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    save({ bankCode: text('bank'), accountNumber: text('number'), holderName: text('holder') });
  };
  return html`<form class="stack-tight" @submit=${submit}>
    ${isChange ? html`<p class="note warm">${words.changeWarning}</p>` : nothing}
    <div class="field"><label for="account-bank">${words.bank}</label>
      <select id="account-bank" name="bank" required><option value="">${words.chooseBank}</option>${banks.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</select></div>
    <div class="field"><label for="account-number">${words.number}</label>
      <input id="account-number" name="number" type="text" inputmode="numeric" required maxlength="30" autocomplete="off"></div>
    <div class="field"><label for="account-holder">${words.holder}</label>
      <input id="account-holder" name="holder" type="text" required maxlength="70" autocomplete="off" autocapitalize="characters"></div>
    <p class="wrong" role="alert">${wrong}</p>
    <div class="acts"><button class="button" type="submit" ?disabled=${isBusy}>${words.save}</button>
      ${isChange ? html`<button class="button plain" type="button" @click=${close}>${shellWords[language].cancel}</button>` : nothing}</div>
  </form>`;
}
