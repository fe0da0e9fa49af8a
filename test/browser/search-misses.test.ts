import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { openWorld, type World } from '../support/world.ts';

const [LAST, THIS] = ['2026-11-16', '2026-11-23'];

describe('what was searched for and not found, at the city’s desk', () => {
  let world: World;
  let browser: TestBrowser;
  let curator: Person;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    curator = await aPerson(world, { roles: [['CURATOR', null]] });
    await aKelurahan(world, { kecamatan: 'beji' });
    await aKelurahan(world, { kecamatan: 'tapos' });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(() => world.context().em.execute('delete from search_asked'));

  type Counts = readonly [string, string, string, number, number, number];
  async function have(...rows: Counts[]): Promise<void> {
    for (const row of rows)
      await world.context().em.execute('insert into search_asked values (?, ?, ?, ?, ?, ?)', [...row]);
  }

  async function desk(): Promise<Page> {
    const window = await browser.open();
    await window.addCookies([{ name: 'berjubel_device', value: curator.token, url: world.url }]);
    const page = await window.newPage();
    await page.goto(`${world.url}/kota`);
    return page;
  }

  const section = (page: Page) => page.locator('berjubel-search-misses');

  test('says what, how often, and whether it is more than before; one step leads to the vocabulary and to the search', async () => {
    await have(
      [THIS, 'beji', 'kasur lipat', 1200, 1200, 0],
      [LAST, 'beji', 'kasur lipat', 4, 4, 0],
      [THIS, '', 'sepeda lipat & roda', 5, 1, 3],
      [LAST, '', 'sepeda lipat & roda', 5, 0, 0],
      [THIS, '', 'raket nyamuk', 3, 3, 0],
    );
    const page = await desk();
    const cards = section(page).getByRole('listitem');
    await cards.nth(2).waitFor();
    expect(await cards.first().innerText()).toMatch(
      /^kasur lipat\s+1\.200 orang mencari\s+1\.200 tidak menemukan apa-apa\.\s+Naik: minggu sebelumnya 4 orang/,
    );
    expect(await cards.nth(1).innerText()).toContain('1 tidak menemukan apa-apa, 3 baru ketemu');
    expect(await cards.nth(1).innerText()).toContain('Sama banyak dengan minggu sebelumnya');
    expect(await cards.nth(2).innerText()).toContain('Minggu sebelumnya kurang dari 3');
    await page.getByRole('link', { name: 'Dicari, tapi tidak ketemu' }).click();
    expect(new URL(page.url()).hash).toBe('#tidak-ketemu');
    const link = (name: string) => cards.nth(1).getByRole('link', { name }).getAttribute('href');
    expect(await link('Tambah padanan: sepeda lipat & roda')).toBe('/kota/kosakata?kata=sepeda%20lipat%20%26%20roda');
    expect(await link('Coba cari: sepeda lipat & roda')).toBe('/cari?q=sepeda%20lipat%20%26%20roda');
    expect(await faultsAtEveryWidth(page, 'what was missed')).toEqual([]);
    await page.context().close();
  });

  test('is chosen by week and kecamatan, by keyboard too', async () => {
    await have(
      [THIS, 'beji', 'kasur lipat', 5, 5, 0],
      [THIS, 'tapos', 'raket nyamuk', 4, 4, 0],
      [LAST, '', 'galon', 6, 6, 0],
    );
    const page = await desk();
    await section(page).getByText('raket nyamuk', { exact: true }).waitFor();
    await page.getByLabel('Kecamatan').selectOption('Beji');
    await section(page).getByText('raket nyamuk', { exact: true }).waitFor({ state: 'detached' });
    await section(page).getByText('kasur lipat', { exact: true }).waitFor();
    await page.getByLabel('Kecamatan').selectOption('Seluruh Depok');
    await section(page).getByText('raket nyamuk', { exact: true }).waitFor();
    expect(await page.getByLabel('Minggu').locator('option').first().innerText()).toBe('Minggu ini, 23–29 Nov');
    await page.getByLabel('Minggu').focus();
    await page.keyboard.press('ArrowDown');
    await section(page).getByText('galon', { exact: true }).waitFor();
    await page.context().close();
  });

  test('goes on after its first page, and says openly that there is nothing', async () => {
    const page = await desk();
    await section(page).getByText('Semua yang dicari oleh 3 orang atau lebih ketemu.', { exact: false }).waitFor();
    expect(await faultsAtEveryWidth(page, 'nothing was missed')).toEqual([]);
    const many = Array.from(
      { length: 21 },
      (_, at): Counts => [THIS, '', `kata ${String.fromCharCode(97 + at)}`, 4, 4, 0],
    );
    await have(...many);
    await page.reload();
    const cards = section(page).getByRole('listitem');
    await cards.nth(19).waitFor();
    expect(await cards.count()).toBe(20);
    await section(page).getByRole('button', { name: 'Kata berikutnya' }).click();
    await cards.nth(20).waitFor();
    await page.context().close();
  });

  test('is not drawn for those who are no curators', async () => {
    const stranger = await aPerson(world);
    const window = await browser.open();
    await window.addCookies([{ name: 'berjubel_device', value: stranger.token, url: world.url }]);
    const page = await window.newPage();
    await page.goto(`${world.url}/kota`);
    await page.getByRole('link', { name: 'Masuk dengan nomor lain' }).waitFor();
    expect(await section(page).count()).toBe(0);
    await window.close();
  });
});
