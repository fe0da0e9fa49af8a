import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { buyerOfOrder } from './order-access.ts';
import { TIMELINE } from './timeline-sentences.ts';

/** Names of the events that a timeline shows. */
export const OrderEventKind = Object.fromEntries(Object.keys(TIMELINE).map((kind) => [kind, kind])) as {
  [Kind in keyof typeof TIMELINE]: Kind;
};

registerEnumType(OrderEventKind, {
  name: 'OrderEventKind',
  description: 'What happened to an order.',
  valuesConfig: Object.fromEntries(Object.entries(TIMELINE).map(([kind, { means }]) => [kind, { description: means }])),
});

@ObjectType({ implements: Node, description: 'Something that happened to an order or one of its parcels.' })
@Access(buyerOfOrder)
export class OrderEvent extends Node {
  @Field(() => OrderEventKind, { description: 'What happened.' })
  kind!: keyof typeof TIMELINE;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  buyerKey!: string;
  pickupPointKey!: string;
  /** Null for what concerns the whole order. */
  parcelKey!: string | null;
  sellerKey!: string | null;
  facts!: Readonly<Record<string, unknown>>;
}
