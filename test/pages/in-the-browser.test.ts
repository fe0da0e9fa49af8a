import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openBrowser, type TestBrowser, WIDTHS } from '../support/browser.ts';
import { aCategory, aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

describe('browsing in a real browser', () => {
  let world: World;
  let browser: TestBrowser;
  let goods: MadeProduct;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    const kukusan = await aKelurahan(world, {
      kecamatan: 'beji',
      slug: 'kukusan',
      latitude: -6.3668,
      longitude: 106.8172,
    });
    const grogol = await aKelurahan(world, { kecamatan: 'limo', slug: 'grogol', latitude: -6.383, longitude: 106.79 });
    await aPoint(world, { slug: 'dekat', name: "D'Comart Kukusan", kelurahanKey: kukusan.key });
    const shop = await aSeller(world, { name: 'Dapur Bu Ani', kelurahanKey: kukusan.key });
    const other = await aSeller(world, { name: 'Keripik Mang Ujang', kelurahanKey: grogol.key });
    const snacks = await aCategory(world, { slug: 'makanan-kemasan', name: 'Makanan Kemasan' });
    const crisps = await aCategory(world, { slug: 'keripik', name: 'Keripik', parent: snacks });
    for (let at = 1; at <= 7; at++)
      await aProduct(world, {
        shop: at < 4 ? shop : other,
        category: crisps,
        title: `Keripik singkong nomor ${at} dengan nama yang panjang sekali supaya harus dipotong di kartu`,
        isHalal: at === 1,
        photos: 0,
        variants: [{ price: 4_000 * at, stock: at === 7 ? 0 : 20 }],
      });
    goods = await aProduct(world, {
      shop,
      category: crisps,
      title: 'Sambal roa',
      photos: 3,
      variants: [
        { name: '100 g', price: 12_500, stock: 2 },
        { name: '250 g', price: 30_000, stock: 0 },
        { name: '500 g', price: 55_000, stock: 30 },
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** Opens a page in a window of its own and closes that afterwards. */
  async function at<Result>(
    path: string,
    see: (page: Page, window: BrowserContext) => Promise<Result>,
    options: Parameters<TestBrowser['open']>[0] = {},
  ): Promise<Result> {
    const window = await browser.open(options);
    try {
      const page = await window.newPage();
      await page.goto(world.url + path);
      return await see(page, window);
    } finally {
      await window.close();
    }
  }

  for (const width of WIDTHS) {
    // All other pages, at both widths, are looked at on the filled market: see browser/every-page.
    test(`axe finds nothing on a product of three variants at ${width} px, and it is not wider than the screen`, async () => {
      expect(await at(`/produk/${goods.product.slug}`, faultsOf, { width })).toEqual([]);
    }, 60_000);
  }

  test('axe finds nothing in the dark', async () => {
    const faults: string[] = [];
    for (const path of ['/', '/cari?q=keripik', `/produk/${goods.product.slug}`, '/titik/dekat'])
      faults.push(...(await at(path, faultsOf, { colorScheme: 'dark' })));
    expect(faults).toEqual([]);
  }, 60_000);

  test('suggestions come while one types; arrows choose, Enter goes there, Escape closes', async () => {
    await at('/', async (page) => {
      const box = page.getByRole('combobox');
      await box.pressSequentially('keri');
      await page.getByRole('option').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.getByRole('listbox').isVisible()).toBe(false);
      await box.pressSequentially('pik');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe('saran-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(produk|toko|kategori|cari)\b/);
    });
  });

  test('on a phone the filters come as a sheet that keeps the focus and says how much it will show', async () => {
    await at('/cari?q=keripik', async (page) => {
      await page.locator('summary', { hasText: 'Saring' }).click();
      const sheet = page.getByRole('dialog', { name: 'Saring' });
      await sheet.waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const shown = await page.locator('.count-and-sort [role="status"]').textContent();
      expect(await sheet.locator('button[type="submit"]').textContent()).toBe(`Lihat ${shown}`);
      await sheet.getByRole('checkbox', { name: /Limo/ }).check();
      await sheet.getByRole('button', { name: 'Lihat 4 produk' }).waitFor();
      await sheet.getByRole('checkbox', { name: /Rp10\.000–Rp25\.000/ }).check();
      await sheet.getByRole('button', { name: /Lihat 3 produk/ }).click();
      await page.waitForURL(/kecamatan=limo/);
      expect(new URL(page.url()).searchParams.has('halal')).toBe(false);
      expect(await page.locator('.count-and-sort').textContent()).toContain('3 produk');
    });
  });

  test('of one branch the category ticked last counts, and counts follow several', async () => {
    await at(
      '/cari?q=nomor',
      async (page) => {
        const branch = page.getByRole('checkbox', { name: 'Makanan Kemasan' });
        await branch.check();
        await page.locator('summary[aria-label="Di dalam Makanan Kemasan"]').press('Enter');
        const leaf = page.getByRole('checkbox', { name: /^Keripik \d+$/ });
        await leaf.check();
        expect(await branch.isChecked()).toBe(false);
        await branch.check();
        expect(await leaf.isChecked()).toBe(false);
        await page.getByRole('button', { name: 'Lihat 7 produk' }).click();
        await page.waitForURL(/kategori=makanan-kemasan(&|$)/);
        expect(await faultsOf(page)).toEqual([]);
      },
      { width: 1280 },
    );
  });

  test('the sheet is closed by Escape and by its button, and the page is as before', async () => {
    await at('/cari?q=keripik', async (page) => {
      const opener = page.locator('summary', { hasText: 'Saring' });
      await opener.click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('details.filters form').waitFor({ state: 'attached' });
      await opener.click();
      await page.getByRole('button', { name: 'Tutup' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('details.filters form').waitFor({ state: 'attached' });
    });
  });

  test('beside a price in the words one step leads to the words; without the price everything is found', async () => {
    await at('/cari?q=keripik+di+bawah+10+ribu', async (page) => {
      await page.getByText('2 produk').waitFor();
      await page.getByRole('link', { name: 'Ubah kata pencarian' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id === 'q');
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('keripik');
      await page.keyboard.press('Enter');
      await page.getByText('8 produk').waitFor();
      expect(await page.getByRole('link', { name: 'Ubah kata pencarian' }).count()).toBe(0);
    });
  });

  test('on a wide screen the filters stand beside the results', async () => {
    await at(
      '/cari?q=keripik',
      async (page) => {
        expect(await page.getByRole('checkbox', { name: /Beji/ }).isVisible()).toBe(true);
        expect(await page.getByRole('heading', { name: 'Saring' }).isVisible()).toBe(true);
        expect(await page.locator('.filters > summary').isVisible()).toBe(false);
      },
      { width: 1280 },
    );
  });

  test('price and stock follow the variant, and the quantity never passes the stock', async () => {
    await at(`/produk/${goods.product.slug}`, async (page) => {
      const price = page.locator('.big-price');
      const quantity = page.getByLabel('Jumlah', { exact: true });
      expect(await price.textContent()).toBe('Rp12.500');
      await page.getByRole('button', { name: 'Tambah jumlah' }).click();
      expect(await quantity.inputValue()).toBe('2');
      expect(await page.getByRole('button', { name: 'Tambah jumlah' }).isDisabled()).toBe(true);
      expect(await page.getByRole('radio', { name: /250 g/ }).isDisabled()).toBe(true);
      await page.getByRole('radio', { name: /500 g/ }).check();
      expect(await price.textContent()).toBe('Rp55.000');
      expect(await page.getByText('Stok 30').isVisible()).toBe(true);
      await quantity.fill('25');
      await page.getByRole('radio', { name: /100 g/ }).check();
      expect(await quantity.inputValue()).toBe('2');
    });
  });

  test('goods go into the cart without leaving the page; what the stock does not give is said in words', async () => {
    await at(`/produk/${goods.product.slug}`, async (page) => {
      await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
      await page.getByText('Sambal roa ada di keranjangmu.').waitFor();
      expect(await page.getByRole('link', { name: 'Lihat keranjang' }).getAttribute('href')).toBe('/keranjang');
      await page.getByRole('link', { name: 'Keranjang, 1 barang' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
      await page.getByRole('link', { name: 'Keranjang, 2 barang' }).waitFor();
      await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
      await page.getByText('Sambal roa: stok tinggal 2, jumlah disesuaikan.').waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'Keranjang, 2 barang' }).waitFor();
    });
  });

  test('what is added while the connection is gone is refused in words', async () => {
    await at(`/produk/${goods.product.slug}`, async (page, window) => {
      await window.setOffline(true);
      await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
      await page.getByText('Sambungan terputus.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('one is found when one asks for it, and only the ward is remembered', async () => {
    await at(
      '/tempat?kembali=/titik',
      async (page, window) => {
        await page.getByRole('button', { name: 'Gunakan lokasiku' }).click();
        await page.getByText('di sekitar Kukusan').waitFor();
        expect(new URL(page.url()).pathname).toBe('/titik');
        const place = (await window.cookies()).find(({ name }) => name === 'berjubel_tempat');
        expect(decodeURIComponent(place?.value ?? '')).toBe('kelurahan~kukusan~beji~-6.36680~106.81720~Kukusan');
      },
      { permissions: ['geolocation'], geolocation: { latitude: -6.3701, longitude: 106.8199 } },
    );
  });

  test('a refused position is said in words, and the list can be searched', async () => {
    await at('/tempat', async (page) => {
      await page.getByRole('button', { name: 'Gunakan lokasiku' }).click();
      await page.getByText(/Pilih dari daftar di bawah/).waitFor();
      await page.getByLabel('Cari nama tempat').fill('grog');
      await page.getByRole('button', { name: 'Grogol' }).waitFor();
      expect(await page.getByRole('button', { name: 'Kukusan' }).isVisible()).toBe(false);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Grogol' }).click();
      await page.getByText('di sekitar Grogol').waitFor();
    });
  });

  test('pages need nothing but our own files, and break no rule of their policy', async () => {
    await at('/privasi', async (page) => {
      const troubles: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(world.url)) troubles.push(request.url());
      });
      for (const path of ['/kategori', '/cari?q=nomor', '/titik/dekat', '/tempat']) {
        await page.goto(world.url + path);
        await page.waitForLoadState('networkidle');
      }
      expect(troubles).toEqual([]);
    });
  });
});
