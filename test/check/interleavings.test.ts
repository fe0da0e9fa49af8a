import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Ways to hold a row, or a name, until the commit. */
const LOCK = /LockMode\.PESSIMISTIC_WRITE|for (no key )?update\b|pg_advisory_xact_lock\(/;
/** What forces rivals to meet between the look and the act (test/support/rival.ts). */
const MEETING = /await (letRivalRunFirst|letThemMeet|letActPassBy|letRivalRunAtProvider)\(/;

/**
 * Each file of money, stock, vouchers, room at points, messages and tasks that locks before it acts, and the tests in which a rival comes in
 * between. The acts that lock, in these files or through them, stand one by one in interleavings-of-acts.
 */
const SITES: Readonly<Record<string, string>> = {
  'carts/lock-cart.ts': 'orders/interleavings',
  'carts/sweep-carts.ts': 'carts/sweep-carts',
  'carts/vouchers/create-voucher.ts': 'carts/create-voucher',
  'carts/vouchers/end-voucher.ts': 'carts/redeem-voucher',
  'carts/vouchers/redeem-voucher.ts': 'carts/redeem-voucher',
  'city/complete-task.ts': 'city/tasks',
  'city/take-task.ts': 'city/tasks',
  'inventory/adjust-stock.ts': 'inventory/stock',
  'inventory/count-stock.ts': 'inventory/stock',
  'inventory/move-stock.ts': 'orders/interleavings',
  'ledger/payouts/make-batch.ts': 'ledger/payouts/payout-races',
  'ledger/payouts/record-results.ts': 'ledger/payouts/batches',
  'ledger/payouts/set-bank-account.ts': 'ledger/payouts/payout-races',
  'ledger/settlements/record-cash.ts': 'ledger/settlements/record-cash',
  'ledger/settlements/record-settlement.ts': 'ledger/settlements/record-settlement',
  'messaging/delivery-reports.ts': 'messaging/outbox-races',
  'messaging/outbox.ts': 'messaging/ask-for-account',
  'messaging/send-message.ts': 'messaging/outbox-races',
  'orders/fire-timer.ts': 'orders/timers',
  'orders/lock-order.ts': 'orders/interleavings',
  'payments/lock-payment.ts': 'orders/interleavings',
  'pickup/set-seller-points.ts': 'pickup/points',
  'pickup/upsert-pickup-point.ts': 'pickup/points',
};
/** Those that need none: why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'carts/checkout-tokens.ts': 'no money: twenty redemptions at once are one',
  'carts/merge-carts.ts': 'no money: an order looks at the cart under its own lock',
  'carts/own-cart.ts': 'no money: an order looks at the cart under its own lock',
  'ledger/closing/close-ledger.ts': 'its test holds a posting open by hand',
  'messaging/announce-payout.ts':
    'of two that write it the database refuses the second (message_once), whose job finds it then',
  'payments/poll-provider.ts':
    'parts the work between workers; what an answer does is done under the lock of the payment',
  'pickup/set-hours.ts': 'reads nothing that it acts on: of two, what was said last holds',
};
const DOMAINS = /^(carts|city|inventory|ledger|messaging|orders|payments|pickup)\//;

test('M14: each place of money and stock that locks before it acts has a test in which a rival comes in between', async () => {
  const root = new URL('../../', import.meta.url);
  const locking: string[] = [];
  for (const name of await readdir(new URL('api/', root), { recursive: true })) {
    if (!name.endsWith('.ts') || !DOMAINS.test(name)) continue;
    const code = (await readFile(new URL(`api/${name}`, root), 'utf8')).replace(/^\s*(\/?\*|\/\/).*$/gm, '');
    if (LOCK.test(code)) locking.push(name);
  }
  expect(locking.sort()).toEqual([...Object.keys(SITES), ...Object.keys(WITHOUT)].sort());
  const silent: string[] = [];
  for (const tests of new Set(Object.values(SITES)))
    if (!MEETING.test(await readFile(new URL(`test/${tests}.test.ts`, root), 'utf8'))) silent.push(tests);
  expect(silent).toEqual([]);
});
