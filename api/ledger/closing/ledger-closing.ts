import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A time up to which the ledger is closed: nothing can be entered there any more, so what was stated of it stays true. */
@Entity({ tableName: 'ledger_closing', comment: 'append-only' })
export class LedgerClosing {
  /** The last closed instant, inclusive. */
  @PrimaryKey({ type: 'timestamptz' })
  through!: Date;

  @Property({ type: 'timestamptz' })
  closedAt!: Date;
}
