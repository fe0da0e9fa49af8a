import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../../accounts/index.ts';
import { newKey } from '../../platform/keys.ts';
import { LARGEST_RUPIAH, type Rupiah, RupiahColumn } from '../../platform/money.ts';

/** Cash that a point brought to our bank account. */
@Entity({ tableName: 'cash_delivery', comment: 'append-only' })
@Unique({ name: 'cash_delivery_once', properties: ['recordedByKey', 'idempotencyKey'] })
@Unique({ name: 'cash_delivery_reference_once', properties: ['pointKey', 'reference'] })
@Index({ name: 'cash_delivery_of_point', properties: ['pointKey', 'key'] })
@Check({ name: 'cash_delivery_amount_range', expression: `amount > 0 and amount <= ${LARGEST_RUPIAH}` })
export class CashDelivery {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** The pickup point; no foreign key, because the ledger knows no points. */
  @Property({ type: 'uuid', fieldName: 'point_id' })
  pointKey!: string;

  @Property({ type: RupiahColumn })
  amount!: Rupiah;

  /** Number of the deposit, as the bank statement shows it. */
  @Property({ type: 'text' })
  reference!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'recorded_by_id' })
  recordedByKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
