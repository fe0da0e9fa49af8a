import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { modal, shut } from '../elements/modal.ts';
import type { SellerParcelFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';

/** Asks for the reason of a refusal; gives it to `done`, or null when the seller thought better of it. */
export function rejectDialog(
  parcel: SellerParcelFragment,
  language: Language,
  isBusy: boolean,
  done: (reason: string | null) => void,
): TemplateResult {
  const words = workWords[language].seller;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    if (typeof reason === 'string' && reason.trim() !== '') done(reason.trim());
  };
  return html`<dialog class="sheet" aria-labelledby="reject-title" ${ref(modal)} @close=${() => done(null)}>
    <form class="stack" @submit=${submit}>
      <div class="stack">
        <h2 id="reject-title">${words.rejectTitle}</h2>
        <p class="quiet">${parcel.orderCode}</p>
        <div class="field">
          <label for="reason">${words.rejectWhy}</label>
          <textarea id="reason" name="reason" rows="3" maxlength="300" required aria-describedby="reason-hint"></textarea>
          <span class="hint" id="reason-hint">${words.rejectHint}</span>
        </div>
        <div class="acts">
          <button class="button ends" type="submit" ?disabled=${isBusy}>${words.rejectDo}</button>
          <button class="button second" type="button" @click=${shut}>${shellWords[language].cancel}</button>
        </div>
      </div>
    </form>
  </dialog>`;
}
