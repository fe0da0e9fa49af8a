import type { Product } from '../../catalog/index.ts';
import type { IsTouched } from '../../platform/graphql/kept-answers.ts';
import { keyOf } from '../../platform/keys.ts';
import type { Rupiah } from '../../platform/money.ts';
import type { FilterAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import type { ChangeLog } from './change-log.ts';
import { keyMarks, type MarkQuery, mayCarry, mayHold, sizeOf } from './form-marks.ts';
import type { FacetsChange, ListedChange, ProductChange } from './listed-change.ts';
import { missesOf } from './misses.ts';
import { isAskedOf, type WordsRead } from './words-read.ts';

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
  /** Of the last product that is shown, in rupiah; null when no other follows. */
  readonly lastPrice: Rupiah | null;
  /** Whether the products were counted, for a total or facets. */
  readonly isCounted: boolean;
  /** Scopes of facets that were kept ready: the list's own, and the market's for the categories. */
  readonly readyScopes: readonly string[];
}

/** What is kept of a page: which products it shows, and where it ends. */
export function shownPage(cards: readonly Product[], hasNextPage: boolean): Pick<MadeFrom, 'page' | 'lastPrice'> {
  const lastPrice = hasNextPage ? (cards.at(-1)?.priceRange.min ?? null) : null;
  return { page: keyMarks(cards.map(({ id }) => keyOf('Product', id) ?? '')), lastPrice };
}

/** Marks that are kept with an answer, at most. */
const MOST_MARKS = 1_500;

/** What tells which changes touch an answer; undefined when that is not worth keeping: then all do. */
export function touchedBy(log: ChangeLog, madeFrom: MadeFrom): IsTouched | undefined {
  if (madeFrom.words && marksKept(madeFrom.words) > MOST_MARKS) return undefined;
  return async (ctx, after, now) => {
    try {
      const changes = await log.between(ctx, after, now);
      return changes === null || changes.some((change) => isTouched(madeFrom, change));
    } catch (error) {
      // An answer can be made although its changes cannot be read.
      ctx.log.warn({ err: error }, 'The changes of the search cannot be read');
      return true;
    }
  };
}

const marksKept = ({ hits, read }: WordsMadeFrom): number =>
  sizeOf(hits) + read.asked.reduce((sum, marks) => sum + (marks?.length ?? 0), 0);

/** Whether a change touches an answer. In doubt it does. */
export function isTouched(madeFrom: MadeFrom, change: ListedChange): boolean {
  if (change.kind === 'FACETS') return areFacetsOf(madeFrom, change);
  return madeFrom.words ? isTouchedInWords(madeFrom, madeFrom.words, change) : isInList(madeFrom, change);
}

/** Of the market's own facets only the categories are shown beside a category. */
function areFacetsOf({ readyScopes }: MadeFrom, { scope, isTreeChanged }: FacetsChange): boolean {
  return scope === readyScopes[0] || (isTreeChanged && readyScopes.includes(scope));
}

function isTouchedInWords(madeFrom: MadeFrom, { hits, read }: WordsMadeFrom, change: ProductChange): boolean {
  const { forms, old } = change;
  if (!forms) return false;
  // What came can change how words are read only where not all of them were found.
  const mayBeReadAnew = old !== null || read.doubtful !== null;
  if (mayBeReadAnew && isAskedOf(read, forms)) return true;
  // What it carried and does not any more is among what was asked of.
  return mayCarry(forms.new, hits) && isInList(madeFrom, change);
}

/** Whether a change touches the products of a list, or their counts. */
function isInList(madeFrom: MadeFrom, change: ProductChange): boolean {
  const [before, now] = [missesOf(madeFrom.filter, change.old), missesOf(madeFrom.filter, change.new)];
  const isMoved = change.isResorted || before !== now;
  if (Math.min(before, now) === 1) return madeFrom.isCounted && isMoved;
  // What stays in its place touches the pages that show it.
  return (
    Math.min(before, now) === 0 &&
    (isMoved || isPricedInto(madeFrom, change) || mayHold(madeFrom.page, change.productKey))
  );
}

/** Whether another price moves a product of a list by price into the page, or what comes before it. */
function isPricedInto({ sort, lastPrice }: MadeFrom, { old, new: now }: ProductChange): boolean {
  if (!old || !now || old.price === now.price) return false;
  if (sort === ProductSort.PRICE_ASC) return Math.min(old.price, now.price) <= (lastPrice ?? Infinity);
  return sort === ProductSort.PRICE_DESC && Math.max(old.price, now.price) >= (lastPrice ?? 0);
}
