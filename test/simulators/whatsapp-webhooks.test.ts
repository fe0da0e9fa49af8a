import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asciiJson, hubSignature } from '../../simulators/whatsapp/webhooks.ts';
import { APP_SECRET, aBusiness, type Business } from './business.ts';

const HOUR = 3_600_000;

let business: Business;
beforeEach(async () => {
  business = await aBusiness();
});
afterEach(() => business.close());

const aNotice = (more: Record<string, unknown> = {}) =>
  business.sendTemplate('payment_expired', ['BJ-1', 'https://berjubel.id/p/1'], more);

describe('signatures', () => {
  test('the known vector: everything beyond ASCII is escaped before it is signed', () => {
    const message = { id: 'wamid.TEST1', type: 'text', text: { body: 'Beli kopi ☕ é' } };
    const change = { field: 'messages', value: { messages: [message] } };
    const body = asciiJson({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
    expect(Buffer.byteLength(body)).toBe(192);
    expect(hubSignature(body, APP_SECRET)).toBe(
      'sha256=fd67cd50715a01b5049a441a7b3122cbea7e8fac5eed799f10b5554222a8515d',
    );
  });

  test('what arrives is signed over its exact bytes, emoji too', async () => {
    await business.control('inbound', { from: '0812-0000-0001', text: 'Kopi ☕ 👍🏽' });
    await business.heard();
    const { raw, signature } = business.received[0] ?? { raw: '', signature: '' };
    expect(raw).toMatch(/^[ -~]+$/);
    expect(signature).toBe(`sha256=${createHmac('sha256', APP_SECRET).update(raw).digest('hex')}`);
    expect(JSON.parse(raw).entry[0].changes[0].value.messages[0].text.body).toBe('Kopi ☕ 👍🏽');
  });
});

describe('statuses', () => {
  test('sent, delivered, and read once the phone is looked at, with our own reference', async () => {
    const { body } = await aNotice({ biz_opaque_callback_data: 'outbox-7' });
    const statuses = async () => (await business.heard()).map((value) => value.statuses[0]);
    expect((await statuses()).map(({ status }) => status)).toEqual(['sent', 'delivered']);
    await fetch(`${business.url}/phone/6281200000001`);
    await fetch(`${business.url}/phone/6281200000001`);
    const all = await statuses();
    expect(all.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    expect(all[2]).toMatchObject({
      id: body.messages?.[0]?.id,
      recipient_id: '6281200000001',
      timestamp: '1767243600',
      biz_opaque_callback_data: 'outbox-7',
      pricing: { category: 'utility' },
    });
  });

  test('are tried again until the business answers 200, for seven days at most', async () => {
    business.answerWith(...Array.from({ length: 4 }, () => 500));
    await business.control('inbound', { from: '081200000001', text: 'halo' });
    await business.control('advance', { ms: 24 * HOUR });
    expect(business.received).toHaveLength(5);
    business.answerWith(...Array.from({ length: 100 }, () => 503));
    await business.control('inbound', { from: '081200000001', text: 'lagi' });
    await business.control('advance', { ms: 8 * 24 * HOUR });
    const journal = (await business.control('webhooks', undefined, 'GET')).body as unknown as {
      state: string;
      attempts: object[];
    }[];
    expect(journal.map(({ state }) => state)).toEqual(['delivered', 'given up']);
    expect(journal[1]?.attempts.length).toBeGreaterThan(10);
  });

  test('can be dropped, doubled, delayed and shuffled on order', async () => {
    await business.control('faults/notifications', { kind: 'shuffle', times: 2 });
    await aNotice();
    expect((await business.heard()).map((value) => value.statuses[0].status)).toEqual(['delivered', 'sent']);
    await business.control('faults/notifications', { kind: 'duplicate', copies: 2 });
    await business.control('inbound', { from: '081200000001', text: 'dua kali' });
    const [, , first, second, ...none] = await business.heard();
    expect(first).toEqual(second);
    expect(none).toEqual([]);
  });
});

describe('the 24-hour window', () => {
  const text = () => business.send({ type: 'text', text: { body: 'Halo' } });

  test('free-form messages need a customer who wrote within a day; templates do not', async () => {
    expect((await text()).body.error?.code).toBe(131047);
    expect((await aNotice()).status).toBe(200);
    await business.control('inbound', { from: '081200000001', text: 'halo' });
    expect((await text()).status).toBe(200);
    await business.control('advance', { ms: 24 * HOUR - 1 });
    expect((await text()).status).toBe(200);
    await business.control('advance', { ms: 1 });
    expect((await text()).body.error?.code).toBe(131047);
  });
});

describe('trouble on order', () => {
  test('an error by its code, for as many calls as asked', async () => {
    await business.control('faults', { code: 130429, times: 2 });
    expect((await aNotice()).body.error?.code).toBe(130429);
    expect((await aNotice()).status).toBe(429);
    expect((await aNotice()).status).toBe(200);
    await business.control('faults', { code: 131047 });
    expect((await aNotice()).body.error?.code).toBe(131047);
    expect((await business.control('faults', { code: 7 })).status).toBe(400);
  });

  test('HTTP 500 sends nothing; a cut after sending leaves a message that the business does not know of', async () => {
    await business.control('faults', { kind: 'error', status: 500 });
    const failed = await aNotice();
    expect([failed.status, failed.text.includes('<html>')]).toEqual([500, true]);
    expect(business.mailbox.list()).toHaveLength(0);
    await business.control('faults', { kind: 'cut', when: 'after' });
    await expect(aNotice()).rejects.toThrow();
    expect(business.mailbox.list()).toHaveLength(1);
    const calls = (await business.control('requests', undefined, 'GET')).body as unknown as { answered: unknown }[];
    expect(calls.map(({ answered }) => answered)).toEqual([500, 'cut']);
  });

  test('a call that is never answered ends with the simulator', async () => {
    const other = await aBusiness();
    await other.control('faults', { kind: 'hang' });
    const hanging = other.sendTemplate('otp', ['123456']).catch(() => 'gone');
    while (((await other.control('requests', undefined, 'GET')).body as unknown[]).length === 0);
    await other.close();
    expect(await hanging).toBe('gone');
  });
});

describe('reading phones from a test', () => {
  test('waits for the next message of a template and gives its code', async () => {
    const waiting = business.control('messages/081200000009/wait?template=otp', undefined, 'GET');
    await business.sendTemplate('otp', ['111111'], { to: '6281200000008' });
    await business.sendTemplate('otp', ['222222'], { to: '6281200000009' });
    const { body } = await waiting;
    expect(body).toMatchObject({ template: 'otp', code: '222222', parameters: ['222222'], from: 'business' });
    const later = await business.control(
      `messages/6281200000009/wait?after=${body.seq}&timeoutMs=10`,
      undefined,
      'GET',
    );
    expect(later.status).toBe(408);
    const all = (await business.control('messages?template=otp', undefined, 'GET')).body;
    expect(all.map(({ code }) => code)).toEqual(['111111', '222222']);
  });

  test('a business may mark a customer message as read, and no other', async () => {
    const { body } = await business.control('inbound', { from: '081200000001', text: 'halo' });
    expect((await business.send({ status: 'read', message_id: body.id })).body).toEqual({ success: true });
    expect((await business.send({ status: 'read', message_id: 'wamid.x' })).body.error?.code).toBe(131009);
  });

  test('reset empties the phones', async () => {
    await aNotice();
    await business.control('reset');
    expect((await business.control('messages', undefined, 'GET')).body).toEqual([]);
  });
});

test('a restarted simulator still shows the messages and goes on counting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'phones-'));
  const booksFile = join(folder, 'whatsapp.jsonl');
  const before = await aBusiness({ booksFile });
  await before.sendTemplate('otp', ['123456']);
  await before.close();
  const after = await aBusiness({ booksFile });
  await after.sendTemplate('otp', ['654321']);
  const messages = (await after.control('messages/6281200000001', undefined, 'GET')).body;
  expect(messages.map(({ seq, code }) => [seq, code])).toEqual([
    [1, '123456'],
    [2, '654321'],
  ]);
  await after.close();
  await rm(folder, { recursive: true });
});
