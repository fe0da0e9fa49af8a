import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { shellWords } from '../words/shell.ts';
import { CuratorPage } from './curator-page.ts';

/** A page of what the API lists. */
export interface Listed<Item> {
  readonly edges: readonly { readonly node: Item }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** What a list calls its two halves, and what it says when one is empty. */
export interface ListWords {
  readonly title: string;
  readonly open: string;
  readonly ended: string;
  readonly none: string;
  readonly noneEnded: string;
  readonly more: string;
}

/** A page of the city's desk that lists what is to be done, and what has been. */
export abstract class CuratorList<Item extends { readonly id: string }> extends CuratorPage {
  static override properties = {
    ...CuratorPage.properties,
    hasEnded: { state: true },
    items: { state: true },
    nextPage: { state: true },
    wrong: { state: true },
  };

  /** Whether those are shown that have ended. */
  declare protected hasEnded: boolean;
  /** Null while they are asked for. */
  declare protected items: readonly Item[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare protected nextPage: string | null;
  /** What was refused last, and why; null when nothing was. */
  declare protected wrong: { readonly id: string; readonly sentence: string } | null;

  constructor() {
    super();
    this.hasEnded = false;
    this.items = null;
    this.nextPage = null;
    this.wrong = null;
  }

  protected abstract readonly words: ListWords;

  /** Asks for a page of one half of the list. */
  protected abstract read(hasEnded: boolean, after: string | null): Promise<Listed<Item>>;

  protected abstract renderItem(item: Item): TemplateResult;

  /** Stands beside the two halves: ways to what else is on the page. */
  protected renderWays(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override async load(): Promise<void> {
    const { edges, pageInfo } = await this.read(this.hasEnded, this.nextPage);
    this.items = [...(this.items ?? []), ...edges.map(({ node }) => node)];
    this.nextPage = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  }

  /** Shows one half of the list from its beginning. */
  protected show(hasEnded: boolean): void {
    this.hasEnded = hasEnded;
    this.items = null;
    this.nextPage = null;
    this.said = '';
    void this.act(() => this.load());
  }

  /** Why an act on this one was refused; empty when it was not. */
  protected wrongOf({ id }: Item): string {
    return this.wrong?.id === id ? this.wrong.sentence : '';
  }

  /** Shows one as it now is. */
  protected replace(item: Item): void {
    this.items = (this.items ?? []).map((each) => (each.id === item.id ? item : each));
  }

  /** Takes one out of the list that is done, and says so. The button that was pressed is gone: the focus goes to the next one, or to the list's head. */
  protected async finish(item: Pick<Item, 'id'>, said: string): Promise<void> {
    const at = (this.items ?? []).findIndex(({ id }) => id === item.id);
    this.items = (this.items ?? []).filter(({ id }) => id !== item.id);
    this.said = said;
    await this.updateComplete;
    const left = this.querySelectorAll<HTMLElement>('.listed > li');
    (left[Math.min(at, left.length - 1)] ?? this.querySelector<HTMLElement>('.halves button'))?.focus();
  }

  protected override renderPage(): TemplateResult {
    const { words, items } = this;
    const half = (hasEnded: boolean, label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.hasEnded === hasEnded} ?disabled=${this.isBusy} @click=${() => this.show(hasEnded)}>${label}</button>`;
    return html`<div class="chips halves" role="group" aria-label=${words.title}>${half(false, words.open)} ${half(true, words.ended)} ${this.renderWays()}</div>
      ${items === null && !this.problem ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${items?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${this.hasEnded ? words.noneEnded : words.none}</p></div>` : nothing}
      <ul class="stack section listed">${repeat(
        items ?? [],
        ({ id }) => id,
        (item) => html`<li class="card stack-tight" tabindex="-1">${this.renderItem(item)}</li>`,
      )}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.load())}>${words.more}</button>`}`;
  }
}
