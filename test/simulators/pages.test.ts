import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMidtransSimulator, openWhatsAppSimulator } from '../../simulators/index.ts';
import { aBusiness, type Business } from './business.ts';
import { aCharge, aMerchant, type Merchant, SERVER_KEY } from './merchant.ts';

/** A page as a person reads it: entities resolved, tags gone. */
function read(document: string): string {
  return document
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x2F;', '/')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

async function open(
  url: string,
  form?: Record<string, string>,
): Promise<{ status: number; url: string; text: string; html: string }> {
  const answer = await fetch(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
  const html = (await answer.text()).replaceAll('&#x2F;', '/').replaceAll('&#x3D;', '=');
  return { status: answer.status, url: answer.url, text: read(html), html };
}

describe('the payer', () => {
  let merchant: Merchant;
  beforeAll(async () => {
    merchant = await aMerchant();
  });
  afterAll(() => merchant.close());

  test('sees merchant, amount, way to pay, number and deadline, and pays with a plain form', async () => {
    const items = [{ id: '1', name: 'Keripik <singkong>', price: 6_250, quantity: 2 }];
    const made = await merchant.client.charge(aCharge('bri', { item_details: items }, 12_500));
    const number = String((made.va_numbers as { va_number: string }[])[0]?.va_number);
    const page = await open(`${merchant.url}/pay/${made.transaction_id}`);
    expect(page.html).toContain('<html lang="id">');
    for (const fact of [
      'uang mainan',
      'Berjubel',
      'Rp12.500',
      'BRI Virtual Account',
      number,
      'Jumat, 2 Jan, 12.00 WIB',
    ]) {
      expect(page.text).toContain(fact);
    }
    expect(page.html).toContain('Keripik &lt;singkong&gt;');
    for (const button of ['Bayar Rp12.500', 'Tolak', 'Biarkan kedaluwarsa']) expect(page.text).toContain(button);
    const paid = await open(page.url, { act: 'pay' });
    expect(paid.text).toContain('Sudah dibayar');
    expect((await merchant.client.transaction.status(made.order_id)).transaction_status).toBe('settlement');
    const again = await open(page.url, { act: 'deny' });
    expect(again.text).toContain('Sudah dibayar');
  });

  test.each([
    ['deny', 'Ditolak', 'deny'],
    ['expire', 'Kedaluwarsa', 'expire'],
  ])('may also %s', async (act, words, status) => {
    const made = await merchant.client.charge(aCharge('qris'));
    expect((await open(`${merchant.url}/pay/${made.transaction_id}`, { act })).text).toContain(words);
    expect((await merchant.client.transaction.status(made.order_id)).transaction_status).toBe(status);
  });

  test('finds a bill by its number, its order or the text of its QR code', async () => {
    const va = await merchant.client.charge(aCharge('permata', {}, 20_000));
    const qr = await merchant.client.charge(aCharge('qris', {}, 30_000));
    const grouped = String(va.permata_va_number).replace(/(\d{4})/g, '$1 ');
    expect((await open(`${merchant.url}/pay?number=${encodeURIComponent(grouped)}`)).text).toContain('Rp20.000');
    expect((await open(`${merchant.url}/pay?number=${qr.order_id}`)).text).toContain('Rp30.000');
    expect((await open(`${merchant.url}/pay?qr=${encodeURIComponent(qr.qr_string)}`)).text).toContain('Rp30.000');
    const missed = await open(`${merchant.url}/pay?number=%3Cb%3E404`);
    expect([missed.status, missed.html.includes('<b>')]).toEqual([404, false]);
    expect(missed.text).toContain('Tidak ditemukan');
    const list = await open(`${merchant.url}/`);
    expect(list.text).toContain('Rp20.000');
    expect(list.text).toContain(va.permata_va_number);
  });

  test('of a QRIS bill chooses a wallet, which the merchant hears as issuer', async () => {
    const made = await merchant.client.charge(aCharge('qris'));
    await open(`${merchant.url}/pay/${made.transaction_id}`, { act: 'pay', issuer: 'dana' });
    expect(await merchant.client.transaction.status(made.order_id)).toMatchObject({ issuer: 'dana' });
  });

  test('of GoPay is led back to the shop with what happened', async () => {
    const gopay = { enable_callback: true, callback_url: 'https://berjubel.id/kembali?x=1' };
    const made = await merchant.client.charge(aCharge('gopay', { gopay }));
    const { html } = await open(`${merchant.url}/pay/${made.transaction_id}`, { act: 'pay' });
    expect(html).toContain(`https://berjubel.id/kembali?x=1&amp;order_id=${made.order_id}&amp;result=success`);
  });

  test('can read the books', async () => {
    const made = await merchant.client.charge(aCharge('bca', {}, 45_000));
    await merchant.control('pay', { id: made.order_id });
    const { text } = await open(`${merchant.url}/books`);
    for (const fact of [made.order_id, 'Rp45.000', 'Sudah dibayar', 'BCA Virtual Account'])
      expect(text).toContain(fact);
  });
});

describe('the phone', () => {
  let business: Business;
  beforeAll(async () => {
    business = await aBusiness();
  });
  afterAll(() => business.close());
  const phone = '/phone/6281200000001';

  test('shows a code large, copyable with and without a script', async () => {
    await business.sendTemplate('otp', ['482913']);
    const { html, text } = await open(business.url + phone);
    expect(html).toContain('<span class="code">482913</span>');
    expect(html).toContain('data-copy="482913"');
    expect(text).toContain('Salin kode');
    expect(text).toContain('+62 812-0000-0001');
    expect(html).toContain('<noscript><meta http-equiv="refresh"');
  });

  test('shows templates with their words, bold, and links that can be tapped', async () => {
    const link = 'https://berjubel.id/pesanan/BJ-7K2Q';
    await business.sendTemplate('parcel_ready', [
      'Warung <Ani>',
      "D'Comart Balaikota",
      'Sabtu, 3 Jan',
      'ABCD2345',
      '731904',
      link,
    ]);
    const { html, text } = await open(business.url + phone);
    expect(text).toContain("Paketmu dari Warung &lt;Ani&gt; sudah siap di D'Comart Balaikota");
    expect(html).toContain('<strong>731904</strong>');
    expect(html).toContain(`<a href="${link}"`);
  });

  test('is found by any spelling of its number; what is no number is said so', async () => {
    expect((await open(`${business.url}/phone?number=0812-0000-0001`)).url).toBe(business.url + phone);
    const wrong = await open(`${business.url}/phone?number=Bu+Ani`);
    expect([wrong.status, wrong.text.includes('bukan nomor ponsel')]).toEqual([400, true]);
    const list = await open(`${business.url}/`);
    expect(list.text).toContain('+62 812-0000-0001');
  });

  test('writes back and taps choices; the business hears both', async () => {
    await open(business.url + phone, { text: 'Beli kopi' });
    const reply = { type: 'reply', reply: { id: 'ya', title: 'Ya, beli' } };
    const interactive = { type: 'button', body: { text: 'Jadi?' }, action: { buttons: [reply] } };
    const sent = await business.send({ type: 'interactive', interactive });
    const id = String(sent.body.messages?.[0]?.id);
    const page = await open(business.url + phone, { reply: id, choice: 'ya' });
    expect(page.text).toContain('Ya, beli');
    await open(business.url + phone, { reply: id, choice: 'something else' });
    const inbound = (await business.heard()).flatMap((value) => value.messages ?? []);
    expect(inbound).toMatchObject([
      { type: 'text', from: '6281200000001', text: { body: 'Beli kopi' } },
      {
        type: 'interactive',
        context: { id },
        interactive: { type: 'button_reply', button_reply: { id: 'ya', title: 'Ya, beli' } },
      },
    ]);
  });

  test('tells an open page of each new message, and lets go when the simulator closes', async () => {
    const other = await aBusiness();
    const stream = await fetch(`${other.url}${phone}/events`);
    const reader = stream.body?.getReader();
    const heard = async (wanted: string) => {
      let text = '';
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return 'ended';
        text += Buffer.from(value ?? []).toString();
      }
      return 'heard';
    };
    expect(await heard('retry')).toBe('heard');
    await other.sendTemplate('otp', ['1'], { to: '6281200000002' });
    await other.sendTemplate('otp', ['2']);
    expect(await heard('{"seq":2}')).toBe('heard');
    await other.close();
    expect(await heard('never')).toBe('ended');
  });
});

test('both can be mounted in another server under a prefix, whatever that server does with bodies', async () => {
  const app = Fastify({ forceCloseConnections: true });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, raw, done) => done(null, raw));
  const midtrans = await openMidtransSimulator({
    serverKey: SERVER_KEY,
    publicUrl: 'http://localhost:4000/simulator/midtrans/',
  });
  const whatsapp = await openWhatsAppSimulator({ token: 't' });
  await app.register(midtrans.plugin, { prefix: '/simulator/midtrans' });
  await app.register(whatsapp.plugin, { prefix: '/simulator/whatsapp' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const authorization = `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`;
  const init = {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(aCharge('gopay')),
  };
  const made = (await (await fetch(`${url}/simulator/midtrans/v2/charge`, init)).json()) as {
    transaction_id: string;
    actions: { url: string }[];
  };
  expect(made.actions[2]?.url).toBe(`http://localhost:4000/simulator/midtrans/pay/${made.transaction_id}`);
  const page = await open(`${url}/simulator/midtrans/pay/${made.transaction_id}`);
  expect(page.html).toContain('action="/simulator/midtrans/pay/');
  expect(page.html).toContain('href="/simulator/midtrans/style.css"');
  expect((await open(`${url}/simulator/midtrans/`)).status).toBe(200);
  expect((await open(`${url}/simulator/whatsapp/phone?number=081200000001`)).url).toBe(
    `${url}/simulator/whatsapp/phone/6281200000001`,
  );
  // The strings behind the stage are only there when asked for.
  expect((await open(`${url}/simulator/midtrans/__sim/state`)).status).toBe(404);
  expect((await open(`${url}/simulator/whatsapp/__sim/state`)).status).toBe(404);
  await app.close();
});
