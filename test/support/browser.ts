import packed from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { packedBrowser } from './packed-browser.ts';

/** Widths at which every page is looked at: a small phone and a desk. */
export const WIDTHS = [360, 1280] as const;

/** Switches of the package that tests do without: one process ends with its first window; sites must be kept apart as at home. */
const LEFT_OUT = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
]);

/** A real browser for tests; close it in afterAll. */
export interface TestBrowser {
  /** A visitor's own window: an Indonesian phone, or a desk when the width says so. */
  open(options?: { width?: number } & BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts Chromium from the package registry, so that no other installation is needed. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, environment } = await packedBrowser();
  const browser: Browser = await chromium.launch({
    executablePath,
    // As the browsers of most phones do: no cookies for what another site embeds.
    args: [...packed.args.filter((argument) => !LEFT_OUT.has(argument)), '--test-third-party-cookie-phaseout'],
    env: { ...(process.env as Record<string, string>), ...environment },
  });
  return {
    async open({ width = 360, ...options } = {}) {
      const window = await browser.newContext({
        viewport: { width, height: width < 700 ? 740 : 900 },
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        reducedMotion: 'reduce',
        ...options,
      });
      // Shorter than a test may take, so that it is said what was waited for.
      window.setDefaultTimeout(10_000);
      return window;
    },
    close: () => browser.close(),
  };
}

/** Opens a page on a phone of its own on which this person is signed in. */
export async function openPageAs(
  browser: TestBrowser,
  { url }: { readonly url: string },
  { token }: { readonly token: string },
  path: string,
): Promise<Page> {
  const window = await browser.open();
  await window.addCookies([{ name: 'berjubel_device', value: token, url }]);
  const page = await window.newPage();
  await page.goto(url + path);
  return page;
}

/** What axe finds wrong with a page as it stands, one line a finding; and whether it must be swiped sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate('Boolean(window.axe)'))) await frame.evaluate(axe.source);
  }
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // Nothing of ours plays by itself, which alone would need what is preloaded.
    const { violations } = await inPage.run({ resultTypes: ['violations'], preload: false });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ...(scrollWidth > clientWidth ? [`wider than the screen: ${location.href}`] : []),
    ];
  });
}

/** What axe finds wrong with a page as it stands, at every width; each line is led by what was looked at. */
export async function faultsAtEveryWidth(page: Page, what: string): Promise<string[]> {
  const faults: string[] = [];
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 800 });
    for (const fault of await faultsOf(page)) faults.push(`${what}, ${width} px: ${fault}`);
  }
  if (before) await page.setViewportSize(before);
  return faults;
}
