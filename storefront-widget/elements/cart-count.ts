import { CartBadgeDocument } from '../operations/generated/graphql.ts';
import { shellWords } from '../words/shell.ts';
import { ApiError, ask } from './client.ts';
import { pageLanguage } from './language.ts';

const EVENT = 'berjubel:cart';

/** Tells the page how many pieces are in the cart now. */
export function announceCart(itemCount: number): void {
  window.dispatchEvent(new CustomEvent<number>(EVENT, { detail: itemCount }));
}

/** The count beside the cart in the page's head. Asks once when the browser may have a cart (`data-known`), then listens. */
export class CartCount extends HTMLElement {
  connectedCallback(): void {
    window.addEventListener(EVENT, this.#hear);
    // A page that comes back from the browser's memory may be older than the cart.
    window.addEventListener('pageshow', this.#askAgain);
    if ('known' in this.dataset) void this.#ask();
  }

  disconnectedCallback(): void {
    window.removeEventListener(EVENT, this.#hear);
    window.removeEventListener('pageshow', this.#askAgain);
  }

  #hear = (event: Event): void => this.#show((event as CustomEvent<number>).detail);

  #askAgain = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.#ask();
  };

  async #ask(): Promise<void> {
    try {
      const { cart } = await ask(CartBadgeDocument, {});
      this.#show(cart?.itemCount ?? 0);
    } catch (error) {
      // Without an answer the cart has no count; its page will say what is wrong.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #show(itemCount: number): void {
    const words = shellWords[pageLanguage()];
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.textContent = itemCount > 99 ? '99+' : String(itemCount);
    this.replaceChildren(...(itemCount > 0 ? [badge] : []));
    this.closest('a')?.setAttribute('aria-label', itemCount > 0 ? words.cartHolds(itemCount) : words.cart);
  }
}
