import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CartViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { isBuyable, type Line } from './cart-line.ts';

/** One shop's lines. */
export type Group = CartViewFragment['groups'][number];

/** Every line of a cart, as they stand below each other. */
export function allLines({ groups }: Pick<CartViewFragment, 'groups'>): Line[] {
  return groups.flatMap(({ lines }) => lines);
}

/** The cart as it will be once the ticks are sent. Its sums are still those from before. */
export function ticked<Cart extends CartViewFragment>(cart: Cart, ids: ReadonlySet<string>, selected: boolean): Cart {
  const tick = (line: Line): Line => (ids.has(line.id) ? { ...line, selected } : line);
  return { ...cart, groups: cart.groups.map((group) => ({ ...group, lines: group.lines.map(tick) })) };
}

/** A box that ticks several lines: half ticked while only some of them are. */
export function drawTick(
  lines: readonly Line[],
  label: string,
  tick: (lines: readonly Line[], selected: boolean) => void,
  hidesLabel = false,
): TemplateResult {
  const buyable = lines.filter((line) => isBuyable(line));
  const on = buyable.filter(({ selected }) => selected).length;
  return html`<label class="tick">
    <input type="checkbox" aria-label=${label} ?disabled=${buyable.length === 0}
      .checked=${live(on > 0 && on === buyable.length)} .indeterminate=${live(on > 0 && on < buyable.length)}
      @change=${(event: Event) => tick(buyable, (event.target as HTMLInputElement).checked)}>
    ${hidesLabel ? '' : html`<span>${label}</span>`}
  </label>`;
}

/** A cart with nothing in it, and one way on. */
export function drawEmpty(language: Language): TemplateResult {
  const words = buyWords[language].cart;
  return html`<div class="empty">
    <img src="/drawings/empty-cart.svg" alt="" width="160" height="160">
    <p><strong>${words.empty}</strong></p>
    <p class="quiet">${words.emptyHelp}</p>
    <a class="button" href="/">${words.browse}</a>
  </div>`;
}
