import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Access, everyone } from '../../platform/graphql/access.ts';
import { type Payload, payload, say } from '../../platform/graphql/user-errors.ts';
import { type Rupiah, RupiahScalar } from '../../platform/money.ts';
import { Cart } from '../cart.ts';
import { viewOf } from '../cart-view.ts';
import { applyVoucher, removeVoucher } from './apply-voucher.ts';
import { CartVoucher } from './cart-voucher.ts';
import { ApplyVoucherInput, RemoveVoucherInput } from './voucher-inputs.ts';
import { APPLY_VOUCHER, ApplyVoucherPayload, REMOVE_VOUCHER, RemoveVoucherPayload } from './voucher-payloads.ts';
import { VOUCHER_SENTENCES } from './voucher-problem.ts';

@Resolver(() => Cart)
export class CartVoucherResolver {
  @FieldResolver(() => RupiahScalar, { description: 'What the voucher takes off, in whole rupiah; 0 without one.' })
  async discountTotal(@Ctx() ctx: Context, @Root() cart: Cart): Promise<Rupiah> {
    return (await viewOf(ctx, cart)).discountTotal;
  }

  @FieldResolver(() => CartVoucher, { nullable: true, description: 'The voucher put on it; null without one.' })
  async voucher(@Ctx() ctx: Context, @Root() cart: Cart): Promise<CartVoucher | null> {
    const { voucher } = await viewOf(ctx, cart);
    if (!voucher) return null;
    const { code, name, discount, problem } = voucher;
    const message = problem && say(VOUCHER_SENTENCES[problem.code], ctx.language, problem.values);
    return { code, name, discount, problem: problem?.code ?? null, message };
  }

  @Access(everyone)
  @Mutation(() => ApplyVoucherPayload, {
    description:
      'Puts a voucher on a cart, in place of another. What more goods can mend is said by the cart, not refused.',
  })
  applyVoucher(
    @Ctx() ctx: Context,
    @Arg('input', () => ApplyVoucherInput, { description: 'The cart and the code.' })
    { cartId = null, code }: ApplyVoucherInput,
  ): Promise<Payload<{ cart: Cart }>> {
    return payload(ctx, APPLY_VOUCHER, async () => ({ cart: await applyVoucher(ctx, cartId, code) }));
  }

  @Access(everyone)
  @Mutation(() => RemoveVoucherPayload, { description: 'Takes the voucher off a cart.' })
  removeVoucher(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveVoucherInput, { description: 'The cart.' }) { cartId = null }: RemoveVoucherInput,
  ): Promise<Payload<{ cart: Cart }>> {
    return payload(ctx, REMOVE_VOUCHER, async () => ({ cart: await removeVoucher(ctx, cartId) }));
  }
}
