import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aCharge, aClient, aMerchant, anOrderId, type Merchant, refusal } from './merchant.ts';

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterEach(() => merchant.control('faults', undefined, 'DELETE'));
afterAll(() => merchant.close());

const plan = (fault: Record<string, unknown>) => merchant.control('faults', fault);

describe('F16: Idempotency-Key', () => {
  test('the kept answer comes back for five minutes, whatever the new body says', async () => {
    const client = aClient(merchant.url, undefined, 'key-1');
    const first = await client.charge(aCharge('qris'));
    expect(await client.charge(aCharge('bca'))).toEqual(first);
    expect(await client.transaction.cancel(first.order_id)).toEqual(first);
    await merchant.control('advance', { ms: 5 * 60_000 });
    expect((await client.charge(aCharge('bca'))).transaction_id).not.toBe(first.transaction_id);
  });

  test('a key of 47 characters counts as none', async () => {
    const long = aClient(merchant.url, undefined, 'k'.repeat(47));
    const fits = aClient(merchant.url, undefined, 'k'.repeat(46));
    expect((await long.charge(aCharge('qris'))).order_id).not.toBe((await long.charge(aCharge('qris'))).order_id);
    expect((await fits.charge(aCharge('qris'))).order_id).toBe((await fits.charge(aCharge('qris'))).order_id);
  });

  test('refusals are not kept', async () => {
    const client = aClient(merchant.url, undefined, 'key-2');
    expect((await refusal(client.charge(aCharge('qris', {}, 0)))).code).toBe('400');
    expect((await client.charge(aCharge('qris'))).status_code).toBe('201');
  });

  test('while the first call runs, the second is told so with HTTP 202', async () => {
    await plan({ kind: 'latency', ms: 300, route: 'charge' });
    const headers = { 'idempotency-key': 'key-3' };
    const body = JSON.stringify(aCharge('qris'));
    const first = merchant.post('/v2/charge', body, headers);
    const running = async () => {
      const calls = (await merchant.control('requests', undefined, 'GET')).body;
      return calls.some((call) => call.idempotencyKey === 'key-3');
    };
    while (!(await running())) await new Promise((resolve) => setImmediate(resolve));
    expect((await merchant.post('/v2/charge', body, headers)).status).toBe(202);
    expect(JSON.parse((await first).text).status_code).toBe('201');
  });

  test('Permata does not honour it', async () => {
    const client = aClient(merchant.url, undefined, 'key-4');
    const first = await client.charge(aCharge('permata'));
    expect((await client.charge(aCharge('permata'))).order_id).not.toBe(first.order_id);
  });
});

describe('trouble on order', () => {
  test('a cut before leaves nothing charged, a cut after leaves a charge that no one heard of', async () => {
    for (const [when, status] of [
      ['before', '404'],
      ['after', 'resolved'],
    ] as const) {
      await plan({ kind: 'cut', when, route: 'charge' });
      const charge = aCharge('qris', { transaction_details: { order_id: anOrderId(), gross_amount: 5_000 } });
      const { order_id } = charge.transaction_details as { order_id: string };
      expect((await refusal(merchant.client.charge(charge))).code).toBe('null');
      expect((await refusal(merchant.client.transaction.status(order_id))).code).toBe(status);
      const calls = (await merchant.control(`requests?order=${order_id}`, undefined, 'GET')).body;
      expect(calls[0]).toMatchObject({ call: 'charge', answered: 'cut' });
    }
  });

  test.each([500, 502, 503])('HTTP %d comes as an HTML page', async (status) => {
    await plan({ kind: 'error', status, route: 'status' });
    const answer = await refusal(merchant.client.transaction.status('x'));
    expect(answer.code).toBe(String(status));
    expect(String(answer.body)).toContain('<html>');
    expect((await refusal(merchant.client.transaction.status('x'))).code).toBe('404');
  });

  test('an answer of any kind, such as the rate limit without a status_code', async () => {
    await plan({ kind: 'answer', status: 429, body: { message: 'API rate limit exceeded' }, route: 'charge' });
    const { code, body } = await refusal(merchant.client.charge(aCharge('qris')));
    expect(code).toBe('429');
    expect(body).toEqual({ message: 'API rate limit exceeded' });
  });

  test('it lasts for the calls asked for, or until it is cleared', async () => {
    await plan({ kind: 'error', status: 502, times: 2 });
    const codes = [];
    for (let call = 0; call < 3; call++) codes.push((await refusal(merchant.client.transaction.status('x'))).code);
    expect(codes).toEqual(['502', '502', '404']);
    await plan({ kind: 'error', status: 502, times: 0 });
    for (let call = 0; call < 4; call++)
      expect((await refusal(merchant.client.transaction.status('x'))).code).toBe('502');
    await merchant.control('faults', undefined, 'DELETE');
    expect((await refusal(merchant.client.transaction.status('x'))).code).toBe('404');
  });

  test.each(['hang', 'drip'])(
    'a call that is never answered (%s) is let go when the simulator closes',
    async (kind) => {
      const other = await aMerchant();
      await other.control('faults', { kind });
      const hanging = refusal(other.client.transaction.status('x'));
      while (((await other.control('requests', undefined, 'GET')).body as unknown[]).length === 0);
      await other.close();
      expect((await hanging).code).toBe('null');
    },
  );
});

describe('F25: the journal', () => {
  test('shows each call with its body, key and answer, never the server key', async () => {
    const client = aClient(merchant.url, undefined, 'key-journal');
    const { order_id } = await client.charge(aCharge('qris'));
    const calls = (await merchant.control(`requests?order=${order_id}`, undefined, 'GET')).body;
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      call: 'charge',
      idempotencyKey: 'key-journal',
      answered: 200,
      answer: { status_code: '201' },
    });
    expect(JSON.stringify(calls)).not.toContain('SB-Mid-server');
  });

  test('reset forgets everything', async () => {
    const { order_id } = await merchant.client.charge(aCharge('qris'));
    await merchant.control('reset');
    expect((await refusal(merchant.client.transaction.status(order_id))).code).toBe('404');
    const state = (await merchant.control('state', undefined, 'GET')).body;
    expect(state).toMatchObject({ transactions: [], faults: [] });
  });
});
