import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCollectedOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import type { Person } from '../support/makers/accounts.ts';
import { aPicture, aProduct } from '../support/makers/catalog.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { openWorld, type World } from '../support/world.ts';

describe('a review, from the buyer’s phone to the shop’s answer and the search', () => {
  let world: World;
  let browser: TestBrowser;
  let staged: RefundStage;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    staged = await aCollectedOrder(world, 1, 'CASH');
    for (const stars of [
      [5, 5, 4],
      [3, 4],
    ])
      await someReviews(world, await aProduct(world, { photos: 0, isIndexed: false }), stars);
    await world.context().search.rebuild(world.context());
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const pageOf = (person: Person, path: string): Promise<Page> => openPageAs(browser, world, person, path);

  test('is written, answered, read and found by its stars', async () => {
    const { buyer, seller, order } = staged;
    const phone = await pageOf(buyer, `/pesanan/${order.code}`);
    await phone.getByRole('link', { name: 'Beri ulasan' }).click();
    await phone.getByRole('radio', { name: /4 dari 5 bintang/ }).check();
    const picture = { name: 'keripik.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await aPicture()) };
    const field = phone.getByLabel('Foto (paling banyak 3)');
    await field.setInputFiles([picture, { ...picture, name: 'catatan.txt', buffer: Buffer.from('bukan gambar') }]);
    await phone.getByText('catatan.txt: Berkas ini bukan gambar', { exact: false }).waitFor();
    await phone.getByRole('img', { name: 'Foto 1' }).waitFor();
    await field.setInputFiles(picture);
    await phone.getByText('2 foto terkirim.').waitFor();
    await phone.getByRole('button', { name: 'Buang foto 2' }).press('Enter');
    await phone.getByText('1 foto terkirim.').waitFor();
    expect(await faultsAtEveryWidth(phone, 'a review to write')).toEqual([]);
    await phone.getByLabel(/^Ceritakan/).fill('Renyah, anak-anak suka. Bungkusnya agak sulit dibuka.');
    await phone.getByRole('button', { name: 'Kirim ulasan' }).click();
    await phone.getByText('Terima kasih, ulasanmu sudah tampil.').waitFor();
    // Written anew, it keeps the photo that is there.
    await phone.getByRole('img', { name: 'Foto 1' }).waitFor();
    await phone.getByRole('button', { name: 'Ganti ulasan' }).click();
    await phone.getByText('Terima kasih, ulasanmu sudah tampil.').waitFor();

    const desk = await pageOf(seller, '/jual');
    await desk.getByRole('button', { name: 'Ulasan' }).click();
    const card = desk.getByRole('article');
    await card.getByLabel('Jawaban Anda').fill('Terima kasih, Kak. Bungkusnya kami ganti.');
    expect(await faultsAtEveryWidth(desk, 'a review to answer')).toEqual([]);
    await card.getByRole('button', { name: 'Kirim jawaban' }).click();
    await desk.getByText('Jawaban sudah tampil.').waitFor();

    await card.getByRole('link', { name: /Keripik/ }).click();
    await desk.getByText('Terima kasih, Kak. Bungkusnya kami ganti.').waitFor();
    await desk.getByRole('img', { name: 'Foto pembeli 1 dari 1' }).waitFor();
    expect(await faultsAtEveryWidth(desk, 'a product with a review')).toEqual([]);

    await world.runJobs();
    await phone.goto(`${world.url}/cari`);
    await phone.locator('summary', { hasText: 'Saring' }).click();
    const sheet = phone.getByRole('dialog', { name: 'Saring' });
    await sheet.getByRole('radio', { name: /^4 ke atas/ }).check();
    await sheet.getByRole('button', { name: 'Lihat 2 produk' }).click();
    await phone.getByRole('link', { name: 'Hapus saringan Bintang 4 ke atas' }).waitFor();
    expect(await phone.locator('.product-card .stars').count()).toBe(2);
    expect(await faultsAtEveryWidth(phone, 'a list narrowed by stars')).toEqual([]);
    for (const page of [phone, desk]) await page.context().close();
  }, 120_000);

  test('is hidden by the city with a reason, which its writer reads, and shown again', async () => {
    const { curator, buyer, order } = staged;
    const city = await pageOf(curator, '/kota/ulasan');
    const card = city.getByRole('listitem').filter({ hasText: 'Renyah, anak-anak suka.' });
    await card.getByRole('img', { name: 'Foto pembeli 1 dari 1' }).waitFor();
    await card.locator('summary').press('Enter');
    expect(await faultsAtEveryWidth(city, 'reviews of the city')).toEqual([]);
    await card.getByLabel('Alasan menyembunyikan').fill('Menyebut nama orang');
    await card.getByRole('button', { name: 'Sembunyikan' }).click();
    await city.getByText('Ulasan disembunyikan; bintangnya tidak dihitung lagi.').waitFor();
    expect(await card.count()).toBe(0);
    const phone = await pageOf(buyer, `/pesanan/${order.code}/ulasan`);
    await phone.getByText('Ulasanmu disembunyikan kurator: Menyebut nama orang').waitFor();
    await city.getByRole('button', { name: 'Disembunyikan' }).click();
    await card.locator('summary').press('Enter');
    await card.getByLabel('Alasan menampilkan lagi').fill('Bukan nama orang');
    expect(await faultsAtEveryWidth(city, 'a hidden review')).toEqual([]);
    await card.getByRole('button', { name: 'Tampilkan lagi' }).click();
    await city.getByText('Tidak ada ulasan yang disembunyikan.').waitFor();
    await city.getByRole('button', { name: 'Tampil', exact: true }).click();
    await card.waitFor();
    await city.getByRole('button', { name: 'Hanya bintang 1–2' }).click();
    await city.getByText('Tidak ada ulasan di sini.').waitFor();
    for (const page of [phone, city]) await page.context().close();
  }, 120_000);
});
