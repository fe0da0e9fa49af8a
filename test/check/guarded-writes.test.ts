import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenLocks, codeOf, relyingIn, usesWithoutLock } from './held-locks.ts';

/** Writes of what must not be counted wrong in one file: how many there are, and the guards that stand in it. */
interface Guarded {
  readonly writes: number;
  /** What stands in its code. */
  readonly guards: readonly RegExp[];
  /** What writes on rows that its callers have locked: each of those is asked whether it has. */
  readonly lockedByCaller: readonly string[];
}

const guarded = (writes: number, ...guards: RegExp[]): Guarded => ({ writes, guards, lockedByCaller: [] });
const lockedByCaller = (writes: number, names: readonly string[], ...guards: RegExp[]): Guarded => ({
  writes,
  guards,
  lockedByCaller: names,
});

/**
 * S7: stock, room, vouchers, refunds, payouts and sums of money are written only where a condition in the same statement, a lock taken before it
 * or a unique key guards them. A file that writes one of them stands here, with how often it does and with the guards that must stand in its code,
 * where comments count for nothing: one write more, and somebody has to look at it.
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
  'payments/settle-attempt.ts': lockedByCaller(2, ['settleAttempt']),
  'payments/settle-by-cash.ts': lockedByCaller(1, ['settleByCash']),
  'payments/request-refund.ts': guarded(2, /await lockPayment\(tx, reference\)/, /wanted\.amount > left/),
  'payments/refund-status.ts': lockedByCaller(2, ['moveRefund', 'recordSent']),
  'payments/reconcile-refunds.ts': lockedByCaller(1, ['reconcileRefunds', 'follow']),
  'payments/reverse-attempt.ts': lockedByCaller(2, ['reverseAttempt'], /refresh: true/),
  'orders/lock-order.ts': guarded(
    0,
    /lockMode: LockMode\.PESSIMISTIC_WRITE, refresh: true/,
    /tx\.find\(Parcel, \{ orderKey \}, \{ \.\.\.lock/,
  ),
  'orders/find-and-lock.ts': guarded(0, /await lockOrder\(tx, found\.orderKey\)/),
  'orders/payment-listeners.ts': guarded(2, /lockOrder\(tx/),
  'orders/refunds/owe-refund.ts': lockedByCaller(7, ['oweRefundOf'], /amount > refundableOf\(parcel\)/),
  'orders/disputes/move-dispute.ts': lockedByCaller(2, ['moveDispute'], /requireMove\(tx, dispute, name, as\)/),
  'orders/disputes/open-dispute.ts': lockedByCaller(1, ['openLocked', 'writeDispute'], /if \(known\)/),
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

/** Every source file of the program but its migrations, by its path below api/. */
async function readSources(): Promise<Map<string, string>> {
  const root = new URL('../../api/', import.meta.url);
  const names = (await readdir(root, { recursive: true })).sort();
  const ours = names.filter((name) => name.endsWith('.ts') && !name.startsWith('migrations/'));
  return new Map(
    await Promise.all(ours.map(async (name) => [name, await readFile(new URL(name, root), 'utf8')] as const)),
  );
}

describe('S7: what must not be counted wrong', () => {
  let sources: ReadonlyMap<string, string>;
  beforeAll(async () => {
    sources = await readSources();
  });
  /** The sources with one place changed, which has to be there. */
  const changed = (at: string, from: string, to: string): Map<string, string> => {
    const text = sources.get(at) ?? '';
    expect(text.split(from).length, `${at}: ${from}`).toBeGreaterThan(1);
    return new Map(sources).set(at, text.replaceAll(from, to));
  };

  test('is written only under a condition or a lock', () => {
    const relying = relyingIn(sources);
    const found: Record<string, unknown> = {};
    for (const [name, text] of sources) {
      const known = GUARDS[name] ?? guarded(0);
      if (!(name in GUARDS) && writesIn(text).length === 0) continue;
      const code = codeOf(text);
      const writes = writesIn(code);
      const missing = known.guards.filter((guard) => !guard.test(code)).map(String);
      const notAsked = known.lockedByCaller.filter((each) => !relying.has(`${name}#${each}`));
      if (writes.length !== known.writes || missing.length + notAsked.length > 0)
        found[name] = { writes, missing, notAsked };
    }
    expect(found).toEqual({});
  });

  test('is locked by whoever calls what relies on that', () => {
    expect(brokenLocks(sources)).toEqual([]);
    expect(usesWithoutLock(sources)).toEqual([]);
  });

  test.each([
    ['payments/apply-state.ts', 'await lockFromBelow(tx, paymentKey)', 'await peek(tx, paymentKey)'],
    ['payments/apply-state.ts', 'await lockFromBelow(tx, paymentKey)', '/* await lockFromBelow(tx) */ await peek(tx)'],
    ['payments/send-refund.ts', 'await lockFromBelow(tx, found.paymentKey)', 'await peek(tx, found.paymentKey)'],
    ['orders/fire-timer.ts', 'await lockOrder(tx, timer.order_id)', 'await peek(tx, timer.order_id)'],
    ['orders/part-settled.ts', 'await lockOrder(', 'await peek('],
    ['orders/collect-parcel.ts', 'await lockAtCounter(', 'await peek('],
    ['orders/disputes/open-dispute.ts', 'await lockParcel(', 'await peek('],
    ['orders/cancel-order.ts', 'await lockOwnOrder(', 'await peek('],
  ])('is found where a caller drops its lock: %s, %s becomes %s', (at, from, to) => {
    const found = usesWithoutLock(changed(at, from, to));
    expect(found.filter((use) => use.startsWith(`${at}#`))).not.toEqual([]);
    expect(found.filter((use) => !use.startsWith(`${at}#`))).toEqual([]);
  });

  test.each([
    ['payments/lock-payment.ts', 'lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true', 'refresh: true'],
    [
      'payments/lock-payment.ts',
      'await lockPayment(tx, reference)',
      '/* await lockPayment(tx, reference) */ await read(tx)',
    ],
    ['orders/lock-order.ts', 'await lockPayment(tx, orderKey)', 'await readPayment(tx, orderKey)'],
    ['payments/send-refund.ts', 'await lockFromBelow(tx, paymentKey)', 'await read(tx, paymentKey)'],
  ])('is found where a lock locks no more: %s, %s becomes %s', (at, from, to) => {
    expect(brokenLocks(changed(at, from, to))).not.toEqual([]);
  });

  test('is not guarded by what a comment says', () => {
    const text = [
      'a(); // update stock `',
      '/** locked */ const b = `-- /* kept */ // kept`; /* gone */ c(); // d',
    ].join('\n');
    expect(codeOf(text)).toHaveLength(text.length);
    const lines = codeOf(text).split('\n');
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'a();',
      'const b = `-- /* kept */ // kept`; c();',
    ]);
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
