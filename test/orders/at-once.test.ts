import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBuyer, aMarket, type Buyer, orderOf } from '../support/makers/orders.ts';
import { type Answer, openWorld, type World } from '../support/world.ts';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id code total } userErrors { field message ... on PlaceOrderUserError { code } } } }`;

interface Placed {
  placeOrder: { order: { id: string } | null; userErrors: { code: string }[] } | null;
}

describe('many requests at once, over the API', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const place = (buyer: Buyer, input: object): Promise<Answer<Placed>> => world.request(PLACE, { input }, buyer);

  test('rule 1: of 100 buyers of the last piece one gets it, 99 are told that it is gone, nobody meets a fault', async () => {
    const market = await aMarket(world, { shops: 1, stock: 1 });
    const buyers: Buyer[] = [];
    for (let at = 0; at < 100; at += 1) buyers.push(await aBuyer(world, market));
    const answers = await Promise.all(buyers.map((buyer) => place(buyer, orderOf(buyer))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.filter(({ data }) => data.placeOrder?.order)).toHaveLength(1);
    const codes = answers.flatMap(({ data }) => data.placeOrder?.userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 99 }, () => 'OUT_OF_STOCK'));
  });

  test('rule 4: the same key from 50 clients is one order and 50 equal answers', async () => {
    const buyer = await aBuyer(world, await aMarket(world));
    const input = orderOf(buyer);
    const answers = await Promise.all(Array.from({ length: 50 }, () => place(buyer, input)));
    expect(new Set(answers.map(({ status, data, errors }) => JSON.stringify([status, data, errors]))).size).toBe(1);
    expect(answers[0]?.data.placeOrder).toMatchObject({ order: { id: expect.any(String) }, userErrors: [] });
    const rows = await world
      .context()
      .read.rows<{ orders: number }>('select count(*)::int as orders from orders where buyer_id = $1', [
        buyer.account.key,
      ]);
    expect(rows).toEqual([{ orders: 1 }]);
  });

  test('a connection that is cut in the midst is UNAVAILABLE with 503, and neither a refusal nor an order', async () => {
    const buyer = await aBuyer(world, await aMarket(world));
    const { em } = world.context();
    const held = em.fork();
    await held.begin();
    await held.execute('select 1 from cart where account_id = ? for update', [buyer.account.key]);
    const asked = place(buyer, orderOf(buyer));
    let cut: { pid: number }[] = [];
    while (cut.length === 0)
      cut = await world.context().read.rows<{ pid: number }>(
        `select pg_terminate_backend(pid), pid from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
      );
    const { status, data, errors } = await asked;
    await held.rollback();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    expect({ status, placed: data?.placeOrder ?? null }).toEqual({ status: 503, placed: null });
    expect((await place(buyer, orderOf(buyer))).data.placeOrder?.userErrors).toEqual([]);
  });
});
