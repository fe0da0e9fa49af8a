import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type {
  WidgetCardFragment,
  WidgetCartFragment,
  WidgetProductQuery,
  WidgetProductsQuery,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { widgetWords } from '../words/widget.ts';
import { WidgetError, WidgetMarket } from './market.ts';
import { MARKET_ORIGIN, onMarket } from './origin.ts';
import type { AddEvent } from './product-dialog.ts';
import { widgetStyles } from './styles.ts';

/**
 * `<berjubel-widget key="pk_…">`: a piece of the market on a community's own page. It draws in a shadow root, needs no cookie and
 * no framework; paying happens on the market's pages. Attributes: key, lang (id or en), theme (light, dark, auto;
 * the widget's own when left out).
 */
export class BerjubelWidget extends LitElement {
  static override styles = widgetStyles;
  static override properties = {
    key: {},
    lang: {},
    theme: { reflect: true },
    state: { state: true },
  };

  declare key: string;
  declare lang: string;
  declare theme: string;
  declare private state: {
    status: 'loading' | 'ready' | 'broken';
    widget: WidgetProductsQuery['widget'];
    goods: WidgetCardFragment[];
    cart: WidgetCartFragment | null;
    product: NonNullable<WidgetProductQuery['product']> | null;
    busy: boolean;
    message: string;
    problem: string;
  };

  #market: WidgetMarket | null = null;

  constructor() {
    super();
    this.key = '';
    this.lang = '';
    this.theme = '';
    this.state = {
      status: 'loading',
      widget: null,
      goods: [],
      cart: null,
      product: null,
      busy: false,
      message: '',
      problem: '',
    };
  }

  override firstUpdated(): void {
    this.#market = new WidgetMarket(MARKET_ORIGIN, this.key, this.#language);
    void this.#load(null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onReturn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onReturn);
  }

  /** Somebody who comes back from paying finds the cart as it now is. */
  #onReturn = (): void => {
    if (document.visibilityState !== 'visible' || !this.state.cart) return;
    // Without a connection the cart stays as it was shown.
    void this.#try(
      async (market) => this.#set({ cart: await market.cart() }),
      () => {},
    );
  };

  get #language(): 'id' | 'en' {
    return this.lang.startsWith('en') ? 'en' : 'id';
  }

  #set(change: Partial<BerjubelWidget['state']>): void {
    this.state = { ...this.state, ...change };
  }

  /** Does what may fail, and says so in the market's words or in ours. */
  async #try(act: (market: WidgetMarket) => Promise<void>, onProblem: (sentence: string) => void): Promise<void> {
    if (!this.#market) return;
    try {
      await act(this.#market);
    } catch (error) {
      // A TypeError is how fetch says that there is no connection.
      if (!(error instanceof WidgetError || error instanceof TypeError || error instanceof SyntaxError)) throw error;
      onProblem((error instanceof WidgetError && error.message) || widgetWords[this.#language].broken);
    }
  }

  #load(after: string | null): Promise<void> {
    return this.#try(
      async (market) => {
        const [widget, cart] = await Promise.all([
          market.products(after),
          after === null ? market.cart() : this.state.cart,
        ]);
        const goods = widget?.products.edges.map(({ node }) => node) ?? [];
        if (widget && this.theme === '') this.theme = widget.theme.toLowerCase();
        this.#set({
          status: widget ? 'ready' : 'broken',
          widget,
          cart,
          goods: after === null ? goods : [...this.state.goods, ...goods],
        });
      },
      () => this.#set({ status: 'broken' }),
    );
  }

  #open(slug: string): Promise<void> {
    return this.#try(
      async (market) => this.#set({ product: (await market.product(slug)) ?? null, message: '', problem: '' }),
      (problem) => this.#set({ problem }),
    );
  }

  async #add({ variantId }: AddEvent): Promise<void> {
    this.#set({ busy: true, problem: '', message: '' });
    await this.#try(
      async (market) => this.#set({ cart: await market.add(variantId, 1), message: widgetWords[this.#language].added }),
      (problem) => this.#set({ problem }),
    );
    this.#set({ busy: false });
  }

  async #checkout(cart: WidgetCartFragment): Promise<void> {
    // Opened at once, inside the click, so that no pop-up blocker stops it; the address follows.
    const page = window.open('', '_blank');
    await this.#try(
      async (market) => {
        const address = await market.checkout(cart.id);
        if (page) page.location.href = address;
        else location.href = address;
      },
      (problem) => {
        page?.close();
        this.#set({ problem });
      },
    );
  }

  override render(): TemplateResult {
    const words = widgetWords[this.#language];
    const { status, widget, goods, cart, product, busy, message, problem } = this.state;
    return html`<section aria-label="Berjubel" lang=${this.#language}>
      ${widget ? html`<h2>${widget.title}</h2><p class="quiet">${words.from(widget.community.name)}. ${words.by}.</p>` : nothing}
      ${status === 'loading' ? html`<p role="status" class="quiet">${words.loading}</p><ul aria-hidden="true">${[1, 2, 3, 4].map(() => html`<li class="skeleton"></li>`)}</ul>` : nothing}
      ${status === 'broken' ? html`<p role="alert" class="bad">${words.broken}</p><button @click=${() => this.#load(null)}>${words.again}</button>` : nothing}
      ${status === 'ready' && goods.length === 0 ? html`<p class="quiet">${words.empty}</p>` : nothing}
      ${goods.length > 0 ? html`<ul>${goods.map((good) => html`<li>${this.#card(good)}</li>`)}</ul>` : nothing}
      ${
        widget?.products.pageInfo.hasNextPage && goods.length < 60
          ? html`<button @click=${() => this.#load(widget.products.pageInfo.endCursor ?? null)}>${words.more}</button>`
          : nothing
      }
      ${problem && !product ? html`<p role="alert" class="bad">${problem}</p>` : nothing}
      ${cart && cart.itemCount > 0 ? this.#bar(cart) : nothing}
      <berjubel-widget-product
        .product=${product}
        .language=${this.#language}
        .busy=${busy}
        .message=${message}
        .problem=${problem}
        @berjubel-add=${this.#add}
        @close=${() => this.#set({ product: null })}
      ></berjubel-widget-product>
    </section>`;
  }

  #card(good: WidgetCardFragment): TemplateResult {
    const words = widgetWords[this.#language];
    const photo = good.photos[0];
    const isRange = good.priceRange.min !== good.priceRange.max;
    return html`<button class="good" @click=${() => this.#open(good.slug)}>
      ${photo ? html`<img src=${onMarket(photo.url)} alt="" loading="lazy" width="320" height="320" />` : nothing}
      <span class="title">${good.title}</span>
      <span class="price">${isRange ? `${words.fromPrice} ` : ''}${rupiah(good.priceRange.min)}</span>
      <span class="quiet">${good.seller.kecamatan.name}${good.inStock ? '' : html`, ${words.soldOut}`}</span>
    </button>`;
  }

  #bar(cart: WidgetCartFragment): TemplateResult {
    const words = widgetWords[this.#language];
    return html`<div class="bar">
      <p role="status">${words.cart(cart.itemCount)}</p>
      <button class="main" @click=${() => this.#checkout(cart)}>${words.checkout(rupiah(cart.goodsTotal))} <span aria-hidden="true">↗</span></button>
    </div>`;
  }
}
