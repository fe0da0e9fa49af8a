import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn } from '../platform/money.ts';
import { LedgerAccount } from './ledger-account.ts';
import { LedgerTransaction } from './ledger-transaction.ts';

/** One side of a movement. Positive is debit, negative is credit. */
@Entity({ tableName: 'ledger_line', comment: 'append-only' })
@Check({
  name: 'ledger_line_amount',
  expression: `amount <> 0 and amount >= -${LARGEST_RUPIAH} and amount <= ${LARGEST_RUPIAH}`,
})
@Index({ name: 'ledger_line_of_transaction', properties: ['transactionKey'] })
@Index({
  name: 'ledger_line_of_account',
  expression: 'create index ledger_line_of_account on ledger_line (account_id, at, transaction_id) include (amount)',
})
export class LedgerLine {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key!: string;

  @ManyToOne(() => LedgerTransaction, { mapToPk: true, fieldName: 'transaction_id' })
  transactionKey!: string;

  @ManyToOne(() => LedgerAccount, { mapToPk: true, fieldName: 'account_id' })
  accountKey!: string;

  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** That of its transaction, so that the lines of an account can be read by time. */
  @Property({ type: 'timestamptz' })
  at!: Date;
}
