import type { BrowserContext, Page } from 'playwright-core';
import { generateMarket } from '../../seeds/market.ts';
import type { TestBrowser } from '../support/browser.ts';
import type { Program } from '../support/program.ts';

const PATIENCE = 20_000;

/** The people of the demo market. */
export const { cast } = generateMarket({ seed: 1, products: 0 });

/** What people do on the demo market before a test looks at something. */
export interface OnMarket {
  /** A page in somebody's window; a path is one of the market's. */
  openPage(context: BrowserContext, path: string): Promise<Page>;
  /** The codes that have come to a phone of the simulator. */
  codesOn(context: BrowserContext, phone: string): Promise<string[]>;
  /** Types a phone number, and waits for the code to arrive; gives it. */
  askForCode(page: Page, phone: string): Promise<string>;
  /** Signs in, and agrees to the terms when asked for the first time. */
  signIn(page: Page, phone: string): Promise<void>;
  /** Opens a desk as somebody who works there. */
  atDesk(phone: string, path: string): Promise<Page>;
  /** Puts a piece of each demo seller into the cart. */
  fillCart(page: Page): Promise<void>;
}

/** Everything is done through the pages of this program. */
export function onMarket(program: Program, browser: TestBrowser): OnMarket {
  async function openPage(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(path.startsWith('http') ? path : program.url + path);
    return page;
  }

  async function codesOn(context: BrowserContext, phone: string): Promise<string[]> {
    const page = await openPage(context, `/simulator/whatsapp/phone/${phone.slice(1)}`);
    const codes = await page.locator('.code').allInnerTexts();
    await page.close();
    return codes.filter((code) => /^\d{6}$/.test(code.trim())).map((code) => code.trim());
  }

  async function askForCode(page: Page, phone: string): Promise<string> {
    const before = (await codesOn(page.context(), phone)).length;
    await page
      .getByLabel(/nomor whatsapp|nomor ponsel/i)
      .first()
      .fill(`0${phone.slice(3)}`);
    await page
      .getByRole('button', { name: /kirim kode|kode/i })
      .first()
      .click();
    await page.getByLabel(/kode enam angka/i).waitFor();
    let codes = await codesOn(page.context(), phone);
    while (codes.length === before) codes = await codesOn(page.context(), phone);
    return codes.at(-1) ?? '';
  }

  async function signIn(page: Page, phone: string): Promise<void> {
    await page.getByLabel(/kode enam angka/i).fill(await askForCode(page, phone));
    const enter = page.getByRole('button', { name: /^Masuk$/ });
    if (await enter.isVisible()) await enter.click();
    const consent = page.getByRole('checkbox', { name: /saya setuju/i });
    const gone = page.getByLabel(/kode enam angka/i).waitFor({ state: 'hidden' });
    await Promise.race([consent.waitFor(), gone]);
    if (await consent.isVisible()) {
      await consent.check();
      await page.getByRole('button', { name: /setuju dan masuk/i }).click();
      await consent.waitFor({ state: 'hidden' });
    }
  }

  async function atDesk(phone: string, path: string): Promise<Page> {
    const page = await openPage(await browser.open(), `/masuk?kembali=${encodeURIComponent(path)}`);
    await signIn(page, phone);
    await page.waitForURL(`**${path}*`);
    return page;
  }

  async function fillCart(page: Page): Promise<void> {
    for (const { shopSlug } of cast.sellers) {
      await page.goto(`${program.url}/toko/${shopSlug}`);
      await page.locator('main a[href^="/produk/"]', { hasNotText: /habis/i }).first().click();
      await page.waitForURL('**/produk/**');
      await page
        .getByRole('button', { name: /masukkan keranjang/i })
        .first()
        .click();
      await page
        .getByText(/masuk keranjang|di keranjang/i)
        .first()
        .waitFor();
    }
  }

  return { openPage, codesOn, askForCode, signIn, atDesk, fillCart };
}
