import { html, nothing, type TemplateResult } from 'lit';
import { fieldWords } from '../words/field.ts';
import { pageLanguage } from './language.ts';

/** A reason that somebody else will read. */
export interface ReasonField {
  readonly id: string;
  readonly label: string;
  /** What to know about it; empty for nothing. */
  readonly hint?: string;
  /** Whether the dialog around it opens with the focus in it. */
  readonly isFirst?: boolean;
}

/** Takes a reason of at most 300 characters, which the form sends as `reason`; blanks alone are none. */
export function reasonField({ id, label, hint = '', isFirst = false }: ReasonField): TemplateResult {
  const judge = ({ target }: Event): void => {
    const field = target as HTMLTextAreaElement;
    const isBlank = field.value !== '' && field.value.trim() === '';
    field.setCustomValidity(isBlank ? fieldWords[pageLanguage()].blank : '');
  };
  return html`<div class="field"><label for=${id}>${label}</label>
    <textarea id=${id} name="reason" rows="2" maxlength="300" required ?autofocus=${isFirst} aria-describedby=${hint ? `${id}-hint` : nothing} @input=${judge}></textarea>
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}</div>`;
}

/** The reason that a form sends, without blanks around it. */
export function reasonOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('reason') ?? '').trim();
}
