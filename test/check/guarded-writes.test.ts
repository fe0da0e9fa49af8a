import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

/**
 * S7: stock, room, vouchers and sums of money are written only where a condition in the same statement or a lock taken before it guards
 * them. A file that writes one of them stands here, with the guard that must stand in it.
 */
const GUARDS: Readonly<Record<string, RegExp>> = {
  'inventory/move-stock.ts': /for no key update of s/,
  'inventory/adjust-stock.ts': /select on_hand, reserved from stock where variant_id = \? for no key update/,
  'inventory/count-stock.ts': /order by s\.variant_id for no key update/,
  'pickup/room.ts': /room_taken \+ \$1 <= room_capacity/,
  'carts/vouchers/redeem-voucher.ts': /uses < (v\.)?limit_total/,
  'payments/write-payment.ts': /insert into payment /,
  'payments/settle-attempt.ts': /LockedPayment/,
  'payments/settle-by-cash.ts': /locked with `lockPayment`/,
  'orders/payment-listeners.ts': /lockOrder\(tx/,
  'orders/parcel-effects.ts': /interface Move extends LockedOrder/,
  'orders/refunds/owe-refund.ts': /LockedOrder/,
};

const TABLES = 'stock|pickup_point|voucher|voucher_redemption|refund|payment';
const WRITES = new RegExp(
  [
    `\\b(update|insert into|delete from) (${TABLES})\\b(?! set (slug|name|hours))`,
    `native(Update|Delete|Insert)\\((Stock|StoredPickupPoint|Voucher|VoucherRedemption|Refund|Payment)\\b`,
    `\\.(paidTotal|settledAmount|refundDueTotal|refundedTotal|roomTaken|onHand|reserved|uses) [-+]?= `,
  ].join('|'),
);

describe('S7: what must not be counted wrong', () => {
  test('is written only under a condition or a lock', async () => {
    const root = new URL('../../api/', import.meta.url);
    const found: string[] = [];
    for (const name of await readdir(root, { recursive: true })) {
      if (!name.endsWith('.ts') || name.startsWith('migrations/')) continue;
      const text = await readFile(new URL(name, root), 'utf8');
      if (WRITES.test(text) && !GUARDS[name]?.test(text)) found.push(name);
    }
    expect(found).toEqual([]);
  });

  test('is found by this test, wherever it is written', () => {
    const writes = [
      'update stock set on_hand = 0',
      'nativeUpdate(Refund, {}',
      'payment.paidTotal += 1',
      'row.reserved = 2',
    ];
    expect(writes.filter((text) => !WRITES.test(text))).toEqual([]);
    expect(WRITES.test('const left = stock.onHand - stock.reserved')).toBe(false);
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
