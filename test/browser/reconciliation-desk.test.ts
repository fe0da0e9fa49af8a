import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Task } from '../../api/accounts/index.ts';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../support/browser.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let browser: TestBrowser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function pageOf({ token }: Person, path: string): Promise<Page> {
  const window = await browser.open();
  await window.addCookies([{ name: 'berjubel_device', value: token, url: world.url }]);
  const page = await window.newPage();
  await page.goto(world.url + path);
  return page;
}

test('a curator compares a sheet, sees what differs, and ends the task that she was given with an outcome', async () => {
  const curator = await aCurator(world);
  const desk = await pageOf(curator, '/kota/rekonsiliasi');
  await desk.getByText('Belum ada yang dicocokkan.').waitFor();
  await desk.getByLabel('Hari', { exact: true }).fill('2026-11-20');
  const sheet = 'order_id,transaction_status,gross_amount\nBJ-ASING-a1,settlement,17911.00\n';
  const file = { name: 'settlement.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  await desk.getByLabel(/Lembar penyelesaian/).setInputFiles(file);
  await desk.getByRole('button', { name: 'Cocokkan' }).click();
  await desk.getByText('Sedang dicocokkan…').waitFor();
  await world.runJobs();
  await desk.getByText('1 selisih dari 1 pembayaran.').waitFor();
  await desk.getByText('BJ-ASING-a1').waitFor();
  expect(await faultsAtEveryWidth(desk, 'reconciliation')).toEqual([]);
  await desk.getByRole('link', { name: 'Buka tugas' }).click();
  await desk.getByText('Anda yang memegang tugas ini.').waitFor();
  await desk.getByLabel('Hasil').selectOption('FIXED_AT_PROVIDER');
  await desk.getByLabel('Catatan').fill('Uang kembali ke pengirim');
  expect(await faultsAtEveryWidth(desk, 'a task that is taken')).toEqual([]);
  await desk.getByRole('button', { name: 'Tandai selesai' }).click();
  await desk.getByText('Tidak ada yang perlu dikerjakan.').waitFor();
  const [task] = await world
    .context()
    .em.fork()
    .find(Task, { kind: 'RECONCILIATION' as never });
  expect(task).toMatchObject({ outcome: 'FIXED_AT_PROVIDER', note: 'Uang kembali ke pengirim' });
  await desk.context().close();
});

test('a sheet that is none is refused with its line', async () => {
  const desk = await pageOf(await aCurator(world), '/kota/rekonsiliasi');
  const file = {
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('order_id,status,amount\nBJ-1-a1,settlement,1.50\n'),
  };
  await desk.getByLabel(/Lembar penyelesaian/).setInputFiles(file);
  await desk.getByRole('button', { name: 'Cocokkan' }).click();
  await desk.getByText('Baris 2 tidak terbaca.').waitFor();
  await desk.context().close();
});

test('a shop’s payment code, how to pay there, other ways within their ranges, and the provider’s books', async () => {
  const market = await aMarket(world, { shops: 1, price: 4_000_000 });
  const { order, buyer } = await anOrder(world, market, { paymentMethod: 'INDOMARET' });
  await world.runJobs();
  const page = await pageOf(buyer, `/pesanan/${order.code}`);
  await page.getByText('Kode bayar Indomaret').waitFor();
  await page.getByText('Bilang kepada kasir').waitFor();
  expect(await faultsAtEveryWidth(page, 'payment at a shop')).toEqual([]);
  await page.getByRole('button', { name: 'Ganti cara bayar' }).click();
  await page.getByText('Paling banyak Rp2.500.000.').waitFor();
  await page.getByRole('dialog').getByText('ShopeePay').click();
  await page.getByRole('button', { name: 'Pakai cara ini' }).click();
  await page.getByText('Sekarang bayar dengan ShopeePay.').waitFor();
  await world.runJobs();
  await page.getByRole('link', { name: 'Buka aplikasi ShopeePay' }).waitFor();
  await page.goto(`${world.midtrans.url}/books`);
  await page
    .getByRole('link', { name: new RegExp(order.code) })
    .first()
    .waitFor();
  expect(await faultsAtEveryWidth(page, 'the books')).toEqual([]);
  await page.context().close();
});
