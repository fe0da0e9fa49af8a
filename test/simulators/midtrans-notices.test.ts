import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signature } from '../../simulators/midtrans/wire.ts';
import { aCharge, aMerchant, type Merchant, refusal, SERVER_KEY } from './merchant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterAll(() => merchant.close());

async function charged(): Promise<string> {
  const { order_id } = await merchant.client.charge(aCharge('bca'));
  await merchant.notices(order_id);
  return order_id;
}

const statuses = async (id: string) => (await merchant.notices(id)).map((body) => body.transaction_status);

describe('F13: signatures', () => {
  test.each([
    [
      '201',
      'aa3dc85a67ce5df8efce290164a578b224aa4df6e8db1e053df38845fb8449eb5565c819bfb11b9ef22cf6e0f7ea77551e981126d6e478cef8ff3f0cf546b72d',
    ],
    [
      '200',
      '3871ebfff8dead63a19567bb899034e0df0a6a877c67d1a8bfe17cd87b360e13f58e674ef030606eac712c0e62d6b41780ad61e9a011cff130a66f00afe832b5',
    ],
    [
      '202',
      '89c7d3aeb7e06e6eb1bb62fe8e98776e9bdf28e4979ae8484122a62d77b481400353bd3d21a6d9ed57e9cb18fc1841706e7b8055ce0a6e0685b539e900b66d05',
    ],
  ])('code %s matches the known vector', (code, vector) => {
    expect(signature('BJ-20260101-000001-a1', code, '150000.00', SERVER_KEY)).toBe(vector);
  });

  test('every notice and every status answer is signed over what it says', async () => {
    const id = await charged();
    await merchant.control('pay', { id });
    const notices = await merchant.notices(id);
    expect(notices.map((body) => [body.transaction_status, body.status_code])).toEqual([
      ['pending', '201'],
      ['settlement', '200'],
    ]);
    for (const body of [...notices, await merchant.client.transaction.status(id)]) {
      expect(body.signature_key).toBe(signature(id, body.status_code, body.gross_amount, SERVER_KEY));
    }
    expect(notices[1]).toMatchObject({
      status_message: 'midtrans payment notification',
      merchant_id: 'G000000001',
      payment_type: 'bank_transfer',
      payment_amounts: [],
      settlement_time: '2026-01-01 12:00:00',
    });
    expect(merchant.received.every(({ agent }) => agent === 'Veritrans')).toBe(true);
  });
});

describe('F14, F15: when the merchant does not answer 200', () => {
  test.each([
    ['500', 500, 2],
    ['503', 503, 5],
    ['400', 400, 3],
    ['404', 404, 3],
    ['418 and anything else', 418, 6],
    ['301', 301, 1],
  ])('%s', async (_name, status, tries) => {
    const id = await charged();
    merchant.answerWith(...Array.from({ length: 10 }, () => status));
    await merchant.control('pay', { id });
    await merchant.control('advance', { ms: 12 * HOUR });
    merchant.answerWith();
    const settled = (await statuses(id)).filter((each) => each === 'settlement');
    expect(settled).toHaveLength(tries);
  });

  test('the pauses are 2, 10, 30, 90 and 210 minutes, each a little shortened by chance', async () => {
    const id = await charged();
    merchant.answerWith(418, 418, 418, 418, 418, 418);
    await merchant.control('pay', { id });
    await merchant.control('advance', { ms: 12 * HOUR });
    const journal = (await merchant.control(`notifications?order=${id}`, undefined, 'GET')).body;
    const settlement = journal.at(-1) as unknown as { attempts: { at: string }[]; state: string };
    const times = settlement.attempts.map(({ at }) => Date.parse(at));
    const pauses = times.slice(1).map((time, index) => (time - Number(times[index])) / MINUTE);
    expect(settlement.state).toBe('given up');
    [2, 10, 30, 90, 210].forEach((full, index) => {
      expect(pauses[index]).toBeGreaterThanOrEqual(full * 0.9);
      expect(pauses[index]).toBeLessThanOrEqual(full);
    });
  });

  test('a retry that is answered ends it', async () => {
    const id = await charged();
    merchant.answerWith(503, 503);
    await merchant.control('pay', { id });
    await merchant.control('advance', { ms: 12 * HOUR });
    expect(await statuses(id)).toEqual(['pending', 'settlement', 'settlement', 'settlement']);
  });

  test('a 307 is followed up to five times, a 301 never', async () => {
    const arrives = async (path: string) => {
      const id = await charged();
      await merchant.control('settings', { notificationUrl: `${merchant.receiverUrl}${path}` });
      await merchant.control('pay', { id });
      const heard = await statuses(id);
      await merchant.control('settings', { notificationUrl: `${merchant.receiverUrl}/notify` });
      return heard.includes('settlement');
    };
    expect(await arrives('/hop/4')).toBe(true);
    expect(await arrives('/hop/5')).toBe(false);
    expect(await arrives('/moved')).toBe(false);
  });
});

describe('notices gone wrong, on order', () => {
  test('dropped ones never arrive', async () => {
    const id = await charged();
    await merchant.control('faults/notifications', { kind: 'drop', times: 1 });
    await merchant.control('pay', { id });
    await merchant.control('advance', { ms: 12 * HOUR });
    expect(await statuses(id)).toEqual(['pending']);
  });

  test('duplicated ones arrive as often as asked', async () => {
    const id = await charged();
    await merchant.control('faults/notifications', { kind: 'duplicate', copies: 3 });
    await merchant.control('pay', { id });
    expect(await statuses(id)).toEqual(['pending', 'settlement', 'settlement', 'settlement']);
  });

  test('delayed ones wait for the clock', async () => {
    const id = await charged();
    await merchant.control('faults/notifications', { kind: 'delay', ms: HOUR });
    await merchant.control('pay', { id });
    await merchant.control('advance', { ms: HOUR - 1 });
    expect(await statuses(id)).toEqual(['pending']);
    await merchant.control('advance', { ms: 1 });
    expect(await statuses(id)).toEqual(['pending', 'settlement']);
  });

  test('shuffled ones arrive all, in another order', async () => {
    await merchant.control('faults/notifications', { kind: 'shuffle', times: 2 });
    const { order_id } = await merchant.client.charge(aCharge('qris'));
    expect(await statuses(order_id)).toEqual([]);
    await merchant.control('pay', { id: order_id });
    expect(await statuses(order_id)).toEqual(['settlement', 'pending']);
  });

  test('a wrong order of a fault is refused with a reason', async () => {
    expect((await merchant.control('faults/notifications', { kind: 'eat' })).status).toBe(400);
    expect((await merchant.control('faults', { kind: 'cut', route: 'lunch' })).status).toBe(400);
  });
});

describe('restart', () => {
  test('the books, the deadlines and the notices that were not heard survive it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'books-'));
    const booksFile = join(folder, 'deep', 'midtrans.jsonl');
    const before = await aMerchant({ booksFile });
    before.answerWith(200, 503);
    const paid = await before.client.charge(aCharge('qris'));
    await before.notices(paid.order_id);
    await before.control('pay', { id: paid.order_id });
    await before.notices(paid.order_id);
    const waiting = await before.client.charge(aCharge('gopay'));
    // What was answered is on disk by then, so that a kill at this moment loses nothing.
    const onDisk = await readFile(booksFile, 'utf8');
    expect(onDisk).toContain('"status":"settlement"');
    expect(onDisk).toContain(waiting.transaction_id);
    await before.close();

    const after = await aMerchant({ booksFile });
    const same = await after.client.transaction.status(paid.transaction_id);
    expect(same).toMatchObject({ transaction_status: 'settlement', settlement_time: '2026-01-01 12:00:00' });
    expect(
      (
        await refusal(
          after.client.charge(aCharge('qris', { transaction_details: { order_id: paid.order_id, gross_amount: 1 } })),
        )
      ).code,
    ).toBe('406');
    await after.control('advance', { ms: 20 * MINUTE });
    expect((await after.client.transaction.status(waiting.order_id)).transaction_status).toBe('expire');
    expect((await after.notices(paid.order_id)).map((body) => body.transaction_status)).toEqual(['settlement']);
    await after.close();
    await rm(folder, { recursive: true });
  });
});
