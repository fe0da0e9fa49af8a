import { createHmac } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { takeReports } from '../../api/messaging/delivery-reports.ts';
import { WHATSAPP_WEBHOOK_PATH, whatsAppWebhook } from '../../api/messaging/index.ts';
import { Message } from '../../api/messaging/message.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { keepRawBodies } from '../../api/platform/http/raw-body.ts';
import { newKey } from '../../api/platform/keys.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { letRivalRunFirst } from '../support/rival.ts';
import { openWorld, type World } from '../support/world.ts';
import { arrivedAt, askedForCode, lastMessage } from './outbox-bench.ts';

const SECRET = 'berjubel-app-secret';

describe("the provider's webhook", () => {
  let world: World;
  let server: FastifyInstance;
  beforeAll(async () => {
    world = await openWorld();
    server = Fastify();
    keepRawBodies(server);
    await server.register(whatsAppWebhook, { appSecret: SECRET, verifyToken: 'right', context: () => world.context() });
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  async function deliver(body: string, signature: string | null = sign(body)): Promise<number> {
    const headers = { 'content-type': 'application/json', ...(signature && { 'x-hub-signature-256': signature }) };
    return (await server.inject({ method: 'POST', url: WHATSAPP_WEBHOOK_PATH, headers, payload: body })).statusCode;
  }

  const sign = (body: string) => `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;

  /** A delivery that carries these statuses. */
  function about(...statuses: Record<string, unknown>[]): string {
    const value = {
      messaging_product: 'whatsapp',
      statuses: statuses.map((status) => ({ timestamp: '1795485600', ...status })),
    };
    return JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
    });
  }

  /** A message that the provider has taken on. */
  async function aMessage(fields: Partial<Message> = {}): Promise<Message> {
    const { account } = await aPerson(world);
    const now = world.clock.now();
    return inTransaction(world.context(), async (tx) =>
      tx.create(Message, {
        template: 'order_paid',
        language: 'id',
        accountKey: account.key,
        eventKey: newKey(),
        orderKey: newKey(),
        parcelKeys: [],
        once: newKey(),
        status: 'SENT' as Message['status'],
        providerId: `wamid.${newKey()}`,
        createdAt: now,
        nextAttemptAt: now,
        sentAt: now,
        ...fields,
      }),
    );
  }

  const fresh = ({ key }: Message) => world.context().em.findOneOrFail(Message, { key });

  test('proves its address to who knows the token, and to nobody else', async () => {
    const ask = (token: string, mode = 'subscribe') =>
      server.inject({
        url: WHATSAPP_WEBHOOK_PATH,
        query: { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': '<1158>' },
      });
    const right = await ask('right');
    expect([right.statusCode, right.body, right.headers['content-type']]).toEqual([
      200,
      '<1158>',
      expect.stringMatching(/^text\/plain/),
    ]);
    expect((await ask('wrong')).statusCode).toBe(403);
    expect((await ask('wrong')).body).not.toContain('1158');
    expect((await ask('right', 'unsubscribe')).statusCode).toBe(403);
  });

  test('believes a signature over the exact bytes, escapes included', async () => {
    const body =
      '{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"id":"wamid.TEST1","type":"text","text":{"body":"Beli kopi \\u2615 \\u00e9"}}]}}]}]}';
    expect(body).toHaveLength(192);
    expect(await deliver(body, 'sha256=fd67cd50715a01b5049a441a7b3122cbea7e8fac5eed799f10b5554222a8515d')).toBe(200);
    expect(await deliver(body, 'sha256=06e64c4bdd0fc80381d4f2e06b246c614a7bf1a52053131a463201c7b41a2833')).toBe(401);
  });

  test.each([[null], ['sha256='], ['sha256=zz'], [`sha1=${'0'.repeat(40)}`], [`sha256=${'0'.repeat(64)}`]])(
    'news signed with %s is forged, and nothing changes',
    async (signature) => {
      const message = await aMessage();
      expect(await deliver(about({ id: message.providerId, status: 'read' }), signature)).toBe(401);
      expect(await fresh(message)).toMatchObject({ status: 'SENT', readAt: null });
    },
  );

  test('a message only moves up, in whatever order and however often news comes', async () => {
    const message = await aMessage();
    const id = message.providerId;
    await deliver(about({ id, status: 'read' }));
    await deliver(about({ id, status: 'sent' }, { id, status: 'delivered' }, { id, status: 'delivered' }));
    await Promise.all(
      Array.from({ length: 10 }, () => deliver(about({ id, status: 'delivered', timestamp: '1795485700' }))),
    );
    expect(await fresh(message)).toMatchObject({
      status: 'READ',
      deliveredAt: new Date(1_795_485_600_000),
      failedAt: null,
    });
  });

  test('news of a failure that comes while it is noted as read changes nothing', async () => {
    const message = await aMessage();
    const reading = (tx: Tx) =>
      tx.execute(`update message set status = 'READ', read_at = ? where id = ?`, [world.clock.now(), message.key]);
    const { providerId } = message;
    const report = {
      providerId: providerId!,
      reference: null,
      status: 'failed',
      at: world.clock.now(),
      code: 131026,
    } as const;
    await letRivalRunFirst(world, reading, () => takeReports(world.context(), [report]));
    expect(await fresh(message)).toMatchObject({ status: 'READ' });
  });

  test('news that overtakes the answer of the provider finds the message by our own key', async () => {
    const message = await aMessage({ status: 'QUEUED' as Message['status'], providerId: null });
    await deliver(about({ id: 'wamid.early', status: 'delivered', biz_opaque_callback_data: message.key }));
    expect(await fresh(message)).toMatchObject({ status: 'DELIVERED', providerId: 'wamid.early' });
  });

  test('a failure told later opens one task, also when it is told five times at once', async () => {
    const message = await aMessage();
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    const news = about({ id: message.providerId, status: 'failed', errors });
    await Promise.all(Array.from({ length: 5 }, () => deliver(news)));
    expect(await fresh(message)).toMatchObject({ status: 'FAILED', lastErrorCode: 131026 });
    expect(await world.context().em.count(Task, { once: `message:${message.key}` })).toBe(1);
  });

  test('a failure told of a message that was read changes its fate no more', async () => {
    const message = await aMessage();
    const id = message.providerId;
    await deliver(about({ id, status: 'read' }, { id, status: 'failed', errors: [{ code: 131000 }] }));
    expect(await fresh(message)).toMatchObject({ status: 'READ', lastErrorCode: 131000 });
    expect(await world.context().em.count(Task, { once: `message:${message.key}` })).toBe(0);
  });

  test.each([
    ['{}'],
    ['[]'],
    ['null'],
    ['{"entry":{}}'],
    ['{"entry":[null,{"changes":"x"},{"changes":[{"value":{"statuses":[7,{"id":1},{"id":"x","status":"gone"}]}}]}]}'],
    [about({ id: 'wamid.unknown', status: 'read', timestamp: 'soon' }, { id: 'wamid.unknown', status: 'read' })],
  ])('what is not understood is passed over: %s', async (body) => {
    expect(await deliver(body)).toBe(200);
  });

  test('in the whole program, the provider reports and the message is delivered, then read', async () => {
    const phone = await askedForCode(world);
    await world.runJobs();
    await world.whatsapp.clock.settled();
    const message = await lastMessage(world);
    expect(message).toMatchObject({ status: 'DELIVERED', providerId: arrivedAt(world, phone)[0]?.id });
    await fetch(`${world.whatsapp.url}/__sim/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: phone }),
    });
    await world.whatsapp.clock.settled();
    expect(await fresh(message)).toMatchObject({ status: 'READ' });
  });
});
