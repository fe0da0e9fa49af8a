import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { offeredMethods } from './method-offers.ts';
import { mayMove } from './move-payment.ts';
import type { Payment } from './payment.ts';
import { PaymentMethod } from './payment-method.ts';

// Reached through a cart, a payment or what an operator may collect alone, whose rule decides.
@ObjectType({ description: 'A way to pay a sum, and whether it can carry it.', simpleResolvers: true })
@Access(everyone)
export class PaymentMethodOffer {
  @Field(() => PaymentMethod, { description: 'The method.' })
  method!: PaymentMethod;

  @Field(() => Boolean, { description: 'Whether this market offers it and the sum is within its limits.' })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not available, for people; null when it is.' })
  reason!: string | null;

  @Field(() => RupiahScalar, { nullable: true, description: 'The smallest sum it carries, in rupiah.' })
  minimum!: Rupiah | null;

  @Field(() => RupiahScalar, {
    nullable: true,
    description: 'The largest sum it carries, in rupiah; null when none is stated.',
  })
  maximum!: Rupiah | null;

  @Field(() => RupiahScalar, { description: 'What the buyer pays on top, in rupiah.' })
  fee!: Rupiah;
}

/** What offers hang on besides the sum. */
type Told = Pick<Context, 'language' | 'paymentSettings'>;

/** The ways to pay a sum, with reasons in the language of who asks. */
export function offersFor({ language, paymentSettings }: Told, total: Rupiah): PaymentMethodOffer[] {
  return offeredMethods(total, paymentSettings).map((offer) => ({
    ...offer,
    reason: offer.reason?.[language] ?? null,
  }));
}

/** The ways to pay a sum at the counter of a point: cash, and QRIS where it is switched on and can carry it; none where nothing is due. */
export function offersAtCounter(ctx: Told, due: Rupiah): PaymentMethodOffer[] {
  return due === 0 ? [] : offersFor(ctx, due).filter(({ method }) => method === 'CASH' || method === 'QRIS');
}

/** The ways to which a payment can still be switched: all but the present one, or that again after a denial; never to or from cash. */
export function otherWaysFor(
  ctx: Told,
  { amount, status, method: present, paidTotal }: Pick<Payment, 'amount' | 'status' | 'method' | 'paidTotal'>,
): PaymentMethodOffer[] {
  if (!mayMove(status, 'restart') || present === 'CASH' || paidTotal > 0) return [];
  return offersFor(ctx, amount).filter(
    ({ method }) => method !== 'CASH' && (method !== present || status === 'DENIED'),
  );
}
