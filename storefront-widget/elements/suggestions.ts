import { SuggestionsDocument, type SuggestionsQuery } from '../operations/generated/graphql.ts';
import { shellWords } from '../words/shell.ts';
import { ApiError, ask } from './client.ts';
import { pageLanguage } from './language.ts';

type Suggestion = SuggestionsQuery['suggest'][number];

/** Pause in typing after which suggestions are asked for, in milliseconds. */
const PAUSE = 130;

/**
 * Makes the search box inside it a combobox that suggests while one types: arrows choose, Enter goes there, Escape closes.
 * Without an answer it stays the plain box that it is.
 */
export class Suggestions extends HTMLElement {
  #input!: HTMLInputElement;
  #list!: HTMLUListElement;
  #status!: HTMLElement;
  #timer = 0;
  #asked = '';

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="search"]');
    if (!input || this.#list) return;
    this.#input = input;
    this.#list = document.createElement('ul');
    this.#list.id = 'saran';
    this.#list.className = 'suggestions';
    this.#list.hidden = true;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', shellWords[pageLanguage()].suggestions);
    this.#status = document.createElement('p');
    this.#status.className = 'unseen';
    this.#status.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'false');
    this.append(this.#list, this.#status);
    input.addEventListener('input', this.#typed);
    input.addEventListener('keydown', this.#pressed);
    // A press on a suggestion must not take the focus away before the click.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.addEventListener('focusout', (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.#close();
    });
  }

  #typed = (): void => {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#suggest(), PAUSE);
  };

  async #suggest(): Promise<void> {
    const prefix = this.#input.value.trim();
    this.#asked = prefix;
    if (prefix.length < 2) {
      this.#close();
      return;
    }
    try {
      const { suggest } = await ask(SuggestionsDocument, { prefix });
      // An answer to what was typed before is late.
      if (this.#asked === prefix && document.activeElement === this.#input) this.#show(suggest);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#close();
    }
  }

  #show(suggestions: readonly Suggestion[]): void {
    this.#list.replaceChildren(...suggestions.map((suggestion, at) => option(suggestion, at)));
    this.#list.hidden = suggestions.length === 0;
    this.#input.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
    this.#status.textContent = shellWords[pageLanguage()].suggested(suggestions.length);
  }

  #close(): void {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #pressed = (event: KeyboardEvent): void => {
    if (this.#list.hidden) return;
    const options = [...this.#list.children] as HTMLElement[];
    const at = options.findIndex((one) => one.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are options: the box itself.
      const next = ((at + 1 + step + options.length + 1) % (options.length + 1)) - 1;
      this.#choose(options, next);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      options[at]?.click();
    }
  };

  #choose(options: readonly HTMLElement[], at: number): void {
    for (const [which, one] of options.entries()) one.setAttribute('aria-selected', String(which === at));
    const chosen = options[at];
    if (chosen) {
      this.#input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else this.#input.removeAttribute('aria-activedescendant');
  }
}

function option(suggestion: Suggestion, at: number): HTMLElement {
  const item = document.createElement('li');
  item.id = `saran-${at}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  const text = document.createElement('span');
  text.textContent = suggestion.text;
  const kind = document.createElement('span');
  kind.className = 'quiet small';
  kind.textContent = kindOf(suggestion);
  item.append(text, kind);
  // Not a link: an option of a list may not hold another control.
  item.addEventListener('click', () => location.assign(addressOf(suggestion)));
  return item;
}

function addressOf({ text, product, seller, category }: Suggestion): string {
  if (product) return `/produk/${product.slug}`;
  if (seller) return `/toko/${seller.slug}`;
  if (category) return `/kategori/${category.path}`;
  return `/cari?q=${encodeURIComponent(text)}`;
}

function kindOf({ kind, seller }: Suggestion): string {
  const words = shellWords[pageLanguage()].suggestionKinds;
  return kind === 'SELLER' && seller ? `${words.SELLER} · ${seller.kecamatan.name}` : words[kind];
}
