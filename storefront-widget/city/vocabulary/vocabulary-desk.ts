import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../../elements/client.ts';
import { noWorkHere } from '../../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../../elements/page-element.ts';
import {
  type EffectViewFragment,
  PreviewSynonymsDocument,
  SaveSynonymsDocument,
  type SearchTermKind,
  TermsDocument,
  type TermsQuery,
  type TermViewFragment,
  VocabularyDistrictsDocument,
  type VocabularyDistrictsQuery,
  WorkPlacesDocument,
} from '../../operations/generated/graphql.ts';
import { shellWords } from '../../words/shell.ts';
import { vocabularyWords } from '../../words/vocabulary.ts';
import { deskLinks } from '../desk-links.ts';
import { changeOf, draftFor, draftOf, draftOver, listed, type TermDraft } from './term-draft.ts';
import { termEditor } from './term-editor.ts';
import { TERM_LIMITS } from './term-limits.ts';
import { type TermsLookedFor, termCard, termFinder } from './term-list.ts';
import { type ExistingTerm, NOTHING_WRONG, refusalOf, type TermRefusal } from './term-refusal.ts';

/** `<berjubel-vocabulary-desk>`: the vocabulary of the search, to be found, changed, and looked at before it is changed. */
export class VocabularyDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    terms: { state: true },
    nextPage: { state: true },
    draft: { state: true },
    effects: { state: true },
    wrong: { state: true },
    said: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private terms: readonly TermViewFragment[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  /** What is being written; null while the list is shown. */
  declare private draft: TermDraft | null;
  /** What the draft as it stands would do; null until that was asked. */
  declare private effects: readonly EffectViewFragment[] | null;
  /** Why the draft was refused last. */
  declare private wrong: TermRefusal;
  declare private said: string;
  #found: TermsLookedFor = { search: null, kind: null };
  #districts: VocabularyDistrictsQuery['kecamatans'] = [];

  constructor() {
    super();
    this.isCurator = null;
    this.terms = null;
    this.nextPage = null;
    this.draft = null;
    this.effects = null;
    this.wrong = NOTHING_WRONG;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      this.isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
      if (!this.isCurator) return;
      this.#districts = (await ask(VocabularyDistrictsDocument, {})).kecamatans;
      const words = new URLSearchParams(location.search).get('kata')?.trim() ?? '';
      // By whole characters: half of one is no word.
      await this.#begin([...words].slice(0, TERM_LIMITS.characters).join(''));
    });
  }

  /** Shows the list; whoever comes with words from elsewhere sees what they mean already, or writes it. */
  async #begin(words: string): Promise<void> {
    this.#found = { search: words || null, kind: null };
    await this.#load();
    if (words && !this.terms?.some(({ term }) => term === words.toLowerCase())) await this.#edit(draftFor(words));
  }

  async #load(): Promise<void> {
    const { searchTerms } = await ask(TermsDocument, { ...this.#found, after: this.nextPage });
    this.terms = [...(this.terms ?? []), ...searchTerms.edges.map(({ node }) => node)];
    this.nextPage = searchTerms.pageInfo.hasNextPage ? (searchTerms.pageInfo.endCursor ?? null) : null;
  }

  async #loadAgain(): Promise<void> {
    this.terms = null;
    this.nextPage = null;
    await this.#load();
  }

  async #edit(draft: TermDraft): Promise<void> {
    this.draft = draft;
    this.effects = null;
    this.wrong = NOTHING_WRONG;
    await this.#focusOn('#editor-title');
  }

  /** Goes on with the term that is there already; should it be gone meanwhile, with what was written. */
  async #editExisting(draft: TermDraft, { kind, term: search }: ExistingTerm): Promise<void> {
    let after: string | null = null;
    do {
      const { searchTerms }: TermsQuery = await ask(TermsDocument, { search, kind, after });
      const row = searchTerms.edges.find(({ node }) => node.term === search)?.node;
      if (row) return this.#edit(draftOver(row, draft));
      after = searchTerms.pageInfo.hasNextPage ? (searchTerms.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    await this.#edit(draft);
  }

  /** Back to the list, to the button that led away from it. */
  async #leave(): Promise<void> {
    const { original } = this.draft ?? {};
    this.draft = null;
    this.effects = null;
    await this.#focusOn(original ? `[data-row="${CSS.escape(`${original.kind} ${original.term}`)}"]` : '#add-term');
  }

  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    (this.querySelector<HTMLElement>(selector) ?? this.querySelector<HTMLElement>('#add-term'))?.focus();
  }

  /** Says why, with the focus in the field to blame. */
  async #refused(wrong: TermRefusal): Promise<void> {
    this.wrong = wrong;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #preview(draft: TermDraft): void {
    void this.act(async () => {
      const queries = listed(draft.queries);
      const input = { input: changeOf(draft), queries: queries.length > 0 ? queries : null };
      const { effects, userErrors } = (await ask(PreviewSynonymsDocument, input)).previewSynonyms;
      // What was written meanwhile is another draft.
      if (this.draft !== draft) return;
      this.effects = effects ?? null;
      await this.#refused(refusalOf(userErrors[0], draft));
      if (effects) await this.#focusOn('#effects-title');
    });
  }

  #save(draft: TermDraft, reason: string): void {
    void this.act(async () => {
      const { terms, userErrors } = (await ask(SaveSynonymsDocument, { input: { ...changeOf(draft), reason } }))
        .saveSynonyms;
      await this.#refused(refusalOf(userErrors[0], draft));
      if (!terms) return;
      const words = vocabularyWords[this.language];
      await this.#loadAgain();
      await this.#leave();
      this.said = draft.isRemoval ? words.removed(draft.term) : words.saved(draft.term);
    });
  }

  override render(): TemplateResult {
    if (this.isCurator === false) return noWorkHere(this.language);
    return html`${deskLinks('vocabulary', this.language)}
      <p class=${this.said ? 'note good' : 'unseen'} role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.draft ? this.#renderEditor(this.draft) : this.#renderList()}`;
  }

  #renderEditor(draft: TermDraft): TemplateResult {
    const { effects, wrong, isBusy } = this;
    return termEditor(
      draft,
      {
        isBusy,
        isSeen: effects !== null,
        wrong,
        effects,
        districts: this.#districts,
        write: (changed) => {
          this.draft = { ...draft, ...changed };
          this.effects = null;
        },
        preview: () => this.#preview(draft),
        editExisting: (existing) => void this.act(() => this.#editExisting(draft, existing)),
        save: (reason) => this.#save(draft, reason),
        cancel: () => void this.#leave(),
      },
      this.language,
    );
  }

  #renderList(): TemplateResult {
    const words = vocabularyWords[this.language];
    const find = (search: string, kind: SearchTermKind | null): void => {
      this.#found = { search, kind };
      this.said = '';
      void this.act(() => this.#loadAgain());
    };
    const edit = (row: TermViewFragment | null, isRemoval: boolean): void => {
      this.said = '';
      void this.#edit(draftOf(row, isRemoval));
    };
    return html`<p class="quiet section">${words.intro}</p>
      ${termFinder(this.#found, this.language, find)}
      <button class="button section" id="add-term" @click=${() => edit(null, false)}>${words.add}</button>
      ${this.terms === null ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.terms?.length === 0 ? html`<div class="empty"><img src="/drawings/not-found.svg" alt="" width="160" height="160"><p class="quiet" role="status">${words.none}</p></div>` : nothing}
      <ul class="stack-tight section">${this.terms?.map((row) => termCard(row, this.language, (isRemoval) => edit(row, isRemoval)))}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second section" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.more}</button>`}`;
  }
}
