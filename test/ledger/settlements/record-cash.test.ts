import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balanceOf, post } from '../../../api/ledger/index.ts';
import { type CashSeen, recordCashDelivery } from '../../../api/ledger/settlements/record-cash.ts';
import type { Context } from '../../../api/platform/context.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { expectRefusal } from '../../support/expect-refusal.ts';
import { aPickupPoint } from '../../support/makers/orders.ts';
import { aCurator } from '../../support/makers/payouts.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { letThemMeet } from '../../support/rival.ts';

let world: MarketWorld;
let ctx: Context;
beforeAll(async () => {
  world = await openMarketWorld();
  ctx = world.context((await aCurator(world)).actor);
});
afterAll(() => world.close());

const cashOf = (ownerKey: string) => ({ kind: 'CASH_AT_POINT', ownerKey }) as const;

/** A point that has taken 100,000 rupiah, and its deposit of 70,000. */
async function aDeposit(): Promise<{ key: string; seen: CashSeen }> {
  const { key } = await aPickupPoint(world);
  const lines = [
    { account: cashOf(key), amount: 100_000 },
    { account: { kind: 'COMMISSION', ownerKey: null } as const, amount: -100_000 },
  ];
  await inTransaction(ctx, (tx) => post(tx, { effect: randomUUID(), memo: 'test', lines }));
  const pointId = globalId('PickupPoint', key);
  return { key, seen: { pointId, amount: 70_000, reference: 'Setoran 1', idempotencyKey: randomUUID() } };
}

describe('cash that a point hands in', () => {
  test('goes to the bank once, also when it is recorded ten times at once', async () => {
    const { key, seen } = await aDeposit();
    const bank = await balanceOf(ctx.read, { kind: 'BANK', ownerKey: null });
    const made = await Promise.all(Array.from({ length: 10 }, () => recordCashDelivery(ctx, seen)));
    expect(new Set(made.map((each) => each.key)).size).toBe(1);
    expect(await balanceOf(ctx.read, cashOf(key))).toBe(30_000);
    expect(await balanceOf(ctx.read, { kind: 'BANK', ownerKey: null })).toBe(bank + 70_000);
  });

  test('is never more than it holds, also in parts that come at the same moment', async () => {
    const { key, seen } = await aDeposit();
    const part = (at: number) => () =>
      recordCashDelivery(ctx, { ...seen, reference: `Setoran ${at}`, idempotencyKey: randomUUID() });
    const parts = await letThemMeet(world, 'cash_delivery', [1, 2, 3, 4].map(part));
    expect(parts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const more = recordCashDelivery(ctx, { ...seen, amount: 30_001, reference: 'Lagi', idempotencyKey: randomUUID() });
    await expectRefusal(more, 'MORE_THAN_HELD', ['amount'], { held: 'Rp30.000' });
    expect(await balanceOf(ctx.read, cashOf(key))).toBe(30_000);
  });

  test.each([
    [{ idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    [{ reference: ' ' }, 'REFERENCE_INVALID', 'reference'],
    [{ reference: 'x'.repeat(101) }, 'REFERENCE_INVALID', 'reference'],
    [{ amount: 0 }, 'AMOUNT_INVALID', 'amount'],
    [{ pointId: globalId('PickupPoint', randomUUID()) }, 'NOT_FOUND', 'pointId'],
    [{ pointId: globalId('Seller', randomUUID()) }, 'NOT_FOUND', 'pointId'],
  ] as const)('with %j is refused', async (changes, code, field) => {
    const { seen } = await aDeposit();
    await expectRefusal(recordCashDelivery(ctx, { ...seen, ...changes }), code, [field]);
  });

  test('of one number is recorded once for a point, whoever records it, also at the same moment', async () => {
    const { key, seen } = await aDeposit();
    const another = world.context((await aCurator(world)).actor);
    const small = { ...seen, amount: 10_000 };
    const records = [ctx, another].map(
      (as) => () => recordCashDelivery(as, { ...small, idempotencyKey: randomUUID() }),
    );
    const met = await letThemMeet(world, 'cash_delivery', records);
    expect(met.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = recordCashDelivery(another, { ...small, reference: ' Setoran  1 ', idempotencyKey: randomUUID() });
    await expectRefusal(again, 'REFERENCE_USED', ['reference']);
    expect(await balanceOf(ctx.read, cashOf(key))).toBe(90_000);
    await recordCashDelivery(ctx, { ...(await aDeposit()).seen, amount: 10_000 }); // of another point
  });

  test('of the same key with another sum is refused', async () => {
    const { seen } = await aDeposit();
    await recordCashDelivery(ctx, seen);
    await expectRefusal(recordCashDelivery(ctx, { ...seen, amount: 5 }), 'IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  });
});
