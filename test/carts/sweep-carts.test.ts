import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';
import { aGuest, change, read, variantId } from './cart-requests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const DAY = 24 * 3600;

test('guests’ carts go when nobody touches them: empty ones after a day, others after 90; accounts’ carts stay', async () => {
  const product = await aProduct(world);
  const [empty, full, kept] = [await aGuest(world), await aGuest(world), await aGuest(world)];
  const buyer = await aPerson(world);
  for (const holder of [full, kept, buyer]) {
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 }, holder);
  }
  await world.advance(DAY + 60);
  await world.runTimers();
  expect(await read(world, empty)).toBeNull();
  expect(await read(world, full)).not.toBeNull();
  await world.advance(88 * DAY);
  await change(world, 'setCartLine', { variantId: variantId(product), quantity: 2 }, kept);
  await world.advance(2 * DAY);
  await world.runTimers();
  expect(await read(world, full)).toBeNull();
  expect(await read(world, kept)).toMatchObject({ itemCount: 2 });
  expect(await read(world, buyer)).toMatchObject({ itemCount: 1 });
});
