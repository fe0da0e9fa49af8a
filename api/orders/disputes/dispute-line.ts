import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { newKey } from '../../platform/keys.ts';
import { OrderLine } from '../order-line.ts';
import { Dispute } from './dispute.ts';

@ObjectType({ description: 'Pieces of a line that a dispute is about.' })
@Access(everyone) // reached through a dispute, whose rule decides
@Entity({ tableName: 'dispute_line', comment: 'append-only' })
@Unique({ name: 'dispute_line_once', properties: ['disputeKey', 'lineKey'] })
@Check({ name: 'dispute_line_quantity', expression: 'quantity > 0' })
export class DisputeLine {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Dispute, { mapToPk: true, fieldName: 'dispute_id' })
  disputeKey!: string;

  @ManyToOne(() => OrderLine, { mapToPk: true, fieldName: 'order_line_id' })
  lineKey!: string;

  @Field(() => Int, { description: 'How many pieces.' })
  @Property({ type: 'integer' })
  quantity!: number;
}
