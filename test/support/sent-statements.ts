import pg from 'pg';

let sent = 0;
const { prototype } = pg.Client;
const { query } = prototype;
// For good, and before any connection is made: a pooled connection keeps the function that it once took.
prototype.query = function counting(this: pg.Client, ...args: unknown[]) {
  sent += 1;
  return Reflect.apply(query, this, args);
} as typeof query;

/** How many statements an act sends to the database, over whatever road. Nothing else may go on meanwhile. */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const before = sent;
  await act();
  return sent - before;
}
