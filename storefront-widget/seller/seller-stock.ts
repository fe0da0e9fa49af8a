import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { newKey } from '../elements/new-key.ts';
import { PageElement } from '../elements/page-element.ts';
import {
  AdjustStockDocument,
  SellerStockDocument,
  type StockProductFragment,
} from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';

type Variant = StockProductFragment['variants'][number];

/** `<berjubel-seller-stock>`: a shop's stock as big steps; each press is saved at once. Property: slug of the shop. */
export class SellerStock extends PageElement {
  static override properties = {
    ...PageElement.properties,
    slug: {},
    products: { state: true },
    next: { state: true },
    said: { state: true },
  };

  declare slug: string;
  declare private products: readonly StockProductFragment[] | null;
  declare private next: string | null;
  declare private said: string;

  constructor() {
    super();
    this.slug = '';
    this.products = null;
    this.next = null;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(() => this.#load());
  }

  async #load(): Promise<void> {
    const { seller } = await ask(SellerStockDocument, { slug: this.slug, after: this.next });
    const page = seller?.products;
    this.products = [...(this.products ?? []), ...(page?.edges.map(({ node }) => node) ?? [])];
    this.next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  }

  #step(product: StockProductFragment, variant: Variant, change: number): void {
    void this.act(async () => {
      const words = workWords[this.language].seller;
      const { adjustStock } = await ask(AdjustStockDocument, {
        input: { variantId: variant.id, delta: change, reason: words.stockReason, idempotencyKey: newKey() },
      });
      const refusal = adjustStock.userErrors[0];
      if (refusal) this.problem = refusal.message;
      const left = adjustStock.variant?.stockLeft;
      if (left === undefined) return;
      this.said = words.stockSaved;
      this.products = (this.products ?? []).map((other) =>
        other.id === product.id
          ? {
              ...other,
              variants: other.variants.map((one) => (one.id === variant.id ? { ...one, stockLeft: left } : one)),
            }
          : other,
      );
    });
  }

  override render(): TemplateResult {
    const words = workWords[this.language].seller;
    if (!this.products)
      return html`<p class="quiet" role="status">${this.problem || shellWords[this.language].loading}</p>`;
    return html`<p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      <ul class="queue">${this.products.map((product) => html`<li class="card stack-tight">${this.#product(product)}</li>`)}</ul>
      ${this.next ? html`<button class="button second wide section" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.showMore}</button>` : nothing}`;
  }

  #product(product: StockProductFragment): TemplateResult {
    const photo = product.photos[0];
    return html`<div class="line">
        ${photo ? html`<img src=${photo.url} alt="" width="48" height="48" loading="lazy" />` : nothing}
        <a href="/produk/${product.slug}">${product.title}</a>
      </div>
      <ul class="stack-tight">${product.variants.map((variant) => html`<li class="row spread">${this.#variant(product, variant)}</li>`)}</ul>`;
  }

  #variant(product: StockProductFragment, variant: Variant): TemplateResult {
    const words = workWords[this.language].seller;
    const name = variant.name ? `${product.title}, ${variant.name}` : product.title;
    return html`<span>${variant.name || variant.sku}<br /><span class="small quiet figures">${rupiah(variant.price)}</span></span>
      <span class="steps" role="group" aria-label=${words.stockOf(name)}>
        <button aria-label=${words.less(name)} ?disabled=${this.isBusy || variant.stockLeft === 0} @click=${() => this.#step(product, variant, -1)}>−</button>
        <output class="figures">${variant.stockLeft}</output>
        <button aria-label=${words.moreOf(name)} ?disabled=${this.isBusy} @click=${() => this.#step(product, variant, 1)}>+</button>
      </span>`;
  }
}
