import { html, nothing, type TemplateResult } from 'lit';
import type { EarningsQuery, EarningsViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

type BankAccount = NonNullable<EarningsViewFragment['bankAccount']>;

/** A bank account as it is typed. */
export interface AccountDraft {
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

/** What the page does with the section. */
export interface AccountActs {
  readonly isBusy: boolean;
  /** Whether the form is shown. */
  readonly isOpen: boolean;
  readonly now: Date;
  readonly open: () => void;
  readonly save: (draft: AccountDraft) => void;
}

/** Where earnings go, and the form to enter or change it. */
export function accountSection(
  account: BankAccount | null,
  banks: EarningsQuery['banks'],
  acts: AccountActs,
  language: Language,
): TemplateResult {
  const words = moneyWords[language];
  const isPaused = account !== null && Date.parse(account.usableFrom) > acts.now.getTime();
  return html`<section class="section card stack-tight">
    <h2>${words.account}</h2>
    ${account ? html`<p><strong>${account.bank.name}</strong> ${account.maskedNumber}<br>${account.holderName}</p>` : html`<p class="note warm">${words.noAccount}</p>`}
    ${isPaused ? html`<p class="note warm">${words.pausedUntil(dayAndTime(account.usableFrom, language, acts.now))}</p>` : nothing}
    ${acts.isOpen ? drawForm(account !== null, banks, acts, language) : html`<button class="button second" @click=${acts.open}>${words.change}</button>`}
  </section>`;
}

function drawForm(
  isChange: boolean,
  banks: EarningsQuery['banks'],
  { isBusy, save }: AccountActs,
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
      <select id="account-bank" name="bank" required>${banks.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</select></div>
    <div class="field"><label for="account-number">${words.number}</label>
      <input id="account-number" name="number" type="text" inputmode="numeric" required maxlength="30" autocomplete="off"></div>
    <div class="field"><label for="account-holder">${words.holder}</label>
      <input id="account-holder" name="holder" type="text" required maxlength="70" autocomplete="off"></div>
    <button class="button" type="submit" ?disabled=${isBusy}>${words.save}</button>
  </form>`;
}
