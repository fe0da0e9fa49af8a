import { html, type TemplateResult } from 'lit';
import type { TermViewFragment } from '../../operations/generated/graphql.ts';
import { keptTerm, type TermDraft } from './term-draft.ts';

/** Fields of the editor that can be wrong. */
export type TermField = 'term' | 'meanings' | 'queries' | 'reason';

/** Says which term of the vocabulary is meant. */
export type ExistingTerm = Pick<TermViewFragment, 'kind' | 'term'>;

/** Why a draft was refused. */
export interface TermRefusal {
  /** The field to blame; null when it is none. */
  readonly field: TermField | null;
  /** Empty when nothing was refused. */
  readonly message: string;
  /** The term that is there already, when that is why. */
  readonly existing: ExistingTerm | null;
}

export const NOTHING_WRONG: TermRefusal = { field: null, message: '', existing: null };

/** A refusal by the API as the editor shows it. */
export function refusalOf(
  error: { readonly code: string; readonly field?: readonly string[] | null; readonly message: string } | undefined,
  { original, kind, term }: TermDraft,
): TermRefusal {
  if (!error) return NOTHING_WRONG;
  // Going on with the other would leave the one that was to be renamed as it is, without a word.
  const existing = error.code === 'TERM_EXISTS' && original === null ? { kind, term: keptTerm(term) } : null;
  return { field: fieldOf(error.code, error.field ?? []), message: error.message, existing };
}

/** Searches are no part of the input, so no path leads to them; what is taken out has no field of its own. */
function fieldOf(code: string, [list, , name]: readonly string[]): TermField | null {
  if (code === 'QUERIES_INVALID') return 'queries';
  if (list === 'reason') return 'reason';
  return list === 'terms' && (name === 'term' || name === 'meanings') ? name : null;
}

/** Whether this field is to blame, as `aria-invalid` says it. */
export const isWrong = (field: TermField, wrong: TermRefusal): 'true' | 'false' =>
  wrong.field === field ? 'true' : 'false';

/** The sentence under the field; its control names it by `<field>-wrong`. */
export function wrongLine(field: TermField, wrong: TermRefusal): TemplateResult {
  return html`<p class="wrong" id="${field}-wrong" role="alert">${wrong.field === field ? wrong.message : ''}</p>`;
}
