import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** One movement of money: lines that sum to zero. Only ever appended. */
@Entity({ tableName: 'ledger_transaction', comment: 'append-only' })
@Unique({ name: 'ledger_transaction_effect_once', properties: ['effect'] })
@Index({ name: 'ledger_transaction_at', properties: ['at'] })
@Check({ name: 'ledger_transaction_line_count', expression: 'line_count >= 2' })
export class LedgerTransaction {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key!: string;

  /** What it does, once: `paid:<payment key>`, `refund:<parcel key>`. */
  @Property({ type: 'text' })
  effect!: string;

  /** A few words for the statement; no personal data. */
  @Property({ type: 'text' })
  memo!: string;

  @Property({ type: 'timestamptz' })
  at!: Date;

  /** How many lines it has from its commit on: none can be added to it later. */
  @Property({ type: 'integer' })
  lineCount!: number;
}
