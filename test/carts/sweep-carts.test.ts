import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cart } from '../../api/carts/cart.ts';
import { lockOwnCart } from '../../api/carts/own-cart.ts';
import { sweepCarts } from '../../api/carts/sweep-carts.ts';
import { touch } from '../../api/carts/touch-cart.ts';
import { ANONYMOUS } from '../../api/platform/context.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { letActPassBy } from '../support/rival.ts';
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

test('a cart that is old enough to go and is being used just now stays, and the sweep does not wait for it', async () => {
  const product = await aProduct(world);
  const [used, old] = [await aGuest(world), await aGuest(world)];
  for (const holder of [used, old])
    await change(world, 'setCartLine', { variantId: variantId(product), quantity: 1 }, holder);
  await world.advance(91 * DAY);
  const guest = { ...ANONYMOUS, cartTokenHash: tokenHash(used.cartToken ?? '') };
  const asGuest = { context: (actor = guest) => world.context(actor) };
  const use = async (tx: Tx): Promise<void> => touch(tx, (await lockOwnCart(tx, null)) as Cart);
  const outcome = await letActPassBy(asGuest, use, () => sweepCarts.run({} as never, world.context()));
  expect(outcome.status).toBe('fulfilled');
  expect(await read(world, used)).toMatchObject({ itemCount: 1 });
  expect(await read(world, old)).toBeNull();
});
