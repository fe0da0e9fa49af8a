import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { Account } from './account.ts';
import { self } from './account-rules.ts';

/** What a person may do for a shop, a point, a community or the city. */
export enum MembershipRole {
  SELLER_OWNER = 'SELLER_OWNER',
  SELLER_STAFF = 'SELLER_STAFF',
  POINT_OPERATOR = 'POINT_OPERATOR',
  CURATOR = 'CURATOR',
  COMMUNITY_MANAGER = 'COMMUNITY_MANAGER',
}

registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What a person may do for a shop, a point, a community or the city.',
  valuesConfig: {
    SELLER_OWNER: { description: 'Keeps a shop, its products, orders and earnings.' },
    SELLER_STAFF: { description: 'Works a shop: products and orders.' },
    POINT_OPERATOR: { description: 'Receives and hands over parcels at a pickup point.' },
    CURATOR: { description: 'Watches over the market for the city.' },
    COMMUNITY_MANAGER: { description: 'Keeps a community site and its widgets.' },
  },
});

@ObjectType({ implements: Node, description: 'A role that a person holds.' })
@Access(self)
@Entity({ tableName: 'membership' })
@Index({
  name: 'membership_once',
  expression: 'create unique index membership_once on membership (account_id, role, subject_id) nulls not distinct',
})
@Index({ name: 'membership_of_subject', properties: ['subjectKey', 'role'] })
@Check({ name: 'membership_subject_by_role', expression: `(role = 'CURATOR') = (subject_id is null)` })
export class Membership extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id' })
  accountKey!: string;

  @Field(() => MembershipRole, { description: 'What the person may do.' })
  @Enum({ items: () => Object.values(MembershipRole) })
  role!: MembershipRole;

  /** The shop, point or community; null for a curator. No foreign key: the role says which table. */
  @Property({ type: 'uuid', fieldName: 'subject_id', nullable: true })
  subjectKey!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
