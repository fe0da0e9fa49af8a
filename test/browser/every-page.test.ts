import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../support/browser.ts';
import { type Program, startProgram } from '../support/program.ts';
import { aSeededFolder, type SeededFolder } from '../support/seeded-folder.ts';
import { cast, type OnMarket, onMarket } from './on-market.ts';

const BUYER = '+6281300000092';

describe('axe finds nothing on any page of the filled market, at 360 and 1280 px', () => {
  let program: Program;
  let browser: TestBrowser;
  let folder: SeededFolder;
  let people: OnMarket;
  let faults: string[] = [];

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

  afterEach(() => {
    faults = [];
  });

  const look = async (page: Page, what: string): Promise<void> => {
    faults.push(...(await faultsAtEveryWidth(page, what)));
  };

  /** Orders what is in the cart and gives the page of the order. */
  async function order(page: Page, method: RegExp): Promise<string> {
    await page.goto(`${program.url}/bayar`);
    await page.getByText("D'Comart Balai Kota").first().click();
    await page.getByRole('radio', { name: method }).check();
    await page.locator('.pay-bar button').click();
    await page.waitForURL('**/pesanan/BJ-**');
    await page.locator('.order-status').waitFor();
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Pays an order in the simulator of the payment provider. */
  async function pay(page: Page, see: (payer: Page) => Promise<void> = async () => {}): Promise<void> {
    const link = page.locator('a[href*="/simulator/midtrans/pay/"]').first();
    const payer = await people.openPage(page.context(), (await link.getAttribute('href')) ?? '');
    await see(payer);
    await payer.getByRole('button', { name: /^Bayar/ }).click();
    await payer.getByText(/sudah dibayar/i).waitFor();
    await see(payer);
    await payer.close();
    await link.waitFor({ state: 'detached' });
  }

  test('and would find it: a picture without words, pale letters, a page that is too wide', async () => {
    const page = await (await browser.open()).newPage();
    await page.setContent(
      '<html lang="id"><title>Uji</title><main><h1>Uji</h1><img src="data:,"><p style="color:#ddd;width:2000px">pucat</p></main></html>',
    );
    await look(page, 'a bad page');
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual(
      ['360 px', '1280 px'].flatMap((width) =>
        ['color-contrast', 'image-alt', 'wider than the screen'].map((fault) => `a bad page, ${width}: ${fault}`),
      ),
    );
  });

  test('what a visitor sees', async () => {
    const page = await people.openPage(await browser.open(), '/');
    const paths = [
      '/',
      '/cari?q=keripik+singkong',
      '/cari?q=keripik&kecamatan=beji&halal=1',
      '/cari?kategori=makanan-kemasan/keripik-kerupuk&kategori=minuman',
      '/cari?q=keripik+di+bawah+20+ribu',
      '/cari?q=keripik+di+bawah+100+rupiah',
      '/cari?q=tidakadasamasekali',
      '/kategori',
      '/kategori/makanan-kemasan',
      `/toko/${cast.sellers[0]?.shopSlug}`,
      '/titik',
      '/titik/dcomart-balaikota',
      '/tempat',
      '/privasi',
      '/kontak',
      '/keranjang',
      '/bayar',
      '/masuk',
      '/tidak-ada',
    ];
    for (const path of paths) {
      await page.goto(program.url + path);
      await page.waitForLoadState('networkidle');
      await look(page, path);
    }
    expect(faults).toEqual([]);
  }, 180_000);

  test('what opens over a visitor’s pages', async () => {
    const page = await people.openPage(await browser.open(), '/cari?q=keripik+singkong');
    await page.locator('.menu > summary').click();
    await look(page, 'the menu of sorts');
    await page.locator('.menu > summary').click();
    await page.locator('.filters > summary').click();
    await page.getByRole('dialog', { name: 'Saring' }).waitFor();
    await look(page, 'the sheet of filters');
    await page.keyboard.press('Escape');
    await page.locator('main a[href^="/produk/"]').first().click();
    await page.waitForURL('**/produk/**');
    await look(page, 'a product');
    await page.getByRole('button', { name: 'Masukkan keranjang' }).click();
    await page.locator('.toast').waitFor();
    await look(page, 'a product just put into the cart');
    await page.getByRole('combobox').pressSequentially('keri');
    await page.getByRole('option').first().waitFor();
    await look(page, 'suggestions');
    await page.goto(`${program.url}/tempat`);
    await page.getByRole('button', { name: 'Gunakan lokasiku' }).click();
    await page.getByText(/Pilih dari daftar di bawah/).waitFor();
    await look(page, 'a refused position');
    expect(faults).toEqual([]);
  }, 120_000);

  test('what a buyer goes through, refusals shown', async () => {
    const page = await people.openPage(await browser.open(), '/');
    await people.fillCart(page);
    await page.goto(`${program.url}/keranjang`);
    await page.getByText('Batik Gong Si Bolong').first().waitFor();
    await look(page, 'a full cart');
    await page.goto(`${program.url}/bayar`);
    await page.locator('.pay-bar button').click();
    await page.getByText('Pilih titik ambil dulu.').waitFor();
    await look(page, 'a checkout without a point');
    await page.getByLabel('Nomor WhatsApp').fill('12');
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    await page.getByText(/bukan nomor ponsel/).waitFor();
    await look(page, 'a wrong number');
    const code = await people.askForCode(page, BUYER);
    await page.getByLabel('Kode enam angka').fill(code === '111111' ? '222222' : '111111');
    await page.getByText(/Kode salah/).waitFor();
    await look(page, 'a wrong code');
    await page.getByLabel('Kode enam angka').fill(code);
    const agree = page.getByRole('button', { name: 'Setuju dan masuk' });
    await agree.click();
    await page.getByText('Centang dulu untuk melanjutkan.').waitFor();
    await look(page, 'a consent that is missing');
    await page.getByRole('checkbox', { name: /saya setuju/i }).check();
    await agree.click();
    await agree.waitFor({ state: 'hidden' });
    await look(page, 'a checkout of somebody signed in');
    await order(page, /BCA/);
    await page.getByText(/Nomor virtual account/).waitFor();
    await look(page, 'an order to be transferred');
    await page.getByRole('button', { name: 'Ganti cara bayar' }).click();
    await page.getByRole('dialog').waitFor();
    await look(page, 'another way to pay');
    await page.keyboard.press('Escape');
    await pay(page, (payer) => look(payer, 'the payer’s page'));
    await look(page, 'a paid order');
    await page.getByRole('button', { name: 'Batalkan pesanan' }).click();
    await page.getByRole('dialog').waitFor();
    await look(page, 'an order to be cancelled');
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await page
      .getByRole('heading', { name: /^Uangmu .* dikembalikan/ })
      .first()
      .waitFor();
    await look(page, 'a cancelled order');
    await people.fillCart(page);
    await order(page, /Tunai/);
    await look(page, 'an order to be paid in cash');
    await people.fillCart(page);
    const unpaid = await order(page, /^QRIS/);
    await page.locator('.qr').first().waitFor();
    await look(page, 'an order with a QR code');
    for (const path of ['/pesanan', '/akun', `/pesanan/${unpaid}/tagihan`]) {
      await page.goto(program.url + path);
      await page.waitForLoadState('networkidle');
      await look(page, path);
    }
    expect(faults).toEqual([]);
  }, 240_000);

  test('what those who work here see, refusals shown', async () => {
    const buyer = await people.openPage(await browser.open(), '/');
    await people.fillCart(buyer);
    await buyer.goto(`${program.url}/masuk`);
    await people.signIn(buyer, BUYER);
    const code = await order(buyer, /Tunai/);
    const parcels: string[] = [];
    for (const [at, { phone }] of cast.sellers.entries()) {
      const desk = await people.atDesk(phone, '/jual');
      const card = desk.getByRole('article', { name: code });
      await card.waitFor();
      if (at === 0) {
        await look(desk, 'a shop’s queue');
        await card.getByRole('button', { name: /^Tolak/ }).click();
        await desk.getByRole('dialog').waitFor();
        await look(desk, 'an order to be rejected');
        await desk.keyboard.press('Escape');
      }
      await card.getByRole('button', { name: /^Terima pesanan/ }).click();
      await card.getByRole('button', { name: /^Sudah dibungkus/ }).click();
      await desk.getByRole('heading', { name: /siap dibawa/i }).waitFor();
      parcels.push((await card.locator('.code').innerText()).trim());
      if (at === 0) {
        await look(desk, 'a packed parcel');
        await desk.getByRole('button', { name: 'Stok' }).click();
        await desk.locator('.steps').first().waitFor();
        await look(desk, 'a shop’s stock');
      }
      await desk.context().close();
    }
    const counter = await people.atDesk(cast.operators[0]?.phone ?? '', '/konter');
    const enter = async (label: string, text: string): Promise<void> => {
      await counter.getByLabel(label).fill(text);
      await counter.keyboard.press('Enter');
    };
    await enter('Kode paket', 'PK-ZZZZZZZ');
    await counter.getByText('TIDAK ADA', { exact: true }).waitFor();
    await look(counter, 'a parcel that is not there');
    for (const parcel of parcels) {
      await enter('Kode paket', parcel);
      await counter.getByText(`${parcel}, dari`).waitFor();
    }
    await look(counter, 'a parcel taken in');
    for (const list of [/^Di rak/, /^Akan datang/]) {
      await counter.getByRole('button', { name: list }).click();
      await look(counter, `the list ${list.source}`);
    }
    const shown = buyer.locator('.collection.ready .big-code');
    await shown.first().waitFor();
    await look(buyer, 'an order that is ready');
    const [collectCode = '', pin = ''] = (await shown.allInnerTexts()).map((text) => text.replace(/\s/g, ''));
    await counter.getByRole('button', { name: /^Serahkan/ }).click();
    await enter('Kode ambil', collectCode);
    await counter.getByRole('checkbox').check();
    await counter.getByLabel('PIN pembeli').fill(pin === '111111' ? '222222' : '111111');
    await counter.getByRole('button', { name: 'Serahkan paket' }).click();
    await counter.getByText('BELUM BISA').waitFor();
    await look(counter, 'a wrong PIN');
    await counter.getByLabel('PIN pembeli').fill(pin);
    await counter.getByRole('button', { name: 'Serahkan paket' }).click();
    await counter.getByText('DISERAHKAN').waitFor();
    await look(counter, 'parcels handed over');
    await buyer.getByRole('heading', { name: 'Selesai' }).waitFor();
    await look(buyer, 'an order that is collected');
    expect(faults).toEqual([]);
  }, 240_000);

  test('what the city sees, and somebody at a desk that is not theirs', async () => {
    const desk = await people.atDesk(cast.curator.phone, '/kota');
    await desk.getByText('Kembalikan uang lewat transfer').first().waitFor();
    await desk.getByText('terpal kolam').waitFor();
    await look(desk, 'a task of the city, and what was missed');
    await desk.getByLabel('Nomor referensi transfer').first().fill('TRF-123');
    await desk.getByLabel('Catatan').first().fill('Sudah ditransfer.');
    await desk.getByRole('button', { name: 'Tandai selesai' }).first().click();
    await desk.getByRole('button', { name: 'Sudah selesai' }).click();
    await desk.getByText('Sudah ditransfer. (ref. TRF-123)').waitFor();
    await look(desk, 'a task that is done');
    await desk.getByRole('link', { name: 'Tambah padanan: terpal kolam' }).click();
    await desk.waitForURL('**/kota/kosakata?kata=terpal%20kolam');
    await desk.getByRole('button', { name: 'Lihat pengaruhnya' }).waitFor();
    expect(await desk.getByLabel('Kata', { exact: true }).inputValue()).toBe('terpal kolam');
    await look(desk, 'the vocabulary, about to learn what was missed');
    await desk.getByRole('button', { name: 'Batal' }).click();
    await desk.goto(`${program.url}/kota/kosakata`);
    await desk
      .getByRole('button', { name: /^Ubah / })
      .first()
      .waitFor();
    await look(desk, 'the vocabulary');
    await desk.goto(`${program.url}/jual`);
    await desk.getByRole('link', { name: 'Masuk dengan nomor lain' }).waitFor();
    await look(desk, 'a desk of somebody else');
    expect(faults).toEqual([]);
  }, 120_000);

  test('what stands around the market: a neighbours’ site, the demo’s phones and payments', async () => {
    const context = await browser.open();
    const site = await people.openPage(context, `http://127.0.0.1:${program.port}/situs-demo/`);
    await site.locator('berjubel-widget button.good').first().waitFor();
    await look(site, 'a neighbours’ site');
    await site.locator('berjubel-widget button.good').first().click();
    await site.getByRole('button', { name: 'Masukkan keranjang' }).click();
    await site.getByText(/sudah di keranjang/i).waitFor();
    await look(site, 'goods over a neighbours’ site');
    const paths = [
      '/simulator/whatsapp/',
      `/simulator/whatsapp/phone/${cast.buyer.phone.slice(1)}`,
      `/simulator/whatsapp/phone/${BUYER.slice(1)}`,
      '/simulator/midtrans/',
      '/simulator/midtrans/books',
    ];
    for (const path of paths) {
      await site.goto(program.url + path);
      await look(site, path);
    }
    await site.goto(`${program.url}/simulator/midtrans/`);
    await site.getByRole('textbox').first().fill('tidak-ada');
    await site.getByRole('button', { name: 'Cari tagihan' }).click();
    await look(site, 'a bill that is not there');
    expect(faults).toEqual([]);
  }, 120_000);
});
