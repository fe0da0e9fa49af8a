import { announceCart } from '../../elements/cart-count.ts';
import { ApiError, ask } from '../../elements/client.ts';
import { pageLanguage } from '../../elements/language.ts';
import { showToast } from '../../elements/toast.ts';
import { AddToCartDocument, CartQuantitiesDocument } from '../../operations/generated/graphql.ts';
import { browseWords } from '../../words/browse.ts';
import { rupiah } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';

/** The form with which one buys, made quicker: price and stock follow the variant, and the cart fills without leaving the page. */
export class BuyBox extends HTMLElement {
  #form!: HTMLFormElement;
  #isBusy = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#form = form;
    form.addEventListener('change', () => this.#follow());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#add();
    });
    for (const button of form.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.#step(Number(button.dataset.step)));
    }
    this.#follow();
  }

  get #chosen(): HTMLInputElement | null {
    return this.#form.querySelector('input[name="varian"]:checked, input[name="varian"][type="hidden"]');
  }

  get #quantity(): HTMLInputElement | null {
    return this.#form.querySelector('input[name="jumlah"]');
  }

  /** Price, stock and the most that can be bought follow the variant. */
  #follow(): void {
    const chosen = this.#chosen;
    const quantity = this.#quantity;
    if (!chosen) return;
    const stock = Number(chosen.dataset.stock);
    for (const price of this.#form.querySelectorAll('p[data-price]'))
      price.textContent = rupiah(Number(chosen.dataset.price));
    const line = this.#form.querySelector('[data-stock-line]');
    if (line) {
      line.textContent = browseWords[pageLanguage()].product.stock(stock);
      line.className = stock <= 5 ? 'few' : 'quiet';
    }
    if (!quantity) return;
    quantity.max = String(Math.min(99, stock));
    if (Number(quantity.value) > Number(quantity.max)) quantity.value = quantity.max;
    this.#showSteps(quantity);
  }

  #step(by: number): void {
    const quantity = this.#quantity;
    if (!quantity) return;
    const wanted = Math.trunc(Number(quantity.value) || 1) + by;
    quantity.value = String(Math.min(Number(quantity.max), Math.max(1, wanted)));
    this.#showSteps(quantity);
  }

  #showSteps({ value, max }: HTMLInputElement): void {
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.disabled = button.dataset.step === '1' ? Number(value) >= Number(max) : Number(value) <= 1;
  }

  async #add(): Promise<void> {
    const variantId = this.#chosen?.value;
    const wanted = Math.trunc(Number(this.#quantity?.value ?? 1));
    if (!variantId || this.#isBusy) return;
    const words = browseWords[pageLanguage()].product;
    this.#wait(true);
    try {
      const { cart } = await ask(CartQuantitiesDocument, {});
      const present = cart?.lines.find(({ variant }) => variant.id === variantId)?.quantity ?? 0;
      const { setCartLine } = await ask(AddToCartDocument, {
        input: { variantId, quantity: present + wanted, selected: true },
      });
      const refused = setCartLine.userErrors[0];
      if (refused) return this.#refuse(refused.message);
      announceCart(setCartLine.cart?.itemCount ?? 0);
      // The cart may hold less than was asked for, and says so.
      const cut = setCartLine.cart?.notices[0]?.message;
      showToast({
        text: cut ?? words.added(this.dataset.title ?? ''),
        link: { href: '/keranjang', label: words.seeCart },
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { offline, broken } = shellWords[pageLanguage()];
      this.#refuse(error.code === 'OFFLINE' ? offline : error.code === 'INTERNAL' ? broken : error.message);
    } finally {
      this.#wait(false);
    }
  }

  #wait(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#form.querySelector('[type="submit"]')?.setAttribute('aria-busy', String(isBusy));
    if (isBusy) this.#refuse('');
  }

  #refuse(message: string): void {
    const place = this.#form.querySelector<HTMLElement>('.wrong');
    if (!place) return;
    place.textContent = message;
    place.hidden = message === '';
  }
}
