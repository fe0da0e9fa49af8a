import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../platform/graphql/access.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { newKey } from '../platform/keys.ts';
import { Account } from './account.ts';
import { self } from './account-rules.ts';

/** What a person agreed to (UU 27/2022 on personal data). */
export enum ConsentPurpose {
  TERMS_AND_PRIVACY = 'TERMS_AND_PRIVACY',
  MARKETING = 'MARKETING',
}

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a person agreed to.',
  valuesConfig: {
    TERMS_AND_PRIVACY: { description: 'The terms of use and the privacy notice; needed to hold an account.' },
    MARKETING: { description: 'Messages about offers; never needed.' },
  },
});

@ObjectType({ description: 'What a person agreed to, and when. Rows are added, never changed.' })
@Access(self)
@Entity({ tableName: 'consent', comment: 'append-only: what people agreed to' })
@Index({ name: 'consent_of_account', properties: ['accountKey', 'purpose'] })
export class Consent {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'account_id' })
  accountKey!: string;

  @Field(() => ConsentPurpose, { description: 'What it allows.' })
  @Enum({ items: () => Object.values(ConsentPurpose) })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Version of the text that was agreed to, its date.' })
  @Property({ type: 'text' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  @Property({ type: 'timestamptz' })
  givenAt!: Date;
}
