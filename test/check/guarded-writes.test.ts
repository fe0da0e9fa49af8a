import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/** Writes of what must not be counted wrong in one file: how many there are, and the guards that stand in it. */
interface Guarded {
  readonly writes: number;
  readonly guards: readonly RegExp[];
}

const guarded = (writes: number, ...guards: RegExp[]): Guarded => ({ writes, guards });
/** What is written was locked by whoever calls. */
const LOCKED_ORDER = /LockedOrder/;

/**
 * S7: stock, room, vouchers, refunds, payouts and sums of money are written only where a condition in the same statement, a lock taken before it
 * or a unique key guards them. A file that writes one of them stands here, with how often it does and with the guards that must stand in it: one
 * write more, and somebody has to look at it.
 */
const GUARDS: Readonly<Record<string, Guarded>> = {
  'inventory/move-stock.ts': guarded(1, /for no key update of s/, /bool_and\(enough\)/),
  'inventory/adjust-stock.ts': guarded(
    2,
    /select on_hand, reserved from stock where variant_id = \? for no key update/,
    /onHand < stock!\.reserved/,
  ),
  'inventory/count-stock.ts': guarded(2, /order by s\.variant_id for no key update/),
  'pickup/room.ts': guarded(2, /room_taken \+ \$1 <= room_capacity/),
  'pickup/upsert-pickup-point.ts': guarded(1, /LockMode\.PESSIMISTIC_WRITE/),
  'carts/vouchers/redeem-voucher.ts': guarded(
    7,
    /ended_at is null and starts_at <= \$2 and coalesce\(\$2 < ends_at, true\) and coalesce\(uses < limit_total, true\)/,
    /order_id = \$1 and given_back_at is null\) returning id/,
    /r\.given_back_at is not null for no key update of v/,
  ),
  'carts/vouchers/create-voucher.ts': guarded(1, /select 1 from account where id = \? for update/),
  'carts/vouchers/end-voucher.ts': guarded(1, /LockMode\.PESSIMISTIC_WRITE/),
  'payments/lock-payment.ts': guarded(0, /LockMode\.PESSIMISTIC_WRITE, refresh: true/),
  'payments/open-payment.ts': guarded(1, /writingPayment\(tx, payment, attempt\)/),
  'payments/write-payment.ts': guarded(1, /insert into payment /),
  'payments/settle-attempt.ts': guarded(2, /LockedPayment/),
  'payments/settle-by-cash.ts': guarded(1, /locked with `lockPayment`/),
  'payments/request-refund.ts': guarded(2, /await lockPayment\(tx, reference\)/, /wanted\.amount > left/),
  'payments/refund-status.ts': guarded(2, /locked payment/),
  'payments/reconcile-refunds.ts': guarded(1, /under the payment's lock/),
  'payments/reverse-attempt.ts': guarded(2, /refresh: true/),
  'orders/lock-order.ts': guarded(
    0,
    /lockMode: LockMode\.PESSIMISTIC_WRITE, refresh: true/,
    /tx\.find\(Parcel, \{ orderKey \}, \{ \.\.\.lock/,
  ),
  'orders/find-and-lock.ts': guarded(0, /await lockOrder\(tx, found\.orderKey\)/),
  'orders/payment-listeners.ts': guarded(2, /lockOrder\(tx/),
  'orders/refunds/owe-refund.ts': guarded(7, LOCKED_ORDER, /amount > refundableOf\(parcel\)/),
  'orders/disputes/move-dispute.ts': guarded(2, /await lockOrder\(tx/, /requireMove\(tx, dispute, name, as\)/),
  'orders/disputes/open-dispute.ts': guarded(1, /lockParcel\(tx, complaint\.parcelId, 'BUYER'\)/, /if \(known\)/),
  'orders/disputes/answer-dispute.ts': guarded(1, /lockDispute\(tx, said\.disputeId, 'SELLER'\)/),
  'ledger/post.ts': guarded(3, /on conflict \(effect\) do nothing/),
  'ledger/closing/close-ledger.ts': guarded(2, /pg_advisory_xact_lock/, /on conflict do nothing/),
  'ledger/payouts/record-results.ts': guarded(0, /from payout where batch_id = \? order by id for update/),
  'ledger/payouts/move-payout.ts': guarded(2, /!begins\.includes\(payout\.status\)/),
  'ledger/payouts/request-payout.ts': guarded(1, /await lockOwner\(tx, owner\)/),
  'ledger/payouts/set-bank-account.ts': guarded(2, /await lockOwner\(tx, owner\)/),
  'ledger/payouts/make-batch.ts': guarded(2, /pg_advisory_xact_lock/, /for update of p/, /where id = \? for update/),
  'ledger/payouts/pay-weekly.ts': guarded(2, /on conflict do nothing/),
  'ledger/settlements/record-cash.ts': guarded(1, /pg_advisory_xact_lock/, /amount > held/),
  'ledger/settlements/record-settlement.ts': guarded(1, /pg_advisory_xact_lock/),
  'ledger/settlements/set-provider-fee.ts': guarded(1, /on conflict \(method, valid_from\)/),
};

const TABLES = [
  ...[
    'stock',
    'pickup_point',
    'voucher',
    'voucher_redemption',
    'voucher_period_count',
    'refund',
    'payment',
    'parcel_refund',
    'dispute',
  ],
  ...['payout', 'payout_batch', 'payout_round', 'bank_account', 'cash_delivery', 'provider_settlement', 'provider_fee'],
  ...['ledger_account', 'ledger_transaction', 'ledger_line', 'ledger_closing', 'ledger_kept_balance'],
].join('|');
const ENTITIES = [
  ...[
    'Stock',
    'StoredPickupPoint',
    'Voucher',
    'VoucherRedemption',
    'VoucherPeriodCount',
    'Refund',
    'Payment',
    'ParcelRefund',
    'Dispute',
  ],
  ...['Payout', 'PayoutBatch', 'BankAccount', 'CashDelivery', 'ProviderSettlement', 'ProviderFee'],
].join('|');
const SUMS = [
  ...[
    'paidTotal',
    'reversedTotal',
    'settledAmount',
    'refundDueTotal',
    'refundedTotal',
    'refundDue',
    'refundCount',
    'refundedQuantity',
  ],
  'refundedDiscount',
  ...['roomTaken', 'onHand', 'reserved', 'uses', 'offer', 'replacedAt', 'endedAt', 'batchKey'],
].join('|');
const WRITES = new RegExp(
  [
    `\\b(update|insert into|delete from) (${TABLES})\\b(?! set (slug|name|hours))`,
    `(native(Update|Delete|Insert)|upsert|create)\\((${ENTITIES}),`,
    `new (${ENTITIES})\\(\\)`,
    `\\b(refund|payout|dispute|voucher)\\.status = `,
    `moveRefund\\(refund, `,
    `\\.(${SUMS}) [-+]?= `,
    `\\{ batchKey: key, lineNumber`,
  ].join('|'),
  'g',
);

const writesIn = (text: string): string[] => [...text.matchAll(WRITES)].map(([write]) => write);

describe('S7: what must not be counted wrong', () => {
  test('is written only under a condition or a lock', async () => {
    const root = new URL('../../api/', import.meta.url);
    const found: Record<string, string[]> = {};
    for (const name of await readdir(root, { recursive: true })) {
      if (!name.endsWith('.ts') || name.startsWith('migrations/')) continue;
      const text = await readFile(new URL(name, root), 'utf8');
      const writes = writesIn(text);
      const { writes: known = 0, guards = [] } = GUARDS[name] ?? {};
      if (writes.length !== known || guards.some((guard) => !guard.test(text))) found[name] = writes;
    }
    expect(found).toEqual({});
  });

  test('is found by this test, wherever it is written', () => {
    const writes = [
      'update stock set on_hand = 0',
      'nativeUpdate(Refund, {}',
      'tx.create(Payout, {',
      'em.create(ParcelRefund, {',
      'Object.assign(new BankAccount(), said)',
      'payment.paidTotal += 1',
      'parcel.refundDue += amount',
      'line.refundedQuantity -= 1',
      "payout.status = 'PAID'",
      "moveRefund(refund, 'DONE')",
      'row.reserved = 2',
    ];
    expect(writes.filter((text) => writesIn(text).length !== 1)).toEqual([]);
    expect(writesIn('const left = stock.onHand - stock.reserved')).toEqual([]);
    expect(writesIn("if (refund.status === 'DUE') return")).toEqual([]);
  });
});

describe('S7: the database itself refuses', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await openTestDatabase();
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(`set session_replication_role = replica`); // rows stand alone here; checks hold all the same
    await client.query(`insert into stock (variant_id, on_hand, reserved) values (gen_random_uuid(), 5, 2)`);
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  test.each([
    ['stock_reserved_within_on_hand', 'update stock set reserved = 6'],
    ['stock_reserved_within_on_hand', 'update stock set on_hand = 1'],
    ['stock_reserved_not_negative', 'update stock set reserved = -1'],
  ])('%s: %s', async (constraint, text) => {
    await expect(client.query(text)).rejects.toMatchObject({ constraint });
  });
});
