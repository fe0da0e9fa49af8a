import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { radios } from '../elements/radios.ts';
import { reasonField, reasonOf } from '../elements/reason-field.ts';
import { rupiahInput, rupiahOf } from '../elements/rupiah-input.ts';
import { type SheetState, sheet } from '../elements/sheet.ts';
import type { RefundBearer } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { cityOrderWords } from '../words/city-order.ts';
import { rupiah } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';

/** A kindness as it is typed. */
export interface Goodwill {
  /** Whole rupiah. */
  readonly amount: number;
  readonly borneBy: RefundBearer;
  readonly reason: string;
}

const BEARERS: readonly RefundBearer[] = ['MARKET', 'SELLER', 'POINT'];

/** Asks how much of a parcel's money a buyer gets back as an apology, at most so many rupiah, who bears it, and why; `of` says of which. */
export function goodwillDialog(
  { of, most }: { readonly of: string; readonly most: number },
  state: SheetState,
  give: (goodwill: Goodwill) => void,
  language: Language,
): TemplateResult {
  const words = cityOrderWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (state.isBusy) return;
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const borneBy = said.get('borneBy') as RefundBearer;
    give({ amount: rupiahOf(said, 'amount') ?? 0, borneBy, reason: reasonOf(form) });
  };
  const bearers = BEARERS.map((value) => ({ value, label: words.bearers[value] }));
  const body = html`<div class="stack-tight"><p><strong>${of}</strong></p><p>${words.goodwillHelp}</p></div>
    <form class="stack" @submit=${submit}>
      <div class="field"><label for="goodwill-amount">${words.amount}</label>
        ${rupiahInput({ id: 'goodwill-amount', name: 'amount', most, describedBy: 'goodwill-most', isFirst: true })}
        <span class="hint" id="goodwill-most">${words.atMost(rupiah(most))}</span></div>
      ${radios('goodwill-bearer', words.bearer, bearers, () => {}, 'borneBy')}
      ${reasonField({ id: 'goodwill-reason', label: words.reason })}
      <button class="button wide" type="submit" ?disabled=${state.isBusy}>${words.send}</button>
      <button class="button second wide" type="button" @click=${shut}>${shellWords[language].cancel}</button>
    </form>`;
  return sheet(words.goodwill, body, state, language);
}
