import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPayment } from '../support/makers/payments.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Generous for a busy machine; the queue's own polling would take two seconds. */
const WITHIN_MS = 1_500;

test('a running worker has the payer’s code long before the queue would be polled', async () => {
  const worker = await world.app.startWorker();
  try {
    await (await aPayment(world)).status(); // connections and the worker's first look are not what is measured
    await pause(200);
    const began = performance.now();
    const payment = await aPayment(world);
    while ((await payment.status()) !== 'PENDING' && performance.now() - began < 10_000) await pause(5);
    const took = performance.now() - began;
    expect(await payment.status()).toBe('PENDING');
    expect(took).toBeLessThan(WITHIN_MS);
  } finally {
    await worker.stop();
  }
});
