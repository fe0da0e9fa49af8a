import type { Context } from '../context.ts';
import type { KnownOperation } from './documents.ts';
import { Lru } from './lru.ts';
import type { State, StateOf } from './same-while.ts';
import type { Variables } from './specialise.ts';

/** What is to be done for every request that an answer is given to, also when it was kept. */
export type ForEachAnswer = (ctx: Context) => void;

/** Whether any change after a number, up to that of the state as it is now, touches an answer. */
export type IsTouched = (ctx: Context, after: number, now: State) => Promise<boolean>;

/** Whether an answer that is worse than it could be still is the best that can be had. */
export type IsMakeshift = (ctx: Context) => boolean;

/** What use cases say of the answer of their request. */
interface Remark {
  readonly forEach: ForEachAnswer[];
  /** By the state that vouches for it: what tells of each of its root queries whether a change touches it. */
  readonly touches: Map<StateOf, IsTouched[]>;
  readonly makeshift: IsMakeshift[];
}

const remarks = new WeakMap<Context, Remark>();

function remarkOf(ctx: Context): Remark {
  const known = remarks.get(ctx);
  if (known) return known;
  const remark = { forEach: [], touches: new Map(), makeshift: [] };
  remarks.set(ctx, remark);
  return remark;
}

/** Does something now, and again for each request that is given the answer of this one. */
export function forEachAnswer(ctx: Context, act: ForEachAnswer): void {
  act(ctx);
  remarkOf(ctx).forEach.push(act);
}

/**
 * Says which changes touch what one root query found, so that the answer outlives the others. Said for all root queries of a state or it
 * counts for none. What `isTouched` holds is kept with the answer.
 */
export function answerHolds(ctx: Context, stateOf: StateOf, isTouched: IsTouched): void {
  const { touches } = remarkOf(ctx);
  touches.set(stateOf, [...(touches.get(stateOf) ?? []), isTouched]);
}

/** Says that the answer of this request is worse than it could be, so that it is given again only while that cannot be helped. */
export function answerIsMakeshift(ctx: Context, isStillSo: IsMakeshift): void {
  remarkOf(ctx).makeshift.push(isStillSo);
}

/** A state that vouches for an answer, and what tells whether a change touches it; null when any may. */
interface Voucher {
  readonly stateOf: StateOf;
  readonly text: string;
  /** The last change of which is known that it left the answer as it is. */
  change: number;
  readonly touches: readonly IsTouched[] | null;
}

/** An answer that went well, as JSON. */
interface KeptAnswer {
  readonly vouchers: readonly Voucher[];
  readonly body: Buffer;
  readonly forEach: readonly ForEachAnswer[];
  readonly makeshift: readonly IsMakeshift[];
}

/** Answers kept at most, and bytes of the longest of them with its question: bounds for the memory that they can fill. */
const MOST_ANSWERS = 2_500;
const LONGEST_KEPT = 48_000;

/**
 * Answers that are given again while what they were made from is the same. The state is read anew for each request, so nobody sees less
 * than was committed before they asked; reading it, and looking at what changed since, costs a fraction of making an answer.
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
    const states = await statesOf(ctx, vouched);
    const key = `${number} ${ctx.language} ${JSON.stringify(coerced)}`;
    const now = `${[...states.values()].map(({ text, change }) => `${text} ${change}`).join(' ')} ${key}`;
    const kept = this.#answers.get(key);
    const ready = kept && (await isStill(ctx, kept, states)) ? kept : await this.#coming.get(now);
    if (ready) {
      for (const act of ready.forEach) act(ctx);
      return ready.body;
    }
    const told = Promise.withResolvers<KeptAnswer | null>();
    this.#coming.set(now, told.promise);
    let answer: KeptAnswer | null = null;
    // What an earlier answer of this request said is not about this one.
    remarks.delete(ctx);
    try {
      const made = await make();
      const body = isWholly(ctx) ? bodyOf(made) : null;
      if (body !== null)
        answer = {
          vouchers: vouchersOf(ctx, vouched, states),
          body: Buffer.from(body),
          forEach: remarkOf(ctx).forEach,
          makeshift: remarkOf(ctx).makeshift,
        };
      if (answer && answer.body.length + 2 * key.length <= LONGEST_KEPT) this.#answers.set(key, answer);
      return made;
    } finally {
      this.#coming.delete(now);
      told.resolve(answer);
    }
  }
}

async function statesOf(ctx: Context, vouched: readonly StateOf[]): Promise<ReadonlyMap<StateOf, State>> {
  const read = [...new Set(vouched)].map(async (stateOf) => [stateOf, await stateOf(ctx)] as const);
  return new Map(await Promise.all(read));
}

/** The states as they were before an answer was made: what changed meanwhile may be in it, and is looked at once more. */
function vouchersOf(ctx: Context, vouched: readonly StateOf[], states: ReadonlyMap<StateOf, State>): Voucher[] {
  const { touches } = remarkOf(ctx);
  return [...states].map(([stateOf, state]) => {
    const told = touches.get(stateOf) ?? [];
    const isToldOfAll = told.length === vouched.filter((each) => each === stateOf).length;
    return { stateOf, ...state, touches: isToldOfAll ? told : null };
  });
}

/** Whether an answer is still what would be made now. What was looked at is not looked at again. */
async function isStill(
  ctx: Context,
  { vouchers, makeshift }: KeptAnswer,
  states: ReadonlyMap<StateOf, State>,
): Promise<boolean> {
  if (!isBest(ctx, { makeshift })) return false;
  for (const voucher of vouchers) {
    const state = states.get(voucher.stateOf);
    if (state?.text !== voucher.text) return false;
    const { change: after, touches } = voucher;
    if (state.change === after) continue;
    // Who read the state earlier does not know what the answer has outlived since.
    if (state.change < after || !touches) return false;
    for (const isTouched of touches) if (await isTouched(ctx, after, state)) return false;
    voucher.change = Math.max(voucher.change, state.change);
  }
  return vouchers.length === states.size;
}

/** Whether no better answer could be had. */
function isBest(ctx: Context, { makeshift }: Pick<KeptAnswer, 'makeshift'>): boolean {
  return makeshift.every((isStillSo) => isStillSo(ctx));
}

/** Whether an answer is to be kept, and made of nothing but what its state knows: what loaders brought is read apart from it. */
function isWholly(ctx: Context): boolean {
  return ctx.loaders.size === 0 && isBest(ctx, remarkOf(ctx));
}
