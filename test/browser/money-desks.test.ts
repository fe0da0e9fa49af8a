import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import type { Person } from '../support/makers/accounts.ts';
import { aMarket } from '../support/makers/orders.ts';
import { aCurator, anEarner, ask } from '../support/makers/payouts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('the desks at which money is sent', () => {
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

  test('a seller enters a bank account, sees only its end again, and asks for a payout', async () => {
    const entering = await anEarner(world, 80_000, 'NONE');
    const desk = await pageOf(entering.owner, '/jual');
    await desk.getByRole('button', { name: 'Penghasilan' }).click();
    await desk.getByLabel('Bank', { exact: true }).selectOption('BNI');
    await desk.getByLabel('Nomor rekening').fill('123');
    await desk.getByLabel(/Nama pemilik/).fill('TINI RAHMAWATI');
    await desk.getByRole('button', { name: 'Simpan rekening' }).click();
    await desk.getByRole('alert').getByText('10 angka').waitFor();
    const number = desk.getByLabel('Nomor rekening');
    await desk.waitForFunction(() => document.activeElement?.id === 'account-accountNumber');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await desk.locator(`#${await number.getAttribute('aria-describedby')}`).innerText()).toContain('10 angka');
    await desk.getByLabel('Nomor rekening').fill('0123 456 789');
    await desk.getByRole('button', { name: 'Simpan rekening' }).click();
    await desk.getByText('•••• 6789').waitFor();
    await desk.getByRole('button', { name: 'Ganti rekening' }).click();
    await desk.getByRole('button', { name: 'Batal' }).click();
    await desk.waitForFunction(() => document.activeElement?.matches('.change-account'));
    await desk.context().close();

    const shop = await anEarner(world, 90_000);
    const earnings = await pageOf(shop.owner, '/jual');
    await earnings.getByRole('button', { name: 'Penghasilan' }).click();
    await earnings.getByRole('button', { name: 'Cairkan Rp90.000' }).click();
    await earnings.getByText('Menunggu dikirim').waitFor();
    // The sums at the top of the desk follow.
    await earnings.locator('dl.balance', { hasText: 'Rp90.000' }).waitFor({ state: 'detached' });
    expect(await faultsAtEveryWidth(earnings, 'earnings')).toEqual([]);
    const read = earnings.locator('form[action^="/rekening-koran/"]');
    expect(await read.locator('button[formaction^="/ledger/statements/"]').count()).toBe(1);
    await earnings.context().close();
  }, 60_000);

  test('a curator makes a file for the bank, downloads it and marks what the bank said', async () => {
    await aMarket(world, { shops: 1 });
    const shop = await anEarner(world, 150_000);
    await ask(world, shop);
    const desk = await pageOf(await aCurator(world), '/kota/pencairan');
    await desk.getByRole('button', { name: 'Buat berkas bank' }).click();
    await desk.getByText(/^CAIR-\d{8}-1$/).waitFor();
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: /^Unduh CAIR/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^CAIR-\d{8}-1\.csv$/);
    const results = desk.getByLabel('Hasil dari bank (CSV)');
    const upload = async (text: string): Promise<void> => {
      await results.setInputFiles({ name: 'hasil.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await desk.getByRole('button', { name: 'Catat hasil dari berkas' }).click();
    };
    await upload('payout;result\nentah;PAID\n');
    await desk.getByRole('alert').getByText('Baris 2: Tidak ditemukan.').waitFor();
    await upload(`payout,result\n${'x'.repeat(100_000)},PAID\n`);
    expect(await results.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain('terlalu besar');
    await desk.getByText('Tandai satu per satu').click();
    expect(await faultsAtEveryWidth(desk, 'payouts')).toEqual([]);
    await desk.getByRole('button', { name: `Terkirim: ${shop.seller.name}` }).click();
    await desk
      .locator('.payout-line', { hasText: shop.seller.name })
      .getByText(/Terkirim/)
      .first()
      .waitFor();
    await desk.context().close();
  }, 60_000);
});
