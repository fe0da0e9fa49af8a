import { setTimeout as pause } from 'node:timers/promises';
import { v4 as randomUuid } from 'uuid';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

/** Seconds after which another process goes on when the holder has died. Who waits for longer prolongs it meanwhile. */
const LEASE_SECONDS = 60;
/** Milliseconds between two attempts to get it. */
const PAUSE = 100;

const TAKE = `insert into search_lease (index_name, holder, ends_at)
  values (?, ?, clock_timestamp() + interval '${LEASE_SECONDS} seconds')
  on conflict (index_name) do update set holder = excluded.holder, ends_at = excluded.ends_at
   where search_lease.ends_at < clock_timestamp() or search_lease.holder = excluded.holder
  returning holder`;

const PROLONG = `update search_lease set ends_at = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
  where index_name = ? and holder = ? returning holder`;

/** The right to write to an index, held by one at a time over all processes. */
export class Lease {
  readonly #index: string;
  readonly #holder = randomUuid();

  constructor(index: string) {
    this.#index = index;
  }

  /** Takes it; false when another one holds it. */
  async take(ctx: Context): Promise<boolean> {
    const rows = await inTransaction(ctx, (tx) => tx.execute<object[]>(TAKE, [this.#index, this.#holder]));
    return rows.length > 0;
  }

  /** Waits until it can be taken. */
  async await(ctx: Context): Promise<void> {
    while (!(await this.take(ctx))) await pause(PAUSE);
  }

  /** Prolongs it. Throws when another one has or had it meanwhile: what that one wrote is not where this one writes. */
  async prolong(ctx: Context): Promise<void> {
    const rows = await inTransaction(ctx, (tx) => tx.execute<object[]>(PROLONG, [this.#index, this.#holder]));
    if (rows.length === 0) throw new Error(`Another process writes to ${this.#index} meanwhile.`);
  }

  async release(ctx: Context): Promise<void> {
    await inTransaction(ctx, (tx) =>
      tx.execute('delete from search_lease where index_name = ? and holder = ?', [this.#index, this.#holder]),
    );
  }
}
