import type { IsTouched } from '../../platform/graphql/kept-answers.ts';
import type { FilterAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import type { ChangeLog } from './change-log.ts';
import { type MarkQuery, mayCarry, mayHold } from './form-marks.ts';
import { isWorded, type ListedChange, type ProductChange } from './listed-change.ts';
import { missesOf } from './misses.ts';
import { isReadAnew, marksIn, type WordsRead } from './words-read.ts';

/** What an answer to words was made from. */
export interface WordsMadeFrom {
  /** What every product of the list carries. */
  readonly hits: MarkQuery;
  /** Why the words were taken as they were. */
  readonly read: WordsRead;
}

/** What an answer was made from, as far as single changes can touch it. */
export interface MadeFrom {
  readonly filter: FilterAsked;
  readonly sort: ProductSort;
  /** Null for a list without words. */
  readonly words: WordsMadeFrom | null;
  /** Marks of the keys of products that are shown. */
  readonly page: Int32Array;
  /** Whether the products were counted, for a total or facets. */
  readonly isCounted: boolean;
  /** Scopes of facets that were kept ready: the list's own, and the market's for the categories. */
  readonly readyScopes: readonly string[];
}

/** Marks that are kept with an answer at most. */
const MOST_MARKS = 1_000;

/** What tells which changes touch an answer; undefined when that is not worth keeping: then all do. */
export function touchedBy(log: ChangeLog, madeFrom: MadeFrom): IsTouched | undefined {
  if (madeFrom.words && marksIn(madeFrom.words.hits, madeFrom.words.read) > MOST_MARKS) return undefined;
  return async (ctx, after, until) => {
    const changes = await log.between(ctx, after, until);
    return changes === null || changes.some((change) => isTouched(madeFrom, change));
  };
}

/** Whether a change touches an answer. In doubt it does. */
export function isTouched(madeFrom: MadeFrom, change: ListedChange): boolean {
  if (change.kind === 'PRODUCT')
    return madeFrom.words ? isTouchedInWords(madeFrom, madeFrom.words, change) : isInList(madeFrom, change);
  const [own] = madeFrom.readyScopes;
  return change.scope === own || (change.isTreeChanged && madeFrom.readyScopes.includes(change.scope));
}

function isTouchedInWords(madeFrom: MadeFrom, { hits, read }: WordsMadeFrom, change: ProductChange): boolean {
  const { marks } = change;
  if (!marks) return false;
  if (isWorded(change) && isReadAnew(read, change, marks)) return true;
  return (mayCarry(marks.old, hits) || mayCarry(marks.new, hits)) && isInList(madeFrom, change);
}

/** Whether a change touches the products of a list, or their counts. */
function isInList(madeFrom: MadeFrom, change: ProductChange): boolean {
  const { filter, isCounted, page } = madeFrom;
  const misses = Math.min(missesOf(filter, change.old), missesOf(filter, change.new));
  if (misses > 1) return false;
  const isMoved = isWorded(change) || change.isResorted || (isPriceAsked(madeFrom) && isPriced(change));
  // What stays in its place touches those that show it.
  return misses === 0 ? isMoved || mayHold(page, change.productKey) : isCounted && isMoved;
}

const isPriced = ({ old, new: now }: ProductChange): boolean => old?.price !== now?.price;

/** Whether more of prices is asked than their bands, which groups know. */
function isPriceAsked({ sort, filter: { priceMin, priceMax, priceRanges } }: MadeFrom): boolean {
  const isSorted = sort === ProductSort.PRICE_ASC || sort === ProductSort.PRICE_DESC;
  return isSorted || priceMin !== null || priceMax !== null || priceRanges.length > 0;
}
