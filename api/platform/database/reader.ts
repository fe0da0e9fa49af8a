import type { Writable } from 'node:stream';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/** Plain SQL for reads. A named statement is prepared once per connection. */
export interface Reader {
  /** Rows of one statement. `name` must be unique to the text; leave it out for text that varies. */
  rows<Row extends object>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** A statement that waits for the end of its tick. */
interface Waiting {
  readonly query: QueryConfig;
  readonly resolve: (result: QueryResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A reader over a pool of connections that was made with `pipeline`. Statements that are asked for in one tick, as the loaders of
 * one answer do, go to one connection in one write: the way there and back costs more than a short read does.
 */
export function poolReader(pool: Pool): Reader {
  let waiting: Waiting[] = [];
  const send = (): void => {
    const together = waiting;
    waiting = [];
    pool.connect().then(
      (client) => sendTogether(client, together),
      (error: unknown) => {
        for (const { reject } of together) reject(error);
      },
    );
  };
  return {
    async rows<Row extends object>(text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
      const query = { text, values: [...values], ...(name ? { name } : {}) };
      const asked = new Promise<QueryResult<Row>>((resolve, reject) => {
        waiting.push({ query, resolve, reject });
        if (waiting.length === 1) process.nextTick(send);
      });
      try {
        return (await asked).rows;
      } catch (error) {
        // The driver's own stack leads to its socket; this one to whoever asked.
        if (error instanceof Error) Error.captureStackTrace(error);
        throw error;
      }
    },
  };
}

/** Sends statements at once; each succeeds or fails by itself. The connection goes back when the last one is answered. */
async function sendTogether(client: PoolClient, together: readonly Waiting[]): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  const answers = together.map((each) => new Promise<void>((done) => ask(client, each, done)));
  stream.uncork();
  await Promise.all(answers);
  client.release();
}

/**
 * Asks by a callback: around what the driver's own promises give, rows stay in memory until the next full collection, and carrying them
 * along until then takes more time than reading them.
 */
function ask(client: PoolClient, { query, resolve, reject }: Waiting, done: () => void): void {
  client.query(query, (error: Error | null, result: QueryResult) => {
    if (error) reject(error);
    else resolve(result);
    done();
  });
}
