import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { type Rupiah, RupiahScalar } from '../platform/money.ts';
import { isSettled, OPEN_ATTEMPTS } from './attempt-status.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { PaymentInstructions } from './payment-instructions.ts';

/** Where a code at a counter stands. */
export const CounterPaymentStatus = { STARTING: 'STARTING', WAITING: 'WAITING', PAID: 'PAID', OVER: 'OVER' } as const;
export type CounterPaymentStatus = keyof typeof CounterPaymentStatus;

registerEnumType(CounterPaymentStatus, {
  name: 'CounterPaymentStatus',
  description: 'Where a QRIS code at a counter stands.',
  valuesConfig: {
    STARTING: { description: 'The provider is being asked for the code; a moment.' },
    WAITING: { description: 'The buyer can scan it.' },
    PAID: { description: 'The money is there.' },
    OVER: { description: 'It ran out, was refused or called off; take cash or make another.' },
  },
});

// Reached through what an operator may collect alone, whose rule decides.
@ObjectType({ description: 'A QRIS code that is shown at a counter for what is due there.', simpleResolvers: true })
@Access(everyone)
export class CounterPayment {
  @Field(() => CounterPaymentStatus, { description: 'Where it stands.' })
  status!: CounterPaymentStatus;

  @Field(() => RupiahScalar, { description: 'What it charges, in whole rupiah.' })
  amount!: Rupiah;

  @Field(() => DateTimeScalar, { description: 'Until when it can be paid.' })
  payBy!: Date;

  @Field(() => PaymentInstructions, { nullable: true, description: 'What the buyer scans; null unless it waits.' })
  instructions!: PaymentInstructions | null;
}

/** The newest code that was shown at a counter for a reference (the key of an order); null when there was none. Batched. */
export const counterPaymentOf = defineLoader<string, CounterPayment | null>(async (ctx, references) => {
  const newest = await ctx.em.fork().execute<{ reference: string; id: string }[]>(
    `select distinct on (p.reference) p.reference, a.id from payment_attempt a join payment p on p.id = a.payment_id
        where p.reference = any(?::uuid[]) and a.part is not null order by p.reference, a.number desc`,
    [`{${references.join(',')}}`],
  );
  const attempts = await ctx.em.fork().find(PaymentAttempt, { key: { $in: newest.map(({ id }) => id) } });
  const byKey = new Map(attempts.map((attempt) => [attempt.key, attempt]));
  const byReference = new Map(newest.map(({ reference, id }) => [reference, byKey.get(id)]));
  return references.map((reference) => {
    const attempt = byReference.get(reference);
    return attempt ? asShown(ctx, attempt) : null;
  });
});

function asShown(ctx: Context, attempt: PaymentAttempt): CounterPayment {
  const status = statusOf(attempt, ctx.clock.now());
  const instructions = status === 'WAITING' ? attempt.instructions : null;
  return { status, amount: attempt.amount, payBy: attempt.deadline, instructions };
}

function statusOf({ status, deadline, disownedAt }: PaymentAttempt, now: Date): CounterPaymentStatus {
  if (isSettled(status)) return 'PAID';
  if (!OPEN_ATTEMPTS.includes(status) || disownedAt !== null || deadline <= now) return 'OVER';
  return status === 'PENDING' ? 'WAITING' : 'STARTING';
}
