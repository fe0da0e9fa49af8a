import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Tx } from '../platform/database/transaction.ts';
import { newKey } from '../platform/keys.ts';
import { Account } from './account.ts';

/** An act of somebody with power over others' things: who, what, on which row, why. Only ever added, also by the database's rule. */
@Entity({ tableName: 'audit_entry', comment: 'append-only: acts of people with power over others' })
@Index({ name: 'audit_entry_at', properties: ['at'] })
export class AuditEntry {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** Null when the program itself acted. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'actor_id', nullable: true })
  actorKey!: string | null;

  /** The mutation's name, e.g. suspendSeller. */
  @Property({ type: 'text' })
  act!: string;

  /** Keys of the rows it was about. */
  @Property({ type: 'json' })
  subject!: Record<string, string>;

  /** In the actor's words. */
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Property({ type: 'timestamptz' })
  at!: Date;
}

/** Adds to the audit log, in the transaction of the act. */
export function recordAudit(tx: Tx, act: string, subject: Record<string, string>, reason: string | null): void {
  const { actor, clock } = tx.context;
  tx.create(AuditEntry, { actorKey: actor.key, act, subject, reason, at: clock.now() });
}
