import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../../accounts/index.ts';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { newKey } from '../../platform/keys.ts';
import { OwnerKind, watcherOfMoney } from '../owner.ts';
import { bankOf } from './banks.ts';

@ObjectType({ description: 'A bank to which earnings can be sent.', simpleResolvers: true })
@Access(everyone)
export class Bank {
  @Field(() => String, { description: 'Code in inputs and files, e.g. BCA.' })
  code!: string;

  @Field(() => String, { description: 'Name as people know it.' })
  name!: string;
}

/** A bank account of a seller, point or community. Never changed: another number is another row, so that old payouts keep theirs. */
@ObjectType({ description: 'Where the earnings of a seller, point or community are sent.' })
@Access(watcherOfMoney)
@Entity({ tableName: 'bank_account' })
@Index({
  name: 'bank_account_one_in_use',
  expression: 'create unique index bank_account_one_in_use on bank_account (owner_id) where replaced_at is null',
})
@Check({ name: 'bank_account_number_digits', expression: "number ~ '^[0-9]{8,16}$'" })
@Check({
  name: 'bank_account_holder_length',
  expression: 'char_length(holder_name) >= 3 and char_length(holder_name) <= 70',
})
export class BankAccount {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @Enum({ items: () => Object.values(OwnerKind) })
  ownerKind!: OwnerKind;

  /** The seller, point or community; no foreign key, because its table depends on the kind. */
  @Property({ type: 'uuid', fieldName: 'owner_id' })
  ownerKey!: string;

  @Property({ type: 'text' })
  bankCode!: string;

  /** Personal: leaves the API in bank files alone, and is never logged. */
  @Property({ type: 'text' })
  number!: string;

  @Field(() => String, { description: 'Holder of the account, as the bank knows it.' })
  @Property({ type: 'text' })
  holderName!: string;

  /** Who entered it. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'entered_by_id', nullable: true })
  enteredByKey!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Nothing is paid to it before this instant.' })
  @Property({ type: 'timestamptz' })
  usableFrom!: Date;

  /** When another took its place, null while it is in use. */
  @Property({ type: 'timestamptz', nullable: true })
  replacedAt: Date | null = null;

  @Field(() => Bank, { description: 'The bank.' })
  get bank(): Bank {
    return { code: this.bankCode, name: bankOf(this.bankCode)?.name ?? this.bankCode };
  }

  @Field(() => String, { description: 'The last four digits of its number, after dots.' })
  get maskedNumber(): string {
    return `•••• ${this.number.slice(-4)}`;
  }
}
