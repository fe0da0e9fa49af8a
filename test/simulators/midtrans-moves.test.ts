import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCharge, aMerchant, type Merchant, refusal } from './merchant.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterAll(() => merchant.close());

async function charged(method: string, amount?: number): Promise<string> {
  return (await merchant.client.charge(aCharge(method, {}, amount ?? 150_000))).order_id;
}

async function paid(method: string, issuer?: string): Promise<string> {
  const id = await charged(method);
  await merchant.control('pay', { id, issuer });
  return id;
}

const statusOf = async (id: string) => (await merchant.client.transaction.status(id)).transaction_status;

describe('F7, F19: asking for a status', () => {
  test('an unknown transaction is 404 in the body, with HTTP 200', async () => {
    const { code, body } = await refusal(merchant.client.transaction.status('nothing-here'));
    expect(code).toBe('404');
    expect(body).toEqual({ status_code: '404', status_message: "Transaction doesn't exist.", id: expect.any(String) });
  });

  test('order id and transaction id find the same', async () => {
    const made = await merchant.client.charge(aCharge('bri'));
    const byOrder = await merchant.client.transaction.status(made.order_id);
    expect(await merchant.client.transaction.status(made.transaction_id)).toEqual(byOrder);
    expect(byOrder).toMatchObject({ status_code: '201', transaction_status: 'pending', va_numbers: made.va_numbers });
  });

  test('a paid one tells when and how, for each way to pay', async () => {
    const details = async (id: string) => merchant.client.transaction.status(id);
    expect(await details(await paid('qris', 'dana'))).toMatchObject({
      status_code: '200',
      transaction_status: 'settlement',
      settlement_time: '2026-01-01 12:00:00',
      issuer: 'dana',
      acquirer: 'gopay',
      transaction_type: 'off-us',
    });
    expect(await details(await paid('qris', 'gopay'))).toMatchObject({ transaction_type: 'on-us' });
    expect(await details(await paid('gopay'))).toMatchObject({ payment_option_type: 'GOPAY_WALLET' });
    expect(await details(await paid('bni'))).toMatchObject({
      payment_amounts: [{ paid_at: '2026-01-01 12:00:00', amount: '150000.00' }],
    });
    expect(await details(await paid('bca'))).toMatchObject({ payment_amounts: [] });
    expect(await details(await paid('echannel'))).toMatchObject({ biller_code: '70012' });
  });
});

describe('F9, F10, F20: cancel and expire', () => {
  test('a waiting transaction can be cancelled, and is told with 202', async () => {
    const id = await charged('bca');
    const answer = await merchant.client.transaction.cancel(id);
    expect(answer).toMatchObject({ status_code: '200', transaction_status: 'cancel', order_id: id });
    expect((await merchant.notices(id)).at(-1)).toMatchObject({ transaction_status: 'cancel', status_code: '202' });
  });

  test('expire answers 407, and so does the status afterwards', async () => {
    const id = await charged('qris');
    expect(await merchant.client.transaction.expire(id)).toMatchObject({
      status_code: '407',
      transaction_status: 'expire',
    });
    expect(await merchant.client.transaction.status(id)).toMatchObject({ status_code: '407' });
  });

  test('a POST without a body, and one that says null, both work', async () => {
    for (const body of ['', 'null']) {
      const answer = await merchant.post(`/v2/${await charged('bca')}/cancel`, body);
      expect(JSON.parse(answer.text).status_code).toBe('200');
    }
  });

  test('what is paid, ended or not a card business is 412 and stays as it is', async () => {
    const ends: Record<string, () => Promise<string>> = {
      settlement: () => paid('qris'),
      cancel: async () => {
        const id = await charged('qris');
        await merchant.client.transaction.cancel(id);
        return id;
      },
      expire: async () => {
        const id = await charged('qris');
        await merchant.client.transaction.expire(id);
        return id;
      },
      deny: async () => {
        const id = await charged('qris');
        await merchant.control('deny', { id });
        return id;
      },
    };
    for (const [status, make] of Object.entries(ends)) {
      const id = await make();
      for (const action of ['cancel', 'expire', 'approve', 'deny'] as const) {
        const { code } = await refusal(merchant.client.transaction[action](id));
        expect({ status, action, code }).toEqual({ status, action, code: '412' });
      }
      expect(await statusOf(id)).toBe(status);
    }
    const waiting = await charged('qris');
    expect((await refusal(merchant.client.transaction.approve(waiting))).code).toBe('412');
    expect((await refusal(merchant.client.transaction.refund(waiting, { refund_key: 'a' }))).code).toBe('412');
    expect((await refusal(merchant.client.capture({ transaction_id: waiting }))).code).toBe('412');
    expect((await refusal(merchant.client.transaction.cancel('nothing-here'))).code).toBe('404');
  });
});

describe('a deadline that passes', () => {
  test('expires the transaction by itself and tells the merchant', async () => {
    const id = await charged('gopay');
    await merchant.control('advance', { ms: 14 * MINUTE });
    expect(await statusOf(id)).toBe('pending');
    await merchant.control('advance', { ms: MINUTE });
    expect(await statusOf(id)).toBe('expire');
    expect((await merchant.notices(id)).at(-1)).toMatchObject({ transaction_status: 'expire', status_code: '202' });
    expect((await merchant.control('pay', { id })).status).toBe(409);
  });
});

describe('F12: a settlement taken back', () => {
  test.each(['permata', 'echannel'])('%s can turn from settlement to deny, with a notice', async (method) => {
    const id = await paid(method);
    expect((await merchant.control('reverse', { id })).status).toBe(200);
    expect(await merchant.client.transaction.status(id)).toMatchObject({
      status_code: '202',
      transaction_status: 'deny',
    });
    expect((await merchant.notices(id)).at(-1)).toMatchObject({ transaction_status: 'deny', status_code: '202' });
  });

  test('the other ways to pay, and what is not paid, cannot', async () => {
    expect((await merchant.control('reverse', { id: await paid('bca') })).status).toBe(409);
    expect((await merchant.control('reverse', { id: await paid('qris') })).status).toBe(409);
    expect((await merchant.control('reverse', { id: await charged('permata') })).status).toBe(409);
  });

  test('its order id stays taken: money was there once', async () => {
    const id = await paid('permata');
    await merchant.control('reverse', { id });
    const again = aCharge('permata', { transaction_details: { order_id: id, gross_amount: 150_000 } });
    expect((await refusal(merchant.client.charge(again))).code).toBe('406');
  });
});

describe('F11: refunds', () => {
  test('in parts, with keys, until nothing is left', async () => {
    const id = await paid('qris');
    const { refund } = merchant.client.transaction;
    const first = await refund.call(merchant.client.transaction, id, {
      refund_key: 'r-1',
      amount: 50_000,
      reason: 'habis',
    });
    expect(first).toMatchObject({
      status_code: '200',
      transaction_status: 'partial_refund',
      refund_amount: '50000.00',
      refund_key: 'r-1',
      refund_chargeback_id: expect.any(Number),
    });
    expect((await refusal(merchant.client.transaction.refund(id, { refund_key: 'r-1', amount: 50_000 }))).code).toBe(
      '406',
    );
    expect((await refusal(merchant.client.transaction.refund(id, { refund_key: 'r-2', amount: 100_001 }))).code).toBe(
      '414',
    );
    const rest = await merchant.client.transaction.refund(id, { refund_key: 'r-2' });
    expect(rest).toMatchObject({ transaction_status: 'refund', refund_amount: '100000.00' });
    expect((await refusal(merchant.client.transaction.refund(id, { refund_key: 'r-3', amount: 1 }))).code).toBe('412');
    const status = await merchant.client.transaction.status(id);
    expect(status).toMatchObject({ status_code: '200', transaction_status: 'refund', refund_amount: '150000.00' });
    const refunds = [
      { refund_key: 'r-1', refund_amount: '50000.00', reason: 'habis', refund_method: 'offline' },
      { refund_key: 'r-2', refund_amount: '100000.00' },
    ];
    expect(status.refunds).toMatchObject(refunds);
  });

  test('each is told twice: at once, and when the bank confirms', async () => {
    const id = await paid('gopay');
    await merchant.client.transaction.refund(id, { refund_key: 'once' });
    const refundNotices = async () =>
      (await merchant.notices(id)).filter((body) => body.transaction_status === 'refund');
    const [now, ...none] = await refundNotices();
    expect(none).toEqual([]);
    expect(now?.refunds).toEqual([expect.not.objectContaining({ bank_confirmed_at: expect.anything() })]);
    await merchant.control('advance', { ms: MINUTE });
    const [, later, ...noMore] = await refundNotices();
    expect(noMore).toEqual([]);
    expect(later).toMatchObject({
      status_code: '200',
      refunds: [{ bank_confirmed_at: expect.stringMatching(/^2026-01-0\d /) }],
    });
  });

  test('virtual accounts and bills cannot give money back', async () => {
    for (const method of ['bca', 'bni', 'bri', 'cimb', 'permata', 'echannel']) {
      const id = await paid(method);
      expect((await refusal(merchant.client.transaction.refund(id, { refund_key: 'r' }))).code).toBe('412');
      expect(await statusOf(id)).toBe('settlement');
    }
  });

  test('a wrong key or amount is a wrong request; nothing goes back', async () => {
    const id = await paid('qris');
    const cases: Record<string, unknown>[] = [
      { refund_key: 'a b' },
      { refund_key: 'a', amount: 1.5 },
      { refund_key: 'a', amount: '5' },
    ];
    for (const fields of cases) {
      expect((await refusal(merchant.client.transaction.refund(id, fields))).code).toBe('400');
    }
    for (const amount of [0, -1]) {
      expect((await refusal(merchant.client.transaction.refund(id, { refund_key: 'a', amount }))).code).toBe('414');
    }
    expect(await statusOf(id)).toBe('settlement');
  });

  test('a direct refund may be denied by the bank: 202, nothing moved, the same key may try again', async () => {
    const id = await paid('gopay');
    await merchant.control('settings', { directRefundsToDeny: 1 });
    const denied = await merchant.client.transaction.refundDirect(id, { refund_key: 'd', amount: 1_000 });
    expect(denied).toMatchObject({ status_code: '202', transaction_status: 'settlement', refund_amount: '0.00' });
    const approved = await merchant.client.transaction.refundDirect(id, { refund_key: 'd', amount: 1_000 });
    expect(approved).toMatchObject({
      status_code: '200',
      transaction_status: 'partial_refund',
      refund_amount: '1000.00',
    });
  });

  test('QRIS from another wallet goes back for a week, from the same one for 45 days', async () => {
    const offUs = await paid('qris', 'dana');
    const onUs = await paid('qris', 'gopay');
    await merchant.control('advance', { ms: 8 * DAY });
    expect((await refusal(merchant.client.transaction.refund(offUs, { refund_key: 'r' }))).code).toBe('412');
    expect((await refusal(merchant.client.transaction.refund(onUs, { refund_key: 'r' }))).code).toBe('resolved');
  });
});

describe('a payment that the bank of the payer takes back', () => {
  test.each(['qris', 'gopay', 'bca'])('%s: all of it, weeks later, with a notice', async (method) => {
    const id = await paid(method);
    await merchant.control('advance', { ms: 20 * DAY });
    expect((await merchant.control('chargeback', { id })).status).toBe(200);
    expect(await merchant.client.transaction.status(id)).toMatchObject({
      status_code: '200',
      transaction_status: 'chargeback',
      gross_amount: '150000.00',
    });
    expect((await merchant.notices(id)).at(-1)).toMatchObject({ transaction_status: 'chargeback', status_code: '200' });
    expect((await merchant.control('chargeback', { id })).status).toBe(409);
  });

  test('a part of it first, then the rest; never what was not paid', async () => {
    const id = await paid('qris');
    expect((await merchant.control('partialChargeback', { id })).status).toBe(200);
    expect(await statusOf(id)).toBe('partial_chargeback');
    expect((await merchant.control('chargeback', { id })).status).toBe(200);
    const waiting = await charged('qris');
    for (const name of ['chargeback', 'partialChargeback'])
      expect((await merchant.control(name, { id: waiting })).status).toBe(409);
  });
});
