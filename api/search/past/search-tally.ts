import type { Place } from '../../geography/index.ts';
import type { Context } from '../../platform/context.ts';
import type { SaidPrice } from '../said-price.ts';
import { keptWords } from './kept-words.ts';
import { Occasions } from './occasions.ts';
import { dayOf, mondayOf } from './week.ts';
import { type Counted, writeCounts } from './write-counts.ts';

/** Milliseconds for which counts gather before they are written. */
const PAUSE = 5_000;
/** Different counts that wait at most; beyond, a search more is not counted. */
const MOST_WAITING = 2_000;

/** A search with words and what came of it. */
export interface SearchDone {
  /** As typed, or as it was understood when typing mistakes were mended. */
  readonly text: string;
  /** The price that its words spoke of, where nothing was found for it: the words alone may find something. */
  readonly price: SaidPrice | null;
  /** Slugs of the kecamatan that it was narrowed to, by choice or by its words. */
  readonly kecamatan: readonly string[];
  /** Where the buyer is, null when that is not said. */
  readonly near: Place | null;
  readonly outcome: 'FOUND' | 'MISSED' | 'RELAXED';
}

/**
 * Counts searches in this process and writes the counts every few seconds, in one statement, so that no search waits for it. A
 * killed process loses what has gathered, nothing else.
 */
export class SearchTally {
  readonly #context: () => Context;
  readonly #occasions = new Occasions();
  #waiting = new Map<string, Counted>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(context: () => Context) {
    this.#context = context;
  }

  /** Counts a search, unless its words may say something of a person or the caller has been counted for them today. */
  note({ actor, remoteAddress, clock }: Context, { text, price, kecamatan, near, outcome }: SearchDone): void {
    const words = keptWords(text, price);
    const now = clock.now();
    const caller = actor.key ?? remoteAddress ?? '';
    if (words === null || !this.#occasions.isFirst(caller, words, dayOf(now))) return;
    const [only, ...others] = kecamatan;
    const counted = {
      week: mondayOf(now),
      words,
      kecamatan: only !== undefined && others.length === 0 ? only : null,
      // A hundred metres are enough to know the kecamatan.
      latitude: near ? Math.round(near.latitude * 1000) / 1000 : null,
      longitude: near ? Math.round(near.longitude * 1000) / 1000 : null,
    };
    const key = JSON.stringify(counted);
    const before = this.#waiting.get(key) ?? { ...counted, asked: 0, missed: 0, relaxed: 0 };
    if (before.asked === 0 && this.#waiting.size >= MOST_WAITING) return;
    this.#waiting.set(key, {
      ...before,
      asked: before.asked + 1,
      missed: before.missed + (outcome === 'MISSED' ? 1 : 0),
      relaxed: before.relaxed + (outcome === 'RELAXED' ? 1 : 0),
    });
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE).unref();
  }

  /** Writes what has gathered; what cannot be written is given up and logged. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const gathered = [...this.#waiting.values()];
    this.#waiting = new Map();
    if (gathered.length === 0) return this.#writing;
    this.#writing = this.#writing.then(async () => {
      const ctx = this.#context();
      await writeCounts(ctx, gathered).catch((error: unknown) => {
        ctx.log.warn({ err: error, counts: gathered.length }, 'searches were not counted');
      });
    });
    return this.#writing;
  }
}

declare module '../../platform/context.ts' {
  interface Ports {
    readonly searchTally: SearchTally;
  }
}
