const CART = 'A cart holds neither money nor stock; it is read again when it is ordered.';

/** Commits of these domains at which no process is made to die, by file or event, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'carts/cart-view': CART,
  'carts/checkout-tokens': CART,
  'carts/create-cart': CART,
  'carts/remove-cart-line': CART,
  'carts/set-cart-line': CART,
  'carts/set-cart-pickup-point': CART,
  'carts/set-cart-selection': CART,
  'orders/order-again': CART,
  'carts/vouchers/apply-voucher':
    'A voucher in a cart is no use of it; it is used by the commit that places the order.',
  'carts/vouchers/create-voucher': 'A voucher that nobody has used yet moves nothing.',
  'carts/vouchers/end-voucher': 'Whoever placed an order before keeps the discount, later ones are refused.',
  'orders/unlock-collection': 'A new PIN for the same parcels: neither money nor goods move.',
  CollectionUnlocked: 'Told by the commit above.',
  ParcelPiecesMissing: 'Told in the place of ParcelPartlyRefunded, by the same commit, where a voucher paid it all.',
  'orders/sweep-timers': 'Wakes the next sweep, which comes by the minute as well.',
  'messaging/send-otp': 'A code for signing in.',
  'messaging/ask-for-account':
    'A question to a buyer, written and sent as other messages are; a curator may ask again.',
  RefundAccountAsked: 'Told by the commit above.',
};
