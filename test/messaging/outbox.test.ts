import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Account, OtpChallenge, otpCodeOf, Task } from '../../api/accounts/index.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { announce } from '../../api/messaging/announce.ts';
import { type MessageSender, MessageStatus, whatsAppCloud } from '../../api/messaging/index.ts';
import { lineOf } from '../../api/messaging/line-of.ts';
import { Message } from '../../api/messaging/message.ts';
import { sendMessage } from '../../api/messaging/send-message.ts';
import { sendOtp } from '../../api/messaging/send-otp.ts';
import { ANONYMOUS, type Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { aPerson, aPhone } from '../support/makers/accounts.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';
import { arrivedAt, askedForCode, lastMessage, later, noticesAt, trouble } from './outbox-bench.ts';

describe('the outbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await fetch(`${world.whatsapp.url}/__sim/faults`, { method: 'DELETE' });
  });

  const run = (ctx: Context, messageKey: string) => sendMessage.run({ messageKey } as never, ctx);

  /** A context in which messages take another road. */
  function through(sender: MessageSender): Context {
    return Object.assign(world.context(), { messageSender: sender });
  }

  async function codeOf(phone: string): Promise<string> {
    const ctx = world.context();
    return otpCodeOf(ctx, (await ctx.em.findOneOrFail(OtpChallenge, { phone }, { orderBy: { key: 'desc' } })).key);
  }

  test('a one-time code arrives once, in the language of the page, with a button that copies it', async () => {
    const phone = aPhone();
    await requestOtp(Object.assign(world.context(ANONYMOUS), { language: 'en' }), { phone });
    await world.runJobs();
    const [message, ...more] = arrivedAt(world, phone);
    expect(more).toEqual([]);
    expect(message?.content).toMatchObject({
      template: { name: 'otp', language: 'en' },
      code: { value: await codeOf(phone) },
    });
    expect(await lastMessage(world)).toMatchObject({ attempts: 1, providerId: message?.id });
  });

  test('passing trouble is tried again after 5 and 30 seconds of our clock, and the code arrives once', async () => {
    await trouble(world, { route: 'send', code: 131000 });
    const phone = await askedForCode(world);
    await world.runJobs();
    await trouble(world, { route: 'send', kind: 'cut' });
    expect(await lastMessage(world)).toMatchObject({ status: 'QUEUED', attempts: 1, lastErrorCode: 131000 });
    await later(world, 4);
    expect(await lastMessage(world)).toMatchObject({ attempts: 1 });
    await later(world, 1);
    expect(await lastMessage(world)).toMatchObject({ status: 'QUEUED', attempts: 2, lastErrorCode: 0 });
    await later(world, 29);
    expect(arrivedAt(world, phone)).toEqual([]);
    await later(world, 1);
    expect(noticesAt(world, phone)).toEqual([['otp', await codeOf(phone)]]);
  });

  test('what concerns one order waits in one line; a code for signing in waits for nobody', async () => {
    await world.runJobs();
    const { order } = await anOrder(world, await aMarket(world, { shops: 1 }), { paymentMethod: 'CASH' });
    await askedForCode(world);
    const queued = (name: string) =>
      world.context().read.rows<{ line: string | null; payload: never }>(
        `select q.queue_name as line, j.payload
             from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
             left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where t.identifier = $1`,
        [name],
      );
    const announced = await queued('messaging.announce');
    expect(new Set(announced.map(({ line }) => line))).toEqual(new Set([lineOf(order.key)]));
    for (const { payload } of announced) await announce.run(payload, world.context());
    for (const { payload } of await queued('messaging.sendOtp')) await sendOtp.run(payload, world.context());
    const sent = await queued('messaging.sendMessage');
    const due = sent.map(({ line }) => line).sort();
    expect(due).toEqual([lineOf(order.key), lineOf(order.key), null]);
    await world.runJobs();
  });

  test('who got too much at once is left alone for at least six seconds', async () => {
    await trouble(world, { route: 'send', code: 131056 });
    const phone = await askedForCode(world);
    await world.runJobs();
    await later(world, 5);
    expect(arrivedAt(world, phone)).toEqual([]);
    await later(world, 1);
    expect(arrivedAt(world, phone)).toHaveLength(1);
  });

  test('a code that ran out while it waited is not sent', async () => {
    await trouble(world, { route: 'send', code: 130429 });
    const phone = await askedForCode(world);
    await world.runJobs();
    await later(world, 301);
    expect(arrivedAt(world, phone)).toEqual([]);
    expect(await lastMessage(world)).toMatchObject({ status: 'SKIPPED' });
  });

  test('an expired token opens one task a day, and the message leaves once it is mended', async () => {
    await trouble(world, { route: 'send', code: 190, times: 2 });
    const phones = [await askedForCode(world), await askedForCode(world)];
    await world.runJobs();
    const tasks = await world.context().em.find(Task, { title: 'WhatsApp menolak pesan kita' });
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.detail).toContain('190');
    expect(await world.context().em.count(Message, { lastErrorCode: 190, status: MessageStatus.QUEUED })).toBe(2);
    expect(phones.flatMap((phone) => arrivedAt(world, phone))).toEqual([]);
  });

  test('a number that is not on WhatsApp: no task for a code, one task for a notice, and no second attempt', async () => {
    const tasks = () => world.context().em.count(Task, { title: 'Pesan tidak sampai' });
    const before = await tasks();
    await trouble(world, { route: 'send', code: 131026 });
    await askedForCode(world);
    await world.runJobs();
    expect(await lastMessage(world)).toMatchObject({ status: 'FAILED', lastErrorCode: 131026, attempts: 1 });
    expect(await tasks()).toBe(before);
    const { order } = await anOrder(world, await aMarket(world, { shops: 1 }), { paymentMethod: 'CASH' });
    await trouble(world, { route: 'send', code: 131026, times: 2 });
    await world.runJobs();
    expect(await tasks()).toBe(before + 2);
    const told = await world.context().em.find(Task, { title: 'Pesan tidak sampai' });
    expect(told.map(({ subject }) => subject.orderKey)).toEqual([order.key, order.key]);
    await later(world, 24 * 3600);
    expect(await tasks()).toBe(before + 2);
  });

  test('a mistake of ours is not repeated, and the operator hears of it once a day', async () => {
    await trouble(world, { route: 'send', code: 132000, times: 2 });
    await askedForCode(world);
    await askedForCode(world);
    await world.runJobs();
    expect(await world.context().em.count(Message, { lastErrorCode: 132000, status: MessageStatus.FAILED })).toBe(2);
    expect(await world.context().em.count(Task, { detail: { $like: '%132000%' } })).toBe(1);
  });

  test('trouble without an end is given up after nine attempts', async () => {
    const { account } = await aPerson(world);
    const { order } = await anOrder(world, await aMarket(world, { shops: 1 }), { paymentMethod: 'CASH' });
    const now = world.clock.now();
    const message = await inTransaction(world.context(), async (tx) =>
      tx.create(Message, {
        template: 'order_placed_cash',
        language: 'id',
        accountKey: account.key,
        eventKey: newKey(),
        orderKey: order.key,
        parcelKeys: [],
        once: 'by hand',
        createdAt: now,
        nextAttemptAt: now,
      }),
    );
    const down: MessageSender = {
      isReal: false,
      send: async () => ({ kind: 'TRANSIENT', code: 2, retryAfterSeconds: 0 }),
    };
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await run(through(down), message.key);
      world.clock.advance(43_200);
    }
    const stands = () => world.context().em.findOneOrFail(Message, { key: message.key });
    expect(await stands()).toMatchObject({ status: 'FAILED', attempts: 9, lastErrorCode: 2 });
    await run(through(down), message.key);
    expect(await stands()).toMatchObject({ attempts: 9 });
  });

  test('ten workers at once send a message once', async () => {
    const phone = await askedForCode(world);
    const { key } = await world.context().em.findOneOrFail(OtpChallenge, { phone });
    const rows = await world
      .context()
      .read.rows<{ id: string }>("select id from event where subject->>'challengeKey' = $1", [key]);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        sendOtp.run({ challengeKey: key, eventKey: rows[0]?.id } as never, world.context()).catch((error: unknown) => {
          // A worker that comes second runs into the unique key; its job is tried again and finds the message.
          expect(String(error)).toContain('message_once');
        }),
      ),
    );
    const message = await world.context().em.findOneOrFail(Message, { challengeKey: key });
    await Promise.all(Array.from({ length: 10 }, () => run(world.context(), message.key)));
    await world.runJobs();
    expect(arrivedAt(world, phone)).toHaveLength(1);
  });

  test('a message that a killed worker had in hand is taken up again after a minute', async () => {
    const phone = await askedForCode(world);
    const { key } = await world.context().em.findOneOrFail(OtpChallenge, { phone });
    await sendOtp.run({ challengeKey: key, eventKey: key } as never, world.context());
    const message = await world.context().em.findOneOrFail(Message, { challengeKey: key });
    const killed: MessageSender = { isReal: false, send: () => Promise.reject(new Error('killed')) };
    await expect(run(through(killed), message.key)).rejects.toThrow('killed');
    await later(world, 59);
    expect(arrivedAt(world, phone)).toEqual([]);
    await later(world, 1);
    expect(arrivedAt(world, phone)).toHaveLength(1);
  });

  test('a message whose attempts all break off is given up as well', async () => {
    const phone = await askedForCode(world);
    const { key } = await world.context().em.findOneOrFail(OtpChallenge, { phone });
    await sendOtp.run({ challengeKey: key, eventKey: key } as never, world.context());
    const message = await world.context().em.findOneOrFail(Message, { challengeKey: key });
    await world.context().em.nativeUpdate(OtpChallenge, { key }, { expiresAt: new Date('2030-01-01T00:00:00Z') });
    const broken: MessageSender = { isReal: false, send: () => Promise.reject(new Error('broken')) };
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await expect(run(through(broken), message.key)).rejects.toThrow('broken');
      world.clock.advance(60);
    }
    await run(through(broken), message.key);
    expect(await world.context().em.findOneOrFail(Message, { challengeKey: key })).toMatchObject({ status: 'FAILED' });
  });

  test('people of the demo are reached through the simulator and never through a real provider', async () => {
    const { account } = await aPerson(world, { isDemo: true });
    await requestOtp(world.context(ANONYMOUS), { phone: account.phone ?? '' });
    const sent: unknown[] = [];
    const real: MessageSender = {
      isReal: true,
      send: async (message) => {
        sent.push(message);
        return { kind: 'ACCEPTED', providerId: 'wamid.real' };
      },
    };
    const challenge = await world.context().em.findOneOrFail(OtpChallenge, { phone: account.phone ?? '' });
    await sendOtp.run({ challengeKey: challenge.key, eventKey: challenge.key } as never, world.context());
    const { key } = await world.context().em.findOneOrFail(Message, { challengeKey: challenge.key });
    await run(through(real), key);
    expect(sent).toEqual([]);
    await world
      .context()
      .em.nativeUpdate(Message, { key }, { status: MessageStatus.QUEUED, nextAttemptAt: world.clock.now() });
    await run(world.context(), key);
    expect(arrivedAt(world, account.phone)).toHaveLength(1);
  });

  test('an erased person gets nothing any more', async () => {
    const { buyer } = await anOrder(world, await aMarket(world, { shops: 1 }), { paymentMethod: 'CASH' });
    const phone = buyer.account.phone;
    await world
      .context()
      .em.nativeUpdate(Account, { key: buyer.account.key }, { phone: null, erasedAt: world.clock.now() });
    await world.runJobs();
    expect(arrivedAt(world, phone)).toEqual([]);
  });

  test('a provider that does not answer is given up on after its time', async () => {
    await trouble(world, { route: 'send', kind: 'hang' });
    const sender = whatsAppCloud({
      apiUrl: world.whatsapp.url,
      version: 'v23.0',
      phoneNumberId: '100000000000001',
      token: world.whatsapp.settings.token,
      isReal: false,
      timeoutMs: 150,
    });
    const message = { to: aPhone(), template: 'otp', language: 'id', parameters: ['123456'], reference: 'x' } as const;
    expect(await sender.send(message)).toEqual({ kind: 'TRANSIENT', code: 0, retryAfterSeconds: 0 });
  });

  test('neither number, code nor PIN stands in the outbox, in an event, or in the log', async () => {
    const phone = await askedForCode(world);
    const { buyer } = await anOrder(world, await aMarket(world, { shops: 1 }), { paymentMethod: 'CASH' });
    await world.runJobs();
    const { read } = world.context();
    const rows = JSON.stringify([await read.rows('select * from message'), await read.rows('select * from event')]);
    for (const secret of [phone, buyer.account.phone ?? '', phone.slice(1), await codeOf(phone)]) {
      expect(rows).not.toContain(`"${secret}"`);
      expect(world.logged()).not.toContain(secret);
    }
  });
});
