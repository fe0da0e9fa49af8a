import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSold } from '../../api/catalog/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a sale is counted while an order that names the product waits for its stock: they would wait for each other', async () => {
  const { product } = await aProduct(world);
  await inTransaction(world.context(), async (ordering) => {
    await ordering.execute('select from product where id = ? for key share', [product.key]); // as an order line does
    await inTransaction(world.context(), async (settling) => {
      await settling.execute(`set local lock_timeout = '2s'`);
      await addSold(settling, [{ productKey: product.key, pieces: 2 }]);
    });
  });
  const [row] = await world.context().read.rows('select sold_count from product where id = $1', [product.key]);
  expect(row).toEqual({ sold_count: 2 });
});
