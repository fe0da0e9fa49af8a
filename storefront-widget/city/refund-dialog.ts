import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { type SheetState, sheet } from '../elements/sheet.ts';
import type { Language } from '../words/bilingual.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { shellWords } from '../words/shell.ts';

/** Asks whether all that is left of something shall go back, says what follows, and wants a reason. */
export function refundDialog(
  { title, help, amount }: { readonly title: string; readonly help: string; readonly amount: string },
  state: SheetState,
  refund: (reason: string) => void,
  language: Language,
): TemplateResult {
  const words = cityOrderWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    if (reason && !state.isBusy) refund(reason);
  };
  const body = html`<p>${help}</p>
    <form class="stack" @submit=${submit}>
      <div class="field"><label for="refund-reason">${words.reason}</label>
        <textarea id="refund-reason" name="reason" rows="2" maxlength="300" required></textarea></div>
      <button class="button ends wide" type="submit" ?disabled=${state.isBusy}>${words.doRefund(amount)}</button>
      <button class="button second wide" type="button" @click=${shut}>${shellWords[language].cancel}</button>
    </form>`;
  return sheet(title, body, state, language);
}
