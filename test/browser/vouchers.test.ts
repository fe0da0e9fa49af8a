import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aBuyer, aMarket, type Market } from '../support/makers/orders.ts';
import { aVoucher, newVoucherCode } from '../support/makers/vouchers.ts';
import { openWorld, type World } from '../support/world.ts';

describe('vouchers on the pages', () => {
  let world: World;
  let browser: TestBrowser;
  let market: Market;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    market = await aMarket(world, { shops: 1, price: 20_000 });
  });

  const pageOf = (person: Person, path: string): Promise<Page> => openPageAs(browser, world, person, path);

  test('a buyer types a code in the cart, sees what it takes off there and when paying, and takes it off again', async () => {
    const { code } = await aVoucher(world, { kind: 'PERCENTAGE', percent: 10 });
    const page = await pageOf(await aBuyer(world, market), '/keranjang');
    await page.getByLabel('Kode voucher').fill('TIDAKADA');
    await page.keyboard.press('Enter');
    await page.getByText('Kode voucher ini tidak ada.').waitFor();
    await page.getByLabel('Kode voucher').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText(/, dipotong Rp/).waitFor();
    await page.getByText('Rp20.000').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('berjubel-voucher button.remove'));
    expect(await faultsAtEveryWidth(page, 'the cart with a voucher')).toEqual([]);
    await page.goto(`${world.url}/bayar`);
    await page.getByText(`Potongan voucher ${code}`).waitFor();
    expect(await faultsAtEveryWidth(page, 'the checkout with a voucher')).toEqual([]);
    await page.getByRole('button', { name: `Lepas voucher ${code}` }).click();
    await page.getByLabel('Kode voucher').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('#kode-voucher'));
    expect(await page.getByText(`Potongan voucher ${code}`).count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('a seller makes a voucher by keyboard, is told what is wrong where it is, and ends it', async () => {
    const page = await pageOf(market.stalls[0]!.owner, '/jual');
    await page.getByRole('button', { name: 'Voucher' }).click();
    await page.getByText('Belum ada voucher.').waitFor();
    await page.getByRole('button', { name: 'Buat voucher' }).click();
    await page.waitForFunction(() => document.activeElement?.matches('#voucher-code'));
    await page.keyboard.type('AB!');
    await page.getByLabel('Nama, untuk dibaca pembeli').fill('Hari jadi toko');
    await page.getByLabel('Persen', { exact: true }).fill('15');
    await page.keyboard.press('Enter');
    await page.getByText('Kode 4 sampai 20 huruf dan angka.').last().waitFor();
    expect(await faultsAtEveryWidth(page, 'the form of a voucher')).toEqual([]);
    const code = newVoucherCode();
    await page.getByLabel('Kode', { exact: true }).fill(code);
    await page.getByLabel('Masa', { exact: true }).selectOption('MONTH');
    await page.getByLabel('Pesanan semua pembeli dalam satu masa').fill('1500');
    await page.keyboard.press('Enter');
    const card = page.getByRole('article', { name: code });
    await card.getByText(/^Diskon 15% · .*1\.500 pesanan sebulan dari semua pembeli/).waitFor();
    await card.getByText('0 dari 1.500 dipakai bulan ini').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('button.make'));
    expect(await faultsAtEveryWidth(page, 'the vouchers of a shop')).toEqual([]);
    page.on('dialog', (dialog) => void dialog.accept());
    await card.getByRole('button', { name: `Akhiri voucher ${code}` }).click();
    await card.getByText('Berakhir').waitFor();
    await page.context().close();
  }, 60_000);

  test('a curator makes one of the city for a shop that bears a part; others find no work there', async () => {
    const { seller } = market.stalls[0]!;
    const page = await pageOf(await aPerson(world, { roles: [['CURATOR', null]] }), '/kota/voucher');
    await page.getByRole('button', { name: 'Buat voucher' }).click();
    const code = newVoucherCode();
    await page.getByLabel('Kode', { exact: true }).fill(code);
    await page.getByLabel('Nama, untuk dibaca pembeli').fill('Depok berbagi');
    await page.getByLabel('Jenis').selectOption('AMOUNT');
    await page.getByLabel('Potongan (Rp)').fill('5000');
    await page.getByLabel('Toko tertentu').fill('toko-entah');
    await page.getByLabel('Bagian yang ditanggung toko (%)').fill('40');
    await page.getByRole('button', { name: 'Buat voucher' }).click();
    await page.getByText('Toko toko-entah tidak ada.').waitFor();
    await page.getByLabel('Toko tertentu').fill(seller.slug);
    await page.getByRole('button', { name: 'Buat voucher' }).click();
    const card = page.getByRole('article', { name: code });
    await card.getByText('toko menanggung 40%').waitFor();
    expect(await faultsAtEveryWidth(page, "the city's vouchers")).toEqual([]);
    await page.context().close();
    const other = await pageOf(await aPerson(world), '/kota/voucher');
    await other.locator('.empty').waitFor();
    expect(await other.getByRole('button', { name: 'Buat voucher' }).count()).toBe(0);
    await other.context().close();
  }, 60_000);
});
