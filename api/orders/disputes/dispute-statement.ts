import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { newKey } from '../../platform/keys.ts';
import { Dispute } from './dispute.ts';

/** Who says something in a dispute. */
export const DisputeParty = { BUYER: 'BUYER', SELLER: 'SELLER', CURATOR: 'CURATOR' } as const;
export type DisputeParty = (typeof DisputeParty)[keyof typeof DisputeParty];

registerEnumType(DisputeParty, {
  name: 'DisputeParty',
  description: 'Who says something in a dispute.',
  valuesConfig: {
    BUYER: { description: 'The buyer.' },
    SELLER: { description: 'A member of the shop.' },
    CURATOR: { description: 'A curator of the city.' },
  },
});

@ObjectType({ description: 'What somebody said in a dispute, with pictures.' })
@Access(everyone) // reached through a dispute, whose rule decides
@Entity({ tableName: 'dispute_statement', comment: 'append-only' })
@Index({ name: 'dispute_statement_of_dispute', properties: ['disputeKey', 'at'] })
@Check({ name: 'dispute_statement_length', expression: 'char_length(text) <= 1000' })
@Check({ name: 'dispute_statement_photos', expression: 'cardinality(photo_hashes) <= 5' })
export class DisputeStatement {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Dispute, { mapToPk: true, fieldName: 'dispute_id' })
  disputeKey!: string;

  @Field(() => DisputeParty, { description: 'Who said it.' })
  @Enum({ items: () => Object.values(DisputeParty), type: 'text' })
  by!: DisputeParty;

  @Field(() => String, { description: 'In their words; may be empty where pictures speak.' })
  @Property({ type: 'text' })
  text!: string;

  /** Content hashes of its pictures. */
  @Property({ type: 'text[]' })
  photoHashes!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
