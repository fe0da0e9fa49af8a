import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedSettlement } from '../../../api/city/expected-settlement.ts';
import { balanceOf } from '../../../api/ledger/index.ts';
import { recordProviderSettlement, type SettlementSeen } from '../../../api/ledger/settlements/record-settlement.ts';
import { AttemptStatus } from '../../../api/payments/attempt-status.ts';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { PaymentAttempt } from '../../../api/payments/payment-attempt.ts';
import type { Context } from '../../../api/platform/context.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { expectRefusal } from '../../support/expect-refusal.ts';
import { aPayment } from '../../support/makers/payments.ts';
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

const seen = (changes: Partial<SettlementSeen> = {}): SettlementSeen => ({
  reference: `MID-${randomUUID()}`,
  gross: 1_000_000,
  fee: 7_000,
  paidOn: '2026-11-23',
  coversFrom: '2026-11-21',
  coversTo: '2026-11-22',
  idempotencyKey: randomUUID(),
  ...changes,
});

async function books(): Promise<[bank: number, fee: number, clearing: number]> {
  const kinds = ['BANK', 'PROVIDER_FEE', 'PROVIDER_CLEARING'] as const;
  const [bank, fee, clearing] = await Promise.all(kinds.map((kind) => balanceOf(ctx.read, { kind, ownerKey: null })));
  return [bank!, fee!, clearing!];
}

describe("the provider's settlement", () => {
  test('moves clearing to bank and fee, once, also when it is recorded ten times at once', async () => {
    const [bank, fee, clearing] = await books();
    const one = seen();
    const made = await Promise.all(Array.from({ length: 10 }, () => recordProviderSettlement(ctx, one)));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    expect(await books()).toEqual([bank + 993_000, fee + 7_000, clearing - 1_000_000]);
  });

  test('told by three curators at the same moment is recorded once, and the others are told so', async () => {
    const [bank] = await books();
    const one = seen();
    const record = () => recordProviderSettlement(ctx, { ...one, idempotencyKey: randomUUID() });
    const told = await letThemMeet(world, 'provider_settlement', [record, record, record]);
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of told)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'REFERENCE_USED' });
    expect((await books())[0]).toBe(bank + 993_000);
  });

  test('of the same key with other figures, or of a reference that is recorded, is refused', async () => {
    const one = seen();
    await recordProviderSettlement(ctx, one);
    const before = await books();
    await expectRefusal(recordProviderSettlement(ctx, { ...one, fee: 1 }), 'IDEMPOTENCY_KEY_REUSED', [
      'idempotencyKey',
    ]);
    const again = recordProviderSettlement(ctx, { ...one, idempotencyKey: randomUUID() });
    await expectRefusal(again, 'REFERENCE_USED', ['reference']);
    expect(await books()).toEqual(before);
  });

  test.each([
    [{ idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    [{ reference: ' ' }, 'REFERENCE_INVALID', 'reference'],
    [{ reference: 'x'.repeat(101) }, 'REFERENCE_INVALID', 'reference'],
    [{ gross: 0 }, 'AMOUNT_INVALID', 'gross'],
    [{ gross: -5, fee: 0 }, 'AMOUNT_INVALID', 'gross'],
    [{ fee: -1 }, 'AMOUNT_INVALID', 'fee'],
    [{ fee: 1_000_001 }, 'AMOUNT_INVALID', 'fee'],
    [{ paidOn: '2026-11-25' }, 'DAY_INVALID', 'paidOn'], // tomorrow
    [{ paidOn: '2026-11-31' }, 'DAY_INVALID', 'paidOn'],
    [{ coversTo: '2026-11-24' }, 'DAY_INVALID', 'coversTo'],
    [{ coversFrom: '2026-11-23' }, 'DAY_INVALID', 'coversFrom'],
    [{ coversFrom: 'x' }, 'DAY_INVALID', 'coversFrom'],
  ] as const)('with %j is refused', async (changes, code, field) => {
    await expectRefusal(recordProviderSettlement(ctx, seen(changes)), code, [field]);
  });

  test('stands beside what our payments of its days say, with the fee of each method', async () => {
    // 21 November in WIB begins on the 20th at 17:00 UTC.
    await aSettledAttempt('QRIS', 10_050, '2026-11-20T17:00:00.000Z'); // 70.35 is 70
    await aSettledAttempt('QRIS', 10_000, '2026-11-20T16:59:59.999Z'); // a moment too early
    await aSettledAttempt('VA_BNI', 50_000, '2026-11-22T16:59:59.999Z'); // 4,440
    await aSettledAttempt('GOPAY', 12_525, '2026-11-21T03:00:00.000Z'); // 250.5 goes up to 251
    await aSettledAttempt('GOPAY', 99_000, '2026-11-22T17:00:00.000Z'); // a moment too late
    const { key } = await recordProviderSettlement(ctx, seen());
    expect(await expectedSettlement(world.context(), key)).toEqual({ gross: 72_575, fee: 70 + 4_440 + 251 });
  });

  test('is less what the provider sent back on its days, also once the bank confirmed it; not what was transferred by hand', async () => {
    const at = '2026-11-15T03:00:00.000Z';
    const paymentKey = await aSettledAttempt('QRIS', 90_000, at);
    const refund = (amount: number, status: 'SENT' | 'DONE', by: 'PROVIDER' | 'TRANSFER', sentAt = at) =>
      aRefund({ paymentKey, amount, status, by, sentAt });
    await refund(1_000, 'SENT', 'PROVIDER');
    await refund(20_000, 'DONE', 'PROVIDER');
    await refund(5_000, 'DONE', 'TRANSFER');
    await refund(7_000, 'DONE', 'PROVIDER', '2026-11-15T17:00:00.000Z'); // the next day
    const days = { coversFrom: '2026-11-15', coversTo: '2026-11-15' };
    const { key } = await recordProviderSettlement(ctx, seen(days));
    expect(await expectedSettlement(world.context(), key)).toEqual({ gross: 69_000, fee: 630 });
  });

  test('takes the fee that holds on the day of the payment', async () => {
    await inTransaction(ctx, (tx) =>
      tx.execute(
        `insert into provider_fee (method, valid_from, basis_points, flat) values ('VA_BRI', '2026-11-18', 0, 1000)`,
      ),
    );
    await aSettledAttempt('VA_BRI', 20_000, '2026-11-17T16:59:59.000Z');
    await aSettledAttempt('VA_BRI', 20_000, '2026-11-17T17:00:00.000Z');
    const days = { coversFrom: '2026-11-17', coversTo: '2026-11-18' };
    const { key } = await recordProviderSettlement(ctx, seen(days));
    expect(await expectedSettlement(world.context(), key)).toEqual({ gross: 40_000, fee: 5_440 });
  });
});

/** A payment whose attempt was settled at an instant; gives its key. */
async function aSettledAttempt(method: PaymentMethod, amount: number, at: string): Promise<string> {
  const payment = await aPayment(world, {
    method,
    amount,
    items: [{ id: 'x', name: 'x', price: amount, quantity: 1 }],
  });
  await inTransaction(ctx, async (tx) => {
    const [attempt] = await tx.find(PaymentAttempt, { paymentKey: payment.key });
    Object.assign(attempt!, { settledAmount: amount, settledAt: new Date(at), status: AttemptStatus.SETTLED });
    await tx.execute('update payment set paid_total = ? where id = ?', [amount, payment.key]);
  });
  return payment.key;
}

/** A refund that went out, written beside the program by the moves that a refund makes. */
interface Gone {
  readonly paymentKey: string;
  readonly amount: number;
  readonly status: 'SENT' | 'DONE';
  readonly by: 'PROVIDER' | 'TRANSFER';
  readonly sentAt: string;
}

async function aRefund({ paymentKey, amount, status, by, sentAt }: Gone): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.execute<{ id: string }[]>(
      `insert into refund (id, payment_id, payer_id, refund_key, effect, amount, status, reason, created_at)
       select gen_random_uuid(), id, payer_id, gen_random_uuid()::text, gen_random_uuid()::text, ?, 'DUE', 'x', now()
         from payment where id = ? returning id`,
      [amount, paymentKey],
    );
    for (const next of by === 'TRANSFER' ? ['TASK', status] : new Set(['SENT', status])) {
      const gone = next === 'TASK' ? [null, null] : [sentAt, by];
      await tx.execute('update refund set status = ?, sent_at = ?, sent_by = ?, done_at = now() where id = ?', [
        ...[next, ...gone, row!.id],
      ]);
    }
  });
}
