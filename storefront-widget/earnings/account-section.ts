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

/** What was refused of a draft: a field of it, or all of it, and why. */
export interface WrongField {
  readonly field: keyof AccountDraft | '';
  readonly message: string;
}

/** What the page does with the section. */
export interface AccountActs {
  readonly isBusy: boolean;
  /** Whether the reader may enter another account. */
  readonly isKeeper: boolean;
  /** Whether the form is shown. */
  readonly isOpen: boolean;
  /** Field of the draft that was refused last, and why; empty when none was. */
  readonly wrong: WrongField;
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
    ${acts.isKeeper && !acts.isOpen ? html`<p><button class="button second change-account" @click=${acts.open}>${words.changeAccount}</button></p>` : nothing}
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
    save({ bankCode: text('bankCode'), accountNumber: text('accountNumber'), holderName: text('holderName') });
  };
  const field = (name: keyof AccountDraft, label: string, control: (isWrong: boolean) => TemplateResult) => {
    const isWrong = wrong.field === name;
    return html`<div class="field"><label for="account-${name}">${label}</label>${control(isWrong)}
      <p class="wrong" role="alert" id="account-${name}-wrong">${isWrong ? wrong.message : ''}</p></div>`;
  };
  const input = (name: keyof AccountDraft, most: number, mode: 'numeric' | 'text') => (isWrong: boolean) =>
    html`<input id="account-${name}" name=${name} type="text" inputmode=${mode} required maxlength=${most} autocomplete="off" autocapitalize="characters"
      aria-invalid=${isWrong ? 'true' : 'false'} aria-describedby="account-${name}-wrong">`;
  return html`<form class="stack-tight" @submit=${submit}>
    ${isChange ? html`<p class="note warm">${words.changeWarning}</p>` : nothing}
    ${field(
      'bankCode',
      words.bank,
      (isWrong) =>
        html`<select id="account-bankCode" name="bankCode" required aria-invalid=${isWrong ? 'true' : 'false'} aria-describedby="account-bankCode-wrong"><option value="">${words.chooseBank}</option>${banks.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}</select>`,
    )}
    ${field('accountNumber', words.number, input('accountNumber', 30, 'numeric'))}
    ${field('holderName', words.holder, input('holderName', 70, 'text'))}
    <p class="wrong" role="alert">${wrong.field === '' ? wrong.message : ''}</p>
    <div class="acts"><button class="button" type="submit" ?disabled=${isBusy}>${words.save}</button>
      ${isChange ? html`<button class="button plain" type="button" @click=${close}>${shellWords[language].cancel}</button>` : nothing}</div>
  </form>`;
}
