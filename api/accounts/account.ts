import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Language } from '../platform/context.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { self } from './account-rules.ts';
import { PhoneNumberScalar } from './phone-number.ts';

/** The language in which a person is spoken to. */
export enum Locale {
  ID = 'ID',
  EN = 'EN',
}

registerEnumType(Locale, {
  name: 'Locale',
  description: 'The language in which a person is spoken to.',
  valuesConfig: { ID: { description: 'Bahasa Indonesia.' }, EN: { description: 'English.' } },
});

/** The locale as the rest of the program names languages. */
export function languageOf(locale: Locale): Language {
  return locale === Locale.EN ? 'en' : 'id';
}

/** Longest name that is kept, in characters. */
export const LONGEST_NAME = 80;

@ObjectType({ implements: Node, description: 'A person, known by a phone number.' })
@Access(self)
@Entity({ tableName: 'account' })
@Check({ name: 'account_phone_e164', expression: `phone ~ '^\\+[1-9][0-9]{7,14}$'` })
@Check({ name: 'account_phone_until_erased', expression: '(phone is null) = (erased_at is not null)' })
@Check({ name: 'account_name_length', expression: `char_length(name) <= ${LONGEST_NAME}` })
export class Account extends StoredNode {
  declare [PrimaryKeyProp]?: 'key';

  /** Null once the account is erased. */
  @Field(() => PhoneNumberScalar, { description: 'Proved by a one-time code.' })
  @Property({ type: 'text', nullable: true, unique: 'account_phone_once' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person wants to be called, null until told.' })
  @Property({ type: 'text', nullable: true })
  name: string | null = null;

  @Field(() => Locale, { description: 'Language of messages to this person.' })
  @Enum({ items: () => Object.values(Locale) })
  locale: Opt<Locale> = Locale.ID;

  @Field(() => Boolean, { description: 'Whether this is an invented person of the demo.' })
  @Property({ type: 'boolean' })
  isDemo: Opt<boolean> = false;

  @Field(() => DateTimeScalar, { description: 'When the number was first proved.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  erasedAt: Date | null = null;
}
