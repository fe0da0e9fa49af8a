import { html, nothing, type TemplateResult } from 'lit';
import { payoutLook } from '../earnings/payout-card.ts';
import { marketNow } from '../elements/market-clock.ts';
import type { BatchViewFragment, PayoutResult, PayoutViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { moneyWords } from '../words/money.ts';

/** Largest file of results, which goes in one request with room to spare. */
const MOST_BYTES = 90_000;

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
  const open = lines.filter(({ status }) => status === 'IN_BATCH').length;
  return html`<div class="row spread"><strong class="figures">${code}</strong><span class="state ${open > 0 ? '' : 'good'}">${open > 0 ? words.openLines(open) : words.allLines}</span></div>
    <p>${words.size(size, rupiah(total))}</p>
    <p class="quiet small">${words.madeAt(dayAndTime(createdAt, language, marketNow()))} ${words.checksum} <span class="checksum">${checksum.slice(0, 12)}</span></p>
    <p><a class="button second" href="/ledger/payouts/${id}.csv" download>${words.downloadOf(code)}</a></p>
    <p class="wrong" role="alert">${state.wrong}</p>
    ${open > 0 ? drawUpload(batch, state, language) : nothing}
    <details><summary>${words.lines}</summary>
      <ul class="stack-tight">${lines.map((payout) => html`<li class="payout-line stack-tight">${drawLine(payout, state, language)}</li>`)}</ul>
    </details>`;
}

function drawUpload({ id }: BatchViewFragment, { isBusy, record }: BatchState, language: Language): TemplateResult {
  const words = moneyWords[language];
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('input[type=file]')!;
    const file = field.files?.[0];
    if (!file) return;
    if (file.size <= MOST_BYTES) return record({ csv: await file.text() });
    field.setCustomValidity(words.tooLarge);
    field.reportValidity();
  };
  const chosen = ({ target }: Event): void => (target as HTMLInputElement).setCustomValidity('');
  return html`<form class="stack-tight" @submit=${submit}>
    <div class="field"><label for="file-${id}">${words.upload}</label>
      <input id="file-${id}" name="file" type="file" accept=".csv,text/csv" required aria-describedby="file-hint-${id}" @change=${chosen}>
      <span class="hint" id="file-hint-${id}">${words.uploadHint}</span></div>
    <button class="button second" type="submit" ?disabled=${isBusy}>${words.uploadDo}</button>
  </form>`;
}

function drawLine(payout: PayoutViewFragment, state: BatchState, language: Language): TemplateResult {
  const { lineNumber, ownerName, amount, status, bankAccount, reason } = payout;
  const words = moneyWords[language];
  return html`<div class="row spread"><span>${lineNumber}. ${ownerName}</span><span class="price">${rupiah(amount)}</span></div>
    ${bankAccount ? html`<p class="quiet small">${bankAccount.bank.name} ${bankAccount.maskedNumber}, ${bankAccount.holderName}</p>` : nothing}
    <p><span class="state ${payoutLook(status)}">${words.status[status]}</span></p>
    ${reason ? html`<p class="small">${reason}</p>` : nothing}
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
    const reason = form.querySelector<HTMLInputElement>(`#reason-${CSS.escape(id)}`)!;
    const why = reason.value.trim();
    if (result !== 'PAID' && why === '') {
      reason.setCustomValidity(words.reasonMissing);
      reason.reportValidity();
      return;
    }
    state.record({ payoutId: id, result, reason: result === 'PAID' ? null : why });
  };
  const typed = ({ target }: Event): void => (target as HTMLInputElement).setCustomValidity('');
  const mark = (result: PayoutResult, label: string): TemplateResult =>
    html`<button class="button second" name="result" value=${result} aria-label=${words.of(label, ownerName)} ?disabled=${state.isBusy}>${label}</button>`;
  return html`<form class="stack-tight" @submit=${submit}>
    ${status === 'IN_BATCH' ? html`<div class="row">${mark('PAID', words.paid)}</div>` : nothing}
    <div class="field"><label for="reason-${id}">${words.reason}</label>
      <input id="reason-${id}" name="reason" type="text" maxlength="200" autocomplete="off" @input=${typed}></div>
    <div class="row">${status === 'IN_BATCH' ? mark('FAILED', words.failed) : nothing}${mark('RETURNED', words.returned)}</div>
  </form>`;
}
