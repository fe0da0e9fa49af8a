import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cart, viewOf } from '../carts/index.ts';
import { offersFor, PaymentMethodOffer } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';

/** How a cart could be paid. Carts and payments are neighbours, so the join stands above both. */
@Resolver(() => Cart)
export class CartPaymentResolver {
  @FieldResolver(() => [PaymentMethodOffer], {
    description:
      'Every way to pay, and whether it is offered and can take the sum of the ticked lines and the point fees.',
  })
  async paymentMethods(@Ctx() ctx: Context, @Root() cart: Cart): Promise<PaymentMethodOffer[]> {
    return offersFor(ctx, (await viewOf(ctx, cart)).total);
  }
}
