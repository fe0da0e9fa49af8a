import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerCommunity } from '../../api/communities/register-community.ts';
import { keyOf } from '../../api/platform/keys.ts';
import { takeCash } from '../security/money-of-a.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aMarket, type Market } from '../support/makers/orders.ts';
import { aCurator, earn } from '../support/makers/payouts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('what points and communities earn, where they see it', () => {
  let world: World;
  let browser: TestBrowser;
  let market: Market;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    market = await aMarket(world, { shops: 1 });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const pageOf = (person: Person, path: string): Promise<Page> => openPageAs(browser, world, person, path);

  test('a community’s manager sees its share, enters a bank account, and reads the statement', async () => {
    const manager = await aPerson(world);
    const site = { name: 'RW 05 Beji', siteUrl: 'https://rw05.contoh.example', kecamatan: null };
    const { id } = await registerCommunity(world.context(manager.actor), { ...site, idempotencyKey: 'rw05' });
    await earn(world, { ownerKind: 'COMMUNITY', ownerKey: keyOf('Community', id)! }, 75_000);
    const page = await pageOf(manager, '/komunitas');
    await page.getByText('RW 05 Beji').waitFor();
    await page.getByRole('button', { name: 'Cairkan Rp75.000' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cairkan Rp75.000' }).isDisabled()).toBe(true);
    await page.getByText('Isi dulu rekening bank di bawah.').waitFor();
    expect(await page.getByText('Ditahan dulu').count()).toBe(1);
    expect(await faultsAtEveryWidth(page, 'a community’s earnings')).toEqual([]);
    await page.getByLabel('Bank', { exact: true }).selectOption('BNI');
    await page.getByLabel('Nomor rekening').fill('0123456789');
    await page.getByLabel(/^Nama pemilik/).fill('EUIS KOMALASARI');
    await page.getByRole('button', { name: 'Simpan rekening' }).click();
    await page.getByText('•••• 6789').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.said'));
    await page.getByText(/^Bisa dicairkan mulai/).waitFor();
    expect(await page.getByRole('button', { name: 'Cairkan Rp75.000' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Lihat rekening koran' }).click();
    await page.waitForURL('**/rekening-koran/**');
    await page.getByText('+Rp75.000').waitFor();
    expect(await faultsAtEveryWidth(page, 'a statement')).toEqual([]);
    await page.getByRole('link', { name: 'Kembali ke meja kerja' }).click();
    await page.waitForURL('**/komunitas*');
    await page.context().close();
  }, 60_000);

  test('an operator sees the fees of the point and the cash to bring, and changes nothing; the city notes the cash', async () => {
    await earn(world, { ownerKind: 'POINT', ownerKey: market.point.key }, 60_000);
    await takeCash(world, market.point.key);
    const counter = await pageOf(market.operator, '/konter');
    await counter.getByRole('button', { name: 'Penghasilan' }).click();
    await counter.getByText('Uang tunai yang belum disetor').waitFor();
    await counter.getByText('Rekening titik ambil diisi oleh kurator kota.').waitFor();
    expect(await counter.getByRole('button', { name: /^Cairkan|^Simpan/ }).count()).toBe(0);
    expect(await faultsAtEveryWidth(counter, 'a point’s earnings')).toEqual([]);
    await counter.context().close();

    const desk = await pageOf(await aCurator(world), '/kota/pencairan');
    await desk.getByLabel('Titik ambil', { exact: true }).selectOption({ label: market.point.name });
    await desk.getByText('Uang tunai yang belum disetor').waitFor();
    const held = desk.locator('berjubel-earnings dl > div', { hasText: 'Uang tunai' }).locator('dd');
    const before = await held.innerText();
    await desk.getByLabel('Jumlah setoran (rupiah)').fill('500');
    await desk.locator('#cash-reference').fill('SETOR-1');
    await desk.getByRole('button', { name: 'Catat setoran' }).click();
    await desk.getByText('Setoran tercatat.').waitFor();
    await desk.waitForFunction(
      (was) => [...document.querySelectorAll('berjubel-earnings dd')].every(({ textContent }) => textContent !== was),
      before,
    );
    expect(await faultsAtEveryWidth(desk, 'payouts, with a point')).toEqual([]);
    await desk.context().close();
  }, 60_000);
});
