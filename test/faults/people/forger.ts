import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from '../../../simulators/midtrans/transaction.ts';
import type { Stage } from '../stage/stage.ts';
import type { Clients } from './client.ts';

/** Signs as the provider does; the status is not covered by it, so that a true signature may come with a false status. */
const SERVER_KEY = 'SB-Mid-server-FAULTS';

/** What became of forged news. */
export interface Forgeries {
  sent: number;
  /** Those with a wrong signature that were taken all the same. */
  taken: number;
}

/** Forges news of charges, until it is over. */
export async function liveAsForger({ stage, forgeries }: Clients, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await forgeNews(stage, forgeries);
    await pause(400);
  }
}

/**
 * Tells the market that a charge was paid: once with a wrong signature, once with a right one and a status that may be false. The one that waits
 * longest comes first, which perhaps nobody will pay; there may be none, as most are paid as soon as they are there, and then it is the newest.
 */
async function forgeNews(stage: Stage, forgeries: Forgeries): Promise<void> {
  const books = await fetch(`${stage.midtrans}/__sim/state`);
  const { transactions } = (await books.json()) as { transactions: Transaction[] };
  const charge = transactions.findLast(({ status }) => status === 'pending') ?? transactions[0];
  if (!charge) return;
  forgeries.sent += 1;
  const forged = await tell(stage, charge, 'SB-Mid-server-of-somebody-else');
  if (forged === 200) forgeries.taken += 1;
  await tell(stage, charge, SERVER_KEY);
}

/** Status of the answer, 0 for none. */
async function tell(stage: Stage, { orderId, grossAmount, transactionId }: Transaction, key: string): Promise<number> {
  const amount = `${grossAmount}.00`;
  const body = JSON.stringify({
    ...{ order_id: orderId, transaction_id: transactionId, status_code: '200', gross_amount: amount },
    ...{ transaction_status: 'settlement', fraud_status: 'accept', currency: 'IDR' },
    signature_key: createHash('sha512').update(`${orderId}200${amount}${key}`).digest('hex'),
  });
  const headers = { 'content-type': 'application/json' };
  return fetch(`${stage.webs[1]}/payments/midtrans/notifications`, { method: 'POST', headers, body }).then(
    (response) => response.text().then(() => response.status),
    () => 0, // killed just now
  );
}
