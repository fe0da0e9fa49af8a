import { LockMode } from '@mikro-orm/postgresql';
import { recordAudit, Task } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';

/**
 * Makes the caller answer for a task, in the audit log. Taking it again, or one that is done, changes nothing. Refuses NOT_FOUND, and
 * TAKEN when a colleague has it, unless it is taken over on purpose.
 */
export function takeTask(ctx: Context, taskId: string, takesOver: boolean): Promise<Task> {
  const key = keyOf('Task', taskId);
  return inTransaction(ctx, async (tx) => {
    const task = key === null ? null : await tx.findOne(Task, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!task) refuse('NOT_FOUND', ['taskId']);
    if (task.doneAt !== null || task.takenByKey === ctx.actor.key) return task;
    if (task.takenByKey !== null && !takesOver) refuse('TAKEN', ['taskId']);
    task.takenByKey = ctx.actor.key;
    task.takenAt = ctx.clock.now();
    recordAudit(tx, 'takeTask', { taskKey: task.key, ...task.subject }, null);
    return task;
  });
}
