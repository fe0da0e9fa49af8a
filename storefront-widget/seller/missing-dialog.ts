import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { reasonField, reasonOf } from '../elements/reason-field.ts';
import { type SheetState, sheet } from '../elements/sheet.ts';
import type { SellerParcelFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';
import type { MissingRefund } from './missing-refund.ts';

/** Pieces of a parcel that the shop does not have, and why. */
export interface Missing {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly reason: string;
}

/** What the dialog does. */
export interface MissingActs {
  /** Something else was chosen: what was refused is of no concern any more. */
  readonly changed: () => void;
  readonly giveBack: (missing: Missing) => void;
}

/** Asks which pieces of a parcel are missing, at least one but not all, and why. */
export function missingDialog(
  parcel: SellerParcelFragment,
  state: SheetState,
  acts: MissingActs,
  language: Language,
): TemplateResult {
  const words = disputeWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (state.isBusy) return;
    const form = event.target as HTMLFormElement;
    const lines = missingIn(parcel, form);
    const isAll = isAllOf(parcel, lines);
    if (lines.length > 0 && !isAll) {
      acts.giveBack({ lines, reason: reasonOf(form) });
      return;
    }
    const [first, ...others] = form.querySelectorAll('select');
    const said = isAll ? (others.findLast(({ value }) => value !== '0') ?? first) : first;
    said!.setCustomValidity(isAll ? words.lessAll : words.lessNone);
    said!.reportValidity();
  };
  const chosen = ({ currentTarget }: Event): void => {
    const form = currentTarget as HTMLFormElement;
    for (const select of form.querySelectorAll('select')) select.setCustomValidity('');
    const lines = missingIn(parcel, form);
    form.querySelector<MissingRefund>('berjubel-missing-refund')!.lines = isAllOf(parcel, lines) ? [] : lines;
    acts.changed();
  };
  const body = html`<p class="quiet">${parcel.orderCode}. ${words.lessHelp}</p>
    <form class="stack" @submit=${submit} @change=${chosen}>
      ${parcel.lines.map((line, at) => drawLine(line, at === 0, language))}
      <berjubel-missing-refund role="status" .parcelId=${parcel.id}></berjubel-missing-refund>
      ${reasonField({ id: 'missing-reason', label: words.lessWhy, hint: workWords[language].seller.rejectHint })}
      <div class="acts">
        <button class="button ends" type="submit" ?disabled=${state.isBusy}>${words.lessDo}</button>
        <button class="button second" type="button" @click=${shut}>${shellWords[language].cancel}</button>
      </div>
    </form>`;
  return sheet(words.lessTitle, body, state, language);
}

function drawLine(
  { id, title, quantity, refundedQuantity }: SellerParcelFragment['lines'][number],
  isFirst: boolean,
  language: Language,
): TemplateResult {
  const counts = Array.from({ length: quantity - refundedQuantity + 1 }, (_, count) => count);
  return html`<div class="pieces"><label for="missing-${id}"><span class="unseen">${disputeWords[language].lessOf(title)}</span><span aria-hidden="true">${title}</span></label>
    <select id="missing-${id}" name=${id} ?autofocus=${isFirst}>${counts.map((count) => html`<option value=${count}>${count}</option>`)}</select></div>`;
}

function missingIn({ lines }: SellerParcelFragment, form: HTMLFormElement): Missing['lines'] {
  const fields = new FormData(form);
  return lines
    .map(({ id }) => ({ lineId: id, quantity: Number(fields.get(id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Whether nothing would be left to prepare: such an order is rejected. */
function isAllOf({ lines, status }: SellerParcelFragment, missing: Missing['lines']): boolean {
  const left = lines.reduce((sum, { quantity, refundedQuantity }) => sum + quantity - refundedQuantity, 0);
  return status !== 'COLLECTED' && missing.reduce((sum, { quantity }) => sum + quantity, 0) === left;
}
