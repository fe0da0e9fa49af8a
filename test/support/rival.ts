import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import type { Maker } from './makers/accounts.ts';

/** What a transaction that waits for a lock looks like from outside. */
const WAITING = `
  select count(*)::int as waiting from pg_stat_activity
   where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;

/**
 * Forces one interleaving: a rival does its part and holds its locks, the act runs until it waits for one of them, the rival commits, and
 * the act goes on. Gives what the act came to. Throws when the act does not wait: then it acts on what it saw before the rival did.
 */
export async function letRivalRunFirst<Result>(
  world: Maker,
  rival: (tx: Tx) => Promise<unknown>,
  act: () => Promise<Result>,
): Promise<PromiseSettledResult<Result>> {
  const holds = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const rivals = inTransaction(world.context(), async (tx) => {
    await rival(tx);
    await tx.flush();
    holds.resolve();
    await mayCommit.promise;
  });
  await Promise.race([holds.promise, rivals]);
  const acting = Promise.allSettled([act()]);
  const hasWaited = await isWaiting(world, acting);
  mayCommit.resolve();
  await rivals;
  const [outcome] = await acting;
  if (!hasWaited) throw new Error(`the act did not wait for its rival: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function isWaiting(world: Maker, acting: Promise<unknown>): Promise<boolean> {
  let hasEnded = false;
  void acting.then(() => {
    hasEnded = true;
  });
  for (const deadline = performance.now() + 15_000; performance.now() < deadline && !hasEnded; await pause(10)) {
    const [row] = await world.context().read.rows<{ waiting: number }>(WAITING);
    if ((row?.waiting ?? 0) > 0) return true;
  }
  return false;
}
