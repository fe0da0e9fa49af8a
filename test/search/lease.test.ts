import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { Lease } from '../../api/search/meilisearch/lease.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** As if a minute had gone by. */
async function expire(): Promise<void> {
  await inTransaction(world.context(), (tx) =>
    tx.execute(`update search_lease set ends_at = now() - interval '1 second'`),
  );
}

test('whoever lost the lease for a while does not go on, also when nobody has it any more', async () => {
  const ctx = world.context();
  const [one, other] = [new Lease('products'), new Lease('products')];
  expect(await one.take(ctx)).toBe(true);
  await one.prolong(ctx);
  expect(await other.take(ctx)).toBe(false);
  await expire();
  await one.prolong(ctx); // nobody has had it meanwhile
  await expire();
  expect(await other.take(ctx)).toBe(true);
  await expect(one.prolong(ctx)).rejects.toThrow('Another process writes to products meanwhile.');
  await other.release(ctx);
  await expect(one.prolong(ctx)).rejects.toThrow('Another process writes to products meanwhile.');
});
