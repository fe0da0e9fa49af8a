import { shellWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import type { Visit } from '../visit.ts';
import { block, waiting } from './frame.ts';

const shape =
  (draw: () => Html) =>
  ({ language }: Visit): Html =>
    waiting(shellWords[language].loading, draw());

/** A cart before it is there: two shops with their lines, and the sums. */
export const cartShape = shape(() => html`${block(5)}${block(5)}${block(3)}`);

/** The checkout before it is there: where, how, who. */
export const checkoutShape = shape(() => html`${block(8)}${block(8)}${block(3)}`);

/** The sign-in form before it is there: a field and a button. */
export const signInShape = shape(() => html`${block(2)}${block(1)}`);

/** A list of orders before it is there. */
export const ordersShape = shape(() => html`${block(3)}${block(3)}${block(3)}`);

/** An order before it is there: its state, its payment or codes, its parcels. */
export const orderShape = shape(() => html`${block(2)}${block(8)}${block(5)}`);

/** An account before it is there: the person, places of work, devices. */
export const accountShape = shape(() => html`${block(5)}${block(2)}${block(3)}`);
