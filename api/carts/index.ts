import type { Domain } from '../platform/domain.ts';
import { Cart } from './cart.ts';
import { StoredCartLine } from './cart-line.ts';
import { CheckoutToken } from './checkout-token.ts';

export { Cart } from './cart.ts';
export { CartLineIssue } from './cart-line.ts';
export { lockCart, takeOutBought } from './lock-cart.ts';
export type { Quote, QuoteLine, QuoteParcel } from './quote.ts';
export { QUOTE_REFUSALS, quoteCart } from './quote-cart.ts';

/** What carts brings to the program. */
export const cartsDomain: Domain = {
  name: 'carts',
  entities: [Cart, StoredCartLine, CheckoutToken],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
