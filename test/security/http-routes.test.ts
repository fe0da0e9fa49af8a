import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '../../api/platform/secrets.ts';
import { type Desk, openDesk, type Told } from './ask.ts';
import { ACTORS, type ActorName, CURATOR, EVERYONE, SIGNED_IN, VISITORS } from './cast.ts';
import { MONEY_A, noOrder, noSuch } from './queries.ts';
import { TOLD } from './stage.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

/** Pages and files that are the same for all, whatever they are asked with. */
const OPEN_ROUTES = `GET /healthz, GET /readyz, GET /robots.txt, GET /*, GET /produk/:slug, GET /produk/:slug/ulasan, GET /privasi, GET /cari, GET /kategori,
  GET /kategori/*, GET /kontak, GET /toko/:slug, GET /titik, GET /titik/:slug, GET /tempat, POST /tempat, GET /bahasa/:language,
  GET /sitemap.xml, GET /sitemap/:file, GET /widget/v1/berjubel.js, GET /`;
/** Routes that carry something of somebody, or take something in somebody's name: each has its test below or in the matrix. */
const GUARDED_ROUTES = `GET /graphql, POST /graphql, PUT /graphql, PATCH /graphql, DELETE /graphql, GET /metrics, POST /uploads,
  GET /media/:hash/:file, GET /messaging/whatsapp/webhook, POST /messaging/whatsapp/webhook, POST /payments/midtrans/notifications,
  GET /pesanan, GET /pesanan/:code, GET /pesanan/:code/tagihan, GET /pesanan/:code/tagihan.pdf,
  GET /pesanan/:code/kuitansi, GET /pesanan/:code/kuitansi.pdf, GET /akun, GET /masuk, GET /bayar, GET /keranjang, POST /keranjang/tambah,
  POST /keranjang/voucher, GET /jual, GET /konter, GET /kota, GET /kota/kosakata, GET /kota/ulasan, GET /kota/voucher, GET /kota/pencairan, GET /kota/rekonsiliasi, GET /kota/keluhan,
  GET /komunitas, GET /kota/pesanan, POST /pesanan/:code/lagi, GET /pesanan/:code/ulasan, POST /pesanan/:code/ulasan, GET /rekening-koran/:ownerId,
  GET /ledger/payouts/:batchId.csv, GET /ledger/statements/:ownerId.csv`;
const routesIn = (text: string): string[] => text.split(/,\s+/).sort();

describe('routes beside the GraphQL endpoint', () => {
  test('each of them is decided: a new one fails here by name', () => {
    expect(routesOf(desk).sort()).toEqual([...routesIn(OPEN_ROUTES), ...routesIn(GUARDED_ROUTES)].sort());
  });

  test.each([
    ['', 200],
    ['/ulasan', 200],
    ['/tagihan', 200],
    ['/tagihan.pdf', 200],
    // It will be paid in cash: where its receipt will be leads to its invoice.
    ['/kuitansi', 302],
    ['/kuitansi.pdf', 302],
  ])('rule 7: the pages of an order (%s) are for its buyer; not yours and not there look the same', async (of, own) => {
    const { code } = desk.things.waiting.order;
    const nothing = noOrder();
    for (const as of ACTORS) {
      const [theirs, missing] = [await page(as, `/pesanan/${code}${of}`), await page(as, `/pesanan/${nothing}${of}`)];
      if (VISITORS.has(as)) expect(theirs.status).toBe(302);
      else expect(theirs.status).toBe(as === 'buyerA' ? own : 404);
      expect(missing.status).toBe(VISITORS.has(as) ? 302 : 404);
      if (as !== 'buyerA' && SIGNED_IN.has(as)) expect(theirs.body.replaceAll(code, nothing)).toBe(missing.body);
    }
    expect(toldBeforeAsking(desk.leaks.splice(0), code)).toEqual([]);
  });

  test.each([
    '/pesanan',
    '/akun',
    '/masuk',
    '/bayar',
    '/keranjang',
    '/jual',
    '/konter',
    '/kota',
    '/kota/rekonsiliasi',
    '/kota/keluhan',
    '/kota/kosakata',
    '/kota/ulasan',
    '/kota/voucher',
    '/kota/pencairan',
    '/kota/pesanan',
    '/komunitas',
    '/',
  ])('%s tells nobody anything of anybody else', async (path) => {
    for (const as of ACTORS) expect((await page(as, path)).status).toBeLessThan(400);
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('rule 7: files with money in them are for those who keep it; not yours and not there look the same', async () => {
    const { payoutBatch, seller } = desk.things.ids;
    const days = '?from=2026-11-01&to=2026-11-30';
    const files = [
      [`/ledger/payouts/${payoutBatch}.csv`, `/ledger/payouts/${noSuch('PayoutBatch')}.csv`, CURATOR],
      [`/ledger/statements/${seller}.csv${days}`, `/ledger/statements/${noSuch('Seller')}.csv${days}`, MONEY_A],
    ] as const;
    for (const [theirs, missing, may] of files)
      for (const as of ACTORS) {
        const [found, nothing] = [await desk.fetch(as, theirs), await desk.fetch(as, missing)];
        expect([theirs, as, found.status]).toEqual([theirs, as, may.has(as) ? 200 : 404]);
        expect(nothing.status).toBe(404);
        if (!may.has(as)) expect(found.body).toBe(nothing.body);
        if (may.has(as)) expect(found.contentType).toBe('text/csv; charset=utf-8');
      }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('rule 7: a statement is for those who keep the money, and for the city; not yours and not there look the same', async () => {
    const { seller } = desk.things.ids;
    const nothing = noSuch('Seller');
    for (const as of ACTORS) {
      const [theirs, missing] = [
        await page(as, `/rekening-koran/${seller}?from=2026-11-01&to=2026-11-30`),
        await page(as, `/rekening-koran/${nothing}?from=2026-11-01&to=2026-11-30`),
      ];
      if (VISITORS.has(as)) expect([as, theirs.status]).toEqual([as, 302]);
      else expect([as, theirs.status]).toEqual([as, MONEY_A.has(as) ? 200 : 404]);
      if (!MONEY_A.has(as)) expect(theirs.body.replaceAll(seller, nothing)).toBe(missing.body);
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('rule 7: only the buyer of an order orders it again; not yours and not there look the same', async () => {
    const { code } = desk.things.waiting.order;
    const nothing = noOrder();
    const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const sent = { method: 'POST', headers, body: '' };
    for (const as of ACTORS) {
      const [theirs, missing] = [
        await desk.fetch(as, `/pesanan/${code}/lagi`, sent),
        await desk.fetch(as, `/pesanan/${nothing}/lagi`, sent),
      ];
      if (VISITORS.has(as)) expect([as, theirs.status]).toEqual([as, 303]);
      else expect([as, theirs.status < 400]).toEqual([as, as === 'buyerA']);
      if (as !== 'buyerA') expect(theirs.body.replaceAll(code, nothing)).toBe(missing.body);
    }
    desk.leaks.splice(0);
  });

  test('rule 7: only the buyer of an order reviews what was collected; not yours and not there look the same', async () => {
    const { collected, ids } = desk.things;
    const { code } = collected.order;
    const nothing = noOrder();
    const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const form = (barang: string): string =>
      new URLSearchParams({ barang, bintang: '5', kunci: newToken() }).toString();
    for (const as of ACTORS) {
      const send = (of: string, line: string) =>
        desk.fetch(as, `/pesanan/${of}/ulasan`, { method: 'POST', headers, body: form(line) });
      const [theirs, missing] = [await send(code, ids.collectedLine), await send(nothing, noSuch('OrderLine'))];
      if (VISITORS.has(as)) expect([as, theirs.status]).toEqual([as, 303]);
      // A curator hid what the buyer wrote: it is said beside the form.
      else expect([as, theirs.status]).toEqual([as, as === 'buyerA' ? 422 : 404]);
      if (as !== 'buyerA') expect(theirs.body.replaceAll(code, nothing)).toBe(missing.body);
    }
    expect(toldBeforeAsking(desk.leaks.splice(0), code)).toEqual([]);
  });

  test('what is not on show has no page: drafts, shops that wait, closed points', async () => {
    const { draft, hiddenSlug, inactiveSlug } = desk.things;
    for (const as of ACTORS) {
      for (const of of ['', '/ulasan']) {
        const seen = await page(as, `/produk/${draft.product.slug}${of}`);
        expect([as, of, seen.status]).toEqual([as, of, ['sellerA', 'staffA', ...CURATOR].includes(as) ? 200 : 404]);
      }
      for (const path of [`/toko/${hiddenSlug}`, `/titik/${inactiveSlug}`])
        expect((await page(as, path)).status).toBe(404);
      await page(as, '/sitemap.xml');
      await page(as, '/cari?q=resep+rahasia');
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('the measurements are for the bearer of their token, and name nobody', async () => {
    for (const as of ACTORS) {
      expect((await desk.fetch(as, '/metrics')).status).toBe(404);
      const headers = { authorization: `Bearer ${TOLD.metricsToken}` };
      const { status, body } = await desk.fetch(as, '/metrics', { headers });
      expect([status, body.includes('http_requests_total')]).toEqual([200, true]);
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('an upload needs its ticket; a forged one for an upload of A is like one for nothing', async () => {
    const { ticket } = desk.things;
    const [, ...claims] = ticket.split('.');
    const ofNothing = ['00000000-0000-7000-8000-000000000000', ...claims].join('.');
    const forged = `${ticket.slice(0, -3)}AAA`;
    for (const as of ACTORS) {
      const [one, other] = [await upload(as, forged), await upload(as, ofNothing)];
      expect([one.status, one.body]).toEqual([other.status, other.body]);
      expect(one.body).toContain('TICKET_INVALID');
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('what the providers say is believed by its signature alone, whoever sends it', async () => {
    const { code } = desk.things.unpaid.order;
    const notice = (id: string): object => ({
      order_id: id,
      status_code: '200',
      gross_amount: '125457.00',
      transaction_status: 'settlement',
      signature_key: createHash('sha512').update(id).digest('hex'),
    });
    for (const as of EVERYONE) {
      const [theirs, missing] = [
        await post(as, '/payments/midtrans/notifications', notice(`${code}-a1`)),
        await post(as, '/payments/midtrans/notifications', notice(`${noOrder()}-a1`)),
      ];
      expect([theirs.status, theirs.body]).toEqual([401, missing.body]);
      expect((await post(as, '/messaging/whatsapp/webhook', { entry: [] })).status).toBe(401);
      expect((await desk.fetch(as, '/messaging/whatsapp/webhook?hub.mode=subscribe&hub.verify_token=x')).status).toBe(
        403,
      );
    }
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test('the log keeps no phone, token, PIN or code of payment', () => {
    const written = desk.stage.world.logged();
    const kept = desk.secrets.filter(
      ({ name, text }) => /phone|token|PIN|pay|secret|ticket|name|address|account/.test(name) && written.includes(text),
    );
    expect(kept.map(({ name }) => name)).toEqual([]);
  });
});

const page = (as: ActorName, path: string): Promise<Told> => desk.fetch(as, path, { headers: { accept: 'text/html' } });

const post = (as: ActorName, path: string, body: object): Promise<Told> =>
  desk.fetch(as, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

function upload(as: ActorName, ticket: string): Promise<Told> {
  const form = new FormData();
  form.set('ticket', ticket);
  form.set('file', new Blob([new Uint8Array([1, 2, 3])]), 'foto.jpg');
  return desk.fetch(as, '/uploads', { method: 'POST', body: form });
}

/** Leaks other than the code that stands in the very address. */
const toldBeforeAsking = (leaks: readonly string[], code: string): string[] =>
  leaks.filter((leak) => !(leak.startsWith('order code') && leak.includes(code)));

/** Every route of the server as `METHOD /path`; HEAD goes with GET, and OPTIONS tells nothing. */
function routesOf({ stage }: Desk): string[] {
  const found: string[] = [];
  const above: string[] = [];
  for (const line of stage.world.server.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \((.*)\)$/.exec(line) ?? [];
    if (!methods) continue;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = path;
    // The ending of a name is drawn as a branch of it.
    const whole = above
      .join('/')
      .replace(/\/+/g, '/')
      .replace(/\/(\.\w+)$/, '$1');
    for (const method of methods.split(', ')) if (!/HEAD|OPTIONS/.test(method)) found.push(`${method} ${whole}`);
  }
  return found;
}
