import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countRows } from '../support/count-rows.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const TEN_MEGABYTES = 'x'.repeat(10_000_000);
/** Every address that takes a body from outside. */
const DOORS = [
  '/graphql',
  '/payments/midtrans/notifications',
  '/messaging/whatsapp/webhook',
  '/keranjang/tambah',
  '/keranjang/voucher',
];

describe('a body of 10 MB', () => {
  test.each(DOORS)('to %s is answered with 413 and the limit, also when it is still on its way', async (door) => {
    const before = await countRows(world.context());
    for (let time = 0; time < 5; time += 1) {
      const response = await fetch(`${world.url}${door}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: TEN_MEGABYTES,
      });
      expect(response.status).toBe(413);
      const { errors } = (await response.json()) as { errors: { extensions: { code: string; limit: number } }[] };
      expect(errors).toMatchObject([{ extensions: { code: 'BODY_TOO_LARGE', limit: expect.any(Number) } }]);
    }
    expect(await countRows(world.context())).toEqual(before);
  });

  test('of unknown length is answered as well', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 100; part += 1) controller.enqueue(Buffer.alloc(100_000, 'x'));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    const response = await fetch(`${world.url}/graphql`, init as RequestInit);
    expect([response.status, await response.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { limit: 100_000 } }] },
    ]);
  });
});
