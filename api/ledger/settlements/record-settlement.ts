import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { isIdempotencyKey } from '../../platform/keys.ts';
import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { isDay, wibDay } from '../../platform/wib.ts';
import { post } from '../post.ts';
import { ProviderSettlement } from './provider-settlement.ts';

const LONGEST_REFERENCE = 100;

/** What a bank statement and the provider's report say of a settlement. */
export interface SettlementSeen {
  readonly reference: string;
  /** In rupiah. */
  readonly gross: Rupiah;
  readonly fee: Rupiah;
  /** Days in WIB, `2026-11-28`. */
  readonly paidOn: string;
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly idempotencyKey: string;
}

/**
 * Records that the provider sent money to our bank account: clearing becomes bank and the provider's fee, once, in the audit log. The
 * same key of the same curator gives the same settlement. Refuses IDEMPOTENCY_KEY_INVALID, REFERENCE_INVALID, AMOUNT_INVALID,
 * DAY_INVALID, REFERENCE_USED, IDEMPOTENCY_KEY_REUSED.
 */
export async function recordProviderSettlement(ctx: Context, seen: SettlementSeen): Promise<ProviderSettlement> {
  const { idempotencyKey, ...figures } = checked(seen, wibDay(ctx.clock.now()));
  const recordedByKey = ctx.actor.key ?? '';
  return inTransaction(ctx, async (tx) => {
    // One at a time: the second of two equal calls waits here, and then finds what the first made.
    await tx.execute(`select pg_advisory_xact_lock(hashtextextended('provider_settlement', 0))`);
    const made = await tx.findOne(ProviderSettlement, { recordedByKey, idempotencyKey });
    if (made) return isSame(made, figures) ? made : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    if ((await tx.count(ProviderSettlement, { reference: figures.reference })) > 0)
      refuse('REFERENCE_USED', ['reference']);
    const said = { ...figures, recordedByKey, idempotencyKey, createdAt: ctx.clock.now() };
    const settlement = Object.assign(new ProviderSettlement(), said);
    await tx.persist(settlement).flush();
    recordAudit(tx, 'recordProviderSettlement', { providerSettlementKey: settlement.key }, null);
    await post(tx, {
      effect: `settlement:${settlement.key}`,
      memo: `Settlement ${figures.paidOn} of the provider`,
      lines: [
        { account: { kind: 'BANK', ownerKey: null }, amount: settlement.net },
        { account: { kind: 'PROVIDER_FEE', ownerKey: null }, amount: settlement.fee },
        { account: { kind: 'PROVIDER_CLEARING', ownerKey: null }, amount: -settlement.gross },
      ],
    });
    return settlement;
  });
}

function checked(seen: SettlementSeen, today: string): SettlementSeen {
  const { gross, fee, paidOn, coversFrom, coversTo, idempotencyKey } = seen;
  const reference = oneLine(seen.reference);
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  if (reference === '' || [...reference].length > LONGEST_REFERENCE)
    refuse('REFERENCE_INVALID', ['reference'], { limit: LONGEST_REFERENCE });
  if (gross < 1 || gross > LARGEST_RUPIAH) refuse('AMOUNT_INVALID', ['gross']);
  if (fee < 0 || fee > gross) refuse('AMOUNT_INVALID', ['fee']);
  if (!isDay(paidOn) || paidOn > today) refuse('DAY_INVALID', ['paidOn']);
  if (!isDay(coversTo) || coversTo > paidOn) refuse('DAY_INVALID', ['coversTo']);
  if (!isDay(coversFrom) || coversFrom > coversTo) refuse('DAY_INVALID', ['coversFrom']);
  return { reference, gross, fee, paidOn, coversFrom, coversTo, idempotencyKey };
}

function isSame(made: ProviderSettlement, figures: Omit<SettlementSeen, 'idempotencyKey'>): boolean {
  return (Object.keys(figures) as (keyof typeof figures)[]).every((name) => made[name] === figures[name]);
}
