import type { Product } from '../../catalog/index.ts';
import type { FoundProduct } from '../product-search.ts';
import { type CursorPlace, cursorTo, type Order } from './order.ts';

/** A card whose cursor is made only when somebody looks at it. */
export class PlacedCard implements FoundProduct {
  readonly node: Product;
  readonly #place: CursorPlace;
  readonly #order: Order;

  constructor({ place, card }: { place: CursorPlace; card: Product }, order: Order) {
    this.node = card;
    this.#place = place;
    this.#order = order;
  }

  get cursor(): string {
    return cursorTo(this.#order, this.#place);
  }
}
