import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { DomainError } from '../../platform/refusal.ts';
import { startOfWibDay, wibDay } from '../../platform/wib.ts';
import type { Owner, OwnerKind } from '../owner.ts';
import type { PayoutSettings } from './payout-settings.ts';
import { payableNow, setAside } from './request-payout.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Refusals that leave an owner out of a round; all else is a fault. */
const LEFT_OUT = new Set([
  'SHOP_SUSPENDED',
  'PAYOUT_OPEN',
  'BANK_ACCOUNT_MISSING',
  'BANK_ACCOUNT_PAUSED',
  'BELOW_MINIMUM',
]);

/** The last instant of the weekly round that is not after `now`. */
export function lastRound(now: Date, { roundWeekday, roundHour }: PayoutSettings): Date {
  const midnight = startOfWibDay(wibDay(now)).getTime();
  const weekday = new Date(`${wibDay(now)}T00:00:00Z`).getUTCDay() || 7;
  const due = midnight + (roundWeekday - weekday) * DAY_MS + roundHour * HOUR_MS;
  return new Date(due <= now.getTime() ? due : due - 7 * DAY_MS);
}

/**
 * Does the last weekly round, once: everybody with a usable bank account and the minimum payable at the time of the round gets a
 * payout of what was payable then and still is. Killed in between, the next run goes on; a fault about one owner keeps no other from its money, and
 * is thrown at the end. A market that was down for weeks does the last round alone.
 */
export async function payWeekly(ctx: Context): Promise<void> {
  const dueAt = lastRound(ctx.clock.now(), ctx.payoutSettings);
  if (await beginRound(ctx, dueAt)) return;
  const faults: unknown[] = [];
  for (const owner of await ownersWithAccounts(ctx))
    await payOwner(ctx, owner, dueAt).catch((fault) => faults.push(fault));
  // The others have been paid by now; the next run tries those again.
  if (faults.length > 0) throw faults[0];
  await inTransaction(ctx, (tx) =>
    tx.execute('update payout_round set done_at = ? where due_at = ?', [ctx.clock.now(), dueAt]),
  );
}

/** Writes a round down, once; answers whether it is done already. */
function beginRound(ctx: Context, dueAt: Date): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute('insert into payout_round (due_at) values (?) on conflict do nothing', [dueAt]);
    const [round] = await tx.execute<{ done: boolean }[]>(
      'select done_at is not null as done from payout_round where due_at = ?',
      [dueAt],
    );
    return round?.done ?? false;
  });
}

async function payOwner(ctx: Context, owner: Owner, dueAt: Date): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => {
      // What came after the round waits for the next one: a late run pays what a punctual one would have.
      const most = await payableNow(tx, owner, dueAt);
      await setAside(tx, owner, `round:${dueAt.toISOString()}`, most);
    });
  } catch (error) {
    if (!(error instanceof DomainError) || !LEFT_OUT.has(error.code)) throw error;
  }
}

async function ownersWithAccounts(ctx: Context): Promise<Owner[]> {
  const rows = await ctx.read.rows<{ owner_kind: OwnerKind; owner_id: string }>(
    'select owner_kind, owner_id from bank_account where replaced_at is null and usable_from <= $1 order by owner_id',
    [ctx.clock.now()],
    'payouts-owners',
  );
  return rows.map(({ owner_kind, owner_id }) => ({ ownerKind: owner_kind, ownerKey: owner_id }));
}

/** Looks every hour; the round itself is weekly. */
export const payWeeklyRound = defineJob<Record<string, never>>({
  name: 'ledger.payWeekly',
  on: [],
  payload: () => null,
  attempts: 5,
  cron: '2 * * * *',
  run: (_payload, ctx) => payWeekly(ctx),
});
