import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/refusal.ts';
import { keptTerm } from '../kept-term.ts';
import { type Term, type TermKind, wordsOf } from '../language/index.ts';
import { MEANINGS_OF, TERM_LIMITS } from './term-limits.ts';

/** A term to be as it stands here. */
export interface TermToSave extends Term {
  /** The meanings that the curator saw before; null for a term that was not there. */
  readonly seen?: readonly string[] | null;
}

/** A term to be taken out. */
export interface TermToRemove {
  readonly kind: TermKind;
  readonly term: string;
  /** The meanings that the curator saw before. */
  readonly seen: readonly string[];
}

/** A change of the vocabulary. */
export interface TermChange {
  readonly terms?: readonly TermToSave[] | null;
  readonly remove?: readonly TermToRemove[] | null;
}

/** A change that may be made: every text as it is kept. */
export interface CheckedChange {
  readonly terms: readonly Required<TermToSave>[];
  readonly remove: readonly TermToRemove[];
}

/** Says which row a term is. */
export const termKey = ({ kind, term }: Pick<Term, 'kind' | 'term'>): string => `${kind} ${term}`;

/**
 * The change as it is kept. Refuses NO_CHANGE, TOO_MANY_TERMS, TERM_INVALID, MEANINGS_INVALID, MEANING_INVALID, SEEN_INVALID,
 * CONTRADICTION and KECAMATAN_UNKNOWN, each with the path to the first wrong value.
 */
export async function checkedChange(ctx: Context, change: TermChange): Promise<CheckedChange> {
  const [asked, gone] = [change.terms ?? [], change.remove ?? []];
  if (asked.length + gone.length === 0) refuse('NO_CHANGE', ['terms']);
  const limit = TERM_LIMITS.changesTo;
  for (const [field, list] of [['terms', asked] as const, ['remove', gone] as const])
    if (list.length > limit) refuse('TOO_MANY_TERMS', [field], { limit });
  const terms = asked.map((each, at) => checkedTerm(each, ['terms', String(at)]));
  const remove = gone.map(({ kind, term, seen }, at) => {
    const field = ['remove', String(at)];
    const kept = namedText(term, 'TERM_INVALID', [...field, 'term']);
    return { kind, term: kept, seen: seenMeanings(seen, [...field, 'seen']) };
  });
  refuseContradictions(terms, remove);
  await refuseUnknownDistricts(ctx, terms);
  return { terms, remove };
}

/** What no search can ask for: signs of markup, and what is left of a character that was cut in two. */
const NOT_OF_WORDS = /[<>\ufffd]/;

function checkedTerm({ kind, meanings, seen, ...asked }: TermToSave, field: readonly string[]): Required<TermToSave> {
  const term = newText(asked.term, 'TERM_INVALID', [...field, 'term']);
  const { from, to } = MEANINGS_OF[kind];
  if (meanings.length < from || meanings.length > to)
    refuse('MEANINGS_INVALID', [...field, 'meanings'], { limit: from === to ? to : `${from}–${to}` });
  const kept = meanings.map((meaning, at) => newText(meaning, 'MEANING_INVALID', [...field, 'meanings', String(at)]));
  if (kind !== 'PLACE' && kept.includes(term)) refuse('CONTRADICTION', [...field, 'meanings'], { term });
  return { kind, term, meanings: [...new Set(kept)], seen: seen ? seenMeanings(seen, [...field, 'seen']) : null };
}

/** A term or a meaning to be kept; refuses what namedText refuses, and what no search can ask for. */
function newText(text: string, code: string, field: readonly string[]): string {
  const kept = namedText(text, code, field);
  if (NOT_OF_WORDS.test(kept)) refuseText(kept, code, field);
  return kept;
}

/** A text as it is kept; refuses what is too long, and what no word is left of. Anything else can be taken out if it is there. */
function namedText(text: string, code: string, field: readonly string[]): string {
  const { charactersTo, wordsTo } = TERM_LIMITS;
  const kept = keptTerm(text);
  const words = [...kept].length > charactersTo ? 0 : wordsOf(kept).length;
  if (words < 1 || words > wordsTo) refuseText(kept, code, field);
  return kept;
}

function refuseText(kept: string, code: string, field: readonly string[]): never {
  const { charactersTo: limit, wordsTo: words } = TERM_LIMITS;
  const letters = [...kept];
  // Quoted, so that people know which of several is meant.
  const quoted = letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : kept;
  refuse(code, field, { limit, words, quoted });
}

/** What was seen is only compared, but nobody can have seen more than can be kept. */
function seenMeanings(seen: readonly string[], field: readonly string[]): string[] {
  const { meaningsTo: count, charactersTo: limit } = TERM_LIMITS;
  const kept = seen.length > count ? [] : seen.map(keptTerm);
  if (seen.length > count || kept.some((meaning) => [...meaning].length > limit))
    refuse('SEEN_INVALID', field, { count, limit });
  return [...new Set(kept)];
}

/** One row is asked for once, and of two spellings only one is the usual one. */
function refuseContradictions(terms: readonly Term[], remove: readonly TermToRemove[]): void {
  const asked = new Set<string>();
  for (const [field, list] of [['terms', terms] as const, ['remove', remove] as const])
    for (const [at, each] of list.entries()) {
      if (asked.has(termKey(each))) refuse('CONTRADICTION', [field, String(at), 'term'], { term: each.term });
      asked.add(termKey(each));
    }
  const spellings = new Map(terms.filter(({ kind }) => kind === 'VARIANT').map((row) => [row.term, row.meanings[0]]));
  for (const [at, { kind, term, meanings }] of terms.entries())
    if (kind === 'VARIANT' && spellings.get(meanings[0] ?? '') === term)
      refuse('CONTRADICTION', ['terms', String(at), 'meanings'], { term });
}

async function refuseUnknownDistricts(ctx: Context, terms: readonly Term[]): Promise<void> {
  if (!terms.some(({ kind }) => kind === 'PLACE')) return;
  const rows = await ctx.read.rows<{ slug: string }>('select slug from kecamatan', [], 'search-districts');
  const known = new Set(rows.map(({ slug }) => slug));
  for (const [at, { kind, meanings }] of terms.entries())
    if (kind === 'PLACE' && !known.has(meanings[0] ?? ''))
      refuse('KECAMATAN_UNKNOWN', ['terms', String(at), 'meanings', '0']);
}
