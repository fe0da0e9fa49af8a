import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { lockVocabulary, renewVocabulary } from '../enter-terms.ts';
import type { Term } from '../language/index.ts';
import { SearchTerm } from '../search-term.ts';
import { type CheckedChange, checkedChange, type TermChange } from './term-change.ts';
import { type Difference, differencesOf, refuseTooLarge } from './term-differences.ts';
import { TERM_LIMITS } from './term-limits.ts';

/** A change, and why it is made. */
export interface SynonymsToSave extends TermChange {
  /** In the curator's words; the audit log keeps it. */
  readonly reason: string;
}

/**
 * Changes the vocabulary; every process understands it at its next search. A term that another curator has changed since it was seen
 * is not written over. Making the same change again changes nothing. Gives the saved terms as they now are. Refuses what
 * checkedChange, differencesOf and refuseTooLarge refuse, REASON_INVALID.
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
    refuseTooLarge(await tx.count(SearchTerm));
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

function rowsOf(tx: Tx, { terms, remove }: CheckedChange): Promise<SearchTerm[]> {
  const named = [...terms, ...remove].map(({ term }) => term);
  return tx.find(SearchTerm, { term: { $in: named } });
}

function write(tx: Tx, { before, after }: Difference<SearchTerm>): void {
  if (before && after) before.meanings = [...after.meanings];
  else if (before) tx.remove(before);
  else if (after) tx.create(SearchTerm, { kind: after.kind, term: after.term, meanings: [...after.meanings] });
}

/** One entry a term, with what it said before: enough to take it back by hand. */
function record(tx: Tx, { before, after }: Difference<SearchTerm>, why: string): void {
  const { kind, term } = after ?? before ?? {};
  const subject = { kind, term, before: before?.meanings.join(', '), after: after?.meanings.join(', ') };
  const said = Object.entries(subject).filter((entry): entry is [string, string] => entry[1] !== undefined);
  recordAudit(tx, 'saveSynonyms', Object.fromEntries(said), why);
}
