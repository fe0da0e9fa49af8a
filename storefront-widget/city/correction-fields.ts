import { html, type TemplateResult } from 'lit';
import { rupiahInput, rupiahOf } from '../elements/rupiah-input.ts';
import type { TaskCorrection, TaskCorrectionInput } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { correctionWords } from '../words/correction.ts';
import { rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** Fields for a correction of the ledger by at most so many rupiah; they stay folded until a curator needs them. */
export function correctionFields(id: string, most: number, language: Language): TemplateResult {
  const words = correctionWords[language];
  const kinds = [['', words.nothing] as const, ...Object.entries(words.kinds)].map(
    ([value, label]) =>
      html`<label class="choice"><input type="radio" name="correction" value=${value} ?checked=${value === ''}><span>${label}</span></label>`,
  );
  return html`<details class="folded">
    <summary>${words.title}</summary>
    <div class="stack-tight">
      <fieldset class="stack-tight"><legend class="legend">${words.what}</legend>${kinds}</fieldset>
      <div class="field"><label for="corrected-${id}">${words.amount}</label>
        ${rupiahInput({ id: `corrected-${id}`, name: 'corrected', most, isRequired: false, describedBy: `corrected-hint-${id}` })}
        <span class="hint" id="corrected-hint-${id}">${words.amountHint(rupiah(most))}</span></div>
      <div class="field"><label for="reference-${id}">${workWords[language].city.reference}</label>
        <input id="reference-${id}" name="reference" type="text" maxlength="100" autocomplete="off" aria-describedby="reference-hint-${id}">
        <span class="hint" id="reference-hint-${id}">${words.referenceHint}</span></div>
    </div>
  </details>`;
}

/** The correction that the form says, by all of it where no amount was typed; null for none. */
export function correctionOf(fields: FormData, most: number): TaskCorrectionInput | null {
  const kind = fields.get('correction');
  return kind ? { kind: kind as TaskCorrection, amount: rupiahOf(fields, 'corrected') ?? most } : null;
}
