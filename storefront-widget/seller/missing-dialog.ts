import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { modal, shut } from '../elements/modal.ts';
import type { SellerParcelFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';

/** Pieces of a parcel that the shop does not have, and why. */
export interface Missing {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly reason: string;
}

/** Asks which pieces of a parcel are missing; gives them to `done`, or null when the seller thought better of it. */
export function missingDialog(
  parcel: SellerParcelFragment,
  language: Language,
  isBusy: boolean,
  done: (missing: Missing | null) => void,
): TemplateResult {
  const words = disputeWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const lines = parcel.lines
      .map(({ id }) => ({ lineId: id, quantity: Number(fields.get(id) ?? 0) }))
      .filter(({ quantity }) => quantity > 0);
    const reason = String(fields.get('reason') ?? '').trim();
    if (lines.length > 0 && reason !== '') done({ lines, reason });
  };
  return html`<dialog class="sheet" aria-labelledby="missing-title" ${ref(modal)} @close=${() => done(null)}>
    <form class="stack" @submit=${submit}>
      <div class="stack">
        <h2 id="missing-title">${words.lessTitle}</h2>
        <p class="quiet">${parcel.orderCode}. ${words.lessHelp}</p>
        ${parcel.lines.map(
          ({
            id,
            title,
            quantity,
            refundedQuantity,
          }) => html`<div class="pieces"><label for="missing-${id}"><span class="unseen">${words.lessOf(title)}</span><span aria-hidden="true">${title}</span></label>
            <select id="missing-${id}" name=${id}>${Array.from({ length: quantity - refundedQuantity + 1 }, (_, count) => html`<option value=${count}>${count}</option>`)}</select></div>`,
        )}
        <div class="field"><label for="missing-reason">${words.lessWhy}</label>
          <textarea id="missing-reason" name="reason" rows="2" maxlength="300" required aria-describedby="missing-hint"></textarea>
          <span class="hint" id="missing-hint">${workWords[language].seller.rejectHint}</span></div>
        <div class="acts">
          <button class="button ends" type="submit" ?disabled=${isBusy}>${words.lessDo}</button>
          <button class="button second" type="button" @click=${shut}>${shellWords[language].cancel}</button>
        </div>
      </div>
    </form>
  </dialog>`;
}
