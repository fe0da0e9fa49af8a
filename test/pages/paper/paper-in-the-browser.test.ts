import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../../api/orders/index.ts';
import { pay } from '../../orders/journeys.ts';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../../support/browser.ts';
import { aMarket, anOrder, type Buyer } from '../../support/makers/orders.ts';
import { openWorld, type World } from '../../support/world.ts';

/** The printable width of A4 within its margins, in CSS pixels. */
const A4_INSIDE = 673;

describe('invoice and receipt in a real browser', () => {
  let world: World;
  let browser: TestBrowser;
  let placed: { order: Order; buyer: Buyer };

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    // Large sums: what fits for them fits for all.
    const market = await aMarket(world, { shops: 2, price: 12_345_678, weightGrams: 100 });
    placed = await anOrder(world, market, { paymentMethod: 'VA_BNI', quantity: 10 });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** Opens a page as the buyer, with scripts or without, and closes its window afterwards. */
  async function at<Result>(
    path: string,
    see: (page: Page) => Promise<Result>,
    javaScriptEnabled = true,
  ): Promise<Result> {
    const window = await browser.open({ javaScriptEnabled });
    try {
      await window.addCookies([{ name: 'berjubel_device', value: placed.buyer.token, url: world.url }]);
      const page = await window.newPage();
      await page.goto(world.url + path);
      return await see(page);
    } finally {
      await window.close();
    }
  }

  test('axe finds nothing, at 360 and 1280 px; nothing is swiped sideways; printed it is the paper alone', async () => {
    await at(`/pesanan/${placed.order.code}/tagihan`, async (page) => {
      await page.getByRole('heading', { name: /^Tagihan TGH-/, level: 1 }).waitFor();
      expect(await faultsAtEveryWidth(page, 'an invoice')).toEqual([]);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setViewportSize({ width: A4_INSIDE, height: 1000 });
      for (const left of ['header.top', 'footer.bottom', '.paper-ways', '.skip'])
        expect(await page.locator(left).first().isVisible()).toBe(false);
      expect(await page.locator('.paper').isVisible()).toBe(true);
      const [width, ink, ground] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        getComputedStyle(document.querySelector('.paper h1') as Element).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ]);
      expect(width).toBeLessThanOrEqual(A4_INSIDE);
      expect([ink, ground]).toEqual(['rgb(27, 33, 30)', 'rgb(251, 250, 245)']);
    });
  });

  test('the page of the order leads to it, and the receipt is read without scripts', async () => {
    await at(`/pesanan/${placed.order.code}`, async (page) => {
      await page.getByRole('link', { name: 'Lihat tagihan' }).waitFor();
    });
    await pay(world, placed.order);
    await at(`/pesanan/${placed.order.code}`, async (page) => {
      await page.getByRole('link', { name: 'Lihat kuitansi' }).click();
      await page.getByRole('heading', { name: /^Kuitansi KUI-/, level: 1 }).waitFor();
      expect(await faultsAtEveryWidth(page, 'a receipt')).toEqual([]);
    });
    await at(
      `/pesanan/${placed.order.code}`,
      async (page) => {
        await page.getByRole('link', { name: 'Tagihan atau kuitansi' }).click();
        await page.getByRole('heading', { name: /^Kuitansi KUI-/, level: 1 }).waitFor();
        const coming = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Unduh PDF' }).click();
        expect((await coming).suggestedFilename()).toBe(`kuitansi-${placed.order.code}.pdf`);
      },
      false,
    );
  });
});
