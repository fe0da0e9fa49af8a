import { preparedRows } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** A constant statement of a transaction with $1, $2…, and what its rows mean. */
export interface Step {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Looks at the rows, once all statements sent with it are done; throws to refuse. */
  judge?(rows: readonly object[]): Promise<void> | void;
}

/**
 * Sends statements in their order without waiting for the answers between them, then judges each in the same order. What others wait for
 * stands last, so that its lock is held no longer than it must be. The first that fails is the one that is told: those after it failed by it.
 */
export async function runSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  await tx.flush();
  const answers = await Promise.allSettled(steps.map(({ text, values }) => preparedRows(tx, text, values)));
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  for (const [at, { judge }] of steps.entries()) {
    const answer = answers[at];
    if (answer?.status === 'fulfilled') await judge?.(answer.value);
  }
}
