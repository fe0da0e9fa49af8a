import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { reasonField, reasonOf } from '../elements/reason-field.ts';
import { type SheetState, sheet } from '../elements/sheet.ts';
import type { Language } from '../words/bilingual.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { shellWords } from '../words/shell.ts';

/** Asks whether all that is left of something shall go back, says of what and what follows, and wants a reason. */
export function refundDialog(
  said: { readonly title: string; readonly of: string; readonly help: string; readonly amount: string },
  state: SheetState,
  refund: (reason: string) => void,
  language: Language,
): TemplateResult {
  const words = cityOrderWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!state.isBusy) refund(reasonOf(event.target as HTMLFormElement));
  };
  const body = html`<div class="stack-tight"><p><strong>${said.of}</strong></p><p>${said.help}</p></div>
    <form class="stack" @submit=${submit}>
      ${reasonField({ id: 'refund-reason', label: words.reason, isFirst: true })}
      <button class="button ends wide" type="submit" ?disabled=${state.isBusy}>${words.doRefund(said.amount)}</button>
      <button class="button second wide" type="button" @click=${shut}>${shellWords[language].cancel}</button>
    </form>`;
  return sheet(said.title, body, state, language);
}
