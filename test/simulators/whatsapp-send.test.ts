import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../simulators/whatsapp/templates.ts';
import { aBusiness, aTemplate, type Business } from './business.ts';

let business: Business;
beforeAll(async () => {
  business = await aBusiness({ webhooks: false, window: false });
});
afterAll(() => business.close());

const letters = (count: number) => 'x'.repeat(count);
/** The error code of a send, or `sent`. */
const outcome = async (fields: Record<string, unknown>) => {
  const { body } = await business.send(fields);
  return body.error?.code ?? (body.messages?.[0]?.id.startsWith('wamid.') ? 'sent' : 'nothing');
};

describe('who may call', () => {
  test('a wrong or missing token is 190 with HTTP 401', async () => {
    const { status, body } = await business.send({ type: 'text', text: { body: 'halo' } }, 'wrong');
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ code: 190, type: 'OAuthException', fbtrace_id: expect.any(String) });
  });

  test('the path names a version and a phone number id', async () => {
    const message = { type: 'text', text: { body: 'halo' } };
    expect((await business.send(message, undefined, '/latest/1/messages')).body.error?.code).toBe(100);
    expect((await business.send(message, undefined, '/v23.0/me/messages')).body.error?.code).toBe(33);
  });
});

describe('what every message needs', () => {
  test('success answers the number as given, its id, and a message id that is never the same', async () => {
    const first = await business.send({ to: '+62 812-0000-0001', type: 'text', text: { body: 'halo' } });
    const second = await business.send({ to: '+62 812-0000-0001', type: 'text', text: { body: 'halo' } });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+62 812-0000-0001', wa_id: '6281200000001' }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    expect(second.body.messages).not.toEqual(first.body.messages);
  });

  test('product, recipient, number and type are checked', async () => {
    const text = { type: 'text', text: { body: 'halo' } };
    expect(await outcome({ ...text, messaging_product: 'sms' })).toBe(100);
    expect(await outcome({ ...text, recipient_type: 'group' })).toBe(131009);
    expect(await outcome({ ...text, to: '' })).toBe(131008);
    expect(await outcome({ ...text, to: '0812' })).toBe(131009);
    expect(await outcome({ ...text, to: 'Bu Ani' })).toBe(131009);
    expect(await outcome({ ...text, to: '6281100000000' })).toBe(131021);
    expect(await outcome({ type: 'hologram', hologram: {} })).toBe(100);
    expect(await outcome({ type: 'text' })).toBe(131008);
  });
});

describe('limits of each shape', () => {
  test('text: 4096 characters, counted as people count', async () => {
    expect(await outcome({ type: 'text', text: { body: '🍉'.repeat(4_096) } })).toBe('sent');
    expect(await outcome({ type: 'text', text: { body: letters(4_097) } })).toBe(131009);
    expect(await outcome({ type: 'text', text: { body: '  ' } })).toBe(131008);
    expect(await outcome({ type: 'text', text: { body: 'a', preview_url: 'yes' } })).toBe(131009);
  });

  test('reply buttons: three, 20 characters, all different', async () => {
    const buttons = (...titles: string[]) => ({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Jadi beli?' },
        action: { buttons: titles.map((title, index) => ({ type: 'reply', reply: { id: `b${index}`, title } })) },
      },
    });
    expect(await outcome(buttons('Ya', 'Tidak', letters(20)))).toBe('sent');
    expect(await outcome(buttons('a', 'b', 'c', 'd'))).toBe(131009);
    expect(await outcome(buttons(letters(21)))).toBe(131009);
    expect(await outcome(buttons('Ya', 'Ya'))).toBe(131009);
    expect(await outcome(buttons())).toBe(131008);
    const long = buttons('Ya');
    expect(await outcome({ ...long, interactive: { ...long.interactive, body: { text: letters(1_025) } } })).toBe(
      131009,
    );
  });

  test('lists: ten rows over all sections, and every title within its limit', async () => {
    const list = (
      rows: number[],
      change: { title?: string; description?: string; section?: string; button?: string } = {},
    ) => ({
      type: 'interactive',
      interactive: {
        type: 'list',
        header: { type: 'text', text: 'Warung Bu Ani' },
        body: { text: 'Mau yang mana?' },
        action: {
          button: change.button ?? 'Lihat',
          sections: rows.map((count, section) => ({
            title: change.section ?? `Bagian ${section}`,
            rows: Array.from({ length: count }, (_none, row) => ({
              id: `${section}-${row}`,
              title: change.title ?? 'Keripik',
              description: change.description ?? 'Rp12.500',
            })),
          })),
        },
      },
    });
    expect(await outcome(list([5, 5]))).toBe('sent');
    expect(await outcome(list([5, 6]))).toBe(131009);
    expect(await outcome(list([11]))).toBe(131009);
    expect(
      await outcome(
        list([1], { title: letters(24), description: letters(72), section: letters(24), button: letters(20) }),
      ),
    ).toBe('sent');
    expect(await outcome(list([1], { title: letters(25) }))).toBe(131009);
    expect(await outcome(list([1], { description: letters(73) }))).toBe(131009);
    expect(await outcome(list([1], { section: letters(25) }))).toBe(131009);
    expect(await outcome(list([1], { button: letters(21) }))).toBe(131009);
    expect(await outcome(list([1, 1], { section: '' }))).toBe(131008);
  });

  test('link buttons lead to the web and nowhere else', async () => {
    const link = (url: string, display_text = 'Bayar') => ({
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Bayar' },
        action: { name: 'cta_url', parameters: { display_text, url } },
      },
    });
    expect(await outcome(link('https://berjubel.id/p/1'))).toBe('sent');
    expect(await outcome(link('javascript:alert(1)'))).toBe(131009);
    expect(await outcome(link('berjubel'))).toBe(131009);
    expect(await outcome(link('https://berjubel.id', letters(21)))).toBe(131009);
  });

  test('pictures by link or by id, places on this planet', async () => {
    expect(await outcome({ type: 'image', image: { link: 'https://berjubel.id/qr.png', caption: 'QRIS' } })).toBe(
      'sent',
    );
    expect(await outcome({ type: 'image', image: { link: 'https://berjubel.id/qr.png', id: '1' } })).toBe(131009);
    expect(
      await outcome({ type: 'image', image: { link: 'https://berjubel.id/qr.png', caption: letters(1_025) } }),
    ).toBe(131009);
    expect(await outcome({ type: 'location', location: { latitude: -6.4, longitude: 106.8, name: 'Balaikota' } })).toBe(
      'sent',
    );
    expect(await outcome({ type: 'location', location: { latitude: -96.4, longitude: 106.8 } })).toBe(131009);
    expect(await outcome({ type: 'location', location: { longitude: 106.8 } })).toBe(131009);
  });
});

describe('templates', () => {
  const names = Object.keys(TEMPLATES);
  const parametersOf = (name: string) =>
    (TEMPLATES[name]?.parameters ?? []).map((_meaning, index) => `nilai-${index + 1}`);

  test.each(names)('%s is sent in both languages with every parameter in its text', async (name) => {
    for (const language of ['id', 'en']) {
      const { body } = await business.send(aTemplate(name, parametersOf(name), language));
      const id = String(body.messages?.[0]?.id);
      const text = String(business.mailbox.find(id)?.content.text);
      for (const parameter of parametersOf(name)) expect(text).toContain(parameter);
      expect(text).not.toMatch(/\{\{|\}\}/);
      // The provider approves no text that begins or ends in a parameter.
      expect(TEMPLATES[name]?.body[language as 'id' | 'en']).not.toMatch(/^\{\{|\}\}$/);
    }
  });

  test.each(names)('%s refuses one parameter too few or too many with 132000', async (name) => {
    const right = parametersOf(name);
    expect(await outcome(aTemplate(name, [...right, 'lebih']))).toBe(132000);
    expect(await outcome(aTemplate(name, right.slice(1)))).toBe(132000);
  });

  test('an unknown name or language is 132001 with HTTP 404', async () => {
    expect((await business.send(aTemplate('promo', []))).status).toBe(404);
    expect(await outcome(aTemplate('promo', []))).toBe(132001);
    expect(await outcome(aTemplate('constructor', []))).toBe(132001);
    expect(await outcome(aTemplate('order_paid', parametersOf('order_paid'), 'jv'))).toBe(132001);
  });

  test('parameters are one line of text', async () => {
    for (const wrong of ['a\nb', 'a\tb', 'a     b', letters(201)]) {
      expect(await outcome(aTemplate('payment_expired', ['BJ-1', wrong]))).toBe(132012);
    }
    expect(await outcome(aTemplate('payment_expired', ['BJ-1', ' ']))).toBe(131008);
  });

  test('the one-time code stands twice, the same both times, at most 15 characters', async () => {
    const otp = (inBody: string, inButton: string | undefined, index = '0') => {
      const text = (value: string) => [{ type: 'text', text: value }];
      const button = { type: 'button', sub_type: 'url', index, parameters: text(inButton ?? '') };
      const components = [{ type: 'body', parameters: text(inBody) }, ...(inButton === undefined ? [] : [button])];
      return { type: 'template', template: { name: 'otp', language: { code: 'id' }, components } };
    };
    expect(await outcome(otp('123456', '123456'))).toBe('sent');
    expect(await outcome(otp('123456', undefined))).toBe(132000);
    expect(await outcome(otp('123456', '654321'))).toBe(132012);
    expect(await outcome(otp('123456', '123456', '1'))).toBe(132012);
    expect(await outcome(otp(letters(16), letters(16)))).toBe(132012);
    expect(await outcome({ ...otp('1', '1'), template: { name: 'order_paid', language: { code: 'id' } } })).toBe(
      132000,
    );
  });
});
