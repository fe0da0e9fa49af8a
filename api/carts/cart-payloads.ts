import { UrlScalar } from '../platform/graphql/scalars.ts';
import { COMMON, errorFamily, payloadType } from '../platform/graphql/user-errors.ts';
import { Cart } from './cart.ts';
import { LINE_SENTENCES } from './cart-sentences.ts';
import { QUOTE_REFUSALS } from './quote-cart.ts';

const cart = { type: () => Cart, description: 'The cart as it now is.' };
const cartToken = {
  type: () => String,
  description:
    'Secret that holds a guest cart made just now, for clients that sent `X-Client: api` or `widget`: send it as `X-Cart-Token`. Pages get a cookie instead.',
};

/** Refusals of createCart. */
export const CREATE_CART = errorFamily('CreateCart', { NOT_FOUND: COMMON.NOT_FOUND, INVALID: COMMON.INVALID });
/** What createCart gives back. */
export const CreateCartPayload = payloadType(CREATE_CART, { cart, cartToken });

/** Refusals of setCartLine. */
export const SET_CART_LINE = errorFamily('SetCartLine', LINE_SENTENCES);
/** What setCartLine gives back. */
export const SetCartLinePayload = payloadType(SET_CART_LINE, { cart, cartToken });

/** Refusals of removeCartLine. */
export const REMOVE_CART_LINE = errorFamily('RemoveCartLine', { NOT_FOUND: LINE_SENTENCES.NOT_FOUND });
/** What removeCartLine gives back. */
export const RemoveCartLinePayload = payloadType(REMOVE_CART_LINE, { cart });

/** Refusals of setCartSelection. */
export const SET_CART_SELECTION = errorFamily('SetCartSelection', { NOT_FOUND: LINE_SENTENCES.NOT_FOUND });
/** What setCartSelection gives back. */
export const SetCartSelectionPayload = payloadType(SET_CART_SELECTION, { cart });

/** Refusals of setCartPickupPoint. */
export const SET_CART_PICKUP_POINT = errorFamily('SetCartPickupPoint', {
  NOT_FOUND: COMMON.NOT_FOUND,
  POINT_CLOSED: QUOTE_REFUSALS.POINT_CLOSED,
});
/** What setCartPickupPoint gives back. */
export const SetCartPickupPointPayload = payloadType(SET_CART_PICKUP_POINT, { cart, cartToken });

/** Refusals of createCheckoutToken. */
export const CREATE_CHECKOUT_TOKEN = errorFamily('CreateCheckoutToken', {
  NOT_FOUND: COMMON.NOT_FOUND,
  CART_EMPTY: { id: 'Keranjang masih kosong.', en: 'The cart is empty.', means: 'Nothing is in the cart.' },
});
/** What createCheckoutToken gives back. */
export const CreateCheckoutTokenPayload = payloadType(CREATE_CHECKOUT_TOKEN, {
  url: {
    type: () => UrlScalar,
    description:
      'Where to send the buyer: good once, for 10 minutes. Its fragment is the token for redeemCheckoutToken.',
  },
});

/** Refusals of redeemCheckoutToken. */
export const REDEEM_CHECKOUT_TOKEN = errorFamily('RedeemCheckoutToken', {
  TOKEN_INVALID: {
    id: 'Tautan ini sudah dipakai atau kedaluwarsa. Kembali ke situs asal dan tekan Beli lagi.',
    en: 'This link was used or has expired. Go back to the site and press Buy again.',
    means: 'The token is unknown, used, older than 10 minutes, or of another account’s cart.',
  },
});
/** What redeemCheckoutToken gives back. */
export const RedeemCheckoutTokenPayload = payloadType(REDEEM_CHECKOUT_TOKEN, { cart, cartToken });
