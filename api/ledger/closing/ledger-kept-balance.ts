import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Rupiah, RupiahColumn } from '../../platform/money.ts';
import { LedgerAccount } from '../ledger-account.ts';

/** What the lines of an account summed to at the end of a closed time: later sums begin here. Never the truth by itself. */
@Entity({ tableName: 'ledger_kept_balance', comment: 'append-only' })
export class LedgerKeptBalance {
  declare [PrimaryKeyProp]?: ['accountKey', 'through'];

  @ManyToOne(() => LedgerAccount, { mapToPk: true, fieldName: 'account_id', primary: true })
  accountKey!: string;

  /** The last instant whose lines are in it. */
  @PrimaryKey({ type: 'timestamptz' })
  through!: Date;

  /** Sum of the lines as they are stored: debit positive. */
  @Property({ type: RupiahColumn })
  balance!: Rupiah;
}
