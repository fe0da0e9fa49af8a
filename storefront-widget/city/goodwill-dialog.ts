import { html, type TemplateResult } from 'lit';
import { shut } from '../elements/modal.ts';
import { radios } from '../elements/radios.ts';
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

/** Asks how much of a parcel's money a buyer gets back as an apology, at most so many rupiah, who bears it, and why. */
export function goodwillDialog(
  most: number,
  state: SheetState,
  give: (goodwill: Goodwill) => void,
  language: Language,
): TemplateResult {
  const words = cityOrderWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const reason = String(said.get('reason') ?? '').trim();
    if (!reason || state.isBusy) return;
    give({ amount: Number(said.get('amount')), borneBy: said.get('borneBy') as RefundBearer, reason });
  };
  const bearers = BEARERS.map((value) => ({ value, label: words.bearers[value] }));
  const body = html`<p>${words.goodwillHelp}</p>
    <form class="stack" @submit=${submit}>
      <div class="field"><label for="goodwill-amount">${words.amount}</label>
        <input id="goodwill-amount" name="amount" type="number" inputmode="numeric" required min="1" max=${most} step="1" aria-describedby="goodwill-most">
        <span class="hint" id="goodwill-most">${words.atMost(rupiah(most))}</span></div>
      ${radios('goodwill-bearer', words.bearer, bearers, () => {}, 'borneBy')}
      <div class="field"><label for="goodwill-reason">${words.reason}</label>
        <textarea id="goodwill-reason" name="reason" rows="2" maxlength="300" required></textarea></div>
      <button class="button wide" type="submit" ?disabled=${state.isBusy}>${words.send}</button>
      <button class="button second wide" type="button" @click=${shut}>${shellWords[language].cancel}</button>
    </form>`;
  return sheet(words.goodwill, body, state, language);
}
