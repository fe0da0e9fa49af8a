import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../../api/orders/place-order.ts';
import { aBuyer, aFullCart, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { statementsOf } from '../support/sent-statements.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A person who may hold as many orders as the test needs. */
const generous = (buyer: Buyer) => ({
  ...world.context(buyer.actor),
  orderSettings: { ...world.context().orderSettings, unpaidOrders: 1_000, piecesOfOneVariant: 1_000 },
});

describe('placing an order', () => {
  test('of ten shops takes as many statements as of one, and no more than 13', async () => {
    const market = await aMarket(world, { shops: 10 });
    const counts: number[] = [];
    for (const shops of [1, 3, 10]) {
      const goods = market.stalls.slice(0, shops).map((stall) => stall.goods);
      const buyer = await aBuyer(world, market, { goods });
      await world.advance(1); // what is written with a new time is written
      counts.push(await statementsOf(() => placeOrder(world.context(buyer.actor), orderOf(buyer))));
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(13);
  });
});

describe('reading', () => {
  let market: Market;
  let buyer: Buyer;
  beforeAll(async () => {
    market = await aMarket(world, { shops: 2, stock: 100 });
    buyer = await aBuyer(world, market);
    for (let at = 0; at < 20; at += 1) {
      const cart = await aFullCart(world, market, buyer, {});
      await placeOrder(generous(buyer), orderOf({ ...buyer, ...cart }, 'CASH'));
    }
  });

  const PARCEL = 'code cashDue seller { name } pickupPoint { name } lines { title photoUrl product { slug } }';

  test('twenty orders with all that hangs on them takes as many statements as one', async () => {
    const list = `query ($first: Int!) { orders(first: $first) { edges { node { code status canCancel pickupPoint { name }
      payment { status } collection { pin isLocked } timeline { message parcel { code } } parcels { ${PARCEL} order { code } } } } } }`;
    const read = async (first: number): Promise<number> =>
      statementsOf(async () => {
        const { errors, data } = await world.request<{ orders: { edges: object[] } }>(list, { first }, buyer);
        expect(errors).toEqual([]);
        expect(data.orders.edges).toHaveLength(first);
      });
    await read(1); // the document is compiled once
    expect(await read(20)).toBe(await read(1));
  });

  test("twenty parcels of a point's queue takes as many statements as one", async () => {
    const queue = `query ($id: ID!, $first: Int!) { node(id: $id) { ... on PickupPoint {
      parcels(first: $first, status: [WAITING]) { edges { node { buyerName ${PARCEL} } } } } } }`;
    const read = async (first: number): Promise<number> =>
      statementsOf(async () => {
        const { errors, data } = await world.request<{ node: { parcels: { edges: object[] } } }>(
          queue,
          { id: market.pointId, first },
          market.operator,
        );
        expect(errors).toEqual([]);
        expect(data.node.parcels.edges).toHaveLength(first);
      });
    await read(1);
    expect(await read(20)).toBe(await read(1));
  });

  test('page by page gives every parcel once, in order, however the list grows at its end', async () => {
    const page = `query ($id: ID!, $after: String) { node(id: $id) { ... on PickupPoint {
      parcels(first: 7, after: $after, status: [WAITING]) { edges { node { id placedAt } } pageInfo { hasNextPage endCursor } } } } }`;
    type Page = {
      edges: { node: { id: string; placedAt: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const seen: string[] = [];
    const turn = async (after: string | null): Promise<void> => {
      const variables = { id: market.pointId, after };
      const { data } = await world.request<{ node: { parcels: Page } }>(page, variables, market.operator);
      const { edges, pageInfo } = data.node.parcels;
      seen.push(...edges.map(({ node }) => node.id));
      if (pageInfo.hasNextPage) await turn(pageInfo.endCursor);
    };
    await turn(null);
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
  });
});
