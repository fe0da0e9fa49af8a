import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { codeFor } from '../accounts/sign-in-bench.ts';
import { countRows } from '../support/count-rows.ts';
import { aPhone } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, type Buyer, type Market, orderOf } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Refused {
  userErrors: { code: string; field: string[] | null; message: string }[];
}

/** Calls a mutation in both languages; expects one refusal in each, with a whole sentence, and not a row more or less. */
async function refusalOf(mutation: string, input: object, token?: string): Promise<{ code: string; field: unknown }> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
    userErrors { field message ... on ${type}UserError { code } } } }`;
  const before = await countRows(world.context());
  const told = [];
  for (const language of ['id', 'en']) {
    const headers = { 'accept-language': language };
    const sender = token === undefined ? { headers } : { token, headers };
    const { status, data, errors } = await world.request<Record<string, Refused>>(document, { input }, sender);
    expect([status, errors]).toEqual([200, []]);
    const [refusal, ...more] = data[mutation]!.userErrors;
    expect(more).toEqual([]);
    expect(refusal!.message).toMatch(/^[^{}]{5,}$/);
    told.push(refusal!);
  }
  expect(await countRows(world.context())).toEqual(before);
  expect(told[0]!.message).not.toBe(told[1]!.message);
  return { code: told[0]!.code, field: told[0]!.field };
}

describe('an order over the API', () => {
  let market: Market;
  let buyer: Buyer;
  const change = (sql: string, key: string) =>
    world.context().em.fork().getConnection().execute(sql, [key]) as Promise<unknown>;
  const place = (changes: object = {}) => refusalOf('placeOrder', { ...orderOf(buyer), ...changes }, buyer.token);

  beforeAll(async () => {
    market = await aMarket(world, { shops: 2, room: 2 });
    buyer = await aBuyer(world, market);
  });

  test('of an unknown cart, and of another type’s id, is refused alike', async () => {
    for (const cartId of [globalId('Cart', newKey()), market.pointId, 'nonsense', ''])
      expect(await place({ cartId })).toEqual({ code: 'NOT_FOUND', field: ['cartId'] });
  });

  test('of somebody else’s cart looks like one that is not there', async () => {
    const other = await aBuyer(world, market);
    expect(await place({ cartId: other.cartId })).toEqual({ code: 'NOT_FOUND', field: ['cartId'] });
  });

  test('at a price that has changed since names the field', async () => {
    const { productKey } = market.stalls[0]!.goods;
    await change('update variant set price = price + 500 where product_id = ?', productKey);
    expect(await place()).toEqual({ code: 'PRICE_CHANGED', field: ['expectedTotal'] });
    await change('update variant set price = price - 500 where product_id = ?', productKey);
  });

  test('at a point that is full, or closed, is refused', async () => {
    await change('update pickup_point set room_taken = room_capacity where id = ?', market.point.key);
    expect(await place()).toEqual({ code: 'POINT_FULL', field: ['cartId'] });
    await change('update pickup_point set room_taken = 0, is_active = false where id = ?', market.point.key);
    expect(await place()).toEqual({ code: 'POINT_CLOSED', field: ['cartId'] });
    await change('update pickup_point set is_active = true where id = ?', market.point.key);
  });

  test('cannot begin with a quantity below nothing or beyond what a line holds', async () => {
    const variantId = globalId('Variant', market.stalls[0]!.goods.variantKey);
    for (const quantity of [-1, -(2 ** 31), 1000, 2 ** 31 - 1])
      expect(await refusalOf('setCartLine', { variantId, quantity }, buyer.token)).toEqual({
        code: 'QUANTITY_OUT_OF_RANGE',
        field: ['quantity'],
      });
  });

  test('after all that, is placed', async () => {
    const { data } = await world.request<{ placeOrder: Refused }>(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { userErrors { message } } }',
      { input: orderOf(buyer) },
      buyer,
    );
    expect(data.placeOrder.userErrors).toEqual([]);
  });
});

test('a one-time code that has expired is refused, and nobody is signed in', async () => {
  const phone = aPhone();
  await world.request('mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { sentTo } }', { phone });
  const code = await codeFor(world, phone);
  await world.advance(301);
  expect(await refusalOf('verifyOtp', { phone, code, consent: true })).toEqual({
    code: 'CODE_EXPIRED',
    field: ['code'],
  });
  expect(world.logged()).not.toContain(phone.slice(3));
});

describe('a notification about a payment', () => {
  const body = (changes: object) => ({
    order_id: 'BJ-TAKADA1-a1',
    status_code: '200',
    gross_amount: '10000.00',
    transaction_status: 'settlement',
    ...changes,
  });
  const notify = async (sent: object): Promise<number> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
    return (await fetch(`${world.url}/payments/midtrans/notifications`, init)).status;
  };
  const signed = (sent: ReturnType<typeof body>) => {
    const text = `${sent.order_id}${sent.status_code}${sent.gross_amount}SB-Mid-server-BERJUBEL-TEST`;
    return { ...sent, signature_key: createHash('sha512').update(text).digest('hex') };
  };

  test('that is forged, or no notification, is turned away and leaves nothing', async () => {
    const before = await countRows(world.context());
    const forged = [
      { signature_key: 'a'.repeat(128) },
      { signature_key: '' },
      { ...signed(body({})), order_id: 'BJ-X-a1' },
    ];
    for (const changes of [...forged, { signature_key: ['a'] }, { order_id: null }, { order_id: '\u0000' }])
      expect([400, 401]).toContain(await notify(body(changes)));
    expect(await countRows(world.context())).toEqual(before);
  });

  test('that is genuine but of no order of ours moves no money', async () => {
    const money = () =>
      world
        .context()
        .read.rows('select (select count(*) from ledger_line) as lines, (select count(*) from orders) as orders');
    const before = await money();
    for (const changes of [{}, { gross_amount: '1.00' }, { currency: 'USD' }, { order_id: "x' or 1=1" }])
      expect(await notify(signed(body(changes)))).toBeLessThan(500);
    await world.runJobs();
    expect(await money()).toEqual(before);
  });
});

test.each([
  ['half a document', '{ products(first: 1'],
  ['a document that is nonsense', 'pesan keripik'],
  ['an empty document', ''],
  ['a field that is not there', '{ rahasiaDapur }'],
  ['fragments that spread each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
])('%s is refused with a code and a place, not with a fault', async (_what, document) => {
  const { status, errors } = await world.request(document);
  expect(status).toBe(400);
  for (const { extensions } of errors)
    expect(extensions.code).toMatch(/^(GRAPHQL_(PARSE|VALIDATION)_FAILED|BAD_REQUEST)$/);
});

test('nothing of all this was noted as a fault', () => {
  expect(world.logged()).not.toContain('"level":50');
});
