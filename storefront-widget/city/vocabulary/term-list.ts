import { html, type TemplateResult } from 'lit';
import type { SearchTermKind, TermViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { vocabularyWords } from '../../words/vocabulary.ts';

/** The kinds by name, to choose from. */
export function kindOptions(language: Language, chosen: SearchTermKind | null): TemplateResult[] {
  const { kinds } = vocabularyWords[language];
  return Object.entries(kinds).map(
    ([kind, name]) => html`<option value=${kind} ?selected=${kind === chosen}>${name}</option>`,
  );
}

/** What terms are looked for: words in a term or its meanings, and a kind; null for all. */
export interface TermsLookedFor {
  readonly search: string | null;
  readonly kind: SearchTermKind | null;
}

/** The field and the choice by which terms are found, as the list stands; `find` gets both when they are sent. */
export function termFinder(
  { search, kind }: TermsLookedFor,
  language: Language,
  find: (search: string, kind: SearchTermKind | null) => void,
): TemplateResult {
  const words = vocabularyWords[language];
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    find(String(fields.get('search') ?? ''), (String(fields.get('kind') ?? '') || null) as SearchTermKind | null);
  };
  return html`<form class="finder" role="search" aria-label=${words.title} @submit=${submit}>
    <div class="field"><label for="term-search">${words.find}</label><input id="term-search" name="search" type="search" maxlength="60" autocomplete="off" .value=${search ?? ''}></div>
    <div class="field"><label for="term-kind">${words.kind}</label><select id="term-kind" name="kind"><option value="">${words.anyKind}</option>${kindOptions(language, kind)}</select></div>
    <button class="button second" type="submit">${words.findDo}</button>
  </form>`;
}

/** One term, with the ways to change it and to take it out. */
export function termCard(
  row: TermViewFragment,
  language: Language,
  edit: (isRemoval: boolean) => void,
): TemplateResult {
  const words = vocabularyWords[language];
  return html`<li class="card term">
    <div><strong>${row.term}</strong> <span class="quiet small">${words.kinds[row.kind]}</span>
      ${row.meanings.length > 0 ? html`<p class="small">${row.meanings.join(', ')}</p>` : ''}</div>
    <div class="row">
      <button class="button second" aria-label=${words.change(row.term)} data-row="${row.kind} ${row.term}" @click=${() => edit(false)}>${words.changeDo}</button>
      <button class="button ends" aria-label=${words.takeOut(row.term)} @click=${() => edit(true)}>${words.takeOutDo}</button>
    </div>
  </li>`;
}
