import { refuse } from '../../platform/refusal.ts';
import type { Term } from '../language/index.ts';
import { type CheckedChange, termKey } from './term-change.ts';
import { TERM_LIMITS } from './term-limits.ts';

/** A term of the vocabulary before and after; null where there is none. */
export interface Difference<Row extends Term> {
  readonly before: Row | null;
  readonly after: Term | null;
}

/**
 * What of the change is still to be done to these rows: the rule of a save, and of a preview, so that nobody looks at what would not be
 * saved. Refuses what is no longer as it was seen: TERM_EXISTS, TERM_CHANGED.
 */
export function differencesOf<Row extends Term>(
  { terms, remove }: CheckedChange,
  present: Iterable<Row>,
): Difference<Row>[] {
  const rows = new Map<string, Row>();
  for (const row of present) rows.set(termKey(row), row);
  const saved = terms.flatMap((after, at): Difference<Row>[] => {
    const before = rows.get(termKey(after)) ?? null;
    if (before && isAlike(before.meanings, after.meanings)) return [];
    const field = ['terms', String(at), 'term'];
    if (before && after.seen === null) refuse('TERM_EXISTS', field, { term: after.term });
    if (!isAlike(before?.meanings ?? null, after.seen)) refuse('TERM_CHANGED', field, { term: after.term });
    return [{ before, after }];
  });
  const removed = remove.flatMap((gone, at): Difference<Row>[] => {
    const before = rows.get(termKey(gone)) ?? null;
    if (!before) return [];
    if (!isAlike(before.meanings, gone.seen))
      refuse('TERM_CHANGED', ['remove', String(at), 'term'], { term: gone.term });
    return [{ before, after: null }];
  });
  return [...saved, ...removed];
}

/** Whether two lists mean the same; their order means nothing. */
function isAlike(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((meaning) => other.includes(meaning));
}

/** Refuses VOCABULARY_FULL when the change leaves more terms than processes hold. */
export function refuseTooLarge(terms: number): void {
  const limit = TERM_LIMITS.vocabularyTo;
  if (terms > limit) refuse('VOCABULARY_FULL', ['terms'], { limit });
}
