import { createHash } from 'node:crypto';
import type { Transaction } from '../../../simulators/midtrans/transaction.ts';
import type { Stage } from '../stage/stage.ts';

/** Signs as the provider does; the status is not covered by it, so that a true signature may come with a false status. */
const SERVER_KEY = 'SB-Mid-server-FAULTS';

/** What became of forged news. */
export interface Forgeries {
  sent: number;
  /** Those with a wrong signature that were taken all the same. */
  taken: number;
}

/** Tells the market that charges which wait were paid: once with a wrong signature, once with a right one and a false status. */
export async function forgeNews(stage: Stage, forgeries: Forgeries): Promise<void> {
  const books = await fetch(`${stage.midtrans}/__sim/state`);
  const { transactions } = (await books.json()) as { transactions: Transaction[] };
  const waiting = transactions.find(({ status }) => status === 'pending');
  if (!waiting) return;
  forgeries.sent += 1;
  const forged = await tell(stage, waiting, 'SB-Mid-server-of-somebody-else');
  if (forged === 200) forgeries.taken += 1;
  await tell(stage, waiting, SERVER_KEY);
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
