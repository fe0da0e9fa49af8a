import type { Context } from '../platform/context.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import type { PaymentInstructions } from './payment-instructions.ts';
import { Refund } from './refund.ts';

/** The payment of a reference (the key of an order); null when there is none. Batched. */
export const paymentOfReference = defineLoader<string, Payment | null>(async (ctx, references) => {
  const payments = await ctx.em.fork().find(Payment, { reference: { $in: [...references] } });
  return inOrder(references, payments, ({ reference }) => reference);
});

/** What the payer needs for a payment: of its newest attempt, once the provider answered and while it is not called off. Batched. */
export const instructionsOf = defineLoader<string, PaymentInstructions | null>(async (ctx, keys) => {
  const attempts = await ctx.em
    .fork()
    .find(PaymentAttempt, { paymentKey: { $in: [...keys] } }, { orderBy: { number: 'asc' } });
  const newest = new Map(attempts.map((attempt) => [attempt.paymentKey, attempt]));
  return keys.map((key) => {
    const attempt = newest.get(key);
    return attempt?.disownedAt === null ? attempt.instructions : null;
  });
});

/** The refunds of a payment, oldest first. Batched. */
export const refundsOf = defineLoader<string, Refund[]>(async (ctx, keys) => {
  const refunds = await ctx.em
    .fork()
    .find(Refund, { paymentKey: { $in: [...keys] } }, { orderBy: { createdAt: 'asc', key: 'asc' } });
  return keys.map((key) => refunds.filter(({ paymentKey }) => paymentKey === key));
});

/** Payments as `node` shows them: the caller's own. */
export async function ownPayments(ctx: Context, keys: readonly string[]): Promise<(Payment | null)[]> {
  if (ctx.actor.key === null) return keys.map(() => null);
  const own = await ctx.em.fork().find(Payment, { key: { $in: [...keys] }, payerKey: ctx.actor.key });
  return inOrder(keys, own, ({ key }) => key);
}

/** Refunds as `node` shows them: the caller's own. */
export async function ownRefunds(ctx: Context, keys: readonly string[]): Promise<(Refund | null)[]> {
  if (ctx.actor.key === null) return keys.map(() => null);
  const own = await ctx.em.fork().find(Refund, { key: { $in: [...keys] }, payerKey: ctx.actor.key });
  return inOrder(keys, own, ({ key }) => key);
}
