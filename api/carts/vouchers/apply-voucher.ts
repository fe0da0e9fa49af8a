import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Cart } from '../cart.ts';
import { lockOwnCart } from '../own-cart.ts';
import { touch } from '../touch-cart.ts';
import { heldVoucher } from './held-voucher.ts';
import { Voucher } from './voucher.ts';
import { readVoucherCode } from './voucher-code.ts';
import { problemOf } from './voucher-on-parcels.ts';

/**
 * Puts a voucher on the caller's cart, in place of another. What the goods in the cart stand against (too little, other shops, another
 * category) can change: the code stays on the cart, which says what is missing. Refuses NOT_FOUND without a cart, VOUCHER_UNKNOWN,
 * and what the cart cannot mend: VOUCHER_OVER, VOUCHER_NOT_BEGUN, VOUCHER_USED_UP, VOUCHER_USED_BY_YOU, VOUCHER_USED_UP_BY_YOU, and
 * VOUCHER_USED_TODAY or VOUCHER_USED_UP_TODAY, and the like of a week or a month. It is no use yet: only an order is.
 */
export async function applyVoucher(ctx: Context, cartId: string | null, typed: string): Promise<Cart> {
  const code = readVoucherCode(typed) ?? refuse('VOUCHER_UNKNOWN', ['code']);
  return inTransaction(ctx, async (tx) => {
    const cart = (await lockOwnCart(tx, cartId)) ?? refuse('NOT_FOUND', ['cartId']);
    const voucher = (await tx.findOne(Voucher, { code })) ?? refuse('VOUCHER_UNKNOWN', ['code']);
    const problem = problemOf(await heldVoucher(tx, voucher.key, cart.accountKey, []));
    if (problem) refuse(problem.code, ['code'], problem.values);
    touch(tx, cart);
    cart.voucherKey = voucher.key;
    return cart;
  });
}

/** Takes the voucher off the caller's cart; a cart without one stays as it is. Refuses NOT_FOUND without a cart. */
export function removeVoucher(ctx: Context, cartId: string | null): Promise<Cart> {
  return inTransaction(ctx, async (tx) => {
    const cart = (await lockOwnCart(tx, cartId)) ?? refuse('NOT_FOUND', ['cartId']);
    touch(tx, cart);
    cart.voucherKey = null;
    return cart;
  });
}
