import { randomUUID } from 'node:crypto';
import type { Randomness } from '../../../simulators/stage/randomness.ts';
import type { Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';
import { happensAtProvider, payAtProvider, untilCharged, untilHeard } from './pay.ts';
import { planFault } from './trouble.ts';

/** How long the provider takes to call a charge off, in milliseconds: for so long both can be paid. The market waits longer than that for an answer. */
const SLOW_MS = 1500;

/** Somebody with an order that is to be paid. */
export interface Payer {
  readonly clients: Clients;
  readonly who: Someone;
  readonly random: Randomness;
}

/** An order, and how it is paid at first. */
export interface Payable {
  readonly id: string;
  readonly code: string;
  readonly method: string;
}

/**
 * Changes the method and pays both charges, while the provider is slow to call one off; then the bank takes one of the two back, mostly when the
 * market knows of both. Which of them it is, and whether the other money has gone back by then, is up to chance. True when both were paid.
 */
export async function payTwice(payer: Payer, { id, code, method }: Payable): Promise<boolean> {
  const { clients, who, random } = payer;
  const [first, second] = [`${code}-a1`, `${code}-a2`] as const;
  if (!(await untilCharged(clients, first))) return false;
  await planFault(clients, 'faults', { route: 'cancel', kind: 'latency', when: 'before', ms: SLOW_MS, times: 2 });
  const key = randomUUID();
  const paymentMethod = random.below(2) === 0 ? 'VA_PERMATA' : 'GOPAY';
  const input = { orderId: id, paymentMethod, idempotencyKey: key };
  await clients.act(who, 'changePaymentMethod', key, input, 'order { id code }');
  const paid = await Promise.all([payAtProvider(clients, who, code, 1), payAtProvider(clients, who, code, 2)]);
  if (!paid.every(Boolean)) return false;
  if (random.below(4) > 0) await Promise.all([first, second].map((charge) => untilHeard(clients, charge)));
  const [charge, how] = random.below(2) === 0 ? [first, method] : [second, paymentMethod];
  await happensAtProvider(clients, who, how === 'VA_PERMATA' ? 'reverse' : 'chargeback', charge);
  return true;
}
