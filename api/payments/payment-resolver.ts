import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Payment } from './payment.ts';
import { PaymentInstructions } from './payment-instructions.ts';
import { otherWaysFor, PaymentMethodOffer } from './payment-method-offer.ts';
import { instructionsOf, refundsOf } from './payment-queries.ts';
import { Refund } from './refund.ts';

@Resolver(() => Payment)
export class PaymentResolver {
  @FieldResolver(() => PaymentInstructions, {
    nullable: true,
    description: 'What the payer needs; null while the provider is asked, for cash, and once nothing is to be paid.',
  })
  async instructions(@Ctx() ctx: Context, @Root() payment: Payment): Promise<PaymentInstructions | null> {
    return payment.status === 'PENDING' && payment.method !== 'CASH' ? instructionsOf(ctx, payment.key) : null;
  }

  @FieldResolver(() => [PaymentMethodOffer], {
    description:
      'Other ways to pay it, and whether each can carry the sum; the same way again after a denial; none once it is paid or over.',
  })
  otherMethods(@Ctx() ctx: Context, @Root() payment: Payment): PaymentMethodOffer[] {
    return otherWaysFor(ctx, payment);
  }

  @FieldResolver(() => [Refund], { description: 'What goes back to the buyer, oldest first.' })
  refunds(@Ctx() ctx: Context, @Root() payment: Payment): Promise<Refund[]> {
    return refundsOf(ctx, payment.key);
  }
}
