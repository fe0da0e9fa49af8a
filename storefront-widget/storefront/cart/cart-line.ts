import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { icon } from '../../elements/icon.ts';
import type { CartLineViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { rupiah } from '../../words/format.ts';

/** A line of the cart as the API tells it. */
export type Line = CartLineViewFragment;

/** What the person may do to a line, and what is under way. */
export interface LineActs {
  readonly tick: (isTicked: boolean) => void;
  readonly choose: (quantity: number) => void;
  readonly remove: () => void;
  readonly isWaiting: boolean;
  /** What the API refused about this line, or adjusted in it; empty when nothing. */
  readonly message: string;
}

/** Whether a line can be bought at all now. */
export function isBuyable({ issue }: Pick<Line, 'issue'>): boolean {
  return issue !== 'OUT_OF_STOCK' && issue !== 'UNAVAILABLE';
}

/** Title and variant, as one says them. */
export function nameOf({ product, variant }: Pick<Line, 'product' | 'variant'>): string {
  return variant.name ? `${product.title}, ${variant.name}` : product.title;
}

/** One line of the cart: what it is, what it costs, what changed, how many. */
export function drawLine(line: Line, acts: LineActs, language: Language): TemplateResult {
  const words = buyWords[language].cart;
  const canBuy = isBuyable(line);
  const name = nameOf(line);
  const photo = line.product.photos[0]?.small;
  return html`<li class="cart-line ${canBuy ? '' : 'gone'}" aria-busy=${acts.isWaiting ? 'true' : 'false'} data-line=${line.id}>
    <label class="tick">
      <input type="checkbox" aria-label=${words.line(name)} .checked=${live(line.selected && canBuy)} ?disabled=${!canBuy}
        @change=${(event: Event) => acts.tick((event.target as HTMLInputElement).checked)}>
    </label>
    <div class="picture">${photo ? html`<img src=${photo} alt="" width="80" height="80" loading="lazy">` : ''}</div>
    <div class="what">
      <a class="title" href="/produk/${line.product.slug}">${line.product.title}</a>
      ${line.variant.name ? html`<p class="quiet small">${line.variant.name}</p>` : ''}
      <p class="row costs"><span class="price">${rupiah(line.total)}</span>
        ${line.quantity > 1 ? html`<span class="quiet small figures">${words.each(rupiah(line.unitPrice))}</span>` : ''}
        ${canBuy && line.stockLeft <= 5 && !acts.message ? html`<span class="few">${words.left(line.stockLeft)}</span>` : ''}</p>
      ${drawChange(line, acts.message, language)}
    </div>
    <div class="row line-acts">
      ${
        canBuy
          ? html`<berjubel-quantity .line=${line} .label=${name} .isWaiting=${acts.isWaiting}
            @quantity-chosen=${(event: CustomEvent<number>) => acts.choose(event.detail)}></berjubel-quantity>`
          : ''
      }
      <button type="button" class="button plain remove" aria-label=${words.removeOf(name)} @click=${acts.remove}>${icon(trash)}<span>${words.remove}</span></button>
    </div>
  </li>`;
}

/** What is different from when the line was put in. */
function drawChange(line: Line, message: string, language: Language): TemplateResult | '' {
  const words = buyWords[language].cart;
  if (message) return html`<p class="change bad" role="alert">${message}</p>`;
  switch (line.issue) {
    case 'OUT_OF_STOCK':
      return html`<p class="change bad">${words.soldOut}</p>`;
    case 'UNAVAILABLE':
      return html`<p class="change bad">${words.unavailable}</p>`;
    case 'QUANTITY_REDUCED':
      return html`<p class="change">${words.reduced(line.stockLeft)}</p>`;
    case 'PRICE_CHANGED': {
      const sentence = line.unitPrice > line.priceWhenAdded ? words.priceUp : words.priceDown;
      return html`<p class="change">${sentence(line.priceWhenAdded, line.unitPrice)}</p>`;
    }
    default:
      return '';
  }
}
