import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCheckoutToken, redeemCheckoutToken } from '../../api/carts/checkout-tokens.ts';
import { createCart } from '../../api/carts/create-cart.ts';
import { Cart } from '../../api/carts/index.ts';
import { lockCart } from '../../api/carts/lock-cart.ts';
import { mergeInto } from '../../api/carts/merge-carts.ts';
import { lockOrMakeCart } from '../../api/carts/own-cart.ts';
import { removeCartLine } from '../../api/carts/remove-cart-line.ts';
import { setCartLine } from '../../api/carts/set-cart-line.ts';
import { setCartSelection } from '../../api/carts/set-cart-selection.ts';
import { StoredCartLine } from '../../api/carts/stored-cart-line.ts';
import { orderAgain } from '../../api/orders/order-again.ts';
import type { Actor } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { newToken, tokenHash } from '../../api/platform/secrets.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';

/** M14: a cart is changed on another device between the look of an act and the act: it must see what the rival left. */
let world: MarketWorld;
let market: Market;
beforeAll(async () => {
  world = await openMarketWorld();
  market = await aMarket(world, { shops: 2, stock: 50 });
});
afterAll(() => world.close());

const said = (outcome: PromiseSettledResult<unknown>): string =>
  outcome.status === 'fulfilled' ? 'DONE' : outcome.reason.code;
const linesOf = (cartId: string) =>
  world
    .context()
    .read.rows<{ id: string; variant_id: string; quantity: number; selected: boolean }>(
      'select id, variant_id, quantity, selected from cart_line where cart_id = $1 order by id',
      [cartId],
    );
const keyOfCart = async ({ account }: Pick<Buyer, 'account'>): Promise<string> =>
  (await world.context().em.fork().findOneOrFail(Cart, { accountKey: account.key })).key;
/** The buyer's other device writes into the cart at this moment. */
const writing =
  (buyer: Buyer, sql: string, values: readonly unknown[] = []) =>
  async (tx: Tx) => {
    const { key } = await lockCart(tx, buyer.actor, buyer.cartId);
    await tx.execute(sql, [key, ...values]);
  };
const EMPTYING = 'delete from cart_line where cart_id = ?';
const variantOf = (at: number): string => market.stalls[at]!.goods.variantKey;

describe('a cart that is changed on two devices', () => {
  test('takes one line for the same goods, of as many pieces as were said last', async () => {
    const buyer = await aBuyer(world, market, { goods: [market.stalls[0]!.goods] });
    const sql = `insert into cart_line (cart_id, id, variant_id, quantity, selected, price_when_added) values (?, ?, ?, 2, true, 12500)`;
    const wanted = { cartId: null, variantId: globalId('Variant', variantOf(1)), quantity: 3, selected: null };
    const adding = writing(buyer, sql, [newKey(), variantOf(1)]);
    expect(said(await letRivalRunFirst(world, adding, () => setCartLine(world.context(buyer.actor), wanted)))).toBe(
      'DONE',
    );
    const lines = await linesOf(await keyOfCart(buyer));
    expect(lines.filter(({ variant_id }) => variant_id === variantOf(1))).toMatchObject([{ quantity: 3 }]);
  });

  test('ticks nothing that was taken out: NOT_FOUND', async () => {
    const buyer = await aBuyer(world, market);
    const lineIds = (await linesOf(await keyOfCart(buyer))).map(({ id }) => globalId('CartLine', id));
    const act = () => setCartSelection(world.context(buyer.actor), { cartId: null, lineIds, selected: false });
    const removing = writing(buyer, 'delete from cart_line where cart_id = ? and variant_id = ?', [variantOf(1)]);
    expect(said(await letRivalRunFirst(world, removing, act))).toBe('NOT_FOUND');
    expect(await linesOf(await keyOfCart(buyer))).toMatchObject([{ selected: true }]);
  });

  test('loses a line once, and no other', async () => {
    const buyer = await aBuyer(world, market);
    const [line] = await linesOf(await keyOfCart(buyer));
    const removing = writing(buyer, 'delete from cart_line where cart_id = ? and id = ?', [line!.id]);
    const act = () => removeCartLine(world.context(buyer.actor), globalId('CartLine', line!.id));
    expect(said(await letRivalRunFirst(world, removing, act))).toBe('DONE');
    expect(await linesOf(await keyOfCart(buyer))).toHaveLength(1);
  });

  test('is not taken to the checkout when it was emptied: CART_EMPTY', async () => {
    const buyer = await aBuyer(world, market);
    const act = () => createCheckoutToken(world.context(buyer.actor), buyer.cartId);
    expect(said(await letRivalRunFirst(world, writing(buyer, EMPTYING), act))).toBe('CART_EMPTY');
  });

  test('holds goods of an earlier order in the larger number, whoever put them there', async () => {
    const { order, buyer } = await anOrder(world, market, { quantity: 2 });
    const sql = `insert into cart_line (cart_id, id, variant_id, quantity, selected, price_when_added) values (?, ?, ?, 5, false, 12500)`;
    const adding = writing(buyer, sql, [newKey(), variantOf(0)]);
    const outcome = await letRivalRunFirst(world, adding, () => orderAgain(world.context(buyer.actor), order.code));
    expect(said(outcome)).toBe('DONE');
    const quantities = new Map((await linesOf(await keyOfCart(buyer))).map((line) => [line.variant_id, line.quantity]));
    expect([quantities.get(variantOf(0)), quantities.get(variantOf(1))]).toEqual([5, 2]);
  });

  test('is made once for an account', async () => {
    const person = await aPerson(world);
    const asPerson = { ...world, context: (actor = person.actor) => world.context(actor) };
    const make = () => createCart(world.context(person.actor), { idempotencyKey: 'one', widgetKey: null });
    const outcome = await letRivalRunFirst(asPerson, (tx) => lockOrMakeCart(tx, null), make);
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { cart: { key: await keyOfCart(person) } } });
  });
});

describe('a guest’s cart on its way to the checkout', () => {
  test('is taken along once: the other finds its token used, and no line twice', async () => {
    const secret = newToken();
    const guest: Actor = {
      ...world.context().actor,
      kind: 'ANONYMOUS' as never,
      key: null,
      cartTokenHash: tokenHash(secret),
    };
    const now = world.clock.now();
    const cart = await inTransaction(world.context(), async (tx) => {
      const made = Object.assign(new Cart(), { tokenHash: tokenHash(secret), createdAt: now, updatedAt: now });
      await tx.persist(made).flush();
      const line = { cartKey: made.key, variantKey: variantOf(0), quantity: 1, priceWhenAdded: 12_500 };
      tx.persist(Object.assign(new StoredCartLine(), line));
      return made;
    });
    const url = await createCheckoutToken(world.context(guest), cart.id);
    const token = new URL(url).hash.slice(1);
    const [one, other] = [await aPerson(world), await aPerson(world)];
    const taking = async (tx: Tx) => {
      const used = 'update checkout_token set redeemed_at = ? where token_hash = ?';
      await tx.execute(used, [now, tokenHash(token)]);
      Object.assign(tx, { context: world.context(one.actor) });
      await mergeInto(tx, (await lockOrMakeCart(tx, null)).cart.key, cart.key);
    };
    const outcome = await letRivalRunFirst(world, taking, () => redeemCheckoutToken(world.context(other.actor), token));
    expect(said(outcome)).toBe('TOKEN_INVALID');
    expect(await linesOf(await keyOfCart(one))).toHaveLength(1);
  });
});
