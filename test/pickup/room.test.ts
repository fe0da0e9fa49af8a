import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseRoom, reserveRoom } from '../../api/pickup/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { refusalOf } from '../support/expect-refusal.ts';
import { aPoint, everyDay } from '../support/makers/pickup.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reserve = (pointKey: string, parcels: number): Promise<void> =>
  inTransaction(world.context(), (tx) => reserveRoom(tx, pointKey, parcels));
const release = (pointKey: string, parcels: number): Promise<void> =>
  inTransaction(world.context(), (tx) => releaseRoom(tx, pointKey, parcels));
const taken = async (pointKey: string): Promise<number | undefined> =>
  (
    await world
      .context()
      .read.rows<{ room_taken: number }>('select room_taken from pickup_point where id = $1', [pointKey])
  )[0]?.room_taken;

describe('room at a pickup point', () => {
  test('of twenty who want the last place at once, one gets it and nineteen hear that it is full', async () => {
    const { key } = await aPoint(world, { roomCapacity: 1 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reserve(key, 1).catch((error) => error.code)));
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'POINT_FULL')).toHaveLength(19);
    expect(await taken(key)).toBe(1);
  });

  test('is held for all parcels or for none, and the refusal says how much is left', async () => {
    const { key } = await aPoint(world, { roomCapacity: 3 });
    await reserve(key, 2);
    expect(await refusalOf(reserve(key, 2))).toMatchObject({
      code: 'POINT_FULL',
      field: ['cartId'],
      values: { left: 1 },
    });
    expect(await taken(key)).toBe(2);
  });

  test('that is given back can be had again', async () => {
    const { key } = await aPoint(world, { roomCapacity: 1 });
    await reserve(key, 1);
    await release(key, 1);
    await reserve(key, 1);
    expect(await taken(key)).toBe(1);
  });

  test('can never be given back twice: the database itself refuses', async () => {
    const { key } = await aPoint(world);
    await expect(release(key, 1)).rejects.toThrow('pickup_point_room_not_overbooked');
  });

  test.each([
    ['that left the network', { isActive: false }],
    ['without an open day within its holding window', { hours: [] }],
  ])('is not held at a point %s', async (_, asked) => {
    const { key } = await aPoint(world, asked);
    expect(await refusalOf(reserve(key, 1))).toMatchObject({ code: 'POINT_CLOSED', field: ['cartId'] });
    expect(await taken(key)).toBe(0);
  });

  test('is held at a point that is merely shut at this hour', async () => {
    const { key } = await aPoint(world, { hours: everyDay('18:00', '20:00') });
    await reserve(key, 1);
    expect(await taken(key)).toBe(1);
  });
});
