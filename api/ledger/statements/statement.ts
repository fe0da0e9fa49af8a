import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { badArgument, connectionTypes } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { isDay, startOfWibDay } from '../../platform/wib.ts';
import { type Owner, OwnerKind, ownerName, ownerOf, seesMoneyOf, watcherOfMoney } from '../owner.ts';
import { balancesBefore } from './read-movements.ts';
import { StatementAccount } from './statement-account.ts';

const DAY_MS = 86_400_000;

registerEnumType(StatementAccount, {
  name: 'StatementAccount',
  description: 'An account of a statement.',
  valuesConfig: {
    HELD: { description: 'Sold, and not yet past the time for complaints.' },
    PAYABLE: { description: 'To be paid out.' },
    ON_ITS_WAY: { description: 'Payouts that were asked for and have not arrived.' },
    CASH: { description: 'Cash that a point holds for the market; what it takes counts against it.' },
  },
});

@ObjectType({ description: 'What a movement changed of one account.', simpleResolvers: true })
@Access(everyone)
export class StatementChange {
  @Field(() => StatementAccount, { description: 'The account.' })
  account!: StatementAccount;

  @Field(() => RupiahScalar, { description: 'In whole rupiah; positive is in favour of the owner of the statement.' })
  amount!: Rupiah;
}

@ObjectType({ description: 'A movement of money in a statement.', simpleResolvers: true })
@Access(everyone)
export class StatementMovement {
  @Field(() => DateTimeScalar, { description: 'When it was entered in the ledger.' })
  at!: Date;

  @Field(() => String, { description: 'What it was, in a few words.' })
  memo!: string;

  @Field(() => String, { nullable: true, description: 'Code of the order or parcel, null where there is none.' })
  code!: string | null;

  @Field(() => RupiahScalar, {
    description:
      'Change of all that the owner has with the market, in whole rupiah; 0 where it moved between its accounts.',
  })
  amount!: Rupiah;

  @Field(() => RupiahScalar, { description: 'All that the owner had afterwards, in whole rupiah.' })
  balance!: Rupiah;

  @Field(() => [StatementChange], { description: 'What it changed of each account.' })
  changes!: readonly StatementChange[];
}

/** A page of a statement. */
export const { connection: StatementMovementConnection } = connectionTypes(
  'StatementMovement',
  () => StatementMovement,
);

@ObjectType({
  description: 'Opening balance, movements and closing balance of a seller, point or community over days in WIB.',
})
@Access(watcherOfMoney)
export class Statement implements Owner {
  @Field(() => OwnerKind, { description: 'Whose it is.' })
  ownerKind!: OwnerKind;

  /** Not public. */
  ownerKey!: string;

  @Field(() => String, { description: 'Name of the shop, point or community.' })
  ownerName!: string;

  @Field(() => String, { description: 'First day, in WIB, e.g. 2026-11-01.' })
  from!: string;

  @Field(() => String, { description: 'Last day, in WIB.' })
  to!: string;

  @Field(() => DateTimeScalar, {
    description:
      'Movements after this instant are left out; pass it as `asOf` for further pages of the same statement.',
  })
  asOf!: Date;

  @Field(() => Boolean, {
    description: 'Whether the ledger is closed through its end: the same question then gets the same answer for ever.',
  })
  isFinal!: boolean;

  @Field(() => RupiahScalar, { description: 'All that the owner had when the first day began, in whole rupiah.' })
  opening!: Rupiah;

  @Field(() => RupiahScalar, { description: 'All that the owner had at the end, in whole rupiah.' })
  closing!: Rupiah;

  /** Where it begins, and the first instant that is not in it any more. Not public. */
  begin!: Date;
  before!: Date;
}

/** A statement that is asked for. */
export interface StatementAsked {
  /** Public id of a seller, point or community. */
  readonly ownerId: string;
  /** Days in WIB, `2026-11-28`. */
  readonly from: string;
  readonly to: string;
  readonly asOf?: Date | null;
}

/**
 * The statement of an owner, without its movements; null when the owner is not there or not the caller's to see. Money that the
 * market owes the owner is positive, what the owner holds or owes is negative. Refuses days that are none, or in the wrong order.
 */
export async function statementOf(
  ctx: Context,
  { ownerId, from, to, asOf }: StatementAsked,
): Promise<Statement | null> {
  if (!isDay(from)) throw badArgument('from', 'from is a day, written as 2026-11-28');
  if (!isDay(to) || to < from) throw badArgument('to', 'to is a day, written as 2026-11-28, not before from');
  const owner = ownerOf(ownerId);
  if (owner === null || !seesMoneyOf(ctx, owner)) return null;
  const name = await ownerName(ctx, owner.ownerKey);
  if (name === null) return null;
  const begin = startOfWibDay(from);
  const end = startOfWibDay(to).getTime() + DAY_MS;
  const seen = Math.min(asOf?.getTime() ?? ctx.clock.now().getTime(), ctx.clock.now().getTime());
  const before = new Date(Math.max(begin.getTime(), Math.min(end, seen + 1)));
  const [[opening, closing], [closed]] = await Promise.all([
    balancesBefore(ctx, owner, begin, before),
    ctx.read.rows<{ through: Date | null }>('select max(through) as through from ledger_closing', [], 'ledger-closed'),
  ]);
  const isFinal = closed?.through !== null && closed !== undefined && before.getTime() - 1 <= closed.through.getTime();
  const said = { from, to, asOf: new Date(before.getTime() - 1), isFinal, opening, closing, begin, before };
  return Object.assign(new Statement(), { ...owner, ownerName: name, ...said });
}
