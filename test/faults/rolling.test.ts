import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clients } from './people/client.ts';
import type { ClientLog } from './people/client-log.ts';
import type { Someone } from './stage/fill.ts';
import type { Stage } from './stage/stage.ts';

let living: Server;
let [livingUrl, deadUrl] = ['', ''];
beforeAll(async () => {
  living = createServer((_request, response) => response.end('{"data":{"ok":true}}'));
  livingUrl = await listen(living);
  const dead = createServer();
  deadUrl = await listen(dead);
  dead.close();
  await once(dead, 'close');
});
afterAll(() => living.close());

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clientsOf = (webs: readonly string[]) => new Clients({ webs } as unknown as Stage, {} as ClientLog);
const someone = { token: 'a' } as unknown as Someone;

test('F9: a request that finds nobody listening is passed on once, and has not failed when the other answers', async () => {
  const clients = clientsOf([deadUrl, livingUrl]);
  clients.passesOn = true;
  expect(await clients.read(someone, '{ ok }', {})).toEqual({ ok: true });
  expect([[...clients.statuses], clients.passedOn]).toEqual([[[200, 1]], 1]);
});

test('F9: it has failed when nobody listens at the other either, or no balancer passes it on', async () => {
  for (const [other, passesOn] of [
    [deadUrl, true],
    [livingUrl, false],
  ] as const) {
    const webs = [deadUrl, other];
    const clients = clientsOf(webs);
    clients.passesOn = passesOn;
    const reading = clients.read(someone, '{ ok }', {});
    await expect.poll(() => clients.statuses.get(0) ?? 0, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(clients.lost.get('ECONNREFUSED')).toBe(clients.statuses.get(0));
    webs.fill(livingUrl); // whoever still asks is answered
    await reading;
  }
});
