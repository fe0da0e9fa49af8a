import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProductStatus } from '../../api/catalog/index.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type Visitor } from './visitor.ts';

describe('the page of a product', () => {
  let world: World;
  let visitor: Visitor;
  let crisps: MadeProduct;

  beforeAll(async () => {
    world = await openWorld();
    visitor = aVisitor(world.url);
    await aPoint(world, { slug: 'dcomart-tugu', name: "D'Comart Tugu" });
    const shop = await aSeller(world, { name: 'Dapur Bu Ani' });
    crisps = await aProduct(world, {
      shop,
      title: 'Keripik </script><b>balado</b>',
      description: 'Renyah.\n\nTahan tiga minggu.',
      photos: 2,
      variants: [
        { name: '100 g', price: 12_500, stock: 3 },
        { name: '250 g', price: 30_000, stock: 0 },
        { name: '500 g', price: 55_000, stock: 40 },
      ],
    });
    await aProduct(world, { shop, title: 'Dodol belimbing' });
  });
  afterAll(() => world.close());

  const path = (): string => `/produk/${crisps.product.slug}`;

  test('shows price, variants, stock, where to collect, the shop and what else it sells', async () => {
    const page = await visitor.get(path());
    expect(page.status).toBe(200);
    expect(page.text).toContain('Rp12.500–Rp55.000');
    expect(page.text).toContain('sisa 3');
    expect(page.text).toContain("D'Comart Tugu");
    expect(page.text).toMatch(/bisa diambil \S+/);
    expect(page.text).toContain('Dodol belimbing');
    expect(page.links).toContain(`/toko/${crisps.shop.seller.slug}`);
    expect(page.html).not.toContain('<b>balado</b>');
  });

  test('a sold-out variant is struck and cannot be chosen, but can be read', async () => {
    const { html } = await visitor.get(path());
    expect(html).toMatch(/disabled><span><s>250 g<\/s>/);
    expect(html).toMatch(/checked><span>100 g/);
  });

  test('a product without stock says so and cannot be put into the cart', async () => {
    const { product } = await aProduct(world, { title: 'Onde-onde habis', variants: [{ stock: 0 }] });
    const page = await visitor.get(`/produk/${product.slug}`);
    expect(page.text).toContain('Barang ini sedang habis');
    expect(page.text).not.toContain('Masukkan keranjang');
  });

  test('a shared link shows title, price and picture', async () => {
    const { html } = await visitor.get(path());
    const meta = (name: string): string =>
      new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
    expect(meta('og:title')).toContain('Keripik');
    expect(meta('og:description')).toContain('Rp12.500');
    expect(meta('og:image')).toMatch(/^http:\/\/localhost:4000\/media\/[0-9a-f]{64}\/1200\.webp$/);
    expect(meta('product:price:amount')).toBe('12500');
    expect(meta('og:url')).toBe(`http://localhost:4000${path()}`);
  });

  test('its JSON-LD is whole, cannot break out, and is what the content policy allows', async () => {
    const page = await visitor.get(path());
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page.html)?.[1] ?? '';
    const [product, trail] = (JSON.parse(block) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(product).toMatchObject({
      '@type': 'Product',
      name: crisps.product.title,
      offers: {
        '@type': 'AggregateOffer',
        lowPrice: 12_500,
        highPrice: 55_000,
        priceCurrency: 'IDR',
        offerCount: 3,
        availability: 'https://schema.org/InStock',
      },
    });
    expect(trail).toMatchObject({ '@type': 'BreadcrumbList' });
    const hash = createHash('sha256').update(block).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
  });

  test('what is not on sale is not there', async () => {
    const { product } = await aProduct(world, { status: ProductStatus.DRAFT });
    expect((await visitor.get(`/produk/${product.slug}`)).status).toBe(404);
    expect((await visitor.get('/produk/tidak-ada')).status).toBe(404);
  });

  test('speaks English when asked to', async () => {
    const page = await aVisitor(world.url, 'en').get(path());
    expect(page.headers.get('content-language')).toBe('en');
    expect(page.text).toContain('Add to cart');
    expect(page.text).toContain('3 left');
  });
});
