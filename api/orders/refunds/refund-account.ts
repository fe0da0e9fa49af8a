import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account, isCurator } from '../../accounts/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access, type AccessRule } from '../../platform/graphql/access.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { Order } from '../order.ts';
import { isBuyer } from '../order-access.ts';

/** Whose account it is, and who transfers to it. */
export const ownerOrCurator: AccessRule = {
  name: 'buyer of the order, or curator',
  permits: (source: { buyerKey: string }, ctx) => isBuyer(ctx, source) || isCurator(ctx),
};

@ObjectType({
  implements: Node,
  description: 'Where the buyer of an order wants money that the payment provider cannot send back.',
})
@Access(ownerOrCurator)
@Entity({ tableName: 'refund_account' })
@Unique({ name: 'refund_account_once_per_order', properties: ['orderKey'] })
@Check({ name: 'refund_account_number_form', expression: `account_number ~ '^[0-9]{5,20}$'` })
@Check({ name: 'refund_account_bank_length', expression: 'char_length(bank) >= 2 and char_length(bank) <= 40' })
@Check({
  name: 'refund_account_holder_length',
  expression: 'char_length(holder_name) >= 1 and char_length(holder_name) <= 100',
})
export class RefundAccount extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @ManyToOne(() => Order, { mapToPk: true, fieldName: 'order_id' })
  orderKey!: string;

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'buyer_id' })
  buyerKey!: string;

  @Field(() => String, { description: 'Name of the bank or wallet, e.g. BCA.' })
  @Property({ type: 'text' })
  bank!: string;

  @Field(() => String, { description: 'Number of the account, digits alone.' })
  @Property({ type: 'text' })
  accountNumber!: string;

  @Field(() => String, { description: 'Name of its holder.' })
  @Property({ type: 'text' })
  holderName!: string;

  @Field(() => DateTimeScalar, { description: 'When it was said last.' })
  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
