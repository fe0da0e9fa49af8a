import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account, self } from '../accounts/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';

/** How far an upload came. */
export enum UploadStatus {
  WAITING = 'WAITING',
  READY = 'READY',
}

registerEnumType(UploadStatus, {
  name: 'UploadStatus',
  description: 'How far an upload came.',
  valuesConfig: {
    WAITING: { description: 'The ticket is out, the file has not come.' },
    READY: { description: 'The picture was checked and stored; it can be used.' },
  },
});

@ObjectType({ implements: Node, description: 'A picture on its way up, from ticket to stored file.' })
@Access(self)
@Entity({ tableName: 'upload' })
@Unique({ name: 'upload_idempotency_once', properties: ['accountKey', 'idempotencyKey'] })
@Check({ name: 'upload_ready_has_picture', expression: "(status = 'READY') = (hash is not null)" })
@Check({ name: 'upload_limit_positive', expression: 'max_bytes > 0' })
export class Upload extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  /** Who asked for the ticket, and alone may use the picture. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id' })
  accountKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => UploadStatus, { description: 'How far it came.' })
  @Enum({ items: () => Object.values(UploadStatus) })
  status: Opt<UploadStatus> = UploadStatus.WAITING;

  @Field(() => Int, { description: 'The largest file that is taken, in bytes.' })
  @Property({ type: 'integer' })
  maxBytes!: number;

  @Field(() => DateTimeScalar, { description: 'Until when the file must have come.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  /** SHA-256 of the stored original, hex; null until the file came. */
  @Property({ type: 'text', nullable: true })
  hash: string | null = null;

  /** Pixels of the stored original; null until the file came. */
  @Property({ type: 'integer', nullable: true })
  width: number | null = null;

  @Property({ type: 'integer', nullable: true })
  height: number | null = null;
}
