import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { PaymentProvider } from '../../api/payments/payment-provider.ts';
import type { Context } from '../../api/platform/context.ts';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import type { Maker } from './makers/accounts.ts';

/** What a transaction that waits for a lock looks like from outside. */
const WAITING = `
  select count(*)::int as waiting from pg_stat_activity
   where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;

/**
 * Forces one interleaving: a rival does its part and holds its locks, the act runs until it waits for one of them, the rival commits, and
 * the act goes on. Gives what the act came to. Throws when the act does not wait: then it acts on what it saw before the rival did.
 * `meanwhile` is what the rival does besides, once the act waits.
 */
export async function letRivalRunFirst<Result>(
  world: Maker,
  rival: (tx: Tx) => Promise<unknown>,
  act: () => Promise<Result>,
  meanwhile: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<PromiseSettledResult<Result>> {
  const holds = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const rivals = inTransaction(world.context(), async (tx) => {
    await rival(tx);
    await tx.flush();
    holds.resolve();
    await mayCommit.promise;
    await meanwhile(tx);
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

/**
 * Forces the interleaving in which the act passes its rival by: the rival does its part and holds its locks, the act runs to its end, the
 * rival commits. Gives what the act came to. Throws when the act waits for the rival: then it goes on with what it chose before.
 */
export async function letActPassBy<Result>(
  world: Maker,
  rival: (tx: Tx) => Promise<unknown>,
  act: () => Promise<Result>,
): Promise<PromiseSettledResult<Result>> {
  const { acting, hasWaited } = await inTransaction(world.context(), async (tx) => {
    await rival(tx);
    await tx.flush();
    const acting = Promise.allSettled([act()]);
    return { acting, hasWaited: await isWaiting(world, acting) };
  });
  const [outcome] = await acting;
  if (hasWaited) throw new Error(`the act waited for its rival: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A call by which the payment provider is asked about a charge. */
type ProviderCall = Exclude<keyof PaymentProvider, 'readNotification'>;

/** Which call of the provider it is at which a rival comes in, and what is heard of it. */
interface Meeting<Call extends ProviderCall> {
  /** What the act hears without the provider's being asked at all. */
  readonly heard?: Awaited<ReturnType<PaymentProvider[Call]>>;
  /** Of several such calls the first that this is true of; the very first when left out. */
  readonly isMeant?: (...asked: Parameters<PaymentProvider[Call]>) => boolean;
}

/**
 * Forces the interleaving in which a rival commits while the payment provider is asked: the act has looked, the provider has answered, and the act
 * has not heard it yet; once. Gives what the act came to. Throws when the act asked nothing so, or the rival did not come to its end.
 */
export async function letRivalRunAtProvider<Call extends ProviderCall, Result>(
  ctx: Context,
  call: Call,
  rival: () => Promise<unknown>,
  act: (ctx: Context) => Promise<Result>,
  { heard, isMeant = () => true }: Meeting<Call> = {},
): Promise<PromiseSettledResult<Result>> {
  let hasMet = false;
  let hasRivalRun = false;
  const paymentProvider = new Proxy(ctx.paymentProvider, {
    get(provider, name) {
      const value: unknown = Reflect.get(provider, name);
      const ask = typeof value === 'function' ? value.bind(provider) : value;
      if (name !== call) return ask;
      return async (...asked: Parameters<PaymentProvider[Call]>) => {
        if (hasMet || !isMeant(...asked)) return ask(...asked);
        hasMet = true; // before anything is waited for: several may ask at once
        const answer = heard ?? (await ask(...asked));
        await rival();
        hasRivalRun = true;
        return answer;
      };
    },
  });
  const [outcome] = await Promise.allSettled([act({ ...ctx, paymentProvider })]);
  if (!hasRivalRun) {
    const cause = outcome.status === 'rejected' ? outcome.reason : outcome;
    throw new Error(`no rival ran while the act asked the provider to ${call}`, { cause });
  }
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

/** A world whose database can be reached as its owner. */
export interface Owned extends Maker {
  readonly database: { readonly ownerUrl: string };
}

/**
 * Has acts meet: nobody can write the table until each of them waits, for it or for a lock before it. Who looks without a lock has looked by
 * then, and acts on what it saw. Those that need not wait are waited for so many milliseconds. Gives what they came to, in their order.
 */
export async function letThemMeet<Result>(
  world: Owned,
  table: string,
  acts: readonly (() => Promise<Result>)[],
  mostMs = 15_000,
): Promise<PromiseSettledResult<Result>[]> {
  const owner = new Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; lock table "${table}" in share row exclusive mode`);
    const acting = Promise.allSettled(acts.map((act) => act()));
    for (const deadline = performance.now() + mostMs; performance.now() < deadline; await pause(10)) {
      const [row] = await world.context().read.rows<{ waiting: number }>(WAITING);
      if (row?.waiting === acts.length) break;
    }
    await owner.query('commit');
    return await acting;
  } finally {
    await owner.end();
  }
}
