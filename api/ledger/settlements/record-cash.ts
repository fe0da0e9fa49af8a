import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isIdempotencyKey } from '../../platform/keys.ts';
import { formatRupiah, type Rupiah } from '../../platform/money.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { balanceOf } from '../balance.ts';
import { accountOf, OwnerKind, ownerName, ownerOf } from '../owner.ts';
import { post } from '../post.ts';
import { CashDelivery } from './cash-delivery.ts';

const LONGEST_REFERENCE = 100;

/** What a bank statement says of a point's deposit. */
export interface CashSeen {
  /** Public id of a pickup point. */
  readonly pointId: string;
  /** In rupiah. */
  readonly amount: Rupiah;
  readonly reference: string;
  readonly idempotencyKey: string;
}

/**
 * Records that a point brought cash to our bank account, once, in the audit log: it counts against the point's payouts no more. The
 * same key of the same curator is the same deposit. Refuses IDEMPOTENCY_KEY_INVALID, NOT_FOUND, REFERENCE_INVALID, AMOUNT_INVALID,
 * IDEMPOTENCY_KEY_REUSED, REFERENCE_USED, MORE_THAN_HELD {held}.
 */
export async function recordCashDelivery(ctx: Context, seen: CashSeen): Promise<CashDelivery> {
  const { amount, idempotencyKey } = seen;
  const reference = oneLine(seen.reference);
  const point = ownerOf(seen.pointId);
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  if (point?.ownerKind !== OwnerKind.POINT || (await ownerName(ctx, point.ownerKey)) === null)
    refuse('NOT_FOUND', ['pointId']);
  if (reference === '' || [...reference].length > LONGEST_REFERENCE)
    refuse('REFERENCE_INVALID', ['reference'], { limit: LONGEST_REFERENCE });
  if (amount < 1) refuse('AMOUNT_INVALID', ['amount']);
  const said = { pointKey: point.ownerKey, amount, reference };
  const recordedByKey = ctx.actor.key ?? '';
  const cash = accountOf(point, 'CASH_AT_POINT');
  return inTransaction(ctx, async (tx) => {
    // One deposit at a time: of two equal calls the second waits here, and then finds what the first made.
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('cash_delivery', 0))`);
    const made = await tx.findOne(CashDelivery, { recordedByKey, idempotencyKey });
    if (made) return isSame(made, said) ? made : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    if ((await tx.count(CashDelivery, { pointKey: point.ownerKey, reference })) > 0)
      refuse('REFERENCE_USED', ['reference']);
    const held = await balanceOf(tx, cash);
    if (amount > held) refuse('MORE_THAN_HELD', ['amount'], { held: formatRupiah(held) });
    const stored = { ...said, recordedByKey, idempotencyKey, createdAt: ctx.clock.now() };
    const delivery = Object.assign(new CashDelivery(), stored);
    await tx.persist(delivery).flush();
    recordAudit(tx, 'recordCashDelivery', { pickupPointKey: point.ownerKey, cashDeliveryKey: delivery.key }, reference);
    await post(tx, {
      effect: `cash-handed-in:${delivery.key}`,
      memo: 'Cash handed in',
      lines: [
        { account: { kind: 'BANK', ownerKey: null }, amount },
        { account: cash, amount: -amount },
      ],
    });
    return delivery;
  });
}

function isSame(made: CashDelivery, said: Pick<CashDelivery, 'pointKey' | 'amount' | 'reference'>): boolean {
  return made.pointKey === said.pointKey && made.amount === said.amount && made.reference === said.reference;
}
