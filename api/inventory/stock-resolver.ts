import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Variant, variantByKey } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { Access, holderOf } from '../platform/graphql/access.ts';
import { COMMON, errorFamily, type Payload, payload, payloadType } from '../platform/graphql/user-errors.ts';
import { SELLER_ROLES } from '../sellers/index.ts';
import { adjustStock } from './adjust-stock.ts';

@InputType({ description: 'A correction of a stock.' })
export class AdjustStockInput {
  @Field(() => ID, { description: 'The variant.' })
  variantId!: string;

  @Field(() => Int, { description: 'Pieces that came; negative for pieces that went. Not 0.' })
  delta!: number;

  @Field(() => String, { description: 'Why, in the words of the seller; 1 to 200 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Chosen by the client, at most 200 characters: the same key adjusts once.' })
  idempotencyKey!: string;
}

/** Refusals of adjustStock. */
const ADJUST_STOCK = errorFamily('AdjustStock', {
  ...COMMON,
  BELOW_RESERVED: {
    id: '{reserved} buah sudah dipesan pembeli; stok tidak bisa kurang dari itu.',
    en: 'Buyers have ordered {reserved} pieces; the stock cannot be less.',
    means: 'Fewer pieces would be left than are reserved for orders; the message names how many are.',
  },
});

const AdjustStockPayload = payloadType(ADJUST_STOCK, {
  variant: { type: () => Variant, description: 'The variant with its stock as it now is.' },
});

@Resolver()
export class StockResolver {
  @Access(holderOf(...SELLER_ROLES))
  @Mutation(() => AdjustStockPayload, {
    description: 'Counts pieces in or out of the stock of a variant of your shop.',
  })
  adjustStock(
    @Ctx() ctx: Context,
    @Arg('input', () => AdjustStockInput, { description: 'The variant, how many and why.' }) input: AdjustStockInput,
  ): Promise<Payload<{ variant: Variant | null }>> {
    return payload(ctx, ADJUST_STOCK, async () => ({
      variant: await variantByKey(ctx, await adjustStock(ctx, input)),
    }));
  }
}
