import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { aCurator, aPerson } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let market: Market;
let buyer: Buyer;
let code: string;
let orderId: string;
let parcels: { id: string; code: string; seller: { name: string } }[];

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id code status total parcels { id code status seller { name } } }
  userErrors { code field message } } }`;
const ORDER = `query ($code: String!) { order(code: $code) {
  id code status paymentStatus fulfilment total goodsTotal pointFeeTotal refundedTotal paymentMethod placedAt payBy expectedPickupAt
  canCancel collection { code codeQr pin isLocked } pickupPoint { name } payment { status amount }
  parcels { id code status goodsTotal pointFee total size cashDue respondBy holdUntil orderCode seller { name } pickupPoint { slug }
            lines { title variantName sku unitPrice quantity total photoUrl product { slug } } order { code } }
  timeline { id kind at message parcel { id } } } }`;

beforeAll(async () => {
  world = await openWorld();
  market = await aMarket(world);
  buyer = await aBuyer(world, market);
  const { data } = await world.request<{
    placeOrder: { order: { id: string; code: string; parcels: typeof parcels } };
  }>(PLACE, { input: orderOf(buyer, 'CASH') }, buyer);
  ({ id: orderId, code, parcels } = data.placeOrder.order);
});
afterAll(() => world.close());

const seller = () => market.stalls[0]!.owner;
const sellerId = () => globalId('Seller', market.stalls[0]!.seller.key);
const parcelOfFirst = () => parcels.find((parcel) => parcel.seller.name === market.stalls[0]!.seller.name)!;

describe('the buyer', () => {
  test('reads the whole order, with a timeline in the language asked for', async () => {
    const id = await world.request<{ order: Record<string, unknown> & { timeline: { message: string }[] } }>(
      ORDER,
      { code },
      buyer,
    );
    expect(id.errors).toEqual([]);
    expect(id.data.order).toMatchObject({
      status: 'WAITING_FOR_SELLERS',
      paymentStatus: 'DUE_AT_POINT',
      canCancel: true,
    });
    expect(id.data.order.collection).toMatchObject({ isLocked: false, pin: expect.stringMatching(/^\d{6}$/) });
    expect(id.data.order.timeline[0]?.message).toBe('Pesananmu sudah kami catat.');
    const en = await world.request<{ order: { timeline: { message: string }[] } }>(
      ORDER,
      { code: code.toLowerCase() },
      { ...buyer, headers: { 'accept-language': 'en' } },
    );
    expect(en.data.order.timeline[0]?.message).toBe('We have your order.');
  });

  test('finds it in the list, and again by its id', async () => {
    const list = await world.request<{ orders: { edges: { node: { code: string } }[] } }>(
      '{ orders(first: 5) { edges { cursor node { code } } pageInfo { hasNextPage } } }',
      {},
      buyer,
    );
    expect(list.data.orders.edges.map(({ node }) => node.code)).toEqual([code]);
    const again = await world.request<{ node: { code: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Order { code } } }',
      { id: orderId },
      buyer,
    );
    expect(again.data.node.code).toBe(code);
  });

  test('is told why an order is refused, in a sentence, and in which field', async () => {
    const { data } = await world.request<{ placeOrder: { order: null; userErrors: object[] } }>(
      PLACE,
      { input: orderOf(buyer) },
      buyer,
    );
    expect(data.placeOrder).toEqual({
      order: null,
      userErrors: [{ code: 'CART_EMPTY', field: ['cartId'], message: 'Belum ada barang yang dipilih.' }],
    });
  });
});

describe('rule 7: not yours looks like not there', () => {
  const asOthers = async () => [await aBuyer(world, market), seller(), market.operator, await aCurator(world)];

  test('for the order, by code and by id', async () => {
    for (const other of await asOthers()) {
      const byCode = await world.request<{ order: null }>(ORDER, { code }, other);
      const byId = await world.request<{ node: null }>(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id: orderId },
        other,
      );
      expect([byCode.data.order, byId.data.node, byCode.errors]).toEqual([null, null, []]);
    }
  });

  test('for a parcel: known to its buyer, its seller and its point, and to the curator', async () => {
    const { id } = parcelOfFirst();
    const read = async (token: string | undefined) =>
      (
        await world.request<{ node: object | null }>(
          'query ($id: ID!) { node(id: $id) { id } }',
          { id },
          token ? { token } : {},
        )
      ).data.node;
    const curator = await aCurator(world);
    for (const { token } of [buyer, seller(), market.operator, curator]) expect(await read(token)).toEqual({ id });
    const strangers = [await aPerson(world), market.stalls[1]!.owner, (await aMarket(world, { shops: 1 })).operator];
    for (const { token } of strangers) expect(await read(token)).toBeNull();
    expect(await read(undefined)).toBeNull();
  });

  test('for each field of a parcel: the seller sees the first name and the earnings, never the order or a phone', async () => {
    const ask = (fields: string, token: string) =>
      world.request<{ parcelByCode: Record<string, unknown> }>(
        `query ($code: String!) { parcelByCode(code: $code) { ${fields} } }`,
        { code: parcelOfFirst().code },
        { token },
      );
    const asSeller = await ask('code buyerName commission earnings orderCode', seller().token);
    expect(asSeller.data.parcelByCode).toMatchObject({
      buyerName: 'Sari',
      commission: 375,
      earnings: 12_125,
      orderCode: code,
    });
    const asOperator = await ask('code buyerName cashDue', market.operator.token);
    expect(asOperator.data.parcelByCode).toMatchObject({ buyerName: 'Sari', cashDue: 14_500 });
    const forbidden: readonly (readonly [field: string, token: string])[] = [
      ['order { code }', seller().token],
      ['order { collection { pin } }', market.operator.token],
      ['commission', market.operator.token],
      ['earnings', market.operator.token],
      ['cashDue', seller().token],
    ];
    for (const [field, token] of forbidden)
      expect((await ask(field, token)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('for queues: a shop and a point list their own parcels, the oldest first', async () => {
    const queue = `query ($id: ID!) { node(id: $id) { ... on Seller { parcels(status: [WAITING]) { edges { node { id } } } balance { held payable } } } }`;
    const own = await world.request<{ node: { parcels: { edges: { node: { id: string } }[] }; balance: object } }>(
      queue,
      { id: sellerId() },
      seller(),
    );
    expect(own.data.node.parcels.edges.map(({ node }) => node.id)).toEqual([parcelOfFirst().id]);
    expect(own.data.node.balance).toEqual({ held: 0, payable: 0 });
    const other = await world.request(queue, { id: sellerId() }, market.stalls[1]!.owner);
    expect(other.errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN');
    const atPoint = `query ($id: ID!) { node(id: $id) { ... on PickupPoint { parcels { edges { node { id } } } } } }`;
    const point = await world.request<{ node: { parcels: { edges: object[] } } }>(
      atPoint,
      { id: market.pointId },
      market.operator,
    );
    expect(point.data.node.parcels.edges).toHaveLength(3);
  });

  test('for acts: only the part that a table row names may do them', async () => {
    const accept = `mutation ($input: AcceptParcelInput!) { acceptParcel(input: $input) { parcel { status } userErrors { code } } }`;
    const input = { parcelId: parcelOfFirst().id };
    expect((await world.request(accept, { input }, buyer)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.request(accept, { input }, {})).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const others = await world.request<{ acceptParcel: object }>(accept, { input }, market.stalls[1]!.owner);
    expect(others.data.acceptParcel).toEqual({ parcel: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const own = await world.request<{ acceptParcel: object }>(accept, { input }, seller());
    expect(own.data.acceptParcel).toEqual({ parcel: { status: 'ACCEPTED' }, userErrors: [] });
  });

  test('for the ledger: a curator asks, nobody else', async () => {
    const ask = `query ($account: String!) { ledgerBalance(account: $account) }`;
    const curator = await aCurator(world);
    const { data } = await world.request<{ ledgerBalance: number }>(
      ask,
      { account: `SELLER_HELD:${sellerId()}` },
      curator,
    );
    expect(data.ledgerBalance).toBe(0);
    for (const account of ['SELLER_HELD', 'COMMISSION:x', 'GOLD', ''])
      expect((await world.request(ask, { account }, curator)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await world.request(ask, { account: 'COMMISSION' }, seller())).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });
});
