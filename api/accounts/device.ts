import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { Account } from './account.ts';
import { self } from './account-rules.ts';

@ObjectType({ implements: Node, description: 'A browser or program in which a person is signed in.' })
@Access(self)
@Entity({ tableName: 'device' })
@Index({ name: 'device_of_account', properties: ['accountKey'] })
export class Device extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id' })
  accountKey!: string;

  /** SHA-256 (hex) of the 256-bit token that the device keeps. */
  @Property({ type: 'text', unique: 'device_token_once' })
  tokenHash!: string;

  @Field(() => String, { description: 'What the person may know it by, e.g. Chrome on Android.' })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => DateTimeScalar, { description: 'When it was signed in.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the hour.' })
  @Property({ type: 'timestamptz' })
  lastSeenAt!: Date;

  /** When its token stops being worth anything. */
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  signedOutAt: Date | null = null;
}
