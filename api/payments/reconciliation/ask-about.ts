import type { Context } from '../../platform/context.ts';
import { applyState } from '../apply-state.ts';
import { type ProviderState, ProviderUnavailable, UnreadableAnswer } from '../payment-provider.ts';
import type { OurRow, TheirRow } from './compare-books.ts';

/** What came of asking the provider about charges. */
export interface Told {
  /** Its answers by its ids; of a charge that it does not know there is none. */
  readonly rows: ReadonlyMap<string, TheirRow>;
  /** Ids of charges about which asking, or applying the answer, failed: nothing can be said of them. */
  readonly failed: ReadonlySet<string>;
}

/** How many charges the provider is asked about at the same time. */
const AT_ONCE = 4;

/**
 * Asks the provider about each of these charges and applies the answers. A fault of one does not keep the others from being asked about;
 * throws ProviderUnavailable when the provider cannot be reached.
 */
export async function askAbout(ctx: Context, charges: readonly OurRow[]): Promise<Told> {
  const rows = new Map<string, TheirRow>();
  const failed = new Set<string>();
  const askOne = async ({ attemptKey, providerOrderId }: OurRow): Promise<void> => {
    try {
      const outcome = await ctx.paymentProvider.status(providerOrderId);
      if (outcome.kind === 'NOT_FOUND') return;
      await applyState(ctx, attemptKey, outcome.state);
      rows.set(providerOrderId, rowOf(outcome.state));
    } catch (error) {
      if (error instanceof ProviderUnavailable && !(error instanceof UnreadableAnswer)) throw error;
      ctx.log.error(
        { err: error, attemptKey },
        'a charge could not be compared with the books of the payment provider',
      );
      failed.add(providerOrderId);
    }
  };
  for (let at = 0; at < charges.length; at += AT_ONCE) await Promise.all(charges.slice(at, at + AT_ONCE).map(askOne));
  return { rows, failed };
}

function rowOf({ providerOrderId, status, amount, refunds }: ProviderState): TheirRow {
  const isPaid = status === 'SETTLED' || status === 'PARTLY_REFUNDED' || status === 'REFUNDED';
  return { providerOrderId, isPaid, amount, refunded: refunds.reduce((sum, refund) => sum + refund.amount, 0) };
}
