import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, openApp } from '../../api/app.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { aBuyer, aMarket, type Buyer, orderOf } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id code total } userErrors { code } } }`;

/** An idempotency key over processes and days. */
describe('M6: the same key', () => {
  let world: World;
  let other: App;
  beforeAll(async () => {
    world = await openWorld();
    other = await openApp(world.app.options);
  });
  afterAll(async () => {
    await other.close();
    await world.close();
  });

  const ordersOf = async ({ account }: Buyer): Promise<number> => {
    const text = 'select count(*)::int as orders from orders where buyer_id = $1';
    const [row] = await world.context().read.rows<{ orders: number }>(text, [account.key]);
    return row!.orders;
  };

  test('from 100 clients at once, at two processes, is one order and 100 equal answers', async () => {
    const buyer = await aBuyer(world, await aMarket(world));
    const input = orderOf(buyer);
    const server = await other.openWeb();
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const ask = async (base: string): Promise<string> => {
      const response = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-client': 'api', authorization: `Bearer ${buyer.token}` },
        body: JSON.stringify({ query: PLACE, variables: { input } }),
      });
      return `${response.status} ${await response.text()}`;
    };
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => ask(at % 2 === 0 ? world.url : url)));
    await server.close();
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"userErrors":[]');
    expect(await ordersOf(buyer)).toBe(1);
  });

  test('after a restart, and after a day, is the same order; with another basket it is refused', async () => {
    const market = await aMarket(world);
    const buyer = await aBuyer(world, market);
    const input = orderOf(buyer);
    const placed = await placeOrder(world.context(buyer.actor), input);
    const again = await openApp(world.app.options); // what a process knew is gone
    try {
      expect(await placeOrder(again.contextFor({ actor: buyer.actor }), input)).toMatchObject({ code: placed.code });
      await world.advance(24 * 3600 + 60);
      await world.runTimers();
      const late = await placeOrder(again.contextFor({ actor: buyer.actor }), input);
      expect(late).toMatchObject({ key: placed.key, code: placed.code, total: placed.total, paymentStatus: 'EXPIRED' });
      const basket = await aBuyer(world, market);
      const refused = placeOrder(again.contextFor({ actor: buyer.actor }), { ...input, cartId: basket.cartId });
      await expect(refused).rejects.toMatchObject({
        code: expect.stringMatching(/^(NOT_FOUND|IDEMPOTENCY_KEY_REUSED)$/),
      });
      await expect(
        placeOrder(again.contextFor({ actor: buyer.actor }), { ...input, expectedTotal: input.expectedTotal + 1 }),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    } finally {
      await again.close();
    }
    expect(await ordersOf(buyer)).toBe(1);
  });
});
