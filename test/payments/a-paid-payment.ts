import { createHash } from 'node:crypto';
import { aPayment, type FollowedPayment, type PaymentAsked } from '../support/makers/payments.ts';
import type { World } from '../support/world.ts';
import { SERVER_KEY, stageAt } from './a-provider.ts';

/** Lets the notices that are under way arrive, and does the jobs they cause. */
export async function settled(world: World): Promise<void> {
  await stageAt(world.midtrans.url).control('settled', undefined, 'GET');
  await world.runJobs();
}

/** What failed is due at once, and not seconds later. */
const HURRY = `update graphile_worker._private_jobs set run_at = now()
  where locked_at is null and run_at > now() and last_error is not null and attempts < max_attempts`;

/**
 * After a test: ends what troubled the provider and does what had failed by it. Left over, it would come due in the middle of a later
 * test wherever a machine is slow, fail there by that test's trouble, and have the provider left alone for seconds.
 */
export async function endTrouble(world: World): Promise<void> {
  await stageAt(world.midtrans.url).control('faults', {}, 'DELETE');
  await world.context().em.fork().execute(HURRY);
  await world.runJobs();
}

/** A payment that waits for its payer. */
export async function aWaitingPayment(world: World, asked: PaymentAsked = {}): Promise<FollowedPayment> {
  const payment = await aPayment(world, asked);
  await world.runJobs();
  await settled(world);
  return payment;
}

/** The payer pays; the notification arrives and is worked on. */
export async function payNow(world: World, payment: FollowedPayment, issuer = 'gopay'): Promise<void> {
  await stageAt(world.midtrans.url).control('pay', { id: await payment.providerOrderId(), issuer });
  await settled(world);
}

/** A payment whose money has come. */
export async function aPaidPayment(world: World, asked: PaymentAsked = {}): Promise<FollowedPayment> {
  const payment = await aWaitingPayment(world, asked);
  await payNow(world, payment);
  return payment;
}

/** A notification as the provider would sign it. */
export function aNotice(providerOrderId: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { status_code = '200', gross_amount = '25000.00', ...more } = changes;
  const signature_key = createHash('sha512')
    .update(`${providerOrderId}${status_code}${gross_amount}${SERVER_KEY}`)
    .digest('hex');
  return {
    transaction_status: 'settlement',
    transaction_id: '6f0b4c5e-0000-4000-8000-000000000000',
    order_id: providerOrderId,
    status_code,
    gross_amount,
    currency: 'IDR',
    payment_type: 'qris',
    fraud_status: 'accept',
    signature_key,
    ...more,
  };
}

/** Posts a body to the notification endpoint and answers the HTTP status. */
export async function postNotice(world: World, body: unknown): Promise<number> {
  const answer = await fetch(`${world.url}/payments/midtrans/notifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'Veritrans' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}
