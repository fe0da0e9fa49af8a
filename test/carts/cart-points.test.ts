import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SellerPickupPoint, StoredPickupPoint } from '../../api/pickup/index.ts';
import type { Context } from '../../api/platform/context.ts';
import { ANONYMOUS } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import { countStatements } from '../support/count-statements.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { aGuest, change, read, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Offered {
  pickupPoint: { id: string; name: string };
  distanceMetres: number | null;
  isAvailable: boolean;
  unavailableReason: string | null;
  excludedBy: { name: string }[];
  expectedPickupAt: string | null;
}

async function pointsOf(sender: object, near: object | null = null): Promise<Offered[]> {
  const { data } = await world.request<{ cart: { availablePickupPoints: Offered[] } }>(
    `query P($near: GeoPointInput) { cart { availablePickupPoints(near: $near) {
       pickupPoint { id name } distanceMetres isAvailable unavailableReason excludedBy { name } expectedPickupAt } } }`,
    { near },
    sender,
  );
  return data.cart.availablePickupPoints;
}

/** A seller who serves these points only. */
async function aShopServing(points: readonly StoredPickupPoint[], name: string): Promise<MadeProduct> {
  const shop = await aSeller(world, { name });
  await inTransaction(world.context(), async (tx) => {
    for (const point of points) {
      const served = { sellerKey: shop.seller.key, pickupPointKey: point.key, createdAt: world.clock.now() };
      tx.persist(Object.assign(new SellerPickupPoint(), served));
    }
  });
  return aProduct(world, { shop });
}

describe('where a cart can be collected', () => {
  test('only where all ticked sellers deliver; the others say who excludes them', async () => {
    const [here, there] = [await aPoint(world, { name: 'Balaikota' }), await aPoint(world, { name: 'Sawangan' })];
    const everywhere = await aProduct(world);
    const onlyHere = await aShopServing([here], 'Toko Kue Sari');
    const guest = await aGuest(world);
    await change(world, 'setCartLine', { variantId: variantId(everywhere), quantity: 1 }, guest);
    const { cart } = await change(world, 'setCartLine', { variantId: variantId(onlyHere), quantity: 1 }, guest);
    const byName = async () => new Map((await pointsOf(guest)).map((offer) => [offer.pickupPoint.name, offer]));
    const both = await byName();
    expect(both.get('Balaikota')).toMatchObject({ isAvailable: true, unavailableReason: null, excludedBy: [] });
    expect(both.get('Sawangan')).toMatchObject({
      isAvailable: false,
      unavailableReason: 'NOT_SERVED_BY_SELLER',
      excludedBy: [{ name: 'Toko Kue Sari' }],
    });
    const line = cart?.groups.find(({ seller }) => seller.name === 'Toko Kue Sari')?.lines[0];
    await change(world, 'setCartSelection', { lineIds: [line?.id], selected: false }, guest);
    expect((await byName()).get('Sawangan')).toMatchObject({ isAvailable: true, excludedBy: [] });
    expect(there.name).toBe('Sawangan');
  });

  test('nearest first, with the distance; a full point and a closed one say so', async () => {
    const near = await aPoint(world, { name: 'Dekat', latitude: -6.3, longitude: 106.7 });
    const full = await aPoint(world, { name: 'Penuh', latitude: -6.301, longitude: 106.7 });
    await aPoint(world, { name: 'Tutup', latitude: -6.302, longitude: 106.7, hours: [] });
    await inTransaction(world.context(), (tx) =>
      tx.nativeUpdate(StoredPickupPoint, { key: full.key }, { roomTaken: 100 }),
    );
    const guest = await aGuest(world);
    await change(world, 'setCartLine', { variantId: variantId(await aProduct(world)), quantity: 1 }, guest);
    const offers = await pointsOf(guest, { latitude: -6.3, longitude: 106.7 });
    expect(offers.slice(0, 3)).toMatchObject([
      { pickupPoint: { id: globalId('PickupPoint', near.key) }, distanceMetres: 0, isAvailable: true },
      { pickupPoint: { name: 'Penuh' }, isAvailable: false, unavailableReason: 'FULL' },
      { pickupPoint: { name: 'Tutup' }, isAvailable: false, unavailableReason: 'CLOSED', expectedPickupAt: null },
    ]);
    const metres = offers.map(({ distanceMetres }) => distanceMetres ?? 0);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
  });

  test('a point is chosen, also before anything is in the cart; one that is closed or not there is refused', async () => {
    const point = await aPoint(world);
    const closed = await aPoint(world, { hours: [] });
    const guest = await aGuest(world);
    const choose = (key: string) =>
      change(world, 'setCartPickupPoint', { pickupPointId: globalId('PickupPoint', key) }, guest);
    expect((await choose(point.key)).cart).toMatchObject({
      pickupPoint: { id: globalId('PickupPoint', point.key) },
      expectedPickupAt: '2026-11-25T01:00:00.000Z',
    });
    expect((await choose(closed.key)).userErrors).toMatchObject([{ code: 'POINT_CLOSED' }]);
    expect((await choose(newKey())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await read(world, guest)).toMatchObject({ pickupPoint: { id: globalId('PickupPoint', point.key) } });
  });

  test('a place outside the earth is a wrong request', async () => {
    const guest = await aGuest(world);
    const { errors } = await world.request(
      '{ cart { availablePickupPoints(near: { latitude: 999, longitude: 0 }) { isAvailable } } }',
      {},
      guest,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('ways to pay a cart', () => {
  test('a method whose limits the sum breaks is not available, and says why in both languages', async () => {
    const guest = await aGuest(world);
    const product = await aProduct(world, { variants: [{ price: 5_500 }] });
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 }, guest);
    const ask = async (language: string) =>
      (
        await world.request<{
          cart: { paymentMethods: { method: string; isAvailable: boolean; reason: string | null }[] };
        }>(
          '{ cart { paymentMethods { method isAvailable reason minimum maximum fee } } }',
          {},
          { ...guest, headers: { 'accept-language': language } },
        )
      ).data.cart.paymentMethods;
    const bca = (methods: { method: string }[]) => methods.find(({ method }) => method === 'VA_BCA');
    expect(bca(await ask('id'))).toMatchObject({
      isAvailable: false,
      reason: 'Paling sedikit Rp10.000.',
      minimum: 10_000,
    });
    expect(bca(await ask('en'))).toMatchObject({ reason: 'At least Rp10.000.' });
    expect((await ask('id')).filter(({ isAvailable }) => isAvailable).map(({ method }) => method)).toContain('QRIS');
  });
});

describe('how much a cart asks of the database', () => {
  const WHOLE = `{ cart { total goodsTotal itemCount notices { message } paymentMethods { isAvailable }
    lines { quantity variant { sku } product { title seller { name } } }
    groups { seller { name } lines { quantity } }
    availablePickupPoints { isAvailable excludedBy { name } pickupPoint { name } } } }`;

  /** Every statement of one cart page, those of transactions included. */
  async function statementsFor(guest: { cartToken: string }): Promise<number> {
    const ctx: Context = world.context({ ...ANONYMOUS, cartTokenHash: tokenHash(guest.cartToken) });
    const logger = ctx.em.config.getLogger();
    const inTransactions: string[] = [];
    const logQuery = logger.logQuery;
    logger.setDebugMode(['query']);
    logger.logQuery = ({ query }) => void inTransactions.push(query ?? '');
    try {
      const { errors, statements } = await countStatements(ctx, WHOLE);
      expect(errors ?? []).toEqual([]);
      return statements.length + inTransactions.length;
    } finally {
      logger.logQuery = logQuery;
      logger.setDebugMode(false);
    }
  }

  test('does not grow with its lines, sellers and points', async () => {
    const [small, large] = [await aGuest(world), await aGuest(world)];
    await change(world, 'setCartLine', { variantId: variantId(await aProduct(world)), quantity: 1 }, small);
    for (let at = 0; at < 8; at += 1) {
      const product = await aProduct(world, { variants: [{}, {}, {}].map((_, n) => ({ name: `${n}` })) });
      for (const n of [0, 1, 2])
        await change(world, 'setCartLine', { variantId: variantId(product, n), quantity: 1 }, large);
    }
    const few = await statementsFor(small);
    expect(await statementsFor(large)).toBe(few);
    expect(few).toBeLessThanOrEqual(14);
    expect(few).toBeGreaterThan(4);
  });
});
