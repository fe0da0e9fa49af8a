import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCharge, aMerchant, type Merchant, refusal } from './merchant.ts';

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterAll(() => merchant.close());

describe('F6: shops and ShopeePay', () => {
  test('a shop gives a payment code and its name', async () => {
    const indomaret = await merchant.client.charge(aCharge('indomaret'));
    expect(indomaret).toMatchObject({ payment_type: 'cstore', store: 'indomaret', status_code: '201' });
    expect(indomaret.payment_code).toMatch(/^\d{14}$/);
    expect(indomaret.fraud_status).toBeUndefined();
    const alfamart = await merchant.client.charge(aCharge('alfamart'));
    expect(alfamart).toMatchObject({ store: 'alfamart', fraud_status: 'accept' });
  });

  test('a paid Indomaret bill carries an approval code', async () => {
    const made = await merchant.client.charge(aCharge('indomaret'));
    await merchant.control('pay', { id: made.order_id });
    expect((await merchant.notices(made.order_id)).at(-1)).toMatchObject({
      transaction_status: 'settlement',
      approval_code: expect.stringMatching(/^\d+$/),
    });
  });

  test('Alfamart takes no vertical bar and no long text', async () => {
    const bar = { item_details: [{ id: '1', name: 'a | b', price: 150_000, quantity: 1 }] };
    expect((await refusal(merchant.client.charge(aCharge('alfamart', bar)))).code).toBe('400');
    const long = { cstore: { store: 'alfamart', alfamart_free_text_1: 'x'.repeat(41) } };
    expect((await refusal(merchant.client.charge(aCharge('alfamart', long)))).code).toBe('400');
  });

  test('ShopeePay leads into its app, shouts its status once, and sends back all or nothing', async () => {
    const made = await merchant.client.charge(aCharge('shopeepay', { shopeepay: { callback_url: 'https://b.id/x' } }));
    expect(made).toMatchObject({ transaction_status: 'PENDING', actions: [{ name: 'deeplink-redirect' }] });
    await merchant.control('pay', { id: made.order_id });
    const part = merchant.client.transaction.refund(made.order_id, { refund_key: 'p', amount: 1 });
    expect((await refusal(part)).code).toBe('414');
    const whole = await merchant.client.transaction.refund(made.order_id, { refund_key: 'w', amount: 150_000 });
    expect(whole.status_code).toBe('200');
  });

  test('money of a shop cannot go back, and only Indomaret takes a settlement back', async () => {
    for (const [method, status] of [
      ['indomaret', 200],
      ['alfamart', 409],
    ] as const) {
      const made = await merchant.client.charge(aCharge(method));
      await merchant.control('pay', { id: made.order_id });
      const refund = merchant.client.transaction.refund(made.order_id, { refund_key: method });
      expect((await refusal(refund)).code).toBe('412');
      expect((await merchant.control('reverse', { id: made.order_id })).status).toBe(status);
    }
  });
});

describe('the books', () => {
  test('a settlement sheet lists what was settled on that day of Depok, refunds with it', async () => {
    const made = await merchant.client.charge(aCharge('qris', {}, 12_345));
    await merchant.control('pay', { id: made.order_id });
    await merchant.client.transaction.refund(made.order_id, { refund_key: 'k', amount: 345 });
    const open = await merchant.client.charge(aCharge('bca'));
    const sheet = async (day: string) => (await fetch(`${merchant.url}/books/settlement.csv?day=${day}`)).text();
    const text = await sheet('2026-01-01');
    expect(text.split('\r\n')[0]).toBe(
      'order_id,transaction_id,payment_type,transaction_status,gross_amount,refund_amount,transaction_time,settlement_time',
    );
    expect(text).toContain(
      `${made.order_id},${made.transaction_id},qris,partial_refund,12345.00,345.00,2026-01-01 12:00:00,2026-01-01 12:00:00`,
    );
    expect(text).not.toContain(open.order_id);
    expect((await sheet('2026-01-02')).trim().split('\r\n')).toHaveLength(1);
    expect((await fetch(`${merchant.url}/books/settlement.csv?day=../x`)).status).toBe(400);
  });

  test('the page shows one kind of transaction, and each transaction what the merchant was told', async () => {
    const paid = await merchant.client.charge(aCharge('bni'));
    await merchant.control('pay', { id: paid.order_id });
    await merchant.notices(paid.order_id);
    const waiting = await merchant.client.charge(aCharge('bri'));
    const page = await (await fetch(`${merchant.url}/books?lihat=menunggu`)).text();
    expect(page).toContain(waiting.order_id);
    expect(page).not.toContain(paid.order_id);
    const payer = await (await fetch(`${merchant.url}/pay/${paid.transaction_id}`)).text();
    expect(payer).toContain('Pemberitahuan ke toko');
    expect(payer).toContain('settlement');
  });
});
