import type { Context } from '../../platform/context.ts';

/** Milliseconds after which the statistics are read again, and where there were none: soon after a market was filled. */
const READ_EVERY = 3_600_000;
const READ_AGAIN = 60_000;
/** The share of all products taken of what the statistics do not name. */
const RARE = 0.005;
/** A tsquery for what a form begins with. */
const BEGUN = /^'(.*)':\*$/;
/** Lists that are read apart at most. Each number of them is a statement of its own, and few are prepared. */
const MOST_APART = 3;

const READ = `select coalesce(most_common_elems::text::text[], '{}') as forms, coalesce(most_common_elem_freqs, '{}') as shares
  from pg_stats where schemaname = current_schema() and tablename = 'search_entry' and attname = 'forms'`;

/** Products of a market from which on it matters how the index is asked for several concepts. */
const MANY_PRODUCTS = 50_000;

/** Which forms are common in this market, as the planner's statistics know: a hint of what a question costs, never of what it finds. */
export class CommonForms {
  #shares: ReadonlyMap<string, number> = new Map();
  #nextReadAt = Number.NEGATIVE_INFINITY;

  /**
   * Whether the index is to be asked for each alternative by itself, given a list of them (texts of tsqueries) for each concept of a search, and
   * how many products the market has. Always for one concept; for several where that is known to be cheaper.
   */
  async areReadApart(ctx: Context, lists: readonly (readonly string[])[], products: number): Promise<boolean> {
    if (lists.length < 2 || lists.length > MOST_APART || products < MANY_PRODUCTS) return lists.length === 1;
    await this.#refresh(ctx);
    return this.#shares.size > 0 && this.#isCheaperApart(lists);
  }

  /** Reads the statistics when that was long ago. */
  async #refresh(ctx: Context): Promise<void> {
    const now = ctx.clock.now().getTime();
    if (now < this.#nextReadAt) return;
    this.#nextReadAt = now + READ_AGAIN;
    const [read] = await ctx.read.rows<{ forms: readonly string[]; shares: readonly number[] }>(
      READ,
      [],
      'search-common',
    );
    this.#shares = new Map(read?.forms.map((form, at) => [form, read.shares[at] ?? 0]));
    if (this.#shares.size > 0) this.#nextReadAt = now + READ_EVERY;
  }

  /**
   * Whether it is cheaper to read all that carries each of these and keep what is in all, than to ask the index for what carries all: that tries
   * each product of the rarest list against every alternative, which takes a sixth of the time of reading a product.
   */
  #isCheaperApart(lists: readonly (readonly string[])[]): boolean {
    const shares = lists.map((list) => this.#shareOf(list));
    const alternatives = lists.reduce((sum, list) => sum + list.length, 0);
    const read = shares.reduce((sum, share) => sum + share, 0);
    return Math.min(...shares) * alternatives > 6 * read;
  }

  /** The share of all products that carry any of these, taken as if none carried two. */
  #shareOf(list: readonly string[]): number {
    const share = list.reduce((sum, each) => sum + this.#shareOfOne(each), 0);
    return share === Number.POSITIVE_INFINITY ? share : Math.min(1, Math.max(RARE, share));
  }

  #shareOfOne(query: string): number {
    const begun = BEGUN.exec(query)?.[1];
    // Nothing tells how common a phrase is of which a word is begun: it is not read by itself.
    if (begun === undefined && query.includes(':*')) return Number.POSITIVE_INFINITY;
    if (begun === undefined) return this.#shares.get(query.slice(1, -1)) ?? 0;
    let longer = 0; // the word itself is an alternative of its own
    for (const [form, share] of this.#shares) if (form !== begun && form.startsWith(begun)) longer += share;
    return longer;
  }
}
