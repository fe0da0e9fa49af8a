import { LockMode } from '@mikro-orm/postgresql';
import { NEEDS_OUTCOME, recordAudit, Task, type TaskOutcome } from '../accounts/index.ts';
import { postCorrection } from '../ledger/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';

const LONGEST_NOTE = 500;
const LONGEST_REFERENCE = 100;

/** What a curator says about a task that is done. */
export interface TaskCompletion {
  readonly taskId: string;
  readonly note: string;
  /** Number of the bank transfer; required where money was moved by hand, also by a correction that says so. */
  readonly reference: string | null;
  /** How it was cleared up; required for differences about money. */
  readonly outcome: `${TaskOutcome}` | null;
  /** How much of what differs is booked in the way that the task names, in rupiah. Null or left out changes nothing in the ledger. */
  readonly correctedAmount?: Rupiah | null;
}

/**
 * Marks a task as done, once, in the audit log; what waited for it (a refund by transfer) moves on in the same transaction. Doing
 * it again changes nothing. Whoever finishes a free task has taken it. Refuses NOT_FOUND, TAKEN (by another curator), NOTE_MISSING,
 * REFERENCE_MISSING, OUTCOME_MISSING, NO_CORRECTION, OUT_OF_RANGE, ALREADY_DONE, TOO_LONG.
 */
export function completeTask(ctx: Context, { taskId, ...said }: TaskCompletion): Promise<Task> {
  const key = keyOf('Task', taskId);
  const note = oneLine(said.note);
  const reference = oneLine(said.reference ?? '');
  const corrected = said.correctedAmount ?? null;
  if (note.length > LONGEST_NOTE) refuse('TOO_LONG', ['note'], { limit: LONGEST_NOTE });
  if (reference.length > LONGEST_REFERENCE) refuse('TOO_LONG', ['reference'], { limit: LONGEST_REFERENCE });
  return inTransaction(ctx, async (tx) => {
    if (key !== null) await lockOrderOf(tx, key);
    const task = key === null ? null : await tx.findOne(Task, { key }, lockedAnew);
    if (!task) refuse('NOT_FOUND', ['taskId']);
    // Who wants to book what was not booked must not read that it was.
    if (task.doneAt !== null && corrected !== null && corrected !== task.correctedAmount)
      refuse('ALREADY_DONE', ['taskId']);
    if (task.doneAt !== null) return task;
    if (task.takenByKey !== null && task.takenByKey !== ctx.actor.key) refuse('TAKEN', ['taskId']);
    if (note === '') refuse('NOTE_MISSING', ['note']);
    const isTransferred =
      task.kind === 'REFUND_BY_TRANSFER' || (corrected !== null && task.correction === 'PAID_BACK_BY_TRANSFER');
    if (isTransferred && reference === '') refuse('REFERENCE_MISSING', ['reference']);
    if (NEEDS_OUTCOME.has(task.kind) && said.outcome === null) refuse('OUTCOME_MISSING', ['outcome']);
    if (corrected !== null) judgeCorrection(task, corrected, said.outcome);
    task.takenByKey = ctx.actor.key;
    task.takenAt ??= ctx.clock.now();
    task.outcome = said.outcome as TaskOutcome | null;
    task.doneAt = ctx.clock.now();
    task.doneByKey = ctx.actor.key;
    task.note = reference === '' ? note : `${note} (ref. ${reference})`;
    if (corrected !== null) await correct(tx, task, corrected);
    const how = said.outcome === null ? '' : `${said.outcome}: `;
    const booked = corrected === null ? '' : ` [${task.correction} ${formatRupiah(corrected)}]`;
    recordAudit(tx, 'completeTask', { taskKey: task.key, ...task.subject }, `${how}${task.note}${booked}`);
    await appendEvent(tx, 'TaskCompleted', { ...task.subject, taskKey: task.key }, { kind: task.kind });
    return task;
  });
}

function judgeCorrection(task: Task, amount: Rupiah, outcome: TaskCompletion['outcome']): void {
  const { correction, correctableAmount: limit } = task;
  if (!correction || limit === null || outcome === 'NOTHING_TO_DO') refuse('NO_CORRECTION', ['correctedAmount']);
  if (amount < 1 || amount > limit) refuse('OUT_OF_RANGE', ['correctedAmount'], { limit: formatRupiah(limit) });
}

/** Books what a difference about money came to, and notes it on its task, which is done. */
async function correct(tx: Tx, task: Task, amount: Rupiah): Promise<void> {
  task.correctedAmount = amount;
  await postCorrection(tx, task.key, { kind: task.correction!, amount });
}

const lockedAnew = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** The order before its task, as refunds that are called off lock them: what waits for the task moves the order. */
async function lockOrderOf(tx: Tx, key: string): Promise<void> {
  const { kind, subject } = (await tx.findOne(Task, { key })) ?? {};
  if (kind === 'REFUND_BY_TRANSFER' && subject?.orderKey) await tx.context.paymentReferences.lock(tx, subject.orderKey);
}
