import { setImmediate as others } from 'node:timers/promises';
import fastq from 'fastq';
import type { Context } from '../platform/context.ts';
import { type Look, noteSoldOut, outOfStock, refuseSoldOut, soldOutIn } from './refuse-sold-out.ts';

/** Orders that one process places at the same time: more would only wait for each other's locks, with connections that others need. */
export const PLACED_AT_ONCE = 8;
/** So many who wait are refused one after another before other requests are let in between. */
const REFUSED_TOGETHER = 20;

/** Who waits for its turn. */
interface Waiting extends Look {
  /** Comes, as a failure, when the order is refused before its turn. */
  readonly refused: PromiseWithResolvers<never>;
}

/** The orders of one process. */
interface Line {
  readonly queue: fastq.queueAsPromised<() => Promise<unknown>>;
  readonly waiting: Set<Waiting>;
  /** While those who wait are looked through. */
  refusing: Promise<void> | null;
}

/** By the connections of the process. */
const lines = new WeakMap<Context['read'], Line>();

function lineOf({ read }: Context): Line {
  const line: Line = lines.get(read) ?? {
    queue: fastq.promise((work) => work(), PLACED_AT_ONCE),
    waiting: new Set(),
    refusing: null,
  };
  lines.set(read, line);
  return line;
}

/**
 * Places an order when it is its turn. In a rush orders stand in line outside the database; who comes for something that is sold out, or
 * waited for it, is refused OUT_OF_STOCK without a turn.
 */
export async function inTurn<Result>(look: Look, work: () => Promise<Result>): Promise<Result> {
  const { queue, waiting } = lineOf(look.ctx);
  await refuseSoldOut(look);
  if (queue.running() < PLACED_AT_ONCE) return queue.push(work) as Promise<Result>;
  const own: Waiting = { ...look, refused: Promise.withResolvers<never>() };
  waiting.add(own);
  const turn = queue.push(async () => {
    if (!waiting.delete(own)) return undefined; // refused meanwhile
    await refuseSoldOut(look);
    return work();
  });
  return Promise.race([turn as Promise<Result>, own.refused.promise]);
}

/** Something turned out to be sold out: of all who wait, those who came for it are refused at once, by one read. */
export async function refuseWaiting(ctx: Context): Promise<void> {
  noteSoldOut(ctx);
  const line = lineOf(ctx);
  line.refusing ??= refuseAll(line.waiting).finally(() => {
    line.refusing = null;
  });
  await line.refusing;
}

async function refuseAll(waiting: Set<Waiting>): Promise<void> {
  const all = [...waiting];
  // Whoever could not be looked for now looks again in turn.
  const gone = await soldOutIn(all).catch(() => []);
  for (const [at, one] of all.entries()) {
    const title = gone[at];
    if (title == null || !waiting.delete(one)) continue;
    one.refused.reject(outOfStock(title));
    if (at % REFUSED_TOGETHER === 0) await others();
  }
}
