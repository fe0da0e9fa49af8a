import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Task, TaskKind } from '../../api/accounts/task.ts';
import { pinOf } from '../../api/orders/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { formatRupiah } from '../../api/platform/money.ts';
import { bringToPoint } from '../orders/journeys.ts';
import { openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

describe('the desks of those who work here', () => {
  let world: World;
  let browser: TestBrowser;
  let market: Market;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    market = await aMarket(world, { shops: 1, stock: 200, room: 200 });
  });

  /** A page of somebody who is signed in. */
  const pageOf = (person: Person, path: string): Promise<Page> => openPageAs(browser, world, person, path);

  const shop = () => market.stalls[0]!;
  const focusIn = (page: Page, selector: string): Promise<boolean> =>
    page.evaluate((asked) => document.activeElement?.matches(asked) ?? false, selector);

  test('a seller who thinks better of a rejection is back at the button; after an act the focus stays with the order', async () => {
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await world.runJobs();
    const desk = await pageOf(shop().owner, '/jual');
    const card = desk.getByRole('article', { name: order.code });
    const reject = card.getByRole('button', { name: /^Tolak/ });
    await reject.click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusIn(desk, `[aria-label="Tolak: ${order.code}"]`)).toBe(true);
    await card.getByRole('button', { name: /^Terima pesanan/ }).click();
    await desk.getByRole('heading', { name: /Sedang disiapkan/ }).waitFor();
    await desk.waitForFunction((code) => document.activeElement?.matches(`article[aria-label="${code}"]`), order.code);
    await reject.click();
    await desk.getByLabel('Alasannya, untuk dibaca pembeli').fill('Bahan sedang habis.');
    await desk.getByRole('button', { name: 'Tolak pesanan' }).click();
    await desk.getByRole('heading', { name: /Tidak jadi/ }).waitFor();
    await desk.waitForFunction((code) => document.activeElement?.matches(`article[aria-label="${code}"]`), order.code);
    expect(await card.getByText('Untuk Anda').count()).toBe(0);
    await desk.context().close();
  });

  test('no order waits unseen: a queue of more than a page is read whole, the oldest first', async () => {
    const codes: string[] = [];
    for (let at = 0; at < 51; at += 1) {
      codes.push((await anOrder(world, market, { paymentMethod: 'CASH' })).order.code);
      await world.advance(1);
    }
    await world.runJobs();
    const desk = await pageOf(shop().owner, '/jual');
    await desk.getByText('51 pesanan menunggu jawaban').waitFor();
    const shown = await desk.getByRole('article').evaluateAll((cards) => cards.map((card) => card.ariaLabel));
    expect(shown).toEqual(codes);
    const counter = await pageOf(market.operator, '/konter');
    await counter.getByRole('button', { name: 'Akan datang 51' }).waitFor();
    await desk.context().close();
    await counter.context().close();
  }, 60_000);

  test('the room that the counter shows follows the orders', async () => {
    const counter = await pageOf(market.operator, '/konter');
    await counter.getByText('Sisa tempat: 200').waitFor();
    await anOrder(world, market, { paymentMethod: 'CASH' });
    await world.runJobs();
    await counter.getByText('Sisa tempat: 199').waitFor();
    await counter.context().close();
  });

  test('at the counter what is due can be paid by QRIS: the code is shown, its money is seen, and the PIN hands over', async () => {
    const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world as never, market, order);
    const counter = await pageOf(market.operator, '/konter');
    await counter.getByRole('button', { name: 'Serahkan', exact: true }).click();
    await counter.getByLabel('Kode ambil').fill(order.collectCode);
    await counter.getByRole('button', { name: 'Cari pesanan' }).click();
    await counter.getByText(`Harus dibayar ${formatRupiah(order.total)}`).waitFor();
    await counter.getByRole('button', { name: 'QRIS', exact: true }).click();
    await counter.getByText('Kode sedang dibuat').waitFor();
    expect(await counter.getByRole('button', { name: 'Serahkan paket' }).isDisabled()).toBe(true);
    await world.runJobs();
    await counter.getByRole('img', { name: `Kode QRIS untuk membayar ${formatRupiah(order.total)}` }).waitFor();
    await fetch(`${world.midtrans.url}/__sim/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: `${order.code}-a1` }),
    });
    await counter.getByRole('button', { name: 'Periksa pembayaran' }).click();
    await counter.getByText('LUNAS').waitFor();
    await counter.getByText('Sudah dibayar').waitFor();
    await counter.getByLabel('PIN pembeli').fill(pinOf(world.context(), order));
    await counter.getByRole('button', { name: 'Serahkan paket' }).click();
    await counter.getByText('DISERAHKAN').waitFor();
    const { order: next } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await bringToPoint(world as never, market, next);
    await counter.getByLabel('Kode ambil').fill(next.collectCode);
    await counter.getByRole('button', { name: 'Cari pesanan' }).click();
    const ways = counter.getByRole('group', { name: 'Cara bayar di sini' });
    await ways.getByRole('button', { pressed: true }).waitFor();
    expect(await ways.getByRole('button', { name: 'QRIS', exact: true }).getAttribute('aria-pressed')).toBe('false');
    expect(await counter.getByText('Kode sedang dibuat').count()).toBe(0);
    await counter.context().close();
  });

  test('somebody at a desk that is not theirs can sign in as somebody else', async () => {
    const stranger = await aPerson(world);
    for (const path of [
      '/jual',
      '/konter',
      '/kota',
      '/kota/rekonsiliasi',
      '/kota/keluhan',
      '/kota/pesanan',
      '/kota/pencairan',
      '/komunitas',
      '/kota/kosakata',
      '/kota/voucher',
    ]) {
      const desk = await pageOf(stranger, path);
      await desk.getByRole('link', { name: 'Masuk dengan nomor lain' }).click();
      await desk.getByLabel('Nomor WhatsApp').waitFor();
      expect(new URL(desk.url()).searchParams.get('kembali')).toBe(path);
      await desk.context().close();
    }
    const page = await pageOf(stranger, '/masuk?kembali=/pesanan');
    expect(new URL(page.url()).pathname).toBe('/pesanan');
    await page.context().close();
  });

  test('lists of tasks do not hang when one is asked for while another is on its way', async () => {
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const desk = await pageOf(curator, '/kota');
    await desk.getByText('Tidak ada yang perlu dikerjakan.').waitFor();
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await desk.route('**/graphql', async (route) => {
      asked.resolve();
      await released.promise;
      await route.continue();
    });
    await desk.getByRole('button', { name: 'Sudah selesai' }).click();
    await asked.promise;
    expect(await desk.getByRole('button', { name: 'Perlu dikerjakan' }).isDisabled()).toBe(true);
    released.resolve();
    await desk.getByText('Belum ada yang selesai.').waitFor();
    await desk.context().close();
  });

  test('no task waits unseen: the list goes on after its first page', async () => {
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const now = world.clock.now();
    await inTransaction(world.context(), async (tx) => {
      for (let at = 0; at < 31; at += 1)
        tx.persist(
          Object.assign(new Task(), {
            kind: TaskKind.LOST_PARCEL,
            title: `Paket ${at}`,
            detail: 'Dicari di rak.',
            subject: {},
            once: `test ${at}`,
            createdAt: now,
          }),
        );
    });
    const desk = await pageOf(curator, '/kota');
    const cards = desk.getByText('Paket hilang');
    await cards.nth(29).waitFor();
    expect(await cards.count()).toBe(30);
    await desk.getByRole('button', { name: 'Tugas berikutnya' }).click();
    await cards.nth(30).waitFor();
    expect(await desk.getByRole('button', { name: 'Tugas berikutnya' }).count()).toBe(0);
    await desk.context().close();
  });
});
