import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeUpAgain } from '../../api/payments/take-up-again.ts';
import { SERVER_KEY } from '../payments/a-provider.ts';
import { openWorld, type World } from '../support/world.ts';
import { tellOfUnknown } from './people/forger.ts';
import { UNKNOWN_EARLY } from './people/time.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('the people of a run come past the look at charges that nobody knows, once their hour is over', async () => {
  const { read, em, clock } = world.context();
  const handled = async () =>
    (
      await read.rows<{ handled: boolean }>('select handled_at is not null as handled from payment_notification', [])
    ).map((row) => row.handled);
  expect(await tellOfUnknown(world.url, 'BJ-NOBODY-a1', SERVER_KEY)).toBe(404);
  expect(await tellOfUnknown(world.url, 'BJ-NOBODY-a2', 'SB-Mid-server-of-somebody-else')).toBe(401);
  await takeUpAgain.run({} as never, world.context());
  await world.runJobs();
  expect(await handled()).toEqual([false]);
  await em.fork().execute(UNKNOWN_EARLY.replace('$1', '?'), [clock.now()]);
  await takeUpAgain.run({} as never, world.context());
  await world.runJobs();
  expect(await handled()).toEqual([true]);
});
