import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { exportedThatUse, ROOT, usedByTests } from './names-in-code.ts';

/** What locks, or claims, for others: by a name that begins so, or one of these. And the locks themselves: `for update` is SQL that takes one. */
const SHARED =
  /^(lock(?!Mode$)[A-Z]\w*|.*\bpaymentReferences\.lock|withDueRefund|mergeInto|reserveStock|reservingStock|reserveRoom|takingRoom|redeemVoucher|useOtp|(settle|release|putBack|writeOff|hold|count)Stock|giveVoucherBack|takeVoucherAgain|LockMode\.PESSIMISTIC_WRITE|for update)$/;
/** What makes rivals meet between the look and the act. */
const MEETINGS = ['letRivalRunFirst', 'letThemMeet', 'letActPassBy', 'letRivalRunAtProvider'].map(
  (name) => `test/support/rival.ts ${name}`,
);
const DOMAINS = /^(carts|city|inventory|ledger|messaging|orders|payments|pickup)\//;

/** The test of an act: its file, and where the act is not called by its own name, by what it is called there. */
type Tested = string | readonly [test: string, through: string];

const CARTS = 'carts/cart-races';
const PARCELS = 'orders/parcel-races';
const VOUCHERS = 'carts/redeem-voucher';
const ORDERS = 'orders/interleavings';
const DISPUTES = 'orders/disputes/dispute-races';
const CHARGES = 'payments/charge-races';
const REFUNDS = 'payments/refund-races';

/** Each act that takes a shared lock, and the test in which a rival comes between its look and its act. */
const ACTS: Readonly<Record<string, Tested>> = {
  'carts/checkout-tokens.ts createCheckoutToken': CARTS,
  'carts/checkout-tokens.ts redeemCheckoutToken': CARTS,
  'carts/create-cart.ts createCart': CARTS,
  'carts/put-again.ts putAgain': [CARTS, 'orderAgain'],
  'carts/remove-cart-line.ts removeCartLine': CARTS,
  'carts/set-cart-line.ts setCartLine': CARTS,
  'carts/set-cart-selection.ts setCartSelection': CARTS,
  'carts/sweep-carts.ts sweepCarts': 'carts/sweep-carts',
  'carts/vouchers/create-voucher.ts createVoucher': 'carts/create-voucher',
  'carts/vouchers/end-voucher.ts endVoucher': VOUCHERS,
  'city/complete-task.ts completeTask': 'city/tasks',
  'city/take-task.ts takeTask': 'city/tasks',
  'inventory/adjust-stock.ts adjustStock': 'inventory/stock',
  'ledger/payouts/make-batch.ts createPayoutBatch': 'ledger/payouts/payout-races',
  'ledger/payouts/record-results.ts recordPayoutResults': 'ledger/payouts/batches',
  'ledger/payouts/request-payout.ts requestPayout': 'ledger/payouts/payout-races',
  'ledger/payouts/request-payout.ts setAside': ['ledger/payouts/payout-races', 'requestPayout'],
  'ledger/payouts/set-bank-account.ts bankAccountInUse': ['ledger/payouts/payout-races', 'requestPayout'],
  'ledger/payouts/set-bank-account.ts setBankAccount': 'ledger/payouts/payout-races',
  'ledger/settlements/record-cash.ts recordCashDelivery': 'ledger/settlements/record-cash',
  'ledger/settlements/record-settlement.ts recordProviderSettlement': 'ledger/settlements/record-settlement',
  'messaging/ask-for-account.ts askForRefundAccount': 'messaging/ask-for-account',
  'messaging/delivery-reports.ts takeReports': 'messaging/outbox-races',
  'messaging/send-message.ts sendMessage': 'messaging/outbox-races',
  'orders/answer-parcel.ts acceptParcel': PARCELS,
  'orders/answer-parcel.ts dropParcelAtPoint': PARCELS,
  'orders/answer-parcel.ts markParcelPacked': PARCELS,
  'orders/answer-parcel.ts rejectParcel': PARCELS,
  'orders/cancel-order.ts cancelOrder': PARCELS,
  'orders/cancel-parcel.ts cancelParcel': PARCELS,
  'orders/change-payment-method.ts changePaymentMethod': ORDERS,
  'orders/charge-at-point.ts chargeAtPoint': ORDERS,
  'orders/collect-parcel.ts collectParcel': PARCELS,
  'orders/counter.ts markParcelLost': PARCELS,
  'orders/counter.ts receiveParcel': PARCELS,
  'orders/counter.ts refuseParcel': PARCELS,
  'orders/counter.ts returnParcel': PARCELS,
  'orders/disputes/answer-dispute.ts acceptDisputeOffer': DISPUTES,
  'orders/disputes/answer-dispute.ts answerDispute': DISPUTES,
  'orders/disputes/answer-dispute.ts passOnDispute': DISPUTES,
  'orders/disputes/answer-dispute.ts withdrawDispute': DISPUTES,
  'orders/disputes/decide-dispute.ts decideDispute': DISPUTES,
  'orders/disputes/open-dispute.ts openDispute': DISPUTES,
  'orders/disputes/request-refund.ts requestRefund': 'orders/buyer-races',
  'orders/fire-timer.ts fireTimer': PARCELS,
  'orders/parcel-effects.ts giveBack': [PARCELS, 'cancelParcel'],
  'orders/parcel-effects.ts giveBackDamaged': [PARCELS, 'refuseParcel'],
  'orders/parcel-effects.ts holdRoom': ['orders/late-money', 'refreshPayment'],
  'orders/parcel-effects.ts reserveAndSettle': ['orders/late-money', 'refreshPayment'],
  'orders/parcel-effects.ts settleIfCash': [ORDERS, 'collectParcel'],
  'orders/parcel-effects.ts settleSales': [ORDERS, 'refreshAttempt'],
  'orders/part-settled.ts partSettled': [ORDERS, 'refreshAttempt'],
  'orders/payment-listeners.ts paymentReversed': [CHARGES, 'refreshAttempt'],
  'orders/payment-listeners.ts paymentSettled': [ORDERS, 'refreshAttempt'],
  'orders/place-order.ts placeOrder': ORDERS,
  'orders/refunds/count-off-missing.ts countOffMissing': ['orders/refunds/refund-guards', 'refundLines'],
  'orders/refunds/give-goodwill.ts giveGoodwill': 'orders/refunds/refund-guards',
  'orders/refunds/refund-lines.ts refundLines': 'orders/refunds/refund-guards',
  'orders/refunds/refund-order.ts refundOrder': PARCELS,
  'orders/refunds/refund-order.ts refundParcel': PARCELS,
  'orders/refunds/save-refund-account.ts saveRefundAccount': 'orders/buyer-races',
  'orders/unlock-collection.ts unlockCollection': 'orders/buyer-races',
  'payments/apply-state.ts applyAbsence': [CHARGES, 'refreshAttempt'],
  'payments/apply-state.ts applyState': [CHARGES, 'refreshAttempt'],
  'payments/call-off-charge.ts callOffCharge': CHARGES,
  'payments/charge-attempt.ts chargeAttempt': CHARGES,
  'payments/poll-provider.ts pollProvider': REFUNDS,
  'payments/request-refund.ts requestRefund': REFUNDS,
  'payments/send-refund.ts finishRefundByTransfer': [REFUNDS, 'completeTask'],
  'payments/send-refund.ts sendRefund': REFUNDS,
  'pickup/set-seller-points.ts setSellerPoints': 'pickup/points',
  'pickup/upsert-pickup-point.ts upsertPickupPoint': 'pickup/points',
};

const LAST = 'acts on nothing that it saw of the cart: of two, what was said last holds';
const LISTENS = 'runs in the transaction of who moves the payment, which has locked order and payment before it looked';
const ANNOUNCES = 'of two that write it the database refuses the second (message_once), whose job finds it then';
const POSTING_OPEN = 'its test holds a posting open by hand';
/** Those that need none: why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'carts/merge-carts.ts mergeGuestCart':
    'mergeInto reads both carts anew under their locks, and takes one that is gone for emptied',
  'carts/set-cart-pickup-point.ts setCartPickupPoint': LAST,
  'carts/vouchers/apply-voucher.ts applyVoucher': `${LAST}; an order looks at the voucher under its own lock`,
  'carts/vouchers/apply-voucher.ts removeVoucher': LAST,
  'ledger/closing/close-ledger.ts closeLedger': POSTING_OPEN,
  'ledger/closing/close-ledger.ts closeLedgerNightly': POSTING_OPEN,
  'messaging/announce-payout.ts announcePayout': ANNOUNCES,
  'messaging/announce.ts announce': ANNOUNCES,
  'messaging/send-message.ts sweepOutbox':
    'queues what waits for sendMessage, which looks under its lock whether it still does',
  'orders/payment-listeners.ts paymentCancelled': LISTENS,
  'orders/payment-listeners.ts paymentExpired': LISTENS,
  'orders/payment-listeners.ts refundSent': LISTENS,
  'orders/voucher-use.ts settleVoucherUse':
    'looks at parcels under the lock of their order; that uses go back and are taken again meets rivals in carts/redeem-voucher',
  'pickup/set-hours.ts setPointHours': 'reads nothing that it acts on: of two, what was said last holds',
};

/** Acts that look without a lock and leave the act to those above: what they saw may be over. */
const LOOKING: Readonly<Record<string, Tested>> = {
  'ledger/payouts/pay-weekly.ts payWeekly': 'ledger/payouts/weekly',
  'orders/order-again.ts orderAgain': CARTS,
  'orders/sweep-timers.ts sweepTimers': CHARGES,
  'payments/refresh-payment.ts refreshAttempt': CHARGES,
};

test('M14: each act that takes a shared lock stands here', async () => {
  const acts: string[] = [];
  for (const file of await readdir(new URL('api/', ROOT), { recursive: true })) {
    if (!file.endsWith('.ts') || !DOMAINS.test(file)) continue;
    for (const name of await exportedThatUse(file, SHARED)) if (!SHARED.test(name)) acts.push(`${file} ${name}`);
  }
  expect(acts.sort()).toEqual([...Object.keys(ACTS), ...Object.keys(WITHOUT)].sort());
});

test('M14: each of them has a test of its own in which it meets a rival', async () => {
  const silent: string[] = [];
  for (const [act, tested] of Object.entries({ ...ACTS, ...LOOKING })) {
    const [file, name] = act.split(' ') as [string, string];
    const [path, through] = typeof tested === 'string' ? [tested, null] : tested;
    const isAct = (used: string): boolean => {
      const [from, what] = used.split(' ') as [string, string];
      if (through) return from.startsWith('api/') && what === through;
      return what === name && (from === `api/${file}` || from === `api/${domainOf(file)}/index.ts`);
    };
    const tests = await usedByTests(path);
    const meets = tests.some((used) => MEETINGS.some((meeting) => used.has(meeting)) && [...used].some(isAct));
    if (!meets) silent.push(act);
  }
  expect(silent).toEqual([]);
});

function domainOf(file: string): string {
  return dirname(file).split('/')[0]!;
}
