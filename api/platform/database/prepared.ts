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

/**
 * Rows of a constant statement with $1, $2… inside a transaction, parsed and planned once per connection: for what runs with
 * every order. Writes no pending changes of entities first. Instants come back as text, bigint as number or text.
 */
export async function preparedRows<Row extends object>(
  tx: Tx,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const transaction = tx.getTransactionContext() as unknown as Connection<Row>;
  const query = { kind: 'RawNode', sqlFragments: [text], parameters: [] };
  const { rows } = await transaction.executeQuery({ sql: text, parameters: values, query, queryId: {} });
  return rows;
}

/** The part of the ORM's transaction that runs a statement with values. */
interface Connection<Row> {
  executeQuery(query: object): Promise<{ rows: Row[] }>;
}

function nameOf(text: string): string {
  const known = names.get(text) ?? `berjubel_${names.size + 1}`;
  names.set(text, known);
  return known;
}
