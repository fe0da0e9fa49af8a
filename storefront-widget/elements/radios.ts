import { html, type TemplateResult } from 'lit';

/** One of the ways. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Ways of which exactly one is chosen, each a line to tap; none is chosen before. Its `id` names the group in the page. */
export function radios<Value extends string>(
  id: string,
  title: string,
  choices: readonly Choice<Value>[],
  choose: (value: Value) => void,
  name: string = id,
): TemplateResult {
  return html`<fieldset class="stack-tight" id=${id}><legend class="legend">${title}</legend>
    ${choices.map(
      ({ value, label }) =>
        html`<label class="choice"><input type="radio" name=${name} value=${value} required @change=${() => choose(value)}><span>${label}</span></label>`,
    )}</fieldset>`;
}
