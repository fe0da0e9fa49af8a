import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { WidgetProductQuery } from '../operations/generated/graphql.ts';
import { rupiah } from '../words/format.ts';
import { widgetWords } from '../words/widget.ts';
import { onMarket } from './origin.ts';
import { widgetStyles } from './styles.ts';

type Product = NonNullable<WidgetProductQuery['product']>;

/** Asked for by the dialog: one more piece of this variant. */
export class AddEvent extends Event {
  constructor(readonly variantId: string) {
    super('berjubel-add', { bubbles: true, composed: true });
  }
}

/** One product over the host page, with its choices. Fires `berjubel-add` and `close`. */
export class ProductDialog extends LitElement {
  static override styles = widgetStyles;
  static override properties = {
    product: { attribute: false },
    language: {},
    busy: { type: Boolean },
    message: {},
    problem: {},
  };

  /** What is shown; null shuts the dialog. */
  declare product: Product | null;
  declare language: 'id' | 'en';
  /** Whether an answer is awaited. */
  declare busy: boolean;
  /** What went well, for everyone and for screen readers. */
  declare message: string;
  /** What went wrong. */
  declare problem: string;

  constructor() {
    super();
    this.product = null;
    this.language = 'id';
    this.busy = false;
    this.message = '';
    this.problem = '';
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('product')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.product && !dialog?.open) dialog?.showModal();
    if (!this.product && dialog?.open) dialog.close();
  }

  override render(): TemplateResult {
    const { product } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
      ${product ? this.#content(product) : nothing}
    </dialog>`;
  }

  #content(product: Product): TemplateResult {
    const words = widgetWords[this.language];
    const photo = product.photos[0];
    const first = product.variants.find((variant) => variant.inStock);
    return html`<form method="dialog" @submit=${this.#submit}>
      ${photo ? html`<img src=${onMarket(photo.url)} alt=${photo.alt} />` : nothing}
      <h3 id="title">${product.title}</h3>
      <p class="quiet">${product.seller.name}, ${product.seller.kecamatan.name}</p>
      <p>${product.description}</p>
      <fieldset>
        <legend class="quiet">${words.choose}</legend>
        ${product.variants.map(
          (variant) =>
            html`<label
              ><input type="radio" name="variant" value=${variant.id} ?checked=${variant === first} ?disabled=${!variant.inStock} /><span
                class="grow"
                >${variant.name || product.title}</span
              ><span class="price">${rupiah(variant.price)}</span>${
                variant.inStock
                  ? variant.stockLeft <= 5
                    ? html`<span class="bad">${words.left(variant.stockLeft)}</span>`
                    : nothing
                  : html`<span>${words.soldOut}</span>`
              }</label
            >`,
        )}
      </fieldset>
      <div class="acts">
        <p role="status">${this.message}</p>
        ${this.problem ? html`<p class="bad" role="alert">${this.problem}</p>` : nothing}
        <button class="main" type="submit" ?disabled=${!first || this.busy}>${words.add}</button>
        <button type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${words.close}</button>
      </div>
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement).get('variant');
    if (typeof chosen === 'string') this.dispatchEvent(new AddEvent(chosen));
  }
}
