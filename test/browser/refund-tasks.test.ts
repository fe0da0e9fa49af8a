import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder } from '../../api/orders/cancel-order.ts';
import { settled } from '../payments/a-paid-payment.ts';
import { stageAt } from '../payments/a-provider.ts';
import { faultsAtEveryWidth, openBrowser, openPageAs, type TestBrowser } from '../support/browser.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, anOrder } from '../support/makers/orders.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let browser: TestBrowser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('a curator asks a buyer who named no account once more, and is told when that cannot be today', async () => {
  const market = await aMarket(world, { shops: 1 });
  const { order, buyer } = await anOrder(world, market, { paymentMethod: 'VA_BRI' });
  await settled(world);
  await stageAt(world.midtrans.url).control('pay', { id: `${order.code}-a1` });
  await settled(world);
  await cancelOrder(world.context(buyer.actor), order.id, null);
  await settled(world);
  world.clock.advance(2 * 86_400);
  const desk = await openPageAs(browser, world, await aPerson(world, { roles: [['CURATOR', null]] }), '/kota');
  await desk.getByText('Pembeli belum menyebut rekening. Terakhir ditanya lewat WhatsApp').waitFor();
  const again = desk.getByRole('button', { name: 'Tanya lagi' });
  await again.click();
  await desk.getByText('Pembeli ditanya lagi lewat WhatsApp.').waitFor();
  expect(await faultsAtEveryWidth(desk, 'a refund by transfer')).toEqual([]);
  await again.click();
  await desk.getByText('Hari ini pembeli sudah ditanya lewat WhatsApp. Besok bisa ditanya lagi.').waitFor();
  await desk.context().close();
}, 60_000);
