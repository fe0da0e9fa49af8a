import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type Visitor } from './visitor.ts';

describe('shops, points and the pages about us', () => {
  let world: World;
  let visitor: Visitor;
  let goods: MadeProduct;

  beforeAll(async () => {
    world = await openWorld();
    visitor = aVisitor(world.url);
    goods = await aProduct(world, { title: 'Dodol belimbing' });
    await aPoint(world, {
      slug: 'dcomart-tugu',
      name: "D'Comart Tugu",
      hours: [
        { dayOfWeek: 2, opens: '10:00', closes: '21:00' },
        { dayOfWeek: 3, opens: '10:00', closes: '21:00' },
      ],
    });
  });
  afterAll(() => world.close());

  test('a shop shows what it sells and where its parcels can be collected', async () => {
    const page = await visitor.get(`/toko/${goods.shop.seller.slug}`);
    expect(page.text).toContain(goods.shop.seller.name);
    expect(page.text).toContain('Dodol belimbing');
    expect(page.text).toContain('1 produk');
    expect((await visitor.get('/toko/tidak-ada')).status).toBe(404);
  });

  test('a point says whether it is open, its hours, its room and its fees', async () => {
    const page = await visitor.get('/titik/dcomart-tugu');
    expect(page.text).toContain('tutup, buka hari ini, 10.00');
    expect(page.text).toContain('muat 100 paket lagi');
    expect(page.text).toMatch(/Selasa hari ini 10\.00–21\.00/);
    expect(page.text).toMatch(/Senin libur/);
    expect(page.text).toContain('Rp2.000');
    await world.advance(2 * 3600);
    expect((await visitor.get('/titik/dcomart-tugu')).text).toContain('buka sampai 21.00');
    expect((await visitor.get('/titik/tidak-ada')).status).toBe(404);
  });

  test('points can be narrowed by network, and an empty answer leads on', async () => {
    expect((await visitor.get('/titik?jaringan=dcomart')).text).toContain("D'Comart Tugu");
    const none = await visitor.get('/titik?jaringan=swadep');
    expect(none.text).toContain('Belum ada titik ambil di sini');
    expect(none.links).toContain('/titik');
  });

  test('the language is chosen once and kept, also on error pages; it never leads to another site', async () => {
    const reader = aVisitor(world.url);
    const chosen = await reader.get('/bahasa/en?kembali=%2Ftitik');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([302, '/titik']);
    const page = await reader.get('/titik');
    expect(page.html).toContain('<html lang="en">');
    expect(page.headers.get('content-language')).toBe('en');
    const missing = await reader.get('/tidak-ada');
    expect([missing.status, missing.headers.get('content-language')]).toEqual([404, 'en']);
    expect(missing.text).toContain('There is no such page');
    expect((await reader.get('/bahasa/id?kembali=https://lain.example')).headers.get('location')).toBe('/');
    expect((await reader.get('/bahasa/fr')).status).toBe(404);
  });

  test('an unknown address is a page with a way on, for browsers; a sentence, for programs', async () => {
    const page = await visitor.get('/tidak/ada');
    expect(page.status).toBe(404);
    expect(page.text).toContain('Halaman ini tidak ada');
    expect(page.html).toContain('action="/cari"');
    const answer = await fetch(`${world.url}/tidak/ada`, { headers: { accept: 'application/json' } });
    expect(((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  test('privacy, terms and contact can be read', async () => {
    expect((await visitor.get('/privasi')).text).toContain('UU 27/2022');
    expect((await visitor.get('/kontak')).text).toContain('Balai Kota');
  });

  test('without a demo nobody of the demo is named', async () => {
    expect((await visitor.get('/')).text).not.toContain('Coba sendiri');
  });

  test('pages tell caches what they may do, and allow nothing inline', async () => {
    const { headers } = await visitor.get('/');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toContain('cookie');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect((await visitor.get('/tempat')).headers.get('cache-control')).toBe('no-store');
  });

  test('the counter and no other desk may show the payment provider’s QR pictures', async () => {
    const picturesAt = async (path: string): Promise<string | undefined> =>
      /img-src ([^;]*)/.exec((await visitor.get(path)).headers.get('content-security-policy') ?? '')?.[1];
    expect(await picturesAt('/konter')).toBe("'self' data: https://api.midtrans.com https://api.sandbox.midtrans.com");
    expect(await picturesAt('/jual')).toBe("'self' data:");
  });

  test('crawlers are told what to read', async () => {
    const robots = await visitor.get('/robots.txt');
    expect(robots.html).toContain('Disallow: /keranjang');
    expect(robots.html).toContain('Sitemap: http://localhost:4000/sitemap.xml');
    const index = await visitor.get('/sitemap.xml');
    expect(index.html).toContain('/sitemap/produk-keripik.xml');
    const products = await visitor.get('/sitemap/produk-keripik.xml');
    expect(products.headers.get('content-type')).toContain('application/xml');
    expect(products.html).toContain(`<loc>http://localhost:4000/produk/${goods.product.slug}</loc>`);
    expect((await visitor.get('/sitemap/pasar.xml')).html).toContain('/titik/dcomart-tugu</loc>');
    expect((await visitor.get('/sitemap/lain.xml')).status).toBe(404);
  });
});
