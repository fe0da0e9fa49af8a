import { ApiError, ask } from '../../elements/client.ts';
import { pageLanguage } from '../../elements/language.ts';
import { FilterCountsDocument, type FilterCountsQuery } from '../../operations/generated/graphql.ts';
import { filterOf, nameOfBand, productsAsked } from '../../operations/product-filter.ts';
import { count } from '../../words/format.ts';
import { searchWords } from '../../words/search.ts';
import { keepApart } from './keep-apart.ts';
import { openSheet } from './sheet.ts';

/** Pause after a change before counts are asked for, in milliseconds. */
const PAUSE = 200;

/**
 * The filter form, made quicker: on a phone it comes from below as a sheet, its counts follow every tick, and its button says
 * how much will be seen. On a wide screen it stays beside the results.
 */
export class Filters extends HTMLElement {
  #form!: HTMLFormElement;
  #timer = 0;
  #asked = 0;
  /** What the button says: at first how much the page itself shows. */
  #shows = '';

  connectedCallback(): void {
    const form = this.querySelector('form');
    const details = this.querySelector('details');
    if (!form || !details) return;
    this.#form = form;
    this.#shows = form.querySelector<HTMLElement>('[data-shows]')?.dataset.shows ?? '';
    details.querySelector('summary')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#say(this.#shows);
      openSheet(form, form.getAttribute('aria-label') ?? '');
    });
    const wide = window.matchMedia('(min-width: 900px)');
    const unfold = (): void => {
      details.open = wide.matches;
    };
    unfold();
    wide.addEventListener('change', unfold);
    form.addEventListener('input', this.#changed);
    form.addEventListener('submit', this.#leaveOutEmpty);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  #changed = ({ target }: Event): void => {
    keepApart(this.#form, target);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#count(), PAUSE);
  };

  async #count(): Promise<void> {
    const turn = ++this.#asked;
    const category = /^\/kategori\/(.+)$/.exec(new URL(this.#form.action).pathname)?.[1];
    const fields = new URLSearchParams(new FormData(this.#form) as unknown as Record<string, string>);
    if (category) fields.set('kategori', category);
    const asked = productsAsked(fields);
    try {
      const { products } = await ask(FilterCountsDocument, {
        search: asked.text || null,
        filter: filterOf(asked),
        sort: 'RELEVANCE',
      });
      if (turn === this.#asked) this.#show(products);
    } catch (error) {
      // The button still works; it only cannot say how much it will show.
      if (!(error instanceof ApiError)) throw error;
      this.#say(searchWords[pageLanguage()].apply);
    }
  }

  #show({ totalCount, totalCountIsExact, facets }: FilterCountsQuery['products']): void {
    const words = searchWords[pageLanguage()];
    this.#say(totalCount === 0 ? words.showNone : words.show(totalCount, totalCountIsExact));
    const counts = new Map<string, number>([
      ...facets.kecamatan.map((facet) => [`kecamatan:${facet.kecamatan.slug}`, facet.count] as const),
      ...facets.pickupPoint.map((facet) => [`titik:${facet.pickupPoint.slug}`, facet.count] as const),
      ...facets.seller.map((facet) => [`toko:${facet.seller.slug}`, facet.count] as const),
      ...facets.category.map((facet) => [`kategori:${facet.category.path}`, facet.count] as const),
      ...facets.price.map(({ min, max, count }) => [`harga:${nameOfBand({ min, max: max ?? null })}`, count] as const),
      ...facets.rating.map((facet) => [`bintang:${facet.atLeast}`, facet.count] as const),
      ...facets.halal.filter((facet) => facet.isHalal).map((facet) => ['halal:1', facet.count] as const),
    ]);
    for (const place of this.#form.querySelectorAll<HTMLElement>('[data-count]'))
      place.textContent = count(counts.get(place.dataset.count ?? '') ?? 0, pageLanguage());
  }

  #say(text: string): void {
    this.#shows = text;
    const button = this.#form.querySelector('button[type="submit"]');
    if (button && text) button.textContent = text;
  }

  /** Keeps the address short: fields that say nothing stay out of it. */
  #leaveOutEmpty = (): void => {
    for (const field of this.#form.elements)
      if (field instanceof HTMLInputElement && field.value === '') field.disabled = true;
    // The browser may show this very page again.
    window.setTimeout(() => {
      for (const field of this.#form.elements) if (field instanceof HTMLInputElement) field.disabled = false;
    });
  };
}
