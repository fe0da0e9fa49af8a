import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { curator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { Access } from '../platform/graphql/access.ts';
import { badArgument } from '../platform/graphql/connection.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { keyOf, parseGlobalId } from '../platform/keys.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { memberOfSeller, Seller } from '../sellers/index.ts';
import { balanceOf } from './balance.ts';
import { type AccountName, LedgerAccountKind, OWNED_KINDS } from './ledger-account.ts';

@ObjectType({ description: "What stands to a seller's credit; each figure is a sum over the ledger." })
@Access(memberOfSeller)
export class SellerBalance {
  /** Public id of the seller, by which access is decided. */
  id!: string;

  @Field(() => RupiahScalar, { description: 'Sold, and not yet past the time for complaints, in whole rupiah.' })
  held!: Rupiah;

  @Field(() => RupiahScalar, { description: 'To be paid out, in whole rupiah.' })
  payable!: Rupiah;
}

@Resolver(() => Seller)
export class LedgerResolver {
  @Access(curator)
  @Query(() => RupiahScalar, {
    description:
      'Balance of a ledger account; money that we have, or that we owe, is positive. 0 for one without movements.',
  })
  ledgerBalance(
    @Ctx() ctx: Context,
    @Arg('account', () => String, {
      description: `Its kind, with the id of its seller, point or community where it has one: COMMISSION, SELLER_HELD:<id>. Kinds: ${Object.keys(LedgerAccountKind).join(', ')}.`,
    })
    account: string,
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'As it was at this instant; now when left out.' })
    at: Date | null,
  ): Promise<Rupiah> {
    return balanceOf(ctx.read, accountNamed(account), at);
  }

  @Access(memberOfSeller)
  @FieldResolver(() => SellerBalance, { description: 'What stands to its credit.' })
  async balance(@Root() seller: Seller, @Ctx() ctx: Context): Promise<SellerBalance> {
    const ownerKey = keyOf('Seller', seller.id);
    const [held, payable] = await Promise.all([
      balanceOf(ctx.read, { kind: 'SELLER_HELD', ownerKey }),
      balanceOf(ctx.read, { kind: 'SELLER_PAYABLE', ownerKey }),
    ]);
    return { id: seller.id, held, payable };
  }
}

/** An account as people write it. */
function accountNamed(text: string): AccountName {
  const [kind = '', ownerId] = text.split(':', 2);
  const owner = ownerId === undefined ? null : parseGlobalId(ownerId);
  const isKind = Object.hasOwn(LedgerAccountKind, kind);
  if (!isKind || (owner !== null) !== OWNED_KINDS.has(kind as LedgerAccountKind) || (ownerId !== undefined && !owner))
    throw badArgument('account', 'account is a kind of the ledger, with :<id> of the owner for kinds that have one');
  return { kind: kind as LedgerAccountKind, ownerKey: owner?.key ?? null };
}
