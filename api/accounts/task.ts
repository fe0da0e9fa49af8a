import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { StoredNode } from '../platform/database/stored-node.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { newKey } from '../platform/keys.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../platform/money.ts';
import { Account } from './account.ts';
import { curator } from './account-rules.ts';
import { MembershipRole } from './membership.ts';
import { NEEDS_OUTCOME, TaskOutcome } from './task-outcome.ts';

/** What a curator has to do by hand. */
export enum TaskKind {
  REFUND_BY_TRANSFER = 'REFUND_BY_TRANSFER',
  LOST_PARCEL = 'LOST_PARCEL',
  PAYMENT_MISMATCH = 'PAYMENT_MISMATCH',
  RECONCILIATION = 'RECONCILIATION',
  MESSAGE_FAILED = 'MESSAGE_FAILED',
  SELLER_VERIFICATION = 'SELLER_VERIFICATION',
}

registerEnumType(TaskKind, {
  name: 'TaskKind',
  description: 'What a curator has to do by hand.',
  valuesConfig: {
    REFUND_BY_TRANSFER: { description: 'Pay a refund by bank transfer, because the provider cannot.' },
    LOST_PARCEL: { description: 'Clear up a parcel that was lost at a point, or lies there uncollected for long.' },
    PAYMENT_MISMATCH: { description: 'Clear up a payment whose figures differ from ours.' },
    RECONCILIATION: { description: 'Clear up a row in which the books of the payment provider differ from ours.' },
    MESSAGE_FAILED: { description: 'A message could not be delivered; reach the person another way.' },
    SELLER_VERIFICATION: { description: 'Verify a shop that applied.' },
  },
});

@ObjectType({ implements: Node, description: 'Work for a curator of the city.' })
@Access(curator)
@Entity({ tableName: 'task' })
@Index({ name: 'task_open', expression: 'create index task_open on task (created_at, id) where done_at is null' })
@Index({ name: 'task_of_time', properties: ['createdAt', 'key'] })
@Check({ name: 'task_outcome_when_done', expression: 'outcome is null or done_at is not null' })
@Check({ name: 'task_taken_by_somebody', expression: '(taken_by_id is null) = (taken_at is null)' })
@Check({ name: 'task_amount_not_negative', expression: 'amount >= 0 and amount <= 9000000000000000' })
export class Task extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @Field(() => TaskKind, { description: 'What has to be done.' })
  @Enum({ items: () => Object.values(TaskKind) })
  kind!: TaskKind;

  @Field(() => String, { description: 'One line that names the task.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What is known and what is to be done.' })
  @Property({ type: 'text' })
  detail!: string;

  @Field(() => RupiahScalar, { nullable: true, description: 'Money that has to move, null when none has to.' })
  @Property({ type: RupiahColumn, nullable: true })
  amount: Rupiah | null = null;

  /** Keys of the rows it is about, e.g. { orderKey, refundKey }. */
  @Property({ type: 'json' })
  subject!: Record<string, string>;

  /** Names the cause, so that the same cause opens one task. */
  @Property({ type: 'text', unique: 'task_once' })
  once!: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** Who answers for it. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'taken_by_id', nullable: true })
  takenByKey: string | null = null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a curator took it on or was given it, null while nobody has it.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  takenAt: Date | null = null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done, null while it is open.' })
  @Property({ type: 'timestamptz', nullable: true })
  doneAt: Date | null = null;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'done_by_id', nullable: true })
  doneByKey: string | null = null;

  @Field(() => String, { nullable: true, description: 'What the curator noted when it was done.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => TaskOutcome, {
    nullable: true,
    description: 'How it was cleared up; null while it is open, and where none was asked for.',
  })
  @Enum({ items: () => Object.values(TaskOutcome), nullable: true })
  outcome: TaskOutcome | null = null;
}

/** What a task says. */
export interface NewTask {
  readonly kind: `${TaskKind}`;
  readonly title: string;
  readonly detail: string;
  readonly amount?: Rupiah;
  /** Keys of the rows it is about. */
  readonly subject: Record<string, string>;
  /** Names the cause: the same cause opens one task. Left out, every call opens one. */
  readonly once?: string;
}

/** The curator who answers for the fewest open tasks. */
const LEAST_BUSY_CURATOR = `
  select m.account_id from membership m join account a on a.id = m.account_id and a.erased_at is null
   where m.role = '${MembershipRole.CURATOR}' and m.subject_id is null
   order by (select count(*) from task t where t.taken_by_id = m.account_id and t.done_at is null), m.account_id limit 1`;

/**
 * Opens a task for the curators, in the transaction of its cause. The same `once` a second time changes nothing. A difference about money is
 * given to the curator who has the least to do, so that one answers for it; anything else waits until somebody takes it.
 */
export async function openTask(tx: Tx, task: NewTask): Promise<void> {
  const key = newKey();
  await tx.execute(
    `insert into task (id, kind, title, detail, amount, subject, once, created_at, taken_by_id, taken_at)
     select ?, ?, ?, ?, ?, ?::jsonb, ?, opened.at, owner.account_id, case when owner.account_id is not null then opened.at end
       from (select ?::timestamptz as at) opened left join lateral (${LEAST_BUSY_CURATOR}) owner on ?
     on conflict (once) do nothing`,
    [
      key,
      task.kind,
      task.title,
      task.detail,
      task.amount ?? null,
      JSON.stringify(task.subject),
      task.once ?? key,
      tx.context.clock.now(),
      NEEDS_OUTCOME.has(task.kind),
    ],
  );
}

/** Marks the task of a cause as done by the caller, where it is open. */
export async function closeTask(tx: Tx, once: string, note: string | null): Promise<void> {
  const { actor, clock } = tx.context;
  await tx.execute('update task set done_at = ?, done_by_id = ?, note = ? where once = ? and done_at is null', [
    clock.now(),
    actor.key,
    note,
    once,
  ]);
}

/** Whether the task of a cause is there and open. */
export async function isTaskOpen(tx: Tx, once: string): Promise<boolean> {
  const rows = await tx.execute('select 1 from task where once = ? and done_at is null', [once]);
  return rows.length > 0;
}
