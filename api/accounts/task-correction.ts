import { registerEnumType } from 'type-graphql';
import type { Tx } from '../platform/database/transaction.ts';
import type { Rupiah } from '../platform/money.ts';

/** How a difference about money is put right in the ledger when its task ends: one way for each direction. */
export enum TaskCorrection {
  PAID_BACK_BY_TRANSFER = 'PAID_BACK_BY_TRANSFER',
  BORNE_BY_MARKET = 'BORNE_BY_MARKET',
}

registerEnumType(TaskCorrection, {
  name: 'TaskCorrection',
  description:
    'How a difference about money is put right in the ledger when its task ends: one way for each direction.',
  valuesConfig: {
    PAID_BACK_BY_TRANSFER: {
      description:
        'The provider holds money that no book knows, and it was sent back to its payer from our bank account: provider clearing against bank.',
    },
    BORNE_BY_MARKET: {
      description:
        'The provider holds less than our books say, and nobody makes up for it: provider fee against provider clearing.',
    },
  },
});

/** The way that fits so many rupiah which the provider holds above our books (below 0: which it lacks); null for none. */
export function correctionFor(surplus: Rupiah): TaskCorrection | null {
  if (surplus === 0) return null;
  return surplus > 0 ? TaskCorrection.PAID_BACK_BY_TRANSFER : TaskCorrection.BORNE_BY_MARKET;
}

const CORRECTED = `
  select coalesce(sum(case correction when '${TaskCorrection.PAID_BACK_BY_TRANSFER}' then 1 else -1 end
                      * case when done_at is null then correctable_amount else coalesce(corrected_amount, 0) end), 0)::text as sum
    from task where correction is not null and exists (select from jsonb_array_elements_text(?::jsonb) cause where starts_with(once, cause))`;

/**
 * How much of what the provider holds above our ledger (below 0: lacks), in rupiah, tasks have put right, or still can: what those that ended have booked,
 * and what open ones may book. Those count whose cause begins with one of these.
 */
export async function correctedBy(tx: Tx, causes: readonly string[]): Promise<Rupiah> {
  const [corrected] = await tx.execute<{ sum: string }[]>(CORRECTED, [JSON.stringify(causes)]);
  return Number(corrected?.sum);
}
