import { html, type TemplateResult } from 'lit';
import { rupiahInput, rupiahOf } from '../elements/rupiah-input.ts';
import type { TaskViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { correctionWords } from '../words/correction.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** Fields for the correction of the ledger that fits a task; nothing where none does. Unless a curator chooses it, the ledger stays as it is. */
export function correctionFields(
  { id, correction, correctableAmount: most }: TaskViewFragment,
  language: Language,
): TemplateResult | '' {
  if (!correction || !most) return '';
  const words = correctionWords[language];
  const choice = (value: string, label: string): TemplateResult =>
    html`<label class="choice"><input type="radio" name="correction" value=${value} ?checked=${value === ''}><span>${label}</span></label>`;
  return html`<fieldset class="stack-tight"><legend class="legend">${words.title}</legend>
      ${choice('', words.nothing)} ${choice(correction, words.kinds[correction])}</fieldset>
    <div class="field"><label for="corrected-${id}">${words.amount}</label>
      ${rupiahInput({ id: `corrected-${id}`, name: 'corrected', most, isRequired: false, describedBy: `corrected-hint-${id}` })}
      <span class="hint" id="corrected-hint-${id}">${words.amountHint(rupiah(most))}</span></div>
    ${correction === 'PAID_BACK_BY_TRANSFER' ? referenceField(id, language) : ''}`;
}

function referenceField(id: string, language: Language): TemplateResult {
  return html`<div class="field"><label for="reference-${id}">${workWords[language].city.reference}</label>
    <input id="reference-${id}" name="reference" type="text" maxlength="100" autocomplete="off" aria-describedby="reference-hint-${id}">
    <span class="hint" id="reference-hint-${id}">${correctionWords[language].referenceHint}</span></div>`;
}

/** What the form books, in rupiah: all that can be where no amount was typed; null where the ledger stays as it is. */
export function correctedOf(fields: FormData, { correctableAmount }: TaskViewFragment): number | null {
  return fields.get('correction') ? (rupiahOf(fields, 'corrected') ?? correctableAmount ?? null) : null;
}
