import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollProvider } from '../../api/payments/poll-provider.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aPayment } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

test('one look of the poller asks for all charges that are due, however many', async () => {
  const payer = await aPerson(world);
  const many = 203;
  for (let at = 0; at < many; at += 1) await aPayment(world, { payer });
  world.clock.advance(60);
  const due = () =>
    world
      .context()
      .read.rows('select count(*)::int as due from payment_attempt where next_ask_at <= $1', [world.clock.now()]);
  expect(await due()).toEqual([{ due: many }]);
  await pollProvider.run({} as never, world.context());
  expect(await due()).toEqual([{ due: 0 }]);
});
