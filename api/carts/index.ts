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
import { CartVoucherResolver } from './vouchers/cart-voucher-resolver.ts';
import { Voucher } from './vouchers/voucher.ts';
import { VoucherPeriodCount } from './vouchers/voucher-period-count.ts';
import { keptVouchers } from './vouchers/voucher-queries.ts';
import { VoucherRedemption } from './vouchers/voucher-redemption.ts';
import { SellerVouchersResolver, VoucherResolver } from './vouchers/voucher-resolver.ts';

export { Cart } from './cart.ts';
export { type CartView, viewOf } from './cart-view.ts';
export { lockCartOfAccount, takingOutBought } from './lock-cart.ts';
export { priceLines } from './price-lines.ts';
export { putAgain, type WhyMissing } from './put-again.ts';
export type { Quote, QuoteLine, QuoteParcel } from './quote.ts';
export { QUOTE_REFUSALS, quoteCart } from './quote-cart.ts';
export { giveVoucherBack, redeemVoucher, takeVoucherAgain } from './vouchers/redeem-voucher.ts';
export { Voucher } from './vouchers/voucher.ts';
export { VOUCHER_SENTENCES } from './vouchers/voucher-problem.ts';

/** What carts brings to the program. */
export const cartsDomain: Domain = {
  name: 'carts',
  entities: [Cart, StoredCartLine, CheckoutToken, Voucher, VoucherRedemption, VoucherPeriodCount],
  resolvers: [
    CartResolver,
    CartLineResolver,
    SignedInCartResolver,
    ChangeCartResolver,
    CartVoucherResolver,
    VoucherResolver,
    SellerVouchersResolver,
  ],
  listeners: [{ on: ['SignedIn'], listen: mergeGuestCart }],
  jobs: [sweepCarts],
  nodes: { Cart: ownCarts, CartLine: ownLines, Voucher: keptVouchers },
};
