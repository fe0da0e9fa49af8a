import { createHash, randomUUID } from 'node:crypto';
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

/** One of so many turns tells of a charge that the market does not know. */
const UNKNOWN_EVERY = 8;

/** Forges news of charges, until it is over; now and then the provider tells of one that the market has never heard of. */
export async function liveAsForger({ stage, forgeries }: Clients, isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    await forgeNews(stage, forgeries);
    if (turn % UNKNOWN_EVERY === 0) await tellOfUnknown(stage.webs[1], `BJ-NOBODY-a${turn + 1}`);
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
  const forged = await tell(stage.webs[1], charge, 'SB-Mid-server-of-somebody-else');
  if (forged === 200) forgeries.taken += 1;
  await tell(stage.webs[1], charge, SERVER_KEY);
}

/** Genuine news of a charge that is in nobody's books. It is kept, and the provider is asked about it later (see UNKNOWN_EARLY in time.ts). Status of the answer. */
export function tellOfUnknown(market: string, orderId: string, key = SERVER_KEY): Promise<number> {
  return tell(market, { orderId, grossAmount: 25_000, transactionId: randomUUID() }, key);
}

/** What news of a charge names. */
type Told = Pick<Transaction, 'orderId' | 'grossAmount' | 'transactionId'>;

/** Status of the answer, 0 for none. */
async function tell(market: string, { orderId, grossAmount, transactionId }: Told, key: string): Promise<number> {
  const amount = `${grossAmount}.00`;
  const body = JSON.stringify({
    ...{ order_id: orderId, transaction_id: transactionId, status_code: '200', gross_amount: amount },
    ...{ transaction_status: 'settlement', fraud_status: 'accept', currency: 'IDR' },
    signature_key: createHash('sha512').update(`${orderId}200${amount}${key}`).digest('hex'),
  });
  const headers = { 'content-type': 'application/json' };
  return fetch(`${market}/payments/midtrans/notifications`, { method: 'POST', headers, body }).then(
    (response) => response.text().then(() => response.status),
    () => 0, // killed just now
  );
}
