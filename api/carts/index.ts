import type { Domain } from '../platform/domain.ts';
import { Cart } from './cart.ts';
import { CartLineResolver, SignedInCartResolver } from './cart-line-resolver.ts';
import { ownCarts, ownLines } from './cart-queries.ts';
import { CartResolver } from './cart-resolver.ts';
import { ChangeCartResolver } from './change-cart-resolver.ts';
import { CheckoutToken } from './checkout-token.ts';
import { mergeGuestCart } from './merge-carts.ts';
import { StoredCartLine } from './stored-cart-line.ts';
import { sweepCarts } from './sweep-carts.ts';

export { Cart } from './cart.ts';
export { type CartView, viewOf } from './cart-view.ts';
export { lockCart, takeOutBought } from './lock-cart.ts';
export type { Quote, QuoteLine, QuoteParcel } from './quote.ts';
export { QUOTE_REFUSALS, quoteCart } from './quote-cart.ts';

/** What carts brings to the program. */
export const cartsDomain: Domain = {
  name: 'carts',
  entities: [Cart, StoredCartLine, CheckoutToken],
  resolvers: [CartResolver, CartLineResolver, SignedInCartResolver, ChangeCartResolver],
  listeners: [{ on: ['SignedIn'], listen: mergeGuestCart }],
  jobs: [sweepCarts],
  nodes: { Cart: ownCarts, CartLine: ownLines },
};
