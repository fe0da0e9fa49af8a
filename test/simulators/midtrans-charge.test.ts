import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crc16 } from '../../simulators/midtrans/qris.ts';
import { aCharge, aClient, aMerchant, anOrderId, type Merchant, refusal } from './merchant.ts';

let merchant: Merchant;
beforeAll(async () => {
  merchant = await aMerchant();
});
afterAll(() => merchant.close());

describe('F1: who may call', () => {
  test('a wrong server key is HTTP 401 with the code in the body', async () => {
    const { code, body } = await refusal(aClient(merchant.url, 'SB-Mid-server-WRONG').charge(aCharge('qris')));
    expect(code).toBe('401');
    expect(body).toEqual({ status_code: '401', status_message: expect.any(String) });
  });

  test('no key at all is HTTP 401 and nothing is charged', async () => {
    const orderId = anOrderId();
    const body = JSON.stringify(aCharge('qris', { transaction_details: { order_id: orderId, gross_amount: 1 } }));
    const answer = await fetch(`${merchant.url}/v2/charge`, { method: 'POST', body });
    expect(answer.status).toBe(401);
    expect(merchant.books.find(orderId)).toBeUndefined();
  });
});

describe('F2, F3, F4: what a charge must look like', () => {
  test('amounts go in as whole numbers and come out as text with two decimals', async () => {
    expect((await merchant.client.charge(aCharge('qris'))).gross_amount).toBe('150000.00');
    for (const amount of [150_000.5, '150000', null, 0, -1, 1e17]) {
      const { code, body } = await refusal(merchant.client.charge(aCharge('qris', {}, amount)));
      expect({ amount, code }).toEqual({ amount, code: '400' });
      expect(body.validation_messages).toEqual([expect.stringContaining('gross_amount')]);
    }
  });

  test('items must sum to the amount; a discount is a negative price', async () => {
    const goods = { id: '1', name: 'Keripik singkong', price: 80_000, quantity: 2 };
    const discount = { id: 'D', name: 'Potongan', price: -10_000, quantity: 1 };
    const right = await merchant.client.charge(aCharge('qris', { item_details: [goods, discount] }));
    expect(right.status_code).toBe('201');
    const wrong = await refusal(merchant.client.charge(aCharge('qris', { item_details: [goods] })));
    expect(wrong.code).toBe('400');
    const wrongLines = [
      { ...goods, quantity: 0 },
      { ...goods, price: 80_000.5 },
      { ...goods, name: 'x'.repeat(51) },
    ];
    for (const line of wrongLines) {
      expect((await refusal(merchant.client.charge(aCharge('qris', { item_details: [line, discount] })))).code).toBe(
        '400',
      );
    }
  });

  test('an order id has at most 50 characters of its alphabet', async () => {
    const withId = (order_id: unknown) => aCharge('qris', { transaction_details: { order_id, gross_amount: 1_000 } });
    expect((await merchant.client.charge(withId(`Aa0-_~.${'x'.repeat(43)}`))).status_code).toBe('201');
    for (const id of ['x'.repeat(51), 'a b', 'a/b', 'é', '', 12]) {
      expect((await refusal(merchant.client.charge(withId(id)))).code).toBe('400');
    }
  });

  test('every fault is named at once, with HTTP 400', async () => {
    const bad = { payment_type: 'qris', transaction_details: { order_id: 'a b', gross_amount: 1.5 } };
    const answer = await merchant.post('/v2/charge', JSON.stringify(bad));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).validation_messages).toHaveLength(2);
  });

  test('a body that is not JSON is refused as malformed', async () => {
    const answer = await merchant.post('/v2/charge', '{"payment_type":');
    expect(JSON.parse(answer.text).status_code).toBe('413');
  });

  test('names and phones obey the bank that is asked', async () => {
    const bca = aCharge('bca', { customer_details: { first_name: 'x'.repeat(31) } });
    const bni = aCharge('bni', { customer_details: { phone: '6281234567890' } });
    expect((await refusal(merchant.client.charge(bca))).code).toBe('400');
    expect((await refusal(merchant.client.charge(bni))).code).toBe('400');
    expect(
      (await merchant.client.charge(aCharge('bni', { customer_details: { phone: '081234567890' } }))).status_code,
    ).toBe('201');
  });

  test('F22: unknown fields are tolerated; custom fields and metadata come back', async () => {
    const more = {
      surprise: { deep: [1] },
      custom_field1: 'satu',
      metadata: { cart: 'x', madeAt: '2026-01-01T00:00:00.000Z' },
    };
    const { transaction_id } = await merchant.client.charge(aCharge('qris', more));
    const status = await merchant.client.transaction.status(transaction_id);
    expect(status).toMatchObject({ custom_field1: 'satu', metadata: more.metadata });
    expect(status).not.toHaveProperty('surprise');
  });
});

describe('F5, F7: an order id is used once', () => {
  const again = (orderId: string) =>
    refusal(
      merchant.client.charge(aCharge('bri', { transaction_details: { order_id: orderId, gross_amount: 5_000 } })),
    );

  test('while active or paid it is refused in the body, with HTTP 200', async () => {
    const charge = aCharge('qris');
    const { order_id } = await merchant.client.charge(charge);
    const raw = await merchant.post('/v2/charge', JSON.stringify(charge));
    expect(raw.status).toBe(200);
    expect(JSON.parse(raw.text)).toEqual({
      status_code: '406',
      status_message: expect.any(String),
      id: expect.any(String),
    });
    await merchant.control('pay', { id: order_id });
    expect((await again(order_id)).code).toBe('406');
  });

  test('after expiry or cancelling it may be used again, and means the new transaction', async () => {
    for (const end of ['expire', 'cancel'] as const) {
      const first = await merchant.client.charge(aCharge('qris'));
      await merchant.client.transaction[end](first.order_id);
      expect((await again(first.order_id)).code).toBe('resolved');
      const now = await merchant.client.transaction.status(first.order_id);
      expect(now.transaction_status).toBe('pending');
      expect(now.transaction_id).not.toBe(first.transaction_id);
    }
  });

  test('twenty equal charges at once make one transaction', async () => {
    const charge = aCharge('qris');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refusal(merchant.client.charge(charge))));
    expect(outcomes.filter(({ code }) => code === 'resolved')).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === '406')).toHaveLength(19);
  });
});

describe('F6: what each way to pay answers', () => {
  const common = {
    status_code: '201',
    transaction_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    order_id: expect.any(String),
    merchant_id: 'G000000001',
    currency: 'IDR',
    transaction_time: '2026-01-01 12:00:00',
    transaction_status: 'pending',
    fraud_status: 'accept',
    gross_amount: '150000.00',
  };

  test('QRIS: a standard QR text with a right checksum, amount inside, and pictures of it', async () => {
    const answer = await merchant.client.charge(aCharge('qris'));
    expect(answer).toMatchObject({
      ...common,
      payment_type: 'qris',
      acquirer: 'gopay',
      status_message: 'QRIS transaction is created',
    });
    const text = answer.qr_string;
    expect(text).toMatch(/^000201010212.*5303360.*5406150000.*6304[0-9A-F]{4}$/);
    expect(crc16(text.slice(0, -4))).toBe(text.slice(-4));
    const actions = answer.actions as unknown as { name: string; url: string }[];
    expect(actions.map(({ name }) => name)).toEqual(['generate-qr-code', 'generate-qr-code-v2']);
    for (const { url } of actions) {
      const picture = await fetch(url);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(
        Buffer.from(await picture.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
  });

  test('the checksum is the one of the standard', () => {
    expect(crc16('123456789')).toBe('29B1');
  });

  test('GoPay: five actions, of which the deep link is the payer page', async () => {
    const answer = await merchant.client.charge(aCharge('gopay'));
    expect(answer).toMatchObject({
      ...common,
      payment_type: 'gopay',
      channel_response_code: '200',
      status_message: 'GO-PAY billing created',
    });
    const actions = answer.actions as unknown as { name: string; url: string }[];
    const names = ['generate-qr-code', 'generate-qr-code-v2', 'deeplink-redirect', 'get-status', 'cancel'];
    expect(actions.map(({ name }) => name)).toEqual(names);
    expect(actions[2]?.url).toBe(`${merchant.url}/pay/${answer.transaction_id}`);
    expect((await fetch(String(actions[0]?.url))).headers.get('content-type')).toBe('image/png');
  });

  test('BCA, BNI, BRI and CIMB: va_numbers of that bank', async () => {
    for (const bank of ['bca', 'bni', 'bri', 'cimb']) {
      const answer = await merchant.client.charge(aCharge(bank));
      const numbers = [{ bank, va_number: expect.stringMatching(/^\d{11,18}$/) }];
      const message = 'Success, Bank Transfer transaction is created';
      expect(answer).toMatchObject({
        ...common,
        payment_type: 'bank_transfer',
        va_numbers: numbers,
        status_message: message,
      });
    }
  });

  test('Permata: a number of its own, no va_numbers; also asked for as payment_type permata', async () => {
    const asBank = await merchant.client.charge(aCharge('permata'));
    const asType = await merchant.client.charge(
      aCharge('permata', { payment_type: 'permata', bank_transfer: undefined }),
    );
    for (const answer of [asBank, asType]) {
      expect(answer).toMatchObject({ ...common, permata_va_number: expect.stringMatching(/^\d{16}$/) });
      expect(answer).not.toHaveProperty('va_numbers');
    }
  });

  test('Mandiri: bill key and biller code, and its two lines are needed', async () => {
    const answer = await merchant.client.charge(aCharge('echannel'));
    expect(answer).toMatchObject({
      ...common,
      payment_type: 'echannel',
      bill_key: expect.stringMatching(/^\d{12}$/),
      biller_code: '70012',
    });
    expect((await refusal(merchant.client.charge(aCharge('echannel', { echannel: {} })))).code).toBe('400');
  });

  test('a number chosen by the merchant is kept while free, replaced while someone waits on it', async () => {
    const chosen = aCharge('bca', { bank_transfer: { bank: 'bca', va_number: '12345678901' } });
    const numberOf = (answer: Record<string, unknown>) => (answer.va_numbers as { va_number: string }[])[0]?.va_number;
    const first = numberOf(await merchant.client.charge(chosen));
    expect(first).toMatch(/12345678901$/);
    const other = { ...chosen, transaction_details: { order_id: anOrderId(), gross_amount: 20_000 } };
    expect(numberOf(await merchant.client.charge(other))).not.toBe(first);
    const short = aCharge('bca', { bank_transfer: { bank: 'bca', va_number: '123' } });
    expect((await refusal(merchant.client.charge(short))).code).toBe('400');
  });

  test('a way to pay that is not switched on is 402, an unknown one 400', async () => {
    await merchant.control('settings', { disabled: ['gopay'] });
    expect((await refusal(merchant.client.charge(aCharge('gopay')))).code).toBe('402');
    await merchant.control('settings', { disabled: [] });
    expect((await refusal(merchant.client.charge(aCharge('bank of nowhere')))).code).toBe('400');
  });
});
