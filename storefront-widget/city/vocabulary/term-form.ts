import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SearchTermKind, VocabularyDistrictsQuery } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { shellWords } from '../../words/shell.ts';
import { vocabularyWords } from '../../words/vocabulary.ts';
import { hasOneMeaning, type TermDraft, WITHOUT_MEANINGS } from './term-draft.ts';
import { TERM_LIMITS } from './term-limits.ts';
import { kindOptions } from './term-list.ts';
import { type ExistingTerm, isWrong, type TermRefusal, wrongLine } from './term-refusal.ts';

/** What the form does with a draft. */
export interface FormActs {
  readonly isBusy: boolean;
  /** Whether the effect of the draft is on the screen: then saving is the act, not looking. */
  readonly isSeen: boolean;
  /** Why the draft was refused last. */
  readonly wrong: TermRefusal;
  readonly districts: VocabularyDistrictsQuery['kecamatans'];
  /** What was written so far. */
  readonly write: (changed: Partial<TermDraft>) => void;
  readonly preview: () => void;
  /** Goes on with the term that is there already. */
  readonly editExisting: (existing: ExistingTerm) => void;
  readonly cancel: () => void;
}

/** The form of a term: what it is, what it means, and with which searches it is tried. Of a removal only the last. */
export function termForm(draft: TermDraft, acts: FormActs, language: Language): TemplateResult {
  const words = vocabularyWords[language];
  const submit = (event: Event): void => {
    event.preventDefault();
    acts.preview();
  };
  const write =
    (name: 'term' | 'meanings' | 'queries') =>
    ({ target }: Event): void =>
      acts.write({ [name]: (target as HTMLInputElement).value });
  const queries = html`<div class="field"><label for="term-queries">${words.queries}</label>
    <input id="term-queries" type="text" autocomplete="off" aria-describedby="queries-hint queries-wrong" aria-invalid=${isWrong('queries', acts.wrong)} .value=${live(draft.queries)} @input=${write('queries')}>
    <span class="hint" id="queries-hint">${words.queriesHint}</span>
    ${wrongLine('queries', acts.wrong)}</div>`;
  return html`<form class="stack" @submit=${submit}>
    ${draft.isRemoval ? html`<p>${words.kinds[draft.kind]}${draft.meanings ? `: ${draft.meanings}` : ''}</p>` : termFields(draft, acts, language, write)}
    ${queries}
    <div class="row">
      <button class="button ${acts.isSeen ? 'second' : ''}" type="submit" ?disabled=${acts.isBusy}>${words.preview}</button>
      <button class="button plain" type="button" @click=${acts.cancel}>${shellWords[language].cancel}</button>
    </div>
  </form>`;
}

function termFields(
  draft: TermDraft,
  acts: FormActs,
  language: Language,
  write: (name: 'term' | 'meanings') => (event: Event) => void,
): TemplateResult {
  const words = vocabularyWords[language];
  const { wrong } = acts;
  const choose = ({ target }: Event): void => {
    const kind = (target as HTMLSelectElement).value as SearchTermKind;
    acts.write({ kind, ...((kind === 'PLACE') !== (draft.kind === 'PLACE') && { meanings: '' }) });
  };
  return html`<div class="field"><label for="draft-kind">${words.kind}</label>
      <select id="draft-kind" aria-describedby="kind-hint" @change=${choose}>${kindOptions(language, draft.kind)}</select>
      <span class="hint" id="kind-hint">${words.help[draft.kind]}</span></div>
    <div class="field"><label for="draft-term">${words.term}</label>
      <input id="draft-term" type="text" required maxlength=${TERM_LIMITS.characters} autocomplete="off" autocapitalize="none" aria-describedby="term-hint term-wrong" aria-invalid=${isWrong('term', wrong)} .value=${live(draft.term)} @input=${write('term')}>
      <span class="hint" id="term-hint">${words.termHint(TERM_LIMITS)}</span>
      ${wrongLine('term', wrong)}
      ${wrong.existing ? existingButton(wrong.existing, acts, language) : nothing}</div>
    ${draft.kind === 'PLACE' ? districtField(draft, acts, language, write) : ''}
    ${draft.kind === 'PLACE' || WITHOUT_MEANINGS.includes(draft.kind) ? '' : meaningsField(draft, acts, language, write)}`;
}

function existingButton(
  existing: ExistingTerm,
  { isBusy, editExisting }: FormActs,
  language: Language,
): TemplateResult {
  const { changeExisting } = vocabularyWords[language];
  return html`<div class="row"><button class="button second" type="button" ?disabled=${isBusy} @click=${() => editExisting(existing)}>${changeExisting(existing.term)}</button></div>`;
}

function meaningsField(
  draft: TermDraft,
  { wrong }: FormActs,
  language: Language,
  write: (name: 'meanings') => (event: Event) => void,
): TemplateResult {
  const words = vocabularyWords[language];
  return html`<div class="field"><label for="draft-meanings">${words.meanings}</label>
    <textarea id="draft-meanings" rows="3" required autocapitalize="none" aria-describedby="meanings-hint meanings-wrong" aria-invalid=${isWrong('meanings', wrong)} .value=${live(draft.meanings)} @input=${write('meanings')}></textarea>
    <span class="hint" id="meanings-hint">${hasOneMeaning(draft.kind) ? words.oneMeaningHint(TERM_LIMITS) : words.meaningsHint(TERM_LIMITS)}</span>
    ${wrongLine('meanings', wrong)}</div>`;
}

function districtField(
  draft: TermDraft,
  { districts, wrong }: FormActs,
  language: Language,
  write: (name: 'meanings') => (event: Event) => void,
): TemplateResult {
  return html`<div class="field"><label for="draft-district">${vocabularyWords[language].kecamatan}</label>
    <select id="draft-district" required aria-describedby="meanings-wrong" aria-invalid=${isWrong('meanings', wrong)} @change=${write('meanings')}><option value=""></option>
      ${districts.map(({ slug, name }) => html`<option value=${slug} ?selected=${slug === draft.meanings}>${name}</option>`)}
    </select>${wrongLine('meanings', wrong)}</div>`;
}
