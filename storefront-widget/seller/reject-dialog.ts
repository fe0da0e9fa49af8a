import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { reasonField, reasonOf } from '../elements/reason-field.ts';
import { type SheetState, sheet } from '../elements/sheet.ts';
import type { SellerParcelFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';

/** Asks why an order is refused. */
export function rejectDialog(
  { orderCode }: SellerParcelFragment,
  state: SheetState,
  reject: (reason: string) => void,
  language: Language,
): TemplateResult {
  const words = workWords[language].seller;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!state.isBusy) reject(reasonOf(event.target as HTMLFormElement));
  };
  const body = html`<p class="quiet">${orderCode}</p>
    <form class="stack" @submit=${submit}>
      ${reasonField({ id: 'reject-reason', label: words.rejectWhy, hint: words.rejectHint, isFirst: true })}
      <div class="acts">
        <button class="button ends" type="submit" ?disabled=${state.isBusy}>${words.rejectDo}</button>
        <button class="button second" type="button" @click=${shut}>${shellWords[language].cancel}</button>
      </div>
    </form>`;
  return sheet(words.rejectTitle, body, state, language);
}
