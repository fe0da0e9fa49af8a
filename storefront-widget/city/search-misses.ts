import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { marketNow } from '../elements/market-clock.ts';
import { PageElement } from '../elements/page-element.ts';
import { KecamatansDocument, type KecamatansQuery, SearchMissesDocument } from '../operations/generated/graphql.ts';
import { missedWords } from '../words/missed.ts';
import { shellWords } from '../words/shell.ts';
import { type Missed, missedCard } from './missed-card.ts';
import { type Week, weeks } from './weeks.ts';

/** `<berjubel-search-misses>`: what buyers searched for in a week and did not find, in the city or in one kecamatan. */
export class SearchMisses extends PageElement {
  static override properties = {
    ...PageElement.properties,
    week: { state: true },
    kecamatan: { state: true },
    kecamatans: { state: true },
    missed: { state: true },
    nextPage: { state: true },
  };

  declare private week: string;
  /** Slug; empty for the whole city. */
  declare private kecamatan: string;
  declare private kecamatans: KecamatansQuery['kecamatans'];
  /** Null while they are asked for. */
  declare private missed: readonly Missed[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  readonly #weeks: readonly Week[];

  constructor() {
    super();
    this.#weeks = weeks(marketNow(), this.language);
    this.week = this.#weeks[0]?.value ?? '';
    this.kecamatan = '';
    this.kecamatans = [];
    this.missed = null;
    this.nextPage = null;
  }

  override firstUpdated(): void {
    void this.act(async () => {
      this.kecamatans = (await ask(KecamatansDocument, {})).kecamatans;
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    const { week, nextPage: after } = this;
    const { searchMisses } = await ask(SearchMissesDocument, { week, kecamatan: this.kecamatan || null, after });
    this.missed = [...(this.missed ?? []), ...searchMisses.edges.map(({ node }) => node)];
    this.nextPage = searchMisses.pageInfo.hasNextPage ? (searchMisses.pageInfo.endCursor ?? null) : null;
  }

  #show(chosen: { readonly week?: string; readonly kecamatan?: string }): void {
    this.week = chosen.week ?? this.week;
    this.kecamatan = chosen.kecamatan ?? this.kecamatan;
    this.missed = null;
    this.nextPage = null;
    void this.act(() => this.#load());
  }

  override render(): TemplateResult {
    const words = missedWords[this.language];
    const { missed } = this;
    return html`<h2 id="tidak-ketemu">${words.title}</h2>
      <p class="quiet">${words.help}</p>
      <div class="choices">
        ${this.#choice('misses-week', words.week, this.#weeks, (week) => this.#show({ week }))}
        ${this.#choice('misses-kecamatan', words.kecamatan, this.#places(words.wholeCity), (kecamatan) => this.#show({ kecamatan }))}
      </div>
      <p class="unseen" role="status">${missed ? words.shown(missed.length) : ''}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${missed === null && !this.problem ? html`<p class="quiet" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${missed?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-search.svg" alt="" width="160" height="160"><p class="quiet">${words.none}</p></div>` : nothing}
      <ul class="stack">${missed?.map((each) => html`<li class="card stack-tight">${missedCard(each, this.language)}</li>`)}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.more}</button>`}`;
  }

  #places(wholeCity: string): { readonly value: string; readonly label: string }[] {
    return [
      { value: '', label: wholeCity },
      ...this.kecamatans.map(({ slug, name }) => ({ value: slug, label: name })),
    ];
  }

  #choice(
    id: string,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
    choose: (value: string) => void,
  ): TemplateResult {
    const changed = ({ target }: Event): void => choose((target as HTMLSelectElement).value);
    return html`<div class="field"><label for=${id}>${label}</label>
      <select id=${id} ?disabled=${this.isBusy} @change=${changed}>${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}</select></div>`;
  }
}
