import { LockMode } from '@mikro-orm/postgresql';
import { NEEDS_OUTCOME, recordAudit, Task, type TaskOutcome } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';

const LONGEST_NOTE = 500;
const LONGEST_REFERENCE = 100;

/** What a curator says about a task that is done. */
export interface TaskCompletion {
  readonly taskId: string;
  readonly note: string;
  /** Number of the bank transfer; required where money was moved by hand. */
  readonly reference: string | null;
  /** How it was cleared up; required for differences about money. */
  readonly outcome: `${TaskOutcome}` | null;
}

/**
 * Marks a task as done, once, in the audit log; what waited for it (a refund by transfer) moves on in the same transaction. Doing
 * it again changes nothing. Whoever finishes a free task has taken it. Refuses NOT_FOUND, TAKEN (by another curator), NOTE_MISSING,
 * REFERENCE_MISSING, OUTCOME_MISSING, TOO_LONG.
 */
export function completeTask(ctx: Context, { taskId, ...said }: TaskCompletion): Promise<Task> {
  const key = keyOf('Task', taskId);
  const note = oneLine(said.note);
  const reference = oneLine(said.reference ?? '');
  if (note.length > LONGEST_NOTE) refuse('TOO_LONG', ['note'], { limit: LONGEST_NOTE });
  if (reference.length > LONGEST_REFERENCE) refuse('TOO_LONG', ['reference'], { limit: LONGEST_REFERENCE });
  return inTransaction(ctx, async (tx) => {
    if (key !== null) await lockOrderOf(tx, key);
    const task = key === null ? null : await tx.findOne(Task, { key }, lockedAnew);
    if (!task) refuse('NOT_FOUND', ['taskId']);
    if (task.doneAt !== null) return task;
    if (task.takenByKey !== null && task.takenByKey !== ctx.actor.key) refuse('TAKEN', ['taskId']);
    if (note === '') refuse('NOTE_MISSING', ['note']);
    if (task.kind === 'REFUND_BY_TRANSFER' && reference === '') refuse('REFERENCE_MISSING', ['reference']);
    if (NEEDS_OUTCOME.has(task.kind) && said.outcome === null) refuse('OUTCOME_MISSING', ['outcome']);
    task.takenByKey = ctx.actor.key;
    task.takenAt ??= ctx.clock.now();
    task.outcome = said.outcome as TaskOutcome | null;
    task.doneAt = ctx.clock.now();
    task.doneByKey = ctx.actor.key;
    task.note = reference === '' ? note : `${note} (ref. ${reference})`;
    const how = said.outcome === null ? '' : `${said.outcome}: `;
    recordAudit(tx, 'completeTask', { taskKey: task.key, ...task.subject }, `${how}${task.note}`);
    await appendEvent(tx, 'TaskCompleted', { ...task.subject, taskKey: task.key }, { kind: task.kind });
    return task;
  });
}

const lockedAnew = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** The order before its task, as refunds that are called off lock them: what waits for the task moves the order. */
async function lockOrderOf(tx: Tx, key: string): Promise<void> {
  const { kind, subject } = (await tx.findOne(Task, { key })) ?? {};
  if (kind === 'REFUND_BY_TRANSFER' && subject?.orderKey) await tx.context.paymentReferences.lock(tx, subject.orderKey);
}
