import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { isDay } from '../../platform/wib.ts';
import { ProviderFee } from './provider-fee.ts';

/** The whole of a payment, in hundredths of a percent. */
const WHOLE = 10_000;

/** What was agreed upon with the payment provider. */
export interface FeeAgreed {
  /** A method of payment, as payments name it. */
  readonly method: string;
  /** First day (WIB) of payments for which it holds, `2026-11-28`; also a past one. */
  readonly validFrom: string;
  /** Hundredths of a percent. */
  readonly basisPoints: number;
  /** For each payment, in rupiah, VAT included. */
  readonly flat: Rupiah;
}

/**
 * Enters what the provider keeps of payments by a method from a day on, in place of what was entered for that day, in the audit log. The ledger
 * does not change: settlements are booked as they came, and this says what they should have brought. Refuses DAY_INVALID, FEE_INVALID {limit}.
 */
export async function setProviderFee(ctx: Context, agreed: FeeAgreed): Promise<ProviderFee> {
  const { method, validFrom, basisPoints, flat } = agreed;
  if (!isDay(validFrom)) refuse('DAY_INVALID', ['validFrom']);
  if (basisPoints < 0 || basisPoints > WHOLE) refuse('FEE_INVALID', ['basisPoints'], { limit: `0-${WHOLE}` });
  if (flat < 0 || flat > LARGEST_RUPIAH) refuse('FEE_INVALID', ['flat'], { limit: `0-${LARGEST_RUPIAH}` });
  return inTransaction(ctx, async (tx) => {
    await tx.execute(
      `insert into provider_fee (method, valid_from, basis_points, flat, is_assumed) values (?, ?, ?, ?, false)
       on conflict (method, valid_from)
       do update set basis_points = excluded.basis_points, flat = excluded.flat, is_assumed = false`,
      [method, validFrom, basisPoints, flat],
    );
    recordAudit(tx, 'setProviderFee', { method, validFrom }, `${basisPoints / 100} % + ${flat}`);
    return tx.findOneOrFail(ProviderFee, { method, validFrom });
  });
}

/** Every fee that was entered: by method, the latest first. */
export function listProviderFees(ctx: Context): Promise<ProviderFee[]> {
  return ctx.em.fork().find(ProviderFee, {}, { orderBy: { method: 'asc', validFrom: 'desc' } });
}
