import { actAs, presentActor } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import type { LiveEvents, LiveNotice } from '../platform/graphql/live.ts';

declare module '../platform/context.ts' {
  interface Ports {
    /** Events of all processes, for subscriptions. */
    readonly live: LiveEvents;
  }
}

/** What a subscription follows. */
export interface Followed<Node> {
  /** Events that change what is shown. */
  readonly concerns: (notice: LiveNotice) => boolean;
  /** What is to be shown now; null once the caller may no longer see it, which ends the subscription. */
  readonly present: () => Promise<readonly Node[] | null>;
  /** What an event has changed; null as above. */
  readonly changed: (notice: LiveNotice) => Promise<readonly Node[] | null>;
}

/**
 * The pushes of one subscription: first the present state, then what events change, and the present state again when events may
 * have been lost. Before each push the caller's rights are read anew. Ends at once when its reader leaves, also while it waits.
 */
export class LiveAnswers<Node> implements AsyncIterableIterator<Node> {
  readonly #ctx: Context;
  readonly #followed: Followed<Node>;
  readonly #notices: AsyncIterableIterator<LiveNotice>;
  readonly #waiting: Node[];

  private constructor(
    ctx: Context,
    followed: Followed<Node>,
    notices: AsyncIterableIterator<LiveNotice>,
    waiting: readonly Node[],
  ) {
    this.#ctx = ctx;
    this.#followed = followed;
    this.#notices = notices;
    this.#waiting = [...waiting];
  }

  /** Begins to follow; null when the caller may not see it. */
  static async open<Node>(ctx: Context, followed: Followed<Node>): Promise<LiveAnswers<Node> | null> {
    // Listen, then look: what happens in between is pushed twice rather than never.
    const notices = ctx.live.subscribe(followed.concerns);
    const present = await followed.present();
    if (present !== null) return new LiveAnswers(ctx, followed, notices, present);
    await notices.return?.();
    return null;
  }

  async next(): Promise<IteratorResult<Node, undefined>> {
    for (;;) {
      const node = this.#waiting.shift();
      if (node !== undefined) return { value: node, done: false };
      const { value: notice, done } = await this.#notices.next();
      if (done) return { value: undefined, done: true };
      const nodes = await this.#read(notice);
      if (nodes === null) return this.return();
      this.#waiting.push(...nodes);
    }
  }

  async return(): Promise<IteratorResult<Node, undefined>> {
    await this.#notices.return?.();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #read(notice: LiveNotice): Promise<readonly Node[] | null> {
    actAs(this.#ctx, await presentActor(this.#ctx));
    // Nothing read for an earlier push may answer this one.
    this.#ctx.loaders.clear();
    this.#ctx.em.clear();
    return notice.isMissed ? this.#followed.present() : this.#followed.changed(notice);
  }
}
