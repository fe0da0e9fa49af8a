import { count, type Language } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';

/** One value that can be ticked, and how many products have it; null where that is not said. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

/** Choices shown before "more". */
export const SHOWN = 6;

/** A value of a filter of which several can be ticked. Scripts put new counts where `data-count` names the field and the value. */
export function tick(name: string, choice: Choice, isChosen: boolean, language: Language): Html {
  const { value, label, count: found } = choice;
  return html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${trusted(isChosen ? ' checked' : '')}><span>${label}</span>${
    found === null
      ? ''
      : html`<span class="quiet small figures" data-count="${name}:${value}">${count(found, language)}</span>`
  }</label>`;
}
