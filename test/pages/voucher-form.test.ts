import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aVoucher } from '../support/makers/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type Visitor } from './visitor.ts';

describe('a voucher on the cart without scripts', () => {
  let world: World;
  let goods: MadeProduct;

  beforeAll(async () => {
    world = await openWorld();
    goods = await aProduct(world, { variants: [{ price: 20_000, stock: 50, weightGrams: 100 }] });
  });
  afterAll(() => world.close());

  async function withCart(): Promise<Visitor> {
    const visitor = aVisitor(world.url);
    await visitor.send('/keranjang/tambah', {
      varian: globalId('Variant', goods.variants[0]!.key),
      jumlah: '1',
      kembali: '/',
    });
    return visitor;
  }

  /** What those who have no scripts are shown. */
  const seen = async (visitor: Visitor, path = '/keranjang'): Promise<string> =>
    [...(await visitor.get(path)).html.matchAll(/<noscript>(.*?)<\/noscript>/gs)]
      .map(([, inside]) => inside)
      .join('\n');

  test.each(['/keranjang', '/bayar'])('%s shows the sums, takes a code, and takes it off again', async (path) => {
    const visitor = await withCart();
    const { code } = await aVoucher(world, { kind: 'PERCENTAGE', percent: 10, name: 'Hari pasar' });
    expect(await seen(visitor, path)).toContain('Rp22.000');
    const put = await visitor.send('/keranjang/voucher', { kode: code.toLowerCase(), kembali: path });
    expect([put.status, put.headers.get('location')]).toEqual([303, path]);
    const page = await seen(visitor, path);
    for (const shown of [code, 'Hari pasar', `Potongan voucher ${code}`, '-Rp2.000', 'Rp20.000'])
      expect(page).toContain(shown);
    await visitor.send('/keranjang/voucher', { lepas: '1', kembali: path });
    const after = await seen(visitor, path);
    expect(after).not.toContain(code);
    expect(after).toContain('name="kode"');
  });

  test('a code that does not hold is refused in words, one that may yet hold says what is missing', async () => {
    const visitor = await withCart();
    const refused = await visitor.send('/keranjang/voucher', { kode: 'TIDAKADA', kembali: '/bayar' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Kode voucher ini tidak ada.');
    expect(refused.links).toContain('/bayar');
    const { code } = await aVoucher(world, { minimumSpend: 50_000 });
    await visitor.send('/keranjang/voucher', { kode: code, kembali: '/keranjang' });
    expect(await seen(visitor)).toContain('Kurang Rp30.000 lagi: voucher ini berlaku mulai belanja Rp50.000.');
  });

  test('forms of other sites and ways back to other sites are not taken; without a cart there is nothing to fill in', async () => {
    const visitor = await withCart();
    const { code } = await aVoucher(world);
    expect((await visitor.send('/keranjang/voucher', { kode: code }, { origin: 'https://lain.example' })).status).toBe(
      403,
    );
    const away = await visitor.send('/keranjang/voucher', { kode: code, kembali: '//lain.example/' });
    expect(away.headers.get('location')).toBe('/keranjang');
    expect(await seen(aVisitor(world.url))).not.toContain('name="kode"');
  });

  test('the cart tells programs as well, in the language asked for', async () => {
    const { code } = await aVoucher(world, { minimumSpend: 50_000 });
    const line = { variantId: globalId('Variant', goods.variants[0]!.key), quantity: 1 };
    const made = await world.request<{ setCartLine: { cartToken: string } }>(
      'mutation ($input: SetCartLineInput!) { setCartLine(input: $input) { cartToken } }',
      { input: line },
    );
    const { cartToken } = made.data.setCartLine;
    const document = `mutation ($input: ApplyVoucherInput!) { applyVoucher(input: $input) {
      cart { discountTotal total groups { discount } voucher { code discount problem message } } userErrors { code field message } } }`;
    const told = await world.request<{ applyVoucher: unknown }>(
      document,
      { input: { code } },
      { cartToken, headers: { 'accept-language': 'en' } },
    );
    expect(told.data.applyVoucher).toEqual({
      cart: {
        discountTotal: 0,
        total: 22_000,
        groups: [{ discount: 0 }],
        voucher: {
          code,
          discount: 0,
          problem: 'VOUCHER_TOO_LITTLE',
          message: 'Rp30.000 short: this voucher holds from Rp50.000 on.',
        },
      },
      userErrors: [],
    });
    const wrong = await world.request<{ applyVoucher: unknown }>(
      document,
      { input: { code: 'TIDAKADA' } },
      { cartToken },
    );
    expect(wrong.data.applyVoucher).toEqual({
      cart: null,
      userErrors: [
        { code: 'VOUCHER_UNKNOWN', field: ['code'], message: 'Kode voucher ini tidak ada. Periksa lagi ejaannya.' },
      ],
    });
  });
});
