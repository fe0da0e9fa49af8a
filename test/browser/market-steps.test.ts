import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openBrowser, type TestBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { aSeededFolder, type SeededFolder } from '../support/seeded-folder.ts';
import { cast, type OnMarket, onMarket } from './on-market.ts';

let program: Program;
let browser: TestBrowser;
let folder: SeededFolder;
let people: OnMarket;

beforeAll(async () => {
  folder = await aSeededFolder();
  [program, browser] = await Promise.all([startProgram({ DATA_DIR: folder.dataDir }), openBrowser()]);
  people = onMarket(program, browser);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await folder?.remove();
});

async function choosePoint(page: Page): Promise<void> {
  await page.goto(`${program.url}/bayar`);
  await page.getByText("D'Comart Balai Kota").first().click();
}

describe('the market in a browser, on a phone', () => {
  let buyer: Page;
  let orderCode: string;

  test('step 1: a newcomer searches keripik singkong, narrows it, and opens a product', async () => {
    buyer = await people.openPage(await browser.open(), '/');
    await expect(buyer.title()).resolves.toContain('Berjubel');
    await buyer.locator('input[name=q]').first().fill('keripik singkong');
    await buyer.keyboard.press('Enter');
    await buyer.waitForURL('**/cari?*');
    const cards = buyer.locator('main a[href^="/produk/"]');
    expect(await cards.count()).toBeGreaterThan(10);
    await buyer
      .locator('summary', { hasText: /saring/i })
      .first()
      .click();
    await buyer.getByRole('checkbox', { name: /halal/i }).first().check();
    await buyer.getByRole('button', { name: /lihat .*produk/i }).click();
    await buyer.waitForURL('**halal=1**');
    expect(await faultsOf(buyer)).toEqual([]);
    await cards.first().click();
    await buyer.waitForURL('**/produk/**');
    await expect(buyer.getByRole('heading', { level: 1 }).innerText()).resolves.toMatch(/keripik singkong/i);
    expect(await faultsOf(buyer)).toEqual([]);
  }, 90_000);

  test('steps 2 to 4: goods of three sellers, one point, a code from the phone, QRIS; the order page turns to paid by itself', async () => {
    await people.fillCart(buyer);
    await buyer.goto(`${program.url}/keranjang`);
    await buyer.getByText('Batik Gong Si Bolong').first().waitFor();
    expect(await faultsOf(buyer)).toEqual([]);
    await choosePoint(buyer);
    await people.signIn(buyer, cast.buyer.phone);
    expect(await faultsOf(buyer)).toEqual([]);
    await buyer.getByRole('button', { name: /^Bayar Rp/ }).click();
    await buyer.waitForURL('**/pesanan/BJ-**');
    orderCode = new URL(buyer.url()).pathname.split('/').at(-1) ?? '';
    const payLink = buyer.locator('a[href*="/simulator/midtrans/pay/"]').first();
    await payLink.waitFor();
    expect(await faultsOf(buyer)).toEqual([]);
    const payer = await people.openPage(buyer.context(), (await payLink.getAttribute('href')) ?? '');
    expect(await faultsOf(payer)).toEqual([]);
    await payer.getByRole('button', { name: /^Bayar/ }).click();
    // A window that is closed while it goes to its next page may never be closed.
    await payer.getByText('Toko sudah diberi tahu').waitFor();
    await payer.close();
    // No reload: the page hears of it.
    await payLink.waitFor({ state: 'detached' });
    await buyer
      .getByText(/sudah dibayar|lunas|menunggu penjual|pembayaran diterima/i)
      .first()
      .waitFor();
  }, 120_000);

  test('step 5: three sellers accept and pack, the operator takes in and hands over; the buyer watches it live', async () => {
    const codes: string[] = [];
    for (const seller of cast.sellers) {
      const desk = await people.atDesk(seller.phone, '/jual');
      const card = desk.getByRole('article', { name: orderCode });
      await card.getByRole('button', { name: /terima pesanan/i }).click();
      await card.getByRole('button', { name: /sudah dibungkus/i }).click();
      await desk.getByRole('heading', { name: /siap dibawa/i }).waitFor();
      expect(await faultsOf(desk)).toEqual([]);
      codes.push((await card.locator('.code').innerText()).trim());
      await desk.context().close();
    }
    const counter = await people.atDesk(cast.operators[0]?.phone ?? '', '/konter');
    for (const code of codes) {
      await counter.getByLabel(/kode paket/i).fill(code);
      await counter.keyboard.press('Enter');
      await counter.getByText(code).first().waitFor();
    }
    expect(await faultsOf(counter)).toEqual([]);
    const shown = buyer.locator('.big-code');
    await shown.first().waitFor();
    const [code = '', pin = ''] = (await shown.allInnerTexts()).map((text) => text.replace(/\s/g, ''));
    await counter
      .getByRole('button', { name: /^Serahkan/ })
      .first()
      .click();
    await counter.getByLabel(/kode ambil/i).fill(code);
    await counter.keyboard.press('Enter');
    await counter.getByLabel(/PIN pembeli/i).fill(pin);
    expect(await faultsOf(counter)).toEqual([]);
    await counter.getByRole('button', { name: /serahkan paket/i }).click();
    await counter.getByText('DISERAHKAN').waitFor();
    await counter.context().close();
    await buyer
      .getByText(/sudah (kamu )?ambil|selesai/i)
      .first()
      .waitFor();
    expect(await faultsOf(buyer)).toEqual([]);
  }, 180_000);

  test('step 6: the widget on a neighbour’s page, another site, sells without third-party cookies', async () => {
    const context = await browser.open();
    const site = await people.openPage(context, `http://127.0.0.1:${program.port}/situs-demo/`);
    await site.locator('berjubel-widget button.good').first().click();
    await site.getByRole('button', { name: /masukkan keranjang/i }).click();
    await site.getByText(/sudah di keranjang/i).waitFor();
    expect(await faultsOf(site)).toEqual([]);
    await site.getByRole('button', { name: /^Tutup/ }).click();
    const [checkout] = await Promise.all([
      context.waitForEvent('page'),
      site.getByRole('button', { name: /bayar .* di berjubel/i }).click(),
    ]);
    await checkout.waitForURL(`${program.url}/bayar**`);
    await checkout.getByRole('button', { name: /^Bayar Rp/ }).waitFor();
    await checkout.getByText("D'Comart Balai Kota").first().click();
    await checkout.getByText('Tunai').first().click();
    await people.signIn(checkout, '+6281300000091');
    await checkout
      .getByRole('button', { name: /^(Bayar|Pesan)/ })
      .last()
      .click();
    await checkout.waitForURL('**/pesanan/BJ-**');
    expect(await faultsOf(checkout)).toEqual([]);
    // Back on the neighbour's page the next cart begins anew, and can be paid as well.
    await checkout.close();
    await site.locator('berjubel-widget button.good').nth(1).click();
    await site.getByRole('button', { name: /masukkan keranjang/i }).click();
    await site.getByText(/sudah di keranjang/i).waitFor();
    await site.getByRole('button', { name: /^Tutup/ }).click();
    const [again] = await Promise.all([
      context.waitForEvent('page'),
      site.getByRole('button', { name: /bayar .* di berjubel/i }).click(),
    ]);
    await again.waitForURL(`${program.url}/bayar**`);
    await again
      .getByRole('button', { name: /^(Bayar|Pesan)/ })
      .first()
      .waitFor();
  }, 120_000);
});
