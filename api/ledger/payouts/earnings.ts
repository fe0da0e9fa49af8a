import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Access } from '../../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { balanceOf } from '../balance.ts';
import {
  accountOf,
  heldOf,
  type Owner,
  OwnerKind,
  ownerName,
  ownerOf,
  payableOf,
  seesMoneyOf,
  transitOf,
  watcherOfMoney,
} from '../owner.ts';
import { BankAccount } from './bank-account.ts';
import { payableNow } from './request-payout.ts';

@ObjectType({ description: 'What stands to the credit of a seller, point or community, and how it gets it.' })
@Access(watcherOfMoney)
export class Earnings implements Owner {
  @Field(() => OwnerKind, { description: 'Whose they are.' })
  ownerKind!: OwnerKind;

  /** Not public. */
  ownerKey!: string;

  @Field(() => RupiahScalar, { description: 'Sold, and not yet past the time for complaints, in whole rupiah.' })
  held!: Rupiah;

  @Field(() => RupiahScalar, { description: 'To be paid out, in whole rupiah; negative while it owes.' })
  payable!: Rupiah;

  @Field(() => RupiahScalar, { description: 'Asked for and not arrived yet, in whole rupiah.' })
  onItsWay!: Rupiah;

  @Field(() => RupiahScalar, {
    description: 'Cash that a point took and has not brought to the bank, in whole rupiah; counts against payouts.',
  })
  cashHeld!: Rupiah;

  @Field(() => RupiahScalar, {
    description: 'What a payout would send now, in whole rupiah; 0 below the minimum or while it owes.',
  })
  available!: Rupiah;

  @Field(() => RupiahScalar, { description: 'The least that is paid out at once, in whole rupiah.' })
  minimum!: Rupiah;

  @Field(() => BankAccount, { nullable: true, description: 'Where it is sent, null until it is entered.' })
  bankAccount!: BankAccount | null;
}

/** What stands to the credit of an owner; null when it is not there, or not the caller's to see. */
export async function earningsOf(ctx: Context, publicId: string): Promise<Earnings | null> {
  const owner = ownerOf(publicId);
  if (owner === null || !seesMoneyOf(ctx, owner) || (await ownerName(ctx, owner.ownerKey)) === null) return null;
  const { minimum } = ctx.payoutSettings;
  const isPoint = owner.ownerKind === OwnerKind.POINT;
  const [held, payable, onItsWay, cashHeld, now, bankAccount] = await Promise.all([
    balanceOf(ctx.read, heldOf(owner)),
    balanceOf(ctx.read, payableOf(owner)),
    balanceOf(ctx.read, transitOf(owner)),
    isPoint ? balanceOf(ctx.read, accountOf(owner, 'CASH_AT_POINT')) : 0,
    payableNow(ctx.read, owner),
    ctx.em.fork().findOne(BankAccount, { ownerKey: owner.ownerKey, replacedAt: null }),
  ]);
  const available = now >= minimum ? now : 0;
  const sums = { held, payable, onItsWay, cashHeld, available, minimum };
  return Object.assign(new Earnings(), { ...owner, ...sums, bankAccount });
}
