import pg from 'pg';

/** What a measured process says of itself since it started. */
export interface Usage {
  /** CPU time of the process, user and system, in milliseconds. */
  readonly cpuMs: number;
  /** SQL statements sent to the database, BEGIN and COMMIT included. */
  readonly statements: number;
}

/** A statement as it was sent. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the measuring process asks of a measured one, and what it answers. */
export type Question = { ask: 'usage' } | { ask: 'record' } | { ask: 'recorded' } | { ask: 'stop' };

/** Tells the measuring process where this one listens, and from then on answers its questions. */
export function reportTo(parent: NodeJS.Process, port: number, stop: () => Promise<unknown>): void {
  let statements = 0;
  let recorded: SentStatement[] | null = null;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const query = prototype.query;
  prototype.query = function counted(...args: unknown[]) {
    statements += 1;
    if (recorded) recorded.push(sent(args));
    return query.apply(this, args);
  };
  const say = (answer: unknown): void => void parent.send?.(answer as object);
  parent.on('message', ({ ask }: Question) => {
    if (ask === 'usage') {
      const { user, system } = process.cpuUsage();
      say({ cpuMs: (user + system) / 1000, statements });
    } else if (ask === 'record') {
      recorded = [];
      say({});
    } else if (ask === 'recorded') {
      say(recorded);
      recorded = null;
    } else if (ask === 'stop') {
      stop().finally(() => process.exit(0));
    }
  });
  // A measured process never outlives the one that measures.
  parent.on('disconnect', () => process.exit(1));
  say({ port });
}

function sent([query, values]: unknown[]): SentStatement {
  const config = typeof query === 'string' ? { text: query, values } : (query as { text: string; values?: unknown[] });
  return { text: config.text, values: (config.values as unknown[] | undefined) ?? [] };
}
