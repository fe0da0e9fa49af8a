import { type FormQuery, isNothing } from '../form-query.ts';
import { FIELD_SIGNS, type Form } from '../language/index.ts';

/**
 * A form, or the beginning of one, as a number. Two may have the same: then a change is taken to touch an answer that it leaves as it is,
 * which costs making that anew and nothing else. In return a change takes a few bytes for each of its forms.
 */
export type Mark = number;

/** A FormQuery of marks. */
export type MarkQuery = Mark | { readonly any: readonly MarkQuery[] } | { readonly all: readonly MarkQuery[] };

/** Letters of beginnings that have marks of their own: of shorter ones everything is taken to have them, of longer ones the first count. */
const [SHORTEST, LONGEST] = [3, 8];

/** FNV-1a, as a signed number of 32 bits. */
function markOf(text: string, salt: number): Mark {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Sets beginnings apart from forms; larger than a letter, or it would make another one of the first. */
const BEGINNING = 0x10000;

/** The marks of a document's forms, in order. */
export function marksOf(forms: readonly Form[]): Int32Array {
  const marks = new Set<Mark>();
  for (const form of forms) {
    marks.add(markOf(form, 0));
    // Beginnings are looked for in names only.
    if (form.startsWith(FIELD_SIGNS.TEXT)) continue;
    for (let length = SHORTEST; length <= Math.min(LONGEST, form.length); length += 1)
      marks.add(markOf(form.slice(0, length), BEGINNING));
  }
  return Int32Array.from(marks).sort();
}

/** Marks of keys, in order. */
export function keyMarks(keys: readonly string[]): Int32Array {
  return Int32Array.from(keys.map((key) => markOf(key, 0))).sort();
}

/** Whether a key may be among those of these marks. */
export function mayHold(marks: Int32Array, key: string): boolean {
  return has(marks, markOf(key, 0));
}

/** A query as marks: what carries it carries these. */
export function markQuery(query: FormQuery): MarkQuery {
  if ('form' in query) {
    if (!query.isBegun) return markOf(query.form, 0);
    const isMarked = query.form.length >= SHORTEST && !query.form.startsWith(FIELD_SIGNS.TEXT);
    return isMarked ? markOf(query.form.slice(0, LONGEST), BEGINNING) : ALWAYS;
  }
  if ('any' in query) return { any: query.any.filter((each) => !isNothing(each)).map(markQuery) };
  return { all: query.all.map(markQuery) };
}

/** What nothing carries. */
export const NOTHING_MARKED: MarkQuery = { any: [] };

/** What everything carries. */
export const ALWAYS: MarkQuery = { all: [] };

/** How many marks a query has: what keeping it costs. */
export function sizeOf(query: MarkQuery): number {
  if (typeof query === 'number') return 1;
  return ('any' in query ? query.any : query.all).reduce<number>((sum, each) => sum + sizeOf(each), 1);
}

/** Whether a document with these marks may carry it. */
export function mayCarry(marks: Int32Array, query: MarkQuery): boolean {
  if (typeof query === 'number') return has(marks, query);
  return 'any' in query
    ? query.any.some((each) => mayCarry(marks, each))
    : query.all.every((each) => mayCarry(marks, each));
}

/** The marks that queries ask for, in order; null when they ask for what everything has. */
export function marksAsked(queries: readonly MarkQuery[]): Int32Array | null {
  const marks = new Set<Mark>();
  const collect = (query: MarkQuery): boolean => {
    if (query === ALWAYS) return false;
    if (typeof query === 'number') return marks.add(query).size > 0;
    return ('any' in query ? query.any : query.all).every(collect);
  };
  return queries.every(collect) ? Int32Array.from(marks).sort() : null;
}

/** Whether two lists of marks have one in common. */
export function overlap(one: Int32Array, other: Int32Array): boolean {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.some((mark) => has(many, mark));
}

function has(marks: Int32Array, mark: Mark): boolean {
  let [low, high] = [0, marks.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = marks[middle] ?? 0;
    if (found === mark) return true;
    if (found < mark) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
