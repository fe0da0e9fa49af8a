import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type SeenPage } from './visitor.ts';

describe('“pesan lagi”, without scripts', () => {
  let world: World;
  let market: Market;
  let buyer: Buyer;
  let code: string;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    market = await aMarket(world, { shops: 2, stock: 10 });
    const placed = await anOrder(world, market, { quantity: 3 });
    ({ buyer } = placed);
    ({ code } = placed.order);
  });

  const pressed = (token: string | undefined = buyer.token): Promise<SeenPage> =>
    aVisitor(world.url, 'id', token).send(`/pesanan/${code}/lagi`, {});
  const takeDown = (at: number): Promise<unknown> =>
    inTransaction(world.context(), (tx) =>
      tx.execute(`update product set status = 'ARCHIVED' where id = ?`, [market.stalls[at]!.goods.productKey]),
    );

  test('when all of it is there, the cart opens', async () => {
    const page = await pressed();
    expect([page.status, page.headers.get('location')]).toEqual([303, '/keranjang']);
    const order = await aVisitor(world.url, 'id', buyer.token).get(`/pesanan/${code}`);
    expect(order.html).toContain(`<form action="/pesanan/${code}/lagi" method="post">`);
  });

  test('what is gone is named with why, before the cart; when nothing is left, there is no cart to open', async () => {
    await takeDown(0);
    const some = await pressed();
    expect(some.status).toBe(200);
    for (const text of [
      'Tidak semuanya masih ada',
      'Keripik singkong',
      'Tidak dijual lagi',
      'Yang lain sudah masuk keranjang',
    ])
      expect(some.text).toContain(text);
    expect(some.links).toContain('/keranjang');
    await takeDown(1);
    const none = await pressed();
    expect(none.text).toContain('Tidak ada satu pun yang masih bisa dibeli.');
    expect(none.text).not.toContain('Buka keranjang');
  });

  test('rule 7: others find no order, visitors sign in and come back to it, forms of other sites are refused', async () => {
    expect((await pressed((await aPerson(world)).token)).status).toBe(404);
    const visitor = await aVisitor(world.url).send(`/pesanan/${code}/lagi`, {});
    const back = `/masuk?kembali=${encodeURIComponent(`/pesanan/${code}`)}`;
    expect([visitor.status, visitor.headers.get('location')]).toEqual([303, back]);
    const elsewhere = { origin: 'https://situs-lain.example', 'sec-fetch-site': 'cross-site' };
    const foreign = await aVisitor(world.url, 'id', buyer.token).send(`/pesanan/${code}/lagi`, {}, elsewhere);
    expect(foreign.status).toBe(403);
  });
});
