import type { Pool, PoolClient } from 'pg';

/** What the ORM begins and ends a transaction with; when one of these fails, it keeps the connection and never gives it back. */
const FRAME = /^(begin|start transaction|rollback)\b(?! to)/;

/**
 * Has the ORM give back a connection that was lost in the midst of a transaction, so that its place in the pool is free again. The
 * frame of a transaction is then told as done on a connection that is closed: no other statement can run on it, the next one fails.
 */
export function giveBackLost(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const framing = (text: unknown, ...more: unknown[]): unknown => {
      const answer = query(text, ...more);
      if (typeof text !== 'string' || !FRAME.test(text)) return answer;
      return answer.catch(() => {
        // As the pool closes what it drops: it does so when the connection comes back.
        void (client as unknown as { end(): Promise<void> }).end().catch(() => {});
        return { command: '', rowCount: 0, rows: [] };
      });
    };
    client.query = framing as unknown as PoolClient['query'];
  });
}
