import pg from 'pg';
import { keyOf } from '../../../api/platform/keys.ts';
import type { Transaction } from '../../../simulators/midtrans/transaction.ts';
import type { Entry } from '../people/client-log.ts';
import type { FilledMarket } from '../stage/fill.ts';
import type { Stage } from '../stage/stage.ts';

/** A message as WhatsApp's stand-in got it. */
export interface ReceivedMessage {
  readonly from: 'business' | 'customer';
  readonly number: string;
  /** Key of our row. */
  readonly callbackData?: string;
}

/** Everything that the checker looks at after a run. */
export interface Evidence {
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Tries a statement as the program's own role, undone afterwards; null when it would go, else what refused it. */
  attempt(text: string): Promise<string | null>;
  readonly market: FilledMarket;
  /** The provider's own books. */
  readonly charges: readonly Transaction[];
  readonly messages: readonly ReceivedMessage[];
  /** What the clients saw. */
  readonly log: readonly Entry[];
}

/** Rows that break an invariant, each as one sentence; none when it holds. */
export type Invariant = (evidence: Evidence) => Promise<string[]>;

/** Gathers the evidence once everything is quiet. */
export async function gather(stage: Stage, market: FilledMarket, log: readonly Entry[]): Promise<Evidence> {
  const books = await fetch(`${stage.midtrans}/__sim/state`);
  const { transactions } = (await books.json()) as { transactions: Transaction[] };
  const phones = await fetch(`${stage.whatsapp}/__sim/messages`);
  return {
    rows: (text, values) => stage.rows(text, values),
    attempt: (text) => attemptAs(stage.urls.app, text),
    ...{ market, log, charges: transactions, messages: (await phones.json()) as ReceivedMessage[] },
  };
}

/** What the log of the clients names by public ids. */
export type Named =
  | ('Order' | 'Parcel' | 'Dispute' | 'Task' | 'Seller' | 'Payout' | 'PayoutBatch')
  | ('ProviderSettlement' | 'Reconciliation');

/** The key in a public id; the empty text for one that is none. */
export function keyIn(type: Named, id: unknown): string {
  return keyOf(type, String(id)) ?? '';
}

async function attemptAs(url: string, text: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}
