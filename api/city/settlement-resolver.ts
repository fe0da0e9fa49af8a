import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ProviderSettlement } from '../ledger/index.ts';
import type { Context } from '../platform/context.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { expectedSettlement } from './expected-settlement.ts';

/** A settlement beside what our own payments say it should have been. */
@Resolver(() => ProviderSettlement)
export class ExpectedSettlementResolver {
  @FieldResolver(() => RupiahScalar, {
    description: 'Payments settled on its days less refunds sent by the provider, by our books, in whole rupiah.',
  })
  async expectedGross(@Ctx() ctx: Context, @Root() { key }: ProviderSettlement): Promise<Rupiah> {
    return (await expectedSettlement(ctx, key)).gross;
  }

  @FieldResolver(() => RupiahScalar, {
    description: 'What the provider should have kept by the fees agreed upon for each method, in whole rupiah.',
  })
  async expectedFee(@Ctx() ctx: Context, @Root() { key }: ProviderSettlement): Promise<Rupiah> {
    return (await expectedSettlement(ctx, key)).fee;
  }
}
