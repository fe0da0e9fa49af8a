import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCollectedOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('a complaint, from the buyer’s phone to the city’s desk', () => {
  let world: World;
  let browser: TestBrowser;
  let staged: RefundStage;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    staged = await aCollectedOrder(world, 1, 'CASH');
    await world.runJobs();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function pageOf({ token }: Person, path: string): Promise<Page> {
    const window = await browser.open();
    await window.addCookies([{ name: 'berjubel_device', value: token, url: world.url }]);
    const page = await window.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(world.url + path);
    return page;
  }

  test('the buyer complains with a photo, the shop offers, the buyer passes it on, the city decides, the buyer names an account', async () => {
    const { buyer, seller, order } = staged;
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const phone = await pageOf(buyer, `/pesanan/${order.code}`);
    await phone.getByRole('button', { name: 'Ada masalah?' }).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByLabel(/^Jumlah Keripik/).selectOption('2');
    await dialog.getByLabel('Masalahnya').selectOption('SPOILED');
    await dialog.getByLabel('Ceritakan singkat').fill('Dua bungkus sudah tengik.');
    const buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#b23a1e' } })
      .png()
      .toBuffer();
    await dialog.getByLabel(/^Foto/).setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer });
    await dialog.getByText('1 foto terkirim.').waitFor();
    await dialog.getByRole('button', { name: 'Kirim keluhan' }).click();
    await phone.getByText('Menunggu jawaban penjual').waitFor();
    expect(await phone.getByRole('img', { name: 'Foto keluhan' }).count()).toBe(1);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    const desk = await pageOf(seller, '/jual');
    await desk.getByRole('button', { name: 'Keluhan' }).click();
    const card = desk.getByRole('article', { name: order.code });
    expect(await card.getByLabel('Tawaran dalam rupiah').count()).toBe(0);
    await card.getByRole('radio', { name: 'Tawarkan sebagian' }).check();
    await card.getByLabel('Tawaran dalam rupiah').fill('5000');
    expect(await faultsAtEveryWidth(desk, 'an answer to a complaint')).toEqual([]);
    await card.getByRole('button', { name: 'Tawarkan Rp5.000' }).click();
    await card.getByText('Penjual menawarkan sebagian').waitFor();

    await phone.reload();
    await phone.getByText('Tawaran: Rp5.000 kembali.').waitFor();
    await phone.getByRole('button', { name: 'Teruskan ke petugas kota' }).click();
    await phone.getByText('Diputuskan petugas kota').waitFor();

    const city = await pageOf(curator, '/kota/keluhan');
    await city.getByText('Dua bungkus sudah tengik.').waitFor();
    await city.getByLabel(/^Alasan/).fill('Belum dipilih.');
    await city.getByRole('button', { name: 'Putuskan', exact: true }).click();
    // Nothing is chosen before: nothing was decided.
    expect(await city.getByText('Putusan tercatat.').count()).toBe(0);
    await city.getByRole('radio', { name: 'Sebagian kembali' }).check();
    await city.getByLabel('Yang kembali, dalam rupiah').fill('10000');
    await city.getByRole('radio', { name: 'Pasar, dari komisinya' }).check();
    expect(await faultsAtEveryWidth(city, 'a decision')).toEqual([]);
    await city.getByLabel(/^Alasan/).fill('Fotonya jelas.');
    await city.getByRole('button', { name: 'Putuskan: Rp10.000 kembali' }).click();
    await city.getByText('Tidak ada keluhan yang perlu diputuskan.').waitFor();

    await phone.reload();
    await phone.getByText('Rp10.000 kembali kepada pembeli.').waitFor();
    await phone.getByLabel('Bank atau dompet').fill('BCA');
    await phone.getByLabel('Nomor rekening').fill('5271 7911 79');
    await phone.getByLabel('Atas nama').fill('Sari Wulandari');
    await phone.getByRole('button', { name: 'Simpan rekening' }).click();
    await phone.getByText('Ditransfer ke BCA 5271791179 a.n. Sari Wulandari.').waitFor();
    await city.getByRole('button', { name: 'Sudah selesai' }).click();
    await city.getByText('Rp10.000 kembali kepada pembeli.').waitFor();
    expect(await faultsAtEveryWidth(city, 'a complaint that is decided')).toEqual([]);
    await city.goto(`${world.url}/kota`);
    await city.getByText('Ditransfer ke BCA 5271791179 a.n. Sari Wulandari.').waitFor();
    for (const page of [phone, desk, city]) await page.context().close();
  }, 120_000);
});
