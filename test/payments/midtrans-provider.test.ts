import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MidtransProvider, PaymentMethod } from '../../api/payments/index.ts';
import { type ChargeOutcome, ProviderUnavailable } from '../../api/payments/payment-provider.ts';
import { aChargeRequest, aProvider, callsOf, SERVER_KEY } from './a-provider.ts';

let sim: Awaited<ReturnType<typeof aProvider>>;
beforeAll(async () => {
  sim = await aProvider();
});
afterAll(() => sim.close());

const charged = (outcome: ChargeOutcome) => {
  if (outcome.kind !== 'CHARGED') throw new Error(`not charged: ${inspect(outcome)}`);
  return outcome.state;
};

async function failure(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => {
      throw new Error('the call did not fail');
    },
    (error: Error) => error,
  );
}

describe('charging', () => {
  test('QRIS gives the text and the picture of the code', async () => {
    const state = charged(await sim.provider.charge(aChargeRequest()));
    expect(state).toMatchObject({ status: 'PENDING', amount: 25_000, currency: 'IDR' });
    expect(state.instructions.qrText).toMatch(/^000201/);
    expect(state.instructions.qrImageUrl).toContain('/qr-code');
  });

  test('GoPay gives the link into the app', async () => {
    const state = charged(await sim.provider.charge(aChargeRequest({ method: 'GOPAY' })));
    expect(state.instructions.deeplinkUrl).toMatch(/^http/);
  });

  test.each(['BCA', 'BNI', 'BRI', 'CIMB', 'PERMATA'])('%s gives a virtual account number', async (bank) => {
    const method = `VA_${bank}` as 'VA_BCA';
    const state = charged(await sim.provider.charge(aChargeRequest({ method, secondsToPay: 86_400 })));
    expect(state.instructions).toMatchObject({ vaBank: bank, vaNumber: expect.stringMatching(/^\d{6,}$/) });
  });

  test('Mandiri gives company code and bill key', async () => {
    const state = charged(await sim.provider.charge(aChargeRequest({ method: 'VA_MANDIRI', secondsToPay: 86_400 })));
    expect(state.instructions).toMatchObject({ billerCode: '70012', billKey: expect.stringMatching(/^\d+$/) });
  });

  test('every method but cash can be charged', async () => {
    for (const method of Object.values(PaymentMethod)) {
      if (method === 'CASH') continue;
      expect((await sim.provider.charge(aChargeRequest({ method, secondsToPay: 3600 }))).kind).toBe('CHARGED');
    }
  });

  test('names longer than the provider takes are cut, and characters stay whole', async () => {
    const name = `${'Keripik 🌶️ '.repeat(12)}`;
    const request = aChargeRequest({ amount: 5_000, items: [{ id: 'x'.repeat(80), name, price: 5_000, quantity: 1 }] });
    expect((await sim.provider.charge(request)).kind).toBe('CHARGED');
  });

  test('a method that is not switched on is refused, not retried for ever', async () => {
    await sim.control('settings', { disabled: ['cimb'] });
    const request = aChargeRequest({ method: 'VA_CIMB', secondsToPay: 3600 });
    expect(await sim.provider.charge(request)).toEqual({ kind: 'REFUSED', code: '402' });
    expect(await callsOf(sim, 'charge', request.providerOrderId)).toBe(1);
    await sim.control('settings', { disabled: [] });
  });

  test('a sum outside the limits is refused', async () => {
    const outcome = await sim.provider.charge(aChargeRequest({ amount: 10_000_001, items: [] }));
    expect(outcome).toMatchObject({ kind: 'REFUSED', code: '400' });
  });
});

describe('when the answer is lost', () => {
  test('rule 3: a charge committed before the connection was cut is adopted with its code, and there is one', async () => {
    const request = aChargeRequest();
    await sim.control('faults', { route: 'charge', kind: 'cut', when: 'after' });
    const state = charged(await sim.provider.charge(request));
    expect(state.instructions.qrText).toMatch(/^000201/);
    const live = sim.books.list().filter(({ orderId }) => orderId === request.providerOrderId);
    expect(live).toHaveLength(1);
  });

  test('a charge that exists already is adopted from its state, still payable', async () => {
    const request = aChargeRequest();
    const first = charged(await sim.provider.charge(request));
    const second = charged(await sim.provider.charge({ ...request, idempotencyKey: 'another-key' }));
    expect(second.transactionId).toBe(first.transactionId);
    expect(second.instructions.qrImageUrl).toContain(first.transactionId);
  });

  test('a connection cut before anything was done is tried again', async () => {
    const request = aChargeRequest();
    await sim.control('faults', { route: 'charge', kind: 'cut', when: 'before', times: 2 });
    expect((await sim.provider.charge(request)).kind).toBe('CHARGED');
    expect(await callsOf(sim, 'charge', request.providerOrderId)).toBe(3);
  });

  test.each([
    ['a gateway page with 502', { kind: 'error', status: 502 }],
    ['a gateway page with 200', { kind: 'answer', status: 200, body: '<html>busy</html>' }],
    ['half an answer', { kind: 'answer', status: 200, body: '{"status_code":"20' }],
    ['JSON null', { kind: 'answer', status: 200, body: null }],
    ['in progress', { kind: 'answer', status: 202, body: { message: 'in progress' } }],
    ['too many requests', { kind: 'answer', status: 429, body: { message: 'slow down' } }],
    ['no VA number to give', { kind: 'answer', status: 200, body: { status_code: '505' } }],
    ['no answer at all', { kind: 'hang' }],
    ['an answer that drips and never ends', { kind: 'drip' }],
  ])('%s, three times over, is an unknown outcome', async (_name, fault) => {
    const patient = new MidtransProvider({
      environment: 'sandbox',
      serverKey: SERVER_KEY,
      merchantId: null,
      baseUrl: sim.url,
      timeoutMs: 150,
    });
    await sim.control('faults', { route: 'charge', when: 'after', times: 3, ...fault });
    expect((await patient.charge(aChargeRequest())).kind).toBe('UNKNOWN');
    patient.close();
    await sim.control('faults', {}, 'DELETE');
  });

  test('after many failures calls are held back for a while', async () => {
    const other = await aProvider();
    await other.control('faults', { route: 'status', kind: 'error', status: 503, times: 0 });
    const asks = () => failure(other.provider.status('BJ-NONE-a1'));
    const errors = [await asks(), await asks(), await asks(), await asks()];
    expect(errors.at(-1)?.message).toContain('held back');
    expect(await callsOf(other, 'status', 'BJ-NONE-a1')).toBeLessThanOrEqual(8);
    await other.close();
  });
});

describe('state, calling off, refunds', () => {
  test('an unknown charge is not found', async () => {
    expect(await sim.provider.status('BJ-UNKNOWN-a1')).toEqual({ kind: 'NOT_FOUND' });
    expect(await sim.provider.cancel('BJ-UNKNOWN-a1')).toEqual({ kind: 'NOT_FOUND' });
  });

  test('calling off works while it waits, and is too late afterwards', async () => {
    const { providerOrderId } = aChargeRequest();
    await sim.provider.charge(aChargeRequest({ providerOrderId }));
    expect(await sim.provider.cancel(providerOrderId)).toEqual({ kind: 'DONE' });
    expect(await sim.provider.cancel(providerOrderId)).toEqual({ kind: 'TOO_LATE' });
    expect(await sim.provider.status(providerOrderId)).toMatchObject({ state: { status: 'CANCELLED' } });
  });

  test('expiring answers 407, which is a success', async () => {
    const request = aChargeRequest();
    await sim.provider.charge(request);
    expect(await sim.provider.expire(request.providerOrderId)).toEqual({ kind: 'DONE' });
    expect(await sim.provider.status(request.providerOrderId)).toMatchObject({ state: { status: 'EXPIRED' } });
  });

  test('rule 2: the same refund key twice sends the money back once', async () => {
    const request = aChargeRequest();
    await sim.provider.charge(request);
    await sim.control('pay', { id: request.providerOrderId });
    const refund = () => sim.provider.refund(request.providerOrderId, 'r-once', 10_000, 'Paket ditolak');
    expect(await refund()).toMatchObject({ kind: 'ACCEPTED' });
    expect(await refund()).toMatchObject({ kind: 'ACCEPTED' });
    await sim.control('advance', { ms: 6 * 60_000 }); // past the life of an Idempotency-Key
    expect(await refund()).toMatchObject({ kind: 'ACCEPTED' });
    const found = await sim.provider.status(request.providerOrderId);
    expect(found).toMatchObject({
      state: { status: 'PARTLY_REFUNDED', refunds: [{ refundKey: 'r-once', amount: 10_000 }] },
    });
  });

  test('a refund whose answer was lost is sent once', async () => {
    const request = aChargeRequest();
    await sim.provider.charge(request);
    await sim.control('pay', { id: request.providerOrderId });
    await sim.control('faults', { route: 'refund', kind: 'cut', when: 'after' });
    expect(await sim.provider.refund(request.providerOrderId, 'r-cut', 25_000, 'x')).toMatchObject({
      kind: 'ACCEPTED',
    });
    const found = await sim.provider.status(request.providerOrderId);
    expect(found).toMatchObject({ state: { status: 'REFUNDED', refunds: [{ refundKey: 'r-cut' }] } });
  });

  test('a refund of a virtual account, and one beyond what is left, are refused', async () => {
    const va = aChargeRequest({ method: 'VA_BCA', secondsToPay: 3600 });
    await sim.provider.charge(va);
    await sim.control('pay', { id: va.providerOrderId });
    expect(await sim.provider.refund(va.providerOrderId, 'r-va', 25_000, 'x')).toEqual({
      kind: 'REFUSED',
      code: '412',
    });
    const qris = aChargeRequest();
    await sim.provider.charge(qris);
    await sim.control('pay', { id: qris.providerOrderId });
    expect(await sim.provider.refund(qris.providerOrderId, 'r-much', 25_001, 'x')).toEqual({
      kind: 'REFUSED',
      code: '414',
    });
  });

  test.each(['../../v1/x', 'a/../b#x', 'a b', '', '.', '..', 'x'.repeat(51)])(
    'an id that would bend the path (%j) is never sent',
    async (id) => {
      const before = ((await sim.control('requests', undefined, 'GET')) as unknown[]).length;
      expect(await failure(sim.provider.status(id))).toBeInstanceOf(ProviderUnavailable);
      expect(((await sim.control('requests', undefined, 'GET')) as unknown[]).length).toBe(before);
    },
  );
});

describe('what is never told', () => {
  test('no error carries the server key, however it is printed', async () => {
    const wrong = new MidtransProvider({
      environment: 'sandbox',
      serverKey: 'SB-Mid-server-WRONG-AND-SECRET',
      merchantId: null,
      baseUrl: sim.url,
      timeoutMs: 150,
    });
    const dead = new MidtransProvider({
      environment: 'sandbox',
      serverKey: 'SB-Mid-server-WRONG-AND-SECRET',
      merchantId: null,
      baseUrl: 'http://127.0.0.1:9',
      timeoutMs: 150,
    });
    const errors = [await failure(wrong.status('BJ-X-a1')), await failure(dead.status('BJ-X-a1'))];
    const basic = Buffer.from('SB-Mid-server-WRONG-AND-SECRET:').toString('base64');
    for (const error of errors) {
      expect(error).toBeInstanceOf(ProviderUnavailable);
      const printed = `${inspect(error, { depth: 10, showHidden: true })}${JSON.stringify(error)}${error.stack}`;
      expect(printed).not.toContain('WRONG-AND-SECRET');
      expect(printed).not.toContain(basic);
    }
    wrong.close();
    dead.close();
  });

  test('an answer is kept without its signature', async () => {
    const request = aChargeRequest();
    await sim.provider.charge(request);
    const found = await sim.provider.status(request.providerOrderId);
    expect(JSON.stringify(found)).not.toContain('signature_key');
  });

  test('calls to this machine do not pass by a proxy of the surroundings', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: 'http://127.0.0.1:9',
      http_proxy: 'http://127.0.0.1:9',
      NO_PROXY: '',
      no_proxy: '',
    });
    try {
      expect((await sim.provider.charge(aChargeRequest())).kind).toBe('CHARGED');
    } finally {
      for (const name of ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  test('an answer about another merchant is no answer', async () => {
    const other = await aProvider({ merchantId: 'G-ANOTHER' });
    const request = aChargeRequest();
    expect((await other.provider.charge(request)).kind).toBe('UNKNOWN');
    await other.close();
  });
});
