import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Account } from '../accounts/index.ts';
import { StoredPickupPoint } from '../pickup/index.ts';
import { newKey } from '../platform/keys.ts';
import { Order } from './order.ts';

/** A wrong PIN at a counter; five of one version lock the order. The digits themselves are not kept. */
@Entity({ tableName: 'pin_attempt' })
@Index({ name: 'pin_attempt_of_order', properties: ['orderKey', 'pinVersion'] })
export class PinAttempt {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderKey!: string;

  @Property({ type: 'integer' })
  pinVersion!: number;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, fieldName: 'pickup_point_id' })
  pickupPointKey!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'operator_id' })
  operatorKey!: string;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
