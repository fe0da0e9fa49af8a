import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCollectedOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import type { Person } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
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
    expect(await faultsAtEveryWidth(phone, 'a review to write')).toEqual([]);
    await phone.getByLabel(/^Ceritakan/).fill('Renyah, anak-anak suka. Bungkusnya agak sulit dibuka.');
    await phone.getByRole('button', { name: 'Kirim ulasan' }).click();
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
});
