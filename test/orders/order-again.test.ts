import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cart } from '../../api/carts/index.ts';
import { viewOf } from '../../api/carts/index.ts';
import { StoredCartLine } from '../../api/carts/stored-cart-line.ts';
import { StoredProduct, StoredVariant } from '../../api/catalog/index.ts';
import { Stock } from '../../api/inventory/index.ts';
import { orderAgain } from '../../api/orders/order-again.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aBuyer, aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
let market: Market;
let buyer: Buyer;
let code: string;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  market = await aMarket(world, { shops: 3, stock: 10, price: 12_500 });
  const placed = await anOrder(world, market, { paymentMethod: 'QRIS', quantity: 4 });
  buyer = placed.buyer;
  code = placed.order.code;
});

const again = (of: Buyer = buyer) => orderAgain(world.context(of.actor), code);
const change = (sql: string, values: unknown[]): Promise<unknown> =>
  inTransaction(world.context(), (tx) => tx.execute(sql, values));
const goods = (at: number) => market.stalls[at]!.goods;

/** Lines of a cart as its buyer sees them, in the order of the stalls. */
async function linesOf(cart: Cart): Promise<{ quantity: number; selected: boolean; before: number; price: number }[]> {
  const { lines } = await viewOf(world.context(buyer.actor), cart);
  return market.stalls.flatMap(({ goods: { variantKey } }) =>
    lines
      .filter((line) => line.variantKey === variantKey)
      .map(({ quantity, selected, priceWhenAdded, unitPrice }) => ({
        quantity,
        selected,
        before: priceWhenAdded,
        price: unitPrice,
      })),
  );
}

describe('an order is put into the cart again', () => {
  test('all of it is there: as many, ticked, at the point where it was collected; again changes nothing', async () => {
    const first = await again();
    expect(first).toMatchObject({ missing: [], addedCount: 3 });
    expect(first.cart.pickupPointKey).toBe(market.point.key);
    const lines = await linesOf(first.cart);
    expect(lines.map(({ quantity, selected }) => [quantity, selected])).toEqual([
      [4, true],
      [4, true],
      [4, true],
    ]);
    expect(await linesOf((await again()).cart)).toEqual(lines);
  });

  test('what is gone, sold out or fewer is told, and the rest stands in the cart; a new price is told by the line', async () => {
    await change(`update product set status = 'ARCHIVED' where id = ?`, [goods(0).productKey]);
    await change('update stock set on_hand = reserved + 1 where variant_id = ?', [goods(1).variantKey]);
    await change('update variant set price = 15000 where id = ?', [goods(2).variantKey]);
    const { cart, missing, addedCount } = await again();
    expect(missing.map(({ why, quantity }) => [why, quantity]).sort()).toEqual([
      ['FEWER', 3],
      ['GONE', 4],
    ]);
    expect(addedCount).toBe(2);
    expect(await linesOf(cart)).toEqual([
      { quantity: 1, selected: true, before: 12_500, price: 12_500 },
      { quantity: 4, selected: true, before: 12_500, price: 15_000 },
    ]);
    await change('update stock set on_hand = reserved where variant_id = ?', [goods(1).variantKey]);
    await change('delete from cart_line where variant_id = ?', [goods(1).variantKey]);
    const later = await again();
    expect(later.missing.map(({ why }) => why).sort()).toEqual(['GONE', 'SOLD_OUT']);
    expect(later.missing.every(({ title }) => title.startsWith('Keripik'))).toBe(true);
  });

  test('what was in the cart stays; of the same thing the larger quantity counts', async () => {
    const { cart } = await again();
    await change('update cart_line set quantity = 6, selected = false where cart_id = ? and variant_id = ?', [
      cart.key,
      goods(0).variantKey,
    ]);
    await change('update cart_line set quantity = 1 where cart_id = ? and variant_id = ?', [
      cart.key,
      goods(1).variantKey,
    ]);
    const lines = await linesOf((await again()).cart);
    expect(lines.map(({ quantity, selected }) => [quantity, selected])).toEqual([
      [6, true],
      [4, true],
      [4, true],
    ]);
  });

  test('a full cart takes no further thing', async () => {
    const { cart } = await again();
    await change('delete from cart_line where cart_id = ?', [cart.key]);
    await inTransaction(world.context(), async (tx) => {
      const product = await tx.findOneOrFail(StoredProduct, { key: goods(0).productKey });
      for (let at = 0; at < 98; at += 1) {
        const variant = Object.assign(new StoredVariant(), {
          productKey: product.key,
          sellerKey: product.sellerKey,
          sku: `PENUH-${at}-${code}`,
          name: `${at} g`,
          price: 1_000,
          weightGrams: 10,
        });
        tx.persist(variant);
        await tx.flush();
        tx.persist(Object.assign(new Stock(), { variantKey: variant.key, onHand: 1, reserved: 0 }));
        const line = { cartKey: cart.key, variantKey: variant.key, quantity: 1, priceWhenAdded: 1_000 };
        tx.persist(Object.assign(new StoredCartLine(), line));
      }
    });
    const { missing, addedCount } = await again();
    expect([addedCount, missing.map(({ why }) => why)]).toEqual([2, ['CART_FULL']]);
  });

  test('rule 7: somebody else’s order is not there', async () => {
    await expectRefusal(again(await aBuyer(world, market)), 'NOT_FOUND');
  });
});
