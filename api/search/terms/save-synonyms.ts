import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { lockVocabulary, renewVocabulary } from '../enter-terms.ts';
import type { Term } from '../language/index.ts';
import { SearchTerm } from '../search-term.ts';
import { type CheckedChange, checkedChange, type TermChange, termKey } from './term-change.ts';
import { TERM_LIMITS } from './term-limits.ts';

/** A change, and why it is made. */
export interface SynonymsToSave extends TermChange {
  /** In the curator's words; the audit log keeps it. */
  readonly reason: string;
}

/** A row of the vocabulary before and after; null where there is none. */
interface Difference {
  readonly before: SearchTerm | null;
  readonly after: Term | null;
}

/**
 * Changes the vocabulary; every process understands it at its next search. A term that another curator has changed since it was seen
 * is not written over. Making the same change again changes nothing. Gives the saved terms as they now are. Refuses what
 * checkedChange refuses, REASON_INVALID, TERM_EXISTS, TERM_CHANGED, VOCABULARY_FULL.
 */
export async function saveSynonyms(ctx: Context, { reason, ...asked }: SynonymsToSave): Promise<readonly Term[]> {
  const why = reasonOf(reason);
  const change = await checkedChange(ctx, asked);
  return inTransaction(ctx, async (tx) => {
    await lockVocabulary(tx);
    const differences = differencesOf(change, await rowsOf(tx, change));
    for (const difference of differences) {
      record(tx, difference, why);
      write(tx, difference);
    }
    await tx.flush();
    await refuseTooLarge(tx);
    if (differences.length > 0) await renewVocabulary(tx);
    return change.terms;
  });
}

function reasonOf(text: string): string {
  const reason = oneLine(text);
  const { reasonFrom, reasonTo } = TERM_LIMITS;
  if ([...reason].length < reasonFrom || [...reason].length > reasonTo)
    refuse('REASON_INVALID', ['reason'], { limit: reasonTo });
  return reason;
}

async function rowsOf(tx: Tx, { terms, remove }: CheckedChange): Promise<ReadonlyMap<string, SearchTerm>> {
  const named = [...terms, ...remove].map(({ term }) => term);
  const rows = await tx.find(SearchTerm, { term: { $in: named } });
  return new Map(rows.map((row) => [termKey(row), row]));
}

/** What is still to be done. Refuses what is no longer as it was seen. */
function differencesOf({ terms, remove }: CheckedChange, rows: ReadonlyMap<string, SearchTerm>): Difference[] {
  const saved = terms.flatMap((after, at): Difference[] => {
    const before = rows.get(termKey(after)) ?? null;
    if (before && isAlike(before.meanings, after.meanings)) return [];
    const field = ['terms', String(at), 'term'];
    if (before && after.seen === null) refuse('TERM_EXISTS', field, { term: after.term });
    if (!isAlike(before?.meanings ?? null, after.seen)) refuse('TERM_CHANGED', field, { term: after.term });
    return [{ before, after }];
  });
  const removed = remove.flatMap((gone, at): Difference[] => {
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

function write(tx: Tx, { before, after }: Difference): void {
  if (before && after) before.meanings = [...after.meanings];
  else if (before) tx.remove(before);
  else if (after) tx.create(SearchTerm, { kind: after.kind, term: after.term, meanings: [...after.meanings] });
}

/** One entry a term, with what it said before: enough to take it back by hand. */
function record(tx: Tx, { before, after }: Difference, why: string): void {
  const { kind, term } = after ?? before ?? {};
  const subject = { kind, term, before: before?.meanings.join(', '), after: after?.meanings.join(', ') };
  const said = Object.entries(subject).filter((entry): entry is [string, string] => entry[1] !== undefined);
  recordAudit(tx, 'saveSynonyms', Object.fromEntries(said), why);
}

async function refuseTooLarge(tx: Tx): Promise<void> {
  const limit = TERM_LIMITS.vocabularyTo;
  if ((await tx.count(SearchTerm)) > limit) refuse('VOCABULARY_FULL', ['terms'], { limit });
}
