import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type Visitor } from './visitor.ts';

describe('searching without scripts', () => {
  let world: World;
  let visitor: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    visitor = aVisitor(world.url);
    await aPoint(world, { slug: 'dcomart-tugu', name: "D'Comart Tugu" });
    const beji = await aSeller(world, {
      name: 'Dapur Bu Ani',
      kelurahanKey: (await aKelurahan(world, { kecamatan: 'beji', slug: 'kukusan' })).key,
    });
    const limo = await aSeller(world, {
      name: 'Sambal Emak',
      kelurahanKey: (await aKelurahan(world, { kecamatan: 'limo', slug: 'grogol' })).key,
    });
    const snacks = await aCategory(world, { slug: 'camilan', name: 'Camilan' });
    const crisps = await aCategory(world, { slug: 'keripik', name: 'Keripik', parent: snacks });
    const sauces = await aCategory(world, { slug: 'sambal', name: 'Sambal' });
    for (let at = 1; at <= 26; at++) {
      await aProduct(world, {
        shop: beji,
        category: crisps,
        title: `Keripik singkong nomor ${at}`,
        isHalal: at % 2 === 0,
        variants: [{ price: 1000 * at }],
      });
    }
    await aProduct(world, { shop: limo, category: sauces, title: 'Sambal roa <pedas>', variants: [{ price: 30_000 }] });
    await aProduct(world, {
      shop: limo,
      category: sauces,
      title: 'Sambal bajak',
      variants: [{ price: 31_000, stock: 0 }],
    });
  });
  afterAll(() => world.close());

  test('words find products; the box keeps them, and the count is said', async () => {
    const page = await visitor.get('/cari?q=keripik+singkong');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Hasil untuk “keripik singkong”');
    expect(page.text).toContain('26 produk');
    expect(page.html).toContain('value="keripik singkong"');
    expect(page.links.filter((link) => link.startsWith('/produk/'))).toHaveLength(24);
  });

  test('pages follow each other by links, and the last one has no next', async () => {
    const first = await visitor.get('/cari?q=keripik&urut=termurah');
    const next = first.links.find((link) => link.includes('setelah='));
    const second = await visitor.get(next ?? '');
    const products = (links: readonly string[]): string[] => links.filter((link) => link.startsWith('/produk/'));
    expect(products(second.links)).toHaveLength(2);
    expect(products(first.links)).not.toContain(products(second.links)[0]);
    expect(second.links.some((link) => link.includes('setelah='))).toBe(false);
    expect(second.text).toContain('Kembali ke awal');
  });

  test('a list without words begins with what is liked, and offers the newest', async () => {
    const page = await visitor.get('/kategori/camilan');
    expect(page.text).toContain('Paling disukai');
    const liked = page.links.filter((link) => link.startsWith('/produk/'));
    const newest = page.links.find((link) => link.includes('urut=terbaru')) ?? '';
    const after = (await visitor.get(newest)).links.filter((link) => link.startsWith('/produk/'));
    expect(after.length).toBe(liked.length);
    expect((await visitor.get('/cari?q=keripik')).text).toContain('Paling cocok');
  });

  test('the nearest without a place is as if no order had been chosen', async () => {
    for (const address of ['/cari?q=keripik', '/cari', '/kategori/camilan']) {
      const sorted = `${address}${address.includes('?') ? '&' : '?'}urut=terdekat`;
      const [page, usual] = [await visitor.get(sorted), await visitor.get(address)];
      const products = (links: readonly string[]): string[] => links.filter((link) => link.startsWith('/produk/'));
      expect(page.status).toBe(200);
      expect(products(page.links)).toEqual(products(usual.links));
    }
  });

  test('a cursor of another list leads back to the first page', async () => {
    const page = await visitor.get('/cari?q=keripik&setelah=bukan-milik-daftar-ini');
    expect([page.status, page.headers.get('location')]).toEqual([302, '/cari?q=keripik']);
  });

  test('filters narrow; each one in use is a chip that leads to the same search without it', async () => {
    const page = await visitor.get('/cari?q=keripik&kecamatan=beji&harga_min=5.000&harga_maks=10000&halal=1');
    expect(page.text).toContain('3 produk');
    expect(page.html).toContain('aria-label="Hapus saringan Beji"');
    expect(page.links).toContain('/cari?q=keripik&harga_min=5000&harga_maks=10000&halal=1');
    expect(page.links).toContain('/cari?q=keripik&kecamatan=beji&harga_min=5000&harga_maks=10000');
    expect(page.links).toContain('/cari?q=keripik');
  });

  test('several bands of prices can be ticked at once, before any script runs', async () => {
    const page = await visitor.get('/cari?q=keripik&harga=0-9999&harga=25000-49999&harga=1-x');
    expect(page.text).toContain('11 produk');
    expect(page.html).toMatch(/name="harga" value="0-9999" checked>.*name="harga" value="10000-24999">/s);
    expect(page.html).toContain('data-count="harga:10000-24999">15<');
    expect(page.links).toContain('/cari?q=keripik&harga=25000-49999');
    const none = await visitor.get('/cari?q=keripik&harga=250000-');
    expect(none.html).toContain('name="harga" value="250000-" checked>');
  });

  test('several categories can be ticked at once; a branch means all below it, and its own list does not shrink', async () => {
    const page = await visitor.get('/cari?kategori=sambal&kategori=camilan/keripik');
    expect(page.text).toContain('28 produk');
    expect(page.html).toContain('<h1>Sambal, Keripik</h1>');
    expect(page.links).toContain('/cari?kategori=camilan%2Fkeripik');
    expect(page.links).toContain('/cari?kategori=sambal');
    expect(page.html).toMatch(
      /name="kategori" value="camilan">.*details class="inside" open.*value="camilan&#x2F;keripik" checked>/s,
    );
    expect(page.html).toContain('name="kategori" value="sambal" checked>');
    const one = await visitor.get('/cari?kategori=sambal');
    for (const count of ['kategori:camilan">26<', 'kategori:camilan&#x2F;keripik">26<', 'kategori:sambal">2<'])
      expect(one.html).toContain(`data-count="${count}`);
    const branch = await visitor.get('/cari?kategori=camilan/keripik&kategori=camilan');
    expect(branch.text).toContain('26 produk');
    expect(branch.html.match(/aria-label="Hapus saringan/g)).toHaveLength(1);
  });

  test('categories in which nothing is found keep their names, and can be taken off', async () => {
    const page = await visitor.get('/cari?kategori=camilan/keripik&kategori=sambal&kecamatan=limo');
    expect(page.text).toContain('2 produk');
    expect(page.html).toContain('aria-label="Hapus saringan Keripik"');
    expect(page.html).toMatch(/value="camilan&#x2F;keripik" checked><span>Keripik<\/span><span[^>]*>0</);
    const short = await visitor.get('/cari?kategori=keripik&kategori=tidak-ada');
    expect(short.text).toContain('26 produk');
    expect(short.html).toContain('value="camilan&#x2F;keripik" checked>');
    expect(short.links).toContain('/cari?kategori=keripik');
  });

  test('inside a category stands what this search finds there, and its page leads to where others can be added', async () => {
    const page = await visitor.get('/kategori/camilan?harga_maks=5000&q=keripik');
    expect(page.links).toContain('/kategori/camilan/keripik?q=keripik&harga_maks=5000');
    expect(page.html).toContain('>Keripik <span class="quiet">5<');
    expect(page.links).toContain('/cari?q=keripik&kategori=camilan&harga_maks=5000');
    expect((await visitor.get('/kategori/camilan?kecamatan=limo')).links).not.toContain(
      '/kategori/camilan/keripik?kecamatan=limo',
    );
  });

  test('filters by point and by shop are named as people know them', async () => {
    const shop = (await visitor.get('/cari?q=sambal')).html;
    const slug = /name="toko" value="([^"]+)"[^>]*><span>Sambal Emak/.exec(shop)?.[1] ?? '';
    const page = await visitor.get(`/cari?toko=${slug}&titik=dcomart-tugu`);
    expect(page.html).toContain('aria-label="Hapus saringan Sambal Emak"');
    expect(page.html).toContain('Hapus saringan D&#39;Comart Tugu');
    expect(page.text).toContain('2 produk');
  });

  test('the cheapest come first when asked for', async () => {
    const { text } = await visitor.get('/cari?q=keripik&urut=termurah');
    expect(text.indexOf('Rp1.000')).toBeGreaterThan(0);
    expect(text.indexOf('Rp1.000')).toBeLessThan(text.indexOf('Rp24.000'));
  });

  test('a mistyped word is mended, and the page says so', async () => {
    const { text } = await visitor.get('/cari?q=kerpik');
    expect(text).toContain('Menampilkan hasil untuk');
    expect(text).toContain('26 produk');
  });

  test('words that were not typed out are taken for beginnings, and the page says so', async () => {
    const page = await visitor.get('/cari?q=sam+baj');
    expect(page.text).toContain('Ini produk yang kata-katanya diawali huruf-huruf yang kamu ketik.');
    expect(new Set(page.links.filter((link) => link.startsWith('/produk/'))).size).toBe(1);
    expect((await visitor.get('/cari?q=sambal+baj')).text).not.toContain('diawali huruf-huruf');
  });

  test.each([
    ['keripik di bawah 5 ribu', '5 produk', 'Harga sampai Rp5.000, seperti yang kamu tulis.'],
    ['keripik 5-10 ribu', '6 produk', 'Harga Rp5.000–Rp10.000, seperti yang kamu tulis.'],
    ['keripik mulai 25 ribu', '2 produk', 'Harga mulai Rp25.000, seperti yang kamu tulis.'],
  ])('a price in the words of "%s" is said openly, with a way to change the words', async (words, count, said) => {
    const page = await visitor.get(`/cari?q=${encodeURIComponent(words)}`);
    expect(page.text).toContain(count);
    expect(page.text).toContain(said);
    expect(page.links).toContain('#q');
    const without = await visitor.get('/cari?q=keripik');
    expect(without.text).not.toContain('seperti yang kamu tulis');
    expect(without.links).not.toContain('#q');
    expect([page, without].map(({ html }) => html.includes('name="harga"'))).toEqual([false, true]);
  });

  test('a price in the words is said in English, and when nothing is found', async () => {
    const english = await aVisitor(world.url, 'en').get('/cari?q=keripik+under+Rp500');
    expect(english.text).toContain('No results for “keripik under Rp500”');
    expect(english.text).toContain('Price up to Rp500, as you wrote.');
    const page = await visitor.get('/cari?q=keripik+di+bawah+500+rupiah');
    expect(page.text).toContain('Harga sampai Rp500, seperti yang kamu tulis.');
    expect(page.text).toContain('Coba cari tanpa menulis harga');
  });

  test('a mended word keeps the price that stood beside it, as a filter', async () => {
    const page = await visitor.get('/cari?q=kerpik+di+bawah+5+ribu&harga_min=2000&harga_maks=9000');
    expect(page.links).toContain('/cari?q=keripik&harga_min=2000&harga_maks=5000');
  });

  test('nothing found is said honestly, with ways on', async () => {
    const words = await visitor.get('/cari?q=zzqqxx');
    expect(words.text).toContain('Tidak ada hasil untuk “zzqqxx”');
    expect(words.links).toContain('/kategori');
    const filters = await visitor.get('/cari?q=sambal&kecamatan=beji');
    expect(filters.text).toContain('Tidak ada yang cocok dengan semua saringan');
    expect(filters.links).toContain('/cari?q=sambal');
  });

  test('what sellers and visitors write is shown as text, never as markup', async () => {
    const page = await visitor.get(`/cari?q=${encodeURIComponent('roa <script>alert(1)</script>')}`);
    expect(page.html).not.toContain('<script>alert');
    expect((await visitor.get('/cari?q=roa')).html).not.toContain('<pedas>');
  });

  test('what is sold out stays to be seen, and says so', async () => {
    expect((await visitor.get('/cari?q=bajak')).text).toMatch(/Habis Sambal bajak/);
    expect((await visitor.get('/cari?q=bajak&stok=1')).text).not.toContain('Habis Sambal bajak');
  });

  test('nonsense in the address is left out, not answered with a fault', async () => {
    const page = await visitor.get('/cari?kecamatan=%00&harga_min=abc&urut=x&kategori=../..&halal=9&titik=A%20B');
    expect(page.status).toBe(200);
    expect(page.text).toContain('28 produk');
  });

  test('a category has its own address with those inside it; an old or short address leads there', async () => {
    const page = await visitor.get('/kategori/camilan');
    expect(page.text).toContain('26 produk');
    expect(page.links).toContain('/kategori/camilan/keripik');
    const short = await visitor.get('/kategori/keripik');
    expect([short.status, short.headers.get('location')]).toEqual([301, '/kategori/camilan/keripik']);
    expect((await visitor.get('/kategori/tidak-ada')).status).toBe(404);
    expect((await visitor.get('/kategori')).links).toContain('/kategori/sambal');
  });

  test('search engines see categories, but not the endless combinations of filters', async () => {
    expect((await visitor.get('/kategori/camilan')).html).toContain('rel="canonical"');
    expect((await visitor.get('/kategori/camilan?halal=1')).html).toContain('content="noindex"');
    expect((await visitor.get('/cari?q=keripik')).html).toContain('content="noindex"');
  });
});
