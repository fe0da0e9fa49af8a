import { randomUUID } from 'node:crypto';
import { applyVoucher } from '../../../api/carts/vouchers/apply-voucher.ts';
import { createVoucher, type VoucherWanted } from '../../../api/carts/vouchers/create-voucher.ts';
import type { Voucher } from '../../../api/carts/vouchers/voucher.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aPerson, type Maker } from './accounts.ts';
import { aBuyer, type Buyer, type Goods, type Market } from './orders.ts';

let made = 0;

/** A code that no voucher has. */
export function newVoucherCode(): string {
  made += 1;
  return `UJI${made}X${randomUUID().slice(0, 6).toUpperCase()}`;
}

/** A voucher of the city: Rp1.000 off, for everybody, as often as one likes, unless asked otherwise. */
export async function aVoucher(world: Maker, asked: Partial<VoucherWanted> = {}): Promise<Voucher> {
  const { actor } = await aPerson(world, { name: 'Bu Kurator', roles: [['CURATOR', null]] });
  const usual = asked.kind ? {} : ({ kind: 'AMOUNT', amount: 1_000 } as const);
  const wanted = { code: newVoucherCode(), name: 'Voucher uji', idempotencyKey: randomUUID(), ...usual, ...asked };
  return createVoucher(world.context(actor), wanted as VoucherWanted);
}

/** A voucher of a shop of the market, by its owner. */
export function aShopVoucher(
  world: Maker,
  { seller, owner }: Market['stalls'][number],
  asked: Partial<VoucherWanted>,
): Promise<Voucher> {
  const wanted = { code: newVoucherCode(), name: 'Voucher toko', idempotencyKey: randomUUID() };
  return createVoucher(world.context(owner.actor), {
    ...wanted,
    sellerId: globalId('Seller', seller.key),
    ...asked,
  } as VoucherWanted);
}

/** A buyer whose full cart has a voucher on it; `total` is what the cart costs with `discount` off. */
export async function aBuyerWith(
  world: Maker,
  market: Market,
  { code }: Pick<Voucher, 'code'>,
  { discount = 1_000, ...cart }: { discount?: number; quantity?: number; goods?: readonly Goods[] } = {},
): Promise<Buyer> {
  const buyer = await aBuyer(world, market, cart);
  await applyVoucher(world.context(buyer.actor), buyer.cartId, code);
  return { ...buyer, total: buyer.total - discount };
}
