import { html, nothing, type TemplateResult } from 'lit';
import type { BatchViewFragment, PayoutResult, PayoutViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** What the bank said: of one payout, or of several as the text of a file. */
export type Said =
  | { readonly csv: string }
  | { readonly payoutId: string; readonly result: PayoutResult; readonly reason: string | null };

/** What the desk does with a card, and what it has to say in it. */
export interface BatchState {
  readonly isBusy: boolean;
  /** Why a result was refused last; empty when it was not. */
  readonly wrong: string;
  readonly record: (said: Said) => void;
}

/** A file for the bank: what it holds, the file itself, and what the bank said. */
export function batchCard(batch: BatchViewFragment, state: BatchState, language: Language): TemplateResult {
  const words = moneyWords[language];
  const { id, code, size, total, createdAt, checksum, lines } = batch;
  return html`<div class="row spread"><strong>${code}</strong><span>${words.size(size, rupiah(total))}</span></div>
    <p class="quiet small">${dayAndTime(createdAt, language)}. ${words.checksum}: <span class="checksum">${checksum.slice(0, 12)}</span></p>
    <p><a class="button second" href="/ledger/payouts/${id}.csv" download>${words.downloadOf(code)}</a></p>
    <p class="wrong" role="alert">${state.wrong}</p>
    ${lines.some(({ status }) => status === 'IN_BATCH') ? drawUpload(batch, state, language) : nothing}
    <details><summary>${words.lines}</summary>
      <ul class="stack-tight">${lines.map((payout) => html`<li class="payout-line stack-tight">${drawLine(payout, state, language)}</li>`)}</ul>
    </details>`;
}

function drawUpload({ id }: BatchViewFragment, { isBusy, record }: BatchState, language: Language): TemplateResult {
  const words = moneyWords[language];
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const file = new FormData(event.target as HTMLFormElement).get('file');
    if (file instanceof File) record({ csv: await file.text() });
  };
  return html`<form class="stack-tight" @submit=${submit}>
    <div class="field"><label for="file-${id}">${words.upload}</label>
      <input id="file-${id}" name="file" type="file" accept=".csv,text/csv" required></div>
    <button class="button second" type="submit" ?disabled=${isBusy}>${words.uploadDo}</button>
  </form>`;
}

function drawLine(payout: PayoutViewFragment, state: BatchState, language: Language): TemplateResult {
  const { lineNumber, ownerName, amount, status, bankAccount, reason } = payout;
  return html`<div class="row spread"><span>${lineNumber}. ${ownerName}</span><span class="price">${rupiah(amount)}</span></div>
    <p class="quiet small">${bankAccount ? `${bankAccount.bank.name} ${bankAccount.maskedNumber}, ${bankAccount.holderName}. ` : ''}${moneyWords[language].status[status]}${reason ? `: ${reason}` : ''}</p>
    ${status === 'IN_BATCH' || status === 'PAID' ? drawMarks(payout, state, language) : nothing}`;
}

/** Buttons that mark one payout; all but "paid" want the bank's reason. */
function drawMarks(
  { id, status, ownerName }: PayoutViewFragment,
  state: BatchState,
  language: Language,
): TemplateResult {
  const words = moneyWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const result = (event.submitter as HTMLButtonElement).value as PayoutResult;
    const reason = String(new FormData(form).get('reason') ?? '').trim();
    state.record({ payoutId: id, result, reason: result === 'PAID' ? null : reason });
  };
  const mark = (result: PayoutResult, label: string): TemplateResult =>
    html`<button class="button second" name="result" value=${result} aria-label=${words.of(label, ownerName)} ?disabled=${state.isBusy}>${label}</button>`;
  return html`<form class="stack-tight" @submit=${submit}>
    <div class="field"><label for="reason-${id}">${words.reason}</label>
      <input id="reason-${id}" name="reason" type="text" maxlength="200" autocomplete="off"></div>
    <div class="row">${status === 'IN_BATCH' ? html`${mark('PAID', words.paid)}${mark('FAILED', words.failed)}` : nothing}${mark('RETURNED', words.returned)}</div>
  </form>`;
}
