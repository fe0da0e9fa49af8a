import type { Context } from '../context.ts';
import type { KnownOperation } from './documents.ts';
import { Lru } from './lru.ts';
import type { Variables } from './specialise.ts';

/** What is to be done for every request that an answer is given to, also when it was kept. */
export type ForEachAnswer = (ctx: Context) => void;

/** What use cases say of the answer of their request. */
interface Remark {
  readonly forEach: ForEachAnswer[];
  isPassing: boolean;
}

const remarks = new WeakMap<Context, Remark>();

function remarkOf(ctx: Context): Remark {
  const known = remarks.get(ctx);
  if (known) return known;
  const remark = { forEach: [], isPassing: false };
  remarks.set(ctx, remark);
  return remark;
}

/** Does something now, and again for each request that is given the answer of this one. */
export function forEachAnswer(ctx: Context, act: ForEachAnswer): void {
  act(ctx);
  remarkOf(ctx).forEach.push(act);
}

/** Says that the answer of this request is worse than it could be, so that it is given once and not kept. */
export function answerIsPassing(ctx: Context): void {
  remarkOf(ctx).isPassing = true;
}

/** An answer that went well, as JSON. */
interface KeptAnswer {
  readonly state: string;
  readonly body: Buffer;
  readonly forEach: readonly ForEachAnswer[];
}

/** Answers kept at most, and bytes of the longest of them with its question: bounds for the memory that they can fill. */
const MOST_ANSWERS = 2_500;
const LONGEST_KEPT = 48_000;

/**
 * Answers that are given again while the state that they were made from is the same. The state is read anew for each request, so
 * nobody sees less than was committed before they asked; reading it costs a fraction of making an answer.
 */
export class KeptAnswers {
  readonly #answers = new Lru<KeptAnswer>(MOST_ANSWERS);
  readonly #coming = new Map<string, Promise<KeptAnswer | null>>();

  /**
   * The kept answer to this question as JSON; otherwise what `make` gives, of which `bodyOf` says what to keep: null for what did not
   * go well. Of those who ask the same at the same time one makes the answer.
   */
  async give<Made>(
    ctx: Context,
    { vouching, number }: KnownOperation,
    coerced: Variables,
    make: () => Promise<Made>,
    bodyOf: (made: Made) => string | null,
  ): Promise<Made | Buffer> {
    const vouched = vouching?.(coerced) ?? null;
    if (!vouched) return make();
    const state = (await Promise.all([...new Set(vouched)].map((stateOf) => stateOf(ctx)))).join(' ');
    const key = `${number} ${ctx.language} ${JSON.stringify(coerced)}`;
    const kept = this.#answers.get(key);
    const ready = kept?.state === state ? kept : await this.#coming.get(`${state} ${key}`);
    if (ready) {
      for (const act of ready.forEach) act(ctx);
      return ready.body;
    }
    const told = Promise.withResolvers<KeptAnswer | null>();
    this.#coming.set(`${state} ${key}`, told.promise);
    let answer: KeptAnswer | null = null;
    try {
      const made = await make();
      const body = isWholly(ctx) ? bodyOf(made) : null;
      if (body !== null) answer = { state, body: Buffer.from(body), forEach: remarkOf(ctx).forEach };
      if (answer && answer.body.length + 2 * key.length <= LONGEST_KEPT) this.#answers.set(key, answer);
      return made;
    } finally {
      this.#coming.delete(`${state} ${key}`);
      told.resolve(answer);
    }
  }
}

/** Whether an answer is made of nothing but what its state knows: what loaders brought is read apart from it. */
function isWholly(ctx: Context): boolean {
  return ctx.loaders.size === 0 && !remarkOf(ctx).isPassing;
}
