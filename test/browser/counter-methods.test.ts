import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringToPoint } from '../orders/journeys.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let browser: TestBrowser;
beforeAll(async () => {
  [world, browser] = await Promise.all([
    openWorld({ environment: { MIDTRANS_METHODS: 'GOPAY,VA_BCA' } }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('a counter without QRIS takes cash and offers nothing else', async () => {
  const market = await aMarket(world, { shops: 1 });
  const { order } = await anOrder(world, market, { paymentMethod: 'CASH' });
  await bringToPoint(world as never, market, order);
  const counter = await openPageAs(browser, world, market.operator, '/konter');
  await counter.getByRole('button', { name: 'Serahkan', exact: true }).click();
  await counter.getByLabel('Kode ambil').fill(order.collectCode);
  await counter.getByRole('button', { name: 'Cari pesanan' }).click();
  await counter.getByRole('checkbox').waitFor();
  expect(await counter.getByRole('group', { name: 'Cara bayar di sini' }).count()).toBe(0);
  expect(await counter.getByText('QRIS').count()).toBe(0);
  expect(await faultsAtEveryWidth(counter, 'a counter without QRIS')).toEqual([]);
  await counter.context().close();
}, 60_000);
