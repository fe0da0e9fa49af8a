import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type Visitor } from './visitor.ts';

describe('putting into the cart without scripts', () => {
  let world: World;
  let goods: MadeProduct;

  beforeAll(async () => {
    world = await openWorld();
    goods = await aProduct(world, { variants: [{ stock: 5 }] });
  });
  afterAll(() => world.close());

  const fields = async (visitor: Visitor): Promise<Record<string, string>> => {
    const { html } = await visitor.get(`/produk/${goods.product.slug}`);
    const variant = /name="varian" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    return { varian: variant, kembali: `/produk/${goods.product.slug}` };
  };
  const quantities = async (): Promise<number[]> => {
    const lines = await world.context().read.rows<{ quantity: number }>('select quantity from cart_line order by id');
    return lines.map(({ quantity }) => quantity);
  };

  test('a guest gets a cart, and a second time adds to what is there', async () => {
    const visitor = aVisitor(world.url);
    const wanted = await fields(visitor);
    const first = await visitor.send('/keranjang/tambah', { ...wanted, jumlah: '2' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/keranjang']);
    await visitor.send('/keranjang/tambah', { ...wanted, jumlah: '1' });
    expect(await quantities()).toEqual([3]);
    expect((await visitor.get('/')).html).toContain('<berjubel-cart-count data-known>');
  });

  test('a refusal is said in words, with the way back, and nothing changes', async () => {
    const visitor = aVisitor(world.url);
    const before = await quantities();
    const page = await visitor.send('/keranjang/tambah', { varian: 'bukan-varian', jumlah: '1', kembali: '/cari?q=a' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('role="alert"');
    expect(page.links).toContain('/cari?q=a');
    expect(await quantities()).toEqual(before);
  });

  test('a form of another site is refused', async () => {
    const visitor = aVisitor(world.url);
    const before = await quantities();
    const wanted = { ...(await fields(visitor)), jumlah: '1' };
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://lain.example' }];
    for (const headers of foreign) expect((await visitor.send('/keranjang/tambah', wanted, headers)).status).toBe(403);
    expect(await quantities()).toEqual(before);
  });

  test('a way back that leads to another site is not taken', async () => {
    const visitor = aVisitor(world.url);
    const page = await visitor.send('/keranjang/tambah', { varian: '', kembali: '//lain.example/' });
    expect(page.headers.get('location')).toBe('/');
  });
});
