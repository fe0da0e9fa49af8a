import fastq from 'fastq';
import type { Context } from '../platform/context.ts';

/** Orders that one process places at the same time: more would only wait for each other's locks, with connections that others need. */
const AT_ONCE = 4;

type Work = () => Promise<unknown>;

/** Who waits, by the connections of the process. */
const lines = new WeakMap<Context['read'], fastq.queueAsPromised<Work>>();

/**
 * Places an order when it is its turn. In a rush orders stand in line outside the database; `afterWaiting` then looks once more whether
 * there is still something to wait for, and may refuse.
 */
export async function inTurn<Result>(
  { read }: Context,
  afterWaiting: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  const line = lines.get(read) ?? fastq.promise((each: Work) => each(), AT_ONCE);
  lines.set(read, line);
  const hasToWait = line.running() >= AT_ONCE;
  return line.push(async () => {
    if (hasToWait) await afterWaiting();
    return work();
  }) as Promise<Result>;
}
