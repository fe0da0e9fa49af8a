import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringToPoint } from '../orders/journeys.ts';
import { aCollectedOrder, aPaidOrder, refundsOf } from '../orders/refunds/refund-stage.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('the city looks an order up, and gives its money back', () => {
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const pageOf = (person: Person, path: string): Promise<Page> => openPageAs(browser, world, person, path);
  const focusIn = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((asked) => document.activeElement?.matches(asked) ?? false, selector);

  test('by keyboard: a code of nothing, an order, a kindness within what is left, and then all of the rest', async () => {
    const staged = await aCollectedOrder(world, 2);
    const { order, curator } = staged;
    const page = await pageOf(curator, '/kota/pesanan');
    await page.getByLabel('Kode pesanan').fill('BJ-ZZZZZZZ');
    await page.keyboard.press('Enter');
    await page.getByText('Tidak ada pesanan dengan kode ini.').waitFor();
    await page.getByLabel('Kode pesanan').fill(order.code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: order.code }).waitFor();
    await focusIn(page, '.found');
    expect(new URL(page.url()).searchParams.get('kode')).toBe(order.code.toLowerCase());
    expect(await faultsAtEveryWidth(page, 'an order')).toEqual([]);

    await page
      .getByRole('button', { name: /^Beri kompensasi: PK-/ })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await page.waitForFunction(() => document.activeElement?.id === 'goodwill-amount');
    const amount = dialog.getByLabel('Jumlah dalam rupiah');
    for (const typed of ['5.00', '1.250,50', '-5', '0', '32.001']) {
      await amount.fill(typed);
      expect([typed, await amount.evaluate((field: HTMLInputElement) => field.checkValidity())]).toEqual([
        typed,
        false,
      ]);
    }
    // Five thousand, as people write it; a field for numbers would read five.
    await amount.fill('5.000');
    expect(await faultsAtEveryWidth(page, 'a kindness')).toEqual([]);
    await dialog.getByRole('button', { name: 'Beri kompensasi' }).click();
    // Nobody bears it yet: nothing is sent.
    expect(await refundsOf(world, staged)).toEqual([]);
    await dialog.getByText('Pasar, dari komisinya').click();
    const reason = dialog.getByLabel('Alasan, untuk dibaca pembeli');
    await reason.fill('   ');
    expect(await reason.evaluate((field: HTMLTextAreaElement) => field.checkValidity())).toBe(false);
    await reason.fill('Maaf atas repotnya');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Kompensasi tercatat. Pembeli dikabari.').waitFor();
    await focusIn(page, '.found');
    expect(await refundsOf(world, staged)).toEqual([5000]);

    await page.getByRole('button', { name: 'Kembalikan semua uang pesanan ini' }).click();
    await dialog.getByLabel('Alasan, untuk dibaca pembeli').fill('Semua tertukar');
    expect(await faultsAtEveryWidth(page, 'all of it')).toEqual([]);
    await dialog.getByRole('button', { name: 'Kembalikan Rp59.000' }).click();
    await page.getByText('Uangnya dikembalikan. Pembeli dikabari.').waitFor();
    await page.getByText('Tidak ada lagi uang yang bisa dikembalikan.').waitFor();
    expect((await refundsOf(world, staged)).reduce((sum, amount) => sum + amount)).toBe(64_000);
    await page.context().close();
  }, 90_000);

  test('a parcel under way is called off with its money; what lies at the point is refused in the dialog, which stays', async () => {
    const paid = await aPaidOrder(world, 1);
    const page = await pageOf(paid.curator, `/kota/pesanan?kode=${paid.order.code}`);
    await page.getByRole('button', { name: /^Kembalikan uang paket ini/ }).click();
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIn(page, '[aria-label^="Kembalikan uang paket ini"]');
    expect(await refundsOf(world, paid)).toEqual([]);
    await page.getByRole('button', { name: /^Kembalikan uang paket ini/ }).click();
    await dialog.getByLabel('Alasan, untuk dibaca pembeli').fill('Tokonya tutup');
    await dialog.getByRole('button', { name: 'Kembalikan Rp32.000' }).click();
    await page.getByText('Uangnya dikembalikan. Pembeli dikabari.').waitFor();
    await page.getByRole('article').getByText('Dibatalkan', { exact: true }).waitFor();
    expect(await refundsOf(world, paid)).toEqual([32_000]);

    const atPoint = await aPaidOrder(world, 1);
    await bringToPoint(world, atPoint.market, atPoint.order);
    await page.goto(`${world.url}/kota/pesanan?kode=${atPoint.order.code}`);
    expect(await page.getByRole('button', { name: /^Kembalikan uang paket ini/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Kembalikan semua uang pesanan ini' }).click();
    await dialog.getByLabel('Alasan, untuk dibaca pembeli').fill('Terlambat');
    await dialog.getByRole('button', { name: 'Kembalikan Rp32.000' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/^Itu tidak bisa dilakukan pada paket ini/)
      .waitFor();
    expect(await refundsOf(world, atPoint)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('a shop gives pieces that it does not have back: at least one, not all, and is told in the dialog what went wrong', async () => {
    const staged = await aPaidOrder(world, 1);
    const desk = await pageOf(staged.seller, '/jual');
    await desk.getByRole('button', { name: /^Barang kurang/ }).click();
    const dialog = desk.getByRole('dialog');
    const count = dialog.locator('select');
    await dialog.getByLabel(/^Alasannya/).fill('Habis');
    const send = dialog.getByRole('button', { name: 'Kembalikan uangnya' });
    await send.click();
    expect(await count.evaluate((field: HTMLSelectElement) => field.validationMessage)).toContain('Pilih dulu');
    await count.selectOption('2');
    await dialog.getByText('Rp21.333 kembali ke pembeli.').waitFor();
    await count.selectOption('3');
    expect(await dialog.getByText(/kembali ke pembeli\.$/).count()).toBe(0);
    await send.click();
    expect(await count.evaluate((field: HTMLSelectElement) => field.validationMessage)).toContain('tolak pesanannya');
    expect(await refundsOf(world, staged)).toEqual([]);
    expect(await faultsAtEveryWidth(desk, 'pieces that are missing')).toEqual([]);
    await count.selectOption('1');
    await dialog.getByText('Rp10.666 kembali ke pembeli.').waitFor();
    // The answer is lost: the same dialog, sent again, is the same refund.
    await desk.route('**/graphql*', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send.click();
    await dialog.getByRole('alert').getByText('Sambungan terputus').waitFor();
    await desk.unroute('**/graphql*');
    await count.selectOption('2');
    await send.click();
    await dialog.getByRole('alert').getByText('Kunci ini sudah dipakai').waitFor();
    await count.selectOption('1');
    await dialog.getByText('Kunci ini sudah dipakai').waitFor({ state: 'detached' });
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await refundsOf(world, staged)).toEqual([10_666]);
    await desk.context().close();
  }, 60_000);

  test('rule 7: nobody but a curator finds an order here, not even its buyer', async () => {
    const { order, buyer } = await aPaidOrder(world, 1);
    for (const person of [buyer, await aPerson(world)]) {
      const page = await pageOf(person, `/kota/pesanan?kode=${order.code}`);
      await page.getByRole('link', { name: 'Masuk dengan nomor lain' }).waitFor();
      expect(await page.getByText(order.code).count()).toBe(0);
      await page.context().close();
    }
  });
});
