import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAcceptingOrders, nearestPointsOfSeller } from '../../api/pickup/index.ts';
import { SellerPickupPoint } from '../../api/pickup/seller-pickup-point.ts';
import type { StoredPickupPoint } from '../../api/pickup/stored-pickup-point.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { aPoint, everyDay } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

const HALF_DAY_SECONDS = 43_200;
const CENTRE = { latitude: -6.4, longitude: 106.8 };

describe('the nearest points of a shop', () => {
  let world: World;
  let points: StoredPickupPoint[];
  const nearest = async (sellerKey: string, most = 100, place = CENTRE) =>
    (await nearestPointsOfSeller(world.context(), sellerKey, place, most)).map(({ point }) => point.slug);
  beforeAll(async () => {
    world = await openWorld();
    points = [];
    for (let n = 0; n < 12; n += 1) {
      const open = everyDay().filter(({ dayOfWeek }) => (n * 11 + 5) & (1 << (dayOfWeek - 1)));
      const place = { latitude: CENTRE.latitude + n / 100, longitude: CENTRE.longitude };
      points.push(await aPoint(world, { ...place, hours: open, holdingDays: 1 + (n % 5), isActive: n !== 7 }));
    }
  });
  afterAll(() => world.close());

  test('are those that take orders, on every day of the week, before and after 15:00', async () => {
    const counts = new Set<number>();
    for (let half = 0; half < 14; half += 1) {
      world.clock.advance(HALF_DAY_SECONDS);
      const taking = points.filter((point) => isAcceptingOrders(point, world.clock.now()));
      expect(await nearest(newKey())).toEqual(taking.map(({ slug }) => slug));
      counts.add(taking.length);
    }
    expect(counts.size).toBeGreaterThan(1);
  });

  test('come in order of their distance, as many as are asked for', async () => {
    const far = { latitude: CENTRE.latitude + 1, longitude: CENTRE.longitude };
    const all = await nearest(newKey());
    expect(await nearest(newKey(), 3)).toEqual(all.slice(0, 3));
    expect(await nearest(newKey(), 100, far)).toEqual(all.toReversed());
  });

  test('are only those that the shop chose, once it chose', async () => {
    const { seller } = await aSeller(world);
    const [first, second] = (await nearest(newKey())).slice(1);
    const chosen = points.filter(({ slug }) => slug === first || slug === second);
    await inTransaction(world.context(), async (tx) => {
      for (const { key } of chosen) tx.create(SellerPickupPoint, { sellerKey: seller.key, pickupPointKey: key });
      await tx.flush();
    });
    expect(await nearest(seller.key)).toEqual([first, second]);
  });
});
