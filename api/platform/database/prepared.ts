import type { EntityManager } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import type { Tx } from './transaction.ts';

/** Names of prepared statements by their text. Texts are constants of the program, so there are few. */
const names = new Map<string, string>();

/**
 * Has every connection of a pool prepare, once, each statement that brings its values apart from its text. The ORM's own
 * statements bring theirs inside the text and are not touched.
 */
export function prepareStatements(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const preparing = (text: unknown, values?: unknown, ...more: unknown[]): unknown =>
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? query({ name: nameOf(text), text, values: [...values] }, ...more)
        : query(text, values, ...more);
    client.query = preparing as PoolClient['query'];
  });
}

/** A transaction's connection. Statements are sent in the order they are asked for, none waits for the answers to earlier ones. */
export interface TxConnection {
  /** Throws once the transaction is over: the connection is somebody else's then. */
  send(text: string, values: readonly unknown[]): Promise<object[]>;
  end(): void;
}

/** The connection of an open transaction. The ORM's own way to it sends one statement after the answer to another. */
export async function connectionOf(em: EntityManager): Promise<TxConnection> {
  const { promise, resolve } = Promise.withResolvers<Connection>();
  const transaction = em.getTransactionContext() as unknown as Transaction;
  await transaction.getExecutor().provideConnection(async (own) => resolve(own));
  let connection: Connection | null = await promise;
  return {
    async send(sql, parameters) {
      if (!connection) throw new Error('This transaction is over: nothing can be sent in it.');
      const query = { kind: 'RawNode', sqlFragments: [sql], parameters: [] };
      return (await connection.executeQuery({ sql, parameters, query, queryId: {} })).rows;
    },
    end() {
      connection = null;
    },
  };
}

/**
 * Rows of a constant statement with $1, $2… inside a transaction, parsed and planned once per connection: for what runs with
 * every order. Writes no pending changes of entities first. Instants come back as text, bigint as number or text.
 * Several may be under way: they are done in the order they were asked for. The ORM's own statements are not in that order: await one kind before
 * the other is asked for.
 */
export function preparedRows<Row extends object>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  return tx.connection.send(text, values) as Promise<Row[]>;
}

/** The part of the ORM's transaction that leads to its connection. */
interface Transaction {
  getExecutor(): { provideConnection(use: (connection: Connection) => Promise<void>): Promise<void> };
}

interface Connection {
  executeQuery(query: object): Promise<{ rows: object[] }>;
}

function nameOf(text: string): string {
  const known = names.get(text) ?? `berjubel_${names.size + 1}`;
  names.set(text, known);
  return known;
}
