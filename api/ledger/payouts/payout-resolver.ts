import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Access, everyone, holderOf, signedIn } from '../../platform/graphql/access.ts';
import { type Page, PageArgs } from '../../platform/graphql/connection.ts';
import { type Payload, payload } from '../../platform/graphql/user-errors.ts';
import { ownerName } from '../owner.ts';
import { Bank, BankAccount } from './bank-account.ts';
import { BANKS } from './banks.ts';
import { Earnings, earningsOf } from './earnings.ts';
import { Payout, PayoutConnection } from './payout.ts';
import { RequestPayoutInput, SetBankAccountInput } from './payout-inputs.ts';
import { REQUEST_PAYOUT, RequestPayoutPayload, SET_BANK_ACCOUNT, SetBankAccountPayload } from './payout-payloads.ts';
import { bankAccountByKey, payoutsOf } from './payout-queries.ts';
import { requestPayout } from './request-payout.ts';
import { setBankAccount } from './set-bank-account.ts';

/** Roles that keep somebody's money; whose, the use case asks. */
const keepers = holderOf('SELLER_OWNER', 'COMMUNITY_MANAGER', 'CURATOR');

@Resolver(() => Earnings)
export class EarningsResolver {
  @Access(everyone)
  @Query(() => [Bank], { description: 'Banks to which earnings can be sent, by name.' })
  banks(): Bank[] {
    return BANKS.map(({ code, name }) => ({ code, name }));
  }

  @Access(signedIn)
  @Query(() => Earnings, {
    nullable: true,
    description: 'What a seller, point or community has earned; null for whoever may not see it.',
  })
  earnings(
    @Ctx() ctx: Context,
    @Arg('ownerId', () => ID, { description: 'A shop, pickup point or community.' }) ownerId: string,
  ): Promise<Earnings | null> {
    return earningsOf(ctx, ownerId);
  }

  @FieldResolver(() => PayoutConnection, { description: 'Its payouts, the last first.' })
  payouts(
    @Ctx() ctx: Context,
    @Root() earnings: Earnings,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Page<Payout>> {
    return payoutsOf(ctx, earnings, args);
  }

  @Access(keepers)
  @Mutation(() => SetBankAccountPayload, {
    description:
      'Enters where earnings are sent; nothing is paid to a new account for three days. Goes into the audit log.',
  })
  setBankAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => SetBankAccountInput, { description: 'The bank account.' }) input: SetBankAccountInput,
  ): Promise<Payload<{ earnings: Earnings | null }>> {
    return payload(ctx, SET_BANK_ACCOUNT, async () => {
      await setBankAccount(ctx, input);
      return { earnings: await earningsOf(ctx, input.ownerId) };
    });
  }

  @Access(keepers)
  @Mutation(() => RequestPayoutPayload, {
    description: 'Asks for all that is payable; the same idempotencyKey, the same payout.',
  })
  requestPayout(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestPayoutInput, { description: 'Whose earnings.' }) input: RequestPayoutInput,
  ): Promise<Payload<{ payout: Payout }>> {
    return payload(ctx, REQUEST_PAYOUT, async () => ({ payout: await requestPayout(ctx, input) }));
  }
}

@Resolver(() => Payout)
export class PayoutResolver {
  @FieldResolver(() => String, { description: 'Name of the shop, point or community.' })
  async ownerName(@Ctx() ctx: Context, @Root() { ownerKey }: Payout): Promise<string> {
    return (await ownerName(ctx, ownerKey)) ?? '';
  }

  @FieldResolver(() => BankAccount, { nullable: true, description: 'Where it is sent.' })
  bankAccount(@Ctx() ctx: Context, @Root() { bankAccountKey }: Payout): Promise<BankAccount | null> {
    return bankAccountByKey(ctx, bankAccountKey);
  }
}
