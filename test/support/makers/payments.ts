import { randomUUID } from 'node:crypto';
import { openPayment, Payment, type PaymentMethod, type PaymentStatus, payBy } from '../../../api/payments/index.ts';
import type { PaymentItem } from '../../../api/payments/payment.ts';
import { PaymentAttempt } from '../../../api/payments/payment-attempt.ts';
import { runSteps } from '../../../api/platform/database/steps.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { StoredEvent } from '../../../api/platform/jobs/stored-event.ts';
import { aPerson, type Maker, type Person } from './accounts.ts';

/** How a payment differs from the usual one. */
export interface PaymentAsked {
  readonly method?: PaymentMethod;
  /** Whole rupiah. */
  readonly amount?: number;
  readonly items?: readonly PaymentItem[];
  readonly payer?: Person;
  /** Key of an order; of none when left out. */
  readonly reference?: string;
}

/** A payment as tests follow it: always read anew. */
export interface FollowedPayment {
  readonly key: string;
  readonly reference: string;
  readonly code: string;
  readonly payer: Person;
  now(): Promise<Payment>;
  status(): Promise<PaymentStatus>;
  attempts(): Promise<PaymentAttempt[]>;
  /** Id of the newest attempt at the provider. */
  providerOrderId(): Promise<string>;
  /** Names of the events told about it, oldest first. */
  events(): Promise<string[]>;
}

let made = 0;

/** A payment of 25,000 rupiah by QRIS, not yet charged, unless asked otherwise. */
export async function aPayment(world: Maker, asked: PaymentAsked = {}): Promise<FollowedPayment> {
  const { method = 'QRIS', amount = 25_000, reference = randomUUID() } = asked;
  const payer = asked.payer ?? (await aPerson(world));
  made += 1;
  const code = `BJ-PAY${made}`;
  const ctx = world.context(payer.actor);
  const payment = await inTransaction(ctx, async (tx) => {
    const opening = await openPayment(tx, {
      reference,
      orderCode: code,
      payerKey: payer.account.key,
      amount,
      method,
      deadline: payBy(method, ctx.clock.now()),
      items: asked.items ?? [{ id: 'keripik', name: 'Keripik singkong', price: amount, quantity: 1 }],
    });
    await runSteps(tx, [opening.step]);
    return opening.payment;
  });
  return followed(world, payment, payer);
}

/** Follows the payment of an order. */
export async function paymentOf(world: Maker, reference: string, payer: Person): Promise<FollowedPayment> {
  return followed(world, await world.context().em.fork().findOneOrFail(Payment, { reference }), payer);
}

function followed(world: Maker, { key, reference, orderCode: code }: Payment, payer: Person): FollowedPayment {
  const em = () => world.context().em.fork();
  const now = () => em().findOneOrFail(Payment, { key });
  const attempts = () => em().find(PaymentAttempt, { paymentKey: key }, { orderBy: { number: 'asc' } });
  return {
    key,
    reference,
    code,
    payer,
    now,
    attempts,
    status: async () => (await now()).status,
    providerOrderId: async () => (await attempts()).at(-1)?.providerOrderId ?? '',
    events: async () => {
      const events = await em().find(StoredEvent, {}, { orderBy: { key: 'asc' } });
      return events.filter(({ subject }) => subject.paymentKey === key).map(({ name }) => name);
    },
  };
}
