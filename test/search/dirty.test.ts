import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../../api/platform/keys.ts';
import { circumstancesOf } from '../../api/search/meilisearch/circumstances.ts';
import { clean, markDirty, readDirty } from '../../api/search/meilisearch/dirty.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const isBehind = async (): Promise<boolean> => (await circumstancesOf(world.context())).isBehind;

test('a product that changes again while it is taken over does not look as if it waited since its first change', async () => {
  const [key, other] = [newKey(), newKey()];
  await markDirty(world.context(), [key, other]);
  const taken = await readDirty(world.context(), 10);
  await world.advance(9);
  await markDirty(world.context(), [key]);
  await clean(world.context(), taken);
  expect((await readDirty(world.context(), 10)).map((left) => left.key)).toEqual([key]);
  await world.advance(9);
  expect(await isBehind()).toBe(false);
  await world.advance(2);
  expect(await isBehind()).toBe(true);
  await clean(world.context(), await readDirty(world.context(), 10));
  expect(await isBehind()).toBe(false);
});

test('what waits longest is taken over first', async () => {
  const [early, late] = [newKey(), newKey()];
  await markDirty(world.context(), [late]);
  await world.advance(1);
  await markDirty(world.context(), [early]);
  expect((await readDirty(world.context(), 1)).map(({ key }) => key)).toEqual([late]);
});
