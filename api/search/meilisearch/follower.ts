import type { Meilisearch } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { markDifferences } from './check-index.ts';
import { isAnyDirty, markDirty } from './dirty.ts';
import { isSetAsNeeded } from './index-settings.ts';
import { Lease } from './lease.ts';
import type { MeilisearchServer } from './server.ts';
import { buildAnew, drain, hasIndex } from './write-index.ts';

/** Milliseconds for which changes only gather after the engine has failed to take them; the repeating job tries again. */
const REST = 5_000;

/** Brings the index of products to where PostgreSQL is: one writer at a time, changes gathered meanwhile become one write. */
export class IndexFollower {
  readonly #server: MeilisearchServer;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;
  #hurriedAt = Number.NEGATIVE_INFINITY;
  /** Whether the settings of the index were seen to be these; looked at again after each trouble. */
  #isSet = false;
  #rest: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(server: MeilisearchServer) {
    this.#server = server;
  }

  /**
   * Notes changes, and begins to take them over unless the engine is in trouble: then they stay noted. Nobody waits for it: the engine
   * takes as long for one product as for hundreds, so what changes meanwhile is to gather, not to hold the few jobs that run at once.
   */
  async changed(ctx: Context, productKeys: readonly string[]): Promise<void> {
    await markDirty(ctx, productKeys);
    // A run that has not begun yet will see what was just noted.
    if (this.#waiting || this.#isClosed || ctx.clock.now().getTime() - this.#failedAt < REST) return;
    void this.#attempt(ctx, () => this.#soon(ctx));
  }

  /** Takes over what is noted; makes the index when it is not there. Only notes it when the engine is in trouble. */
  async follow(ctx: Context): Promise<void> {
    await this.#attempt(ctx, () => this.#soon(ctx));
  }

  /** The same when a search finds the index behind: whoever should have may be gone. Once in a while, however many searches come. */
  catchUp(ctx: Context): void {
    const now = ctx.clock.now().getTime();
    if (now - this.#hurriedAt < REST) return;
    this.#hurriedAt = now;
    void this.follow(ctx);
  }

  /** Makes the index anew, and tells which share of it is done. False when the engine is in trouble: it is as it was. */
  rebuild(ctx: Context, onProgress: (share: number) => void): Promise<boolean> {
    return this.#attempt(ctx, async () => {
      const lease = new Lease(this.#server.products);
      await lease.await(ctx);
      try {
        await buildAnew({ ctx, client: await this.#server.indexer(), lease }, this.#server, onProgress);
      } finally {
        await lease.release(ctx);
      }
      await this.#soon(ctx);
    });
  }

  /** Compares the index with PostgreSQL and repairs it. Gives how many products differed. Throws when the engine is in trouble. */
  async check(ctx: Context): Promise<number> {
    await this.#soon(ctx);
    const mark = async (productKeys: readonly string[]): Promise<void> => {
      await markDirty(ctx, productKeys);
      // Comparing takes minutes: what was marked does not wait for its end. What fails here fails below again.
      if (productKeys.length > 0) void this.#soon(ctx).catch(() => {});
    };
    const comparison = { client: await this.#server.indexer(), index: this.#server.products, mark };
    const differing = await markDifferences(ctx, comparison);
    if (differing > 0) await this.#soon(ctx);
    return differing;
  }

  /** Waits for the run that is going on; no other begins. What is noted is taken over by the next process. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#rest);
    await (this.#waiting ?? this.#running).catch(() => {});
  }

  /** A run that begins after this call: callers that come while one is going on share the next. */
  #soon(ctx: Context): Promise<void> {
    this.#waiting ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#waiting = null;
        this.#running = this.#isClosed ? Promise.resolve() : this.#takeOver(ctx);
        return this.#running;
      });
    return this.#waiting;
  }

  async #takeOver(ctx: Context): Promise<void> {
    const client = await this.#server.indexer();
    const { products } = this.#server;
    // A lease that is given back ends all kept answers: whoever looks in without need, as after each trouble of the engine, takes none.
    const isIdle = !(await isAnyDirty(ctx));
    if (isIdle && (await hasIndex(client, products)) && (await this.#isRightlySet(client))) return;
    // Who cannot have the lease leaves the work to its holder, which looks once more after it gave it back.
    do {
      const lease = new Lease(products);
      if (!(await lease.take(ctx))) return;
      const writing = { ctx, client, lease };
      try {
        const isThere = await hasIndex(client, products);
        // An earlier version may have made it.
        if (!isThere || !(await this.#isRightlySet(client))) await buildAnew(writing, this.#server);
        await drain(writing, [products]);
      } finally {
        await lease.release(ctx);
      }
    } while (await isAnyDirty(ctx));
  }

  async #isRightlySet(client: Meilisearch): Promise<boolean> {
    this.#isSet ||= isSetAsNeeded(await client.index(this.#server.products).getSettings());
    return this.#isSet;
  }

  /** Whether it was done. */
  async #attempt(ctx: Context, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#failedAt = Number.NEGATIVE_INFINITY;
      clearTimeout(this.#rest);
      return true;
    } catch (error) {
      // Nothing is lost: what changed is noted in the database, and PostgreSQL answers.
      this.#failedAt = ctx.clock.now().getTime();
      this.#isSet = false;
      this.#goOnAfterRest(ctx);
      this.#server.forgetKeys();
      ctx.log.warn({ err: error }, 'Meilisearch did not take over what changed; it will be tried again');
      return false;
    }
  }

  /** What is noted now would wait for the repeating job, up to a minute, when nothing changes any more. */
  #goOnAfterRest(ctx: Context): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void (this.#isClosed || this.#attempt(ctx, () => this.#soon(ctx))), REST);
    this.#rest.unref();
  }
}
