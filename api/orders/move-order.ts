import type { Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { refuse } from '../platform/refusal.ts';
import type { Order } from './order.ts';
import { ORDER_TRANSITIONS, type OrderTransition, type OrderTransitionName } from './order-transitions.ts';

/**
 * Applies a row of ORDER_TRANSITIONS to a locked order and records its event. Nothing else writes an order's payment status.
 * Refuses WRONG_STATUS {status} when the row does not begin where the order stands.
 */
export async function moveOrder(
  tx: Tx,
  order: Order,
  name: OrderTransitionName,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const row: OrderTransition = ORDER_TRANSITIONS[name];
  const from = order.paymentStatus;
  if (!row.from.includes(from)) refuse('WRONG_STATUS', [], { status: from });
  order.paymentStatus = row.to;
  await appendEvent(tx, row.event, orderSubject(order), { ...facts, from, to: row.to });
}

/** What every event about an order names. */
export function orderSubject(order: Order): Record<string, string> {
  return { orderKey: order.key, buyerKey: order.buyerKey, pickupPointKey: order.pickupPointKey };
}
