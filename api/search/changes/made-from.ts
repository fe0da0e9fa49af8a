import type { IsTouched } from '../../platform/graphql/kept-answers.ts';
import type { FilterAsked } from '../product-search.ts';
import type { ChangeLog } from './change-log.ts';
import { type MarkQuery, mayCarry, sizeOf } from './form-marks.ts';
import { isWorded, type ListedChange, type ListedProduct, type ProductChange } from './listed-change.ts';
import { missesOf } from './misses.ts';

/** What an answer to words was made from. */
export interface WordsMadeFrom {
  /** What every product of the list carries. */
  readonly hits: MarkQuery;
  /**
   * What made the words be taken as they were written; null when they were mended, or some given up, which hangs on what the whole market
   * is called.
   */
  readonly taken: TakenAsWritten | null;
}

/** Why nothing had to be mended or given up. */
export interface TakenAsWritten {
  /** What a product carries that shows it: all words, and the thing where it says what it is. */
  readonly shown: MarkQuery;
  /** Words that would be typing mistakes if nothing carried them, each as what carries it. */
  readonly known: readonly MarkQuery[];
}

/** What an answer was made from, as far as single changes can touch it. */
export interface MadeFrom {
  readonly filter: FilterAsked;
  /** Null for a list without words. */
  readonly words: WordsMadeFrom | null;
  /** Whether the products were counted, for a total or facets. */
  readonly isCounted: boolean;
  /** Scopes of facets that were kept ready: the list's own, and the market's for the categories. */
  readonly readyScopes: readonly string[];
}

/** Marks that are kept with an answer at most. */
const MOST_MARKS = 1_000;

/** What tells which changes touch an answer; undefined when that is not worth keeping: then all do. */
export function touchedBy(log: ChangeLog, madeFrom: MadeFrom): IsTouched | undefined {
  if (madeFrom.words && marksIn(madeFrom.words) > MOST_MARKS) return undefined;
  return async (ctx, after, until) => {
    const changes = await log.between(ctx, after, until);
    return changes === null || changes.some((change) => isTouched(madeFrom, change));
  };
}

function marksIn({ hits, taken }: WordsMadeFrom): number {
  const queries = [hits, ...(taken ? [taken.shown, ...taken.known] : [])];
  return queries.reduce<number>((sum, query) => sum + sizeOf(query), 0);
}

/** Whether a change touches an answer. In doubt it does. */
export function isTouched(madeFrom: MadeFrom, change: ListedChange): boolean {
  if (change.kind === 'PRODUCT')
    return madeFrom.words ? isTouchedInWords(madeFrom, madeFrom.words, change) : isInList(madeFrom, change);
  const [own] = madeFrom.readyScopes;
  return change.scope === own || (change.isTreeChanged && madeFrom.readyScopes.includes(change.scope));
}

function isTouchedInWords(madeFrom: MadeFrom, { hits, taken }: WordsMadeFrom, change: ProductChange): boolean {
  const { marks } = change;
  if (!marks) return false;
  if (isWorded(change)) {
    if (!taken) return true;
    // Whether it carries them still is not asked: marks would say yes where forms say no.
    const isLost = (query: MarkQuery): boolean => change.old !== null && mayCarry(marks.old, query);
    if (isLost(taken.shown) || taken.known.some(isLost)) return true;
  }
  return (mayCarry(marks.old, hits) || mayCarry(marks.new, hits)) && isInList(madeFrom, change);
}

/** Whether a change touches the products of a list, or their counts. */
function isInList({ filter, isCounted }: MadeFrom, change: ProductChange): boolean {
  const misses = Math.min(missesOf(filter, change.old), missesOf(filter, change.new));
  return misses === 0 || (misses === 1 && isCounted && isMoved(change));
}

/** Whether a product is counted elsewhere than before. */
function isMoved(change: ProductChange): boolean {
  const place = (product: ListedProduct | null): string => `${product?.groupId} ${product?.price}`;
  return place(change.old) !== place(change.new) || isWorded(change);
}
