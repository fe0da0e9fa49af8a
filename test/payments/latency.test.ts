import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, test } from 'vitest';
import { aPayment } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close(), 180_000); // a worker that stops lets its pause end

test('a running worker hears of the payer’s code: it does not wait until it looks at the queue by itself', async () => {
  const worker = await world.app.startWorker({ pollSeconds: 40 });
  try {
    await pause(500); // its first look at the queue
    const payment = await aPayment(world);
    while ((await payment.status()) !== 'PENDING') await pause(20);
  } finally {
    await worker.stop();
  }
}, 30_000); // sooner than the second look
