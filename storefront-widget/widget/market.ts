import { newKey } from '../elements/new-key.ts';
import {
  WidgetCartDocument,
  type WidgetCartFragment,
  WidgetCheckoutDocument,
  WidgetCreateCartDocument,
  WidgetProductDocument,
  type WidgetProductQuery,
  WidgetProductsDocument,
  type WidgetProductsQuery,
  WidgetSetLineDocument,
} from '../operations/generated/graphql.ts';

/** What the caller can tell a person: a refusal's sentence, or nothing when the market did not answer. */
export class WidgetError extends Error {
  override readonly name = 'WidgetError';
}

interface Document<Result, Variables> {
  __meta__?: Record<string, unknown>;
  __apiType?: (variables: Variables) => Result;
}

/**
 * The market as a widget reaches it: by its publishable key, without cookies. The guest's cart is held by a secret that lives in
 * this tab alone; where the host page allows no storage it lives in memory.
 */
export class WidgetMarket {
  readonly #origin: string;
  readonly #key: string;
  readonly #language: string;
  #cartToken: string | null;

  constructor(origin: string, key: string, language: string) {
    this.#origin = origin;
    this.#key = key;
    this.#language = language;
    this.#cartToken = stored(key);
  }

  /** A page of the widget's goods; null when the key is not known. */
  async products(after: string | null): Promise<WidgetProductsQuery['widget']> {
    return (await this.#ask(WidgetProductsDocument, { key: this.#key, first: 12, after })).widget;
  }

  async product(slug: string): Promise<WidgetProductQuery['product']> {
    return (await this.#ask(WidgetProductDocument, { slug })).product;
  }

  /** The cart of this tab, null when it has none. */
  async cart(): Promise<WidgetCartFragment | null> {
    if (this.#cartToken === null) return null;
    const { cart } = await this.#ask(WidgetCartDocument, {});
    // Once it is paid on the market's pages it is no longer ours; the next one begins anew, of this widget again.
    if (!cart) this.#cartToken = null;
    return cart ?? null;
  }

  /** Puts one more piece into the cart, which is made when there is none. Throws a WidgetError with the market's sentence. */
  async add(variantId: string, quantity: number): Promise<WidgetCartFragment> {
    if ((await this.cart()) === null) {
      const { createCart } = await this.#ask(WidgetCreateCartDocument, {
        input: { idempotencyKey: newKey(), widgetKey: this.#key },
      });
      if (!createCart.cartToken) throw new WidgetError(createCart.userErrors[0]?.message ?? '');
      this.#cartToken = createCart.cartToken;
      store(this.#key, createCart.cartToken);
    }
    const { setCartLine } = await this.#ask(WidgetSetLineDocument, { input: { variantId, quantity, selected: true } });
    if (!setCartLine.cart) throw new WidgetError(setCartLine.userErrors[0]?.message ?? '');
    return setCartLine.cart;
  }

  /** A one-time address at which this cart is paid, on the market's own pages. */
  async checkout(cartId: string): Promise<string> {
    const { createCheckoutToken } = await this.#ask(WidgetCheckoutDocument, { input: { cartId } });
    if (!createCheckoutToken.url) throw new WidgetError(createCheckoutToken.userErrors[0]?.message ?? '');
    return new URL(createCheckoutToken.url, this.#origin).href;
  }

  async #ask<Result, Variables>(document: Document<Result, Variables>, variables: Variables): Promise<Result> {
    const response = await fetch(`${this.#origin}/graphql`, {
      method: 'POST',
      mode: 'cors',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-language': this.#language,
        'x-publishable-key': this.#key,
        ...(this.#cartToken === null ? {} : { 'x-cart-token': this.#cartToken }),
      },
      body: JSON.stringify({ documentId: document.__meta__?.hash, variables }),
    });
    const answer = (await response.json()) as { data?: Result; errors?: { message: string }[] };
    if (answer.errors?.[0] || !answer.data) throw new WidgetError(answer.errors?.[0]?.message ?? '');
    return answer.data;
  }
}

const STORAGE_NAME = 'berjubel-cart:';

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(STORAGE_NAME + key);
  } catch {
    // The host page, or the person, allows no storage.
    return null;
  }
}

function store(key: string, token: string): void {
  try {
    sessionStorage.setItem(STORAGE_NAME + key, token);
  } catch {
    // As above: the cart then lives as long as the page.
  }
}
