import type { AskedWords } from './asked-words.ts';
import { allOf, type FormQuery, isNothing } from './form-query.ts';

/** What can be found of words that nothing carries all of. Places are those of the concepts, from 0. */
export interface GatheredWords {
  /** What is left; null when that is too little. */
  readonly query: FormQuery | null;
  /** Concepts that nothing carries. */
  readonly unknown: readonly number[];
  /** Concepts that were given up. */
  readonly relaxed: readonly number[];
}

/** Tells of each query whether any document of the market carries it. */
export type Carries = (queries: readonly FormQuery[]) => Promise<readonly boolean[]>;

/**
 * Which of these words are found together, and which are given up: the rules of `search_gathered` for any engine. What is left must still
 * say what was looked for: a thing, no less of it than was lost, where products are called so; and one loosening at a time: not by another
 * word for it alone, when a thing was lost. Beside one thing another one of which the
 * vocabulary knows, and that is nowhere, is not given up: they name a third. A place or an amount in which nothing is called so is given
 * up; where nothing in the market is, what smells of it or looks like it counts.
 */
export async function gatheredWords(
  { concepts, named: strictly, told, headed, called }: AskedWords,
  carries: Carries,
): Promise<GatheredWords> {
  const known = await carries(concepts.map((each) => each.known));
  const unknown = concepts.flatMap((_, at) => (known[at] ? [] : [at]));
  const kept: number[] = [];
  const relaxed: number[] = [];
  const roleOf = (at: number): string => concepts[at]?.role ?? '';
  const together = (places: readonly number[]): FormQuery => allOf(places.flatMap((at) => concepts[at]?.wanted ?? []));
  const [isNamedSomewhere, isToldSomewhere] = strictly && told ? await carries([strictly, told]) : [];
  const named = isNamedSomewhere ? strictly : told;
  const naming = isNamedSomewhere || isToldSomewhere ? named : null;
  for (const at of concepts.keys()) {
    const narrower = together([...kept, at]);
    const isNarrowing = naming && ['PLACE', 'AMOUNT'].includes(roleOf(at));
    const [isCarried] = known[at] ? await carries([isNarrowing ? allOf([narrower, naming]) : narrower]) : [false];
    (isCarried ? kept : relaxed).push(at);
  }
  const isThing = (at: number): boolean => roleOf(at) === 'THING';
  const lost = relaxed.filter((at) => ['THING', 'DEED', 'GENERAL'].includes(roleOf(at))).length;
  const held = kept.filter((at) => isThing(at) || roleOf(at) === 'DEED').length;
  const isHeadless = unknown[0] === 0 && roleOf(0) !== 'DEED' && held < 2;
  const query = together(kept);
  const none = { query: null, unknown, relaxed: [] };
  if (kept.length === 0) return none;
  if (lost === 0) {
    const [isNamed] = named ? await carries([allOf([query, named])]) : [true];
    if (!isNamed) return none;
    const isPlaceOnly = isNothing(headed) || relaxed.every((at) => roleOf(at) !== 'AMOUNT');
    if (isPlaceOnly) return { query, unknown, relaxed };
  }
  const isThird = unknown.some((at) => isThing(at) && concepts[at]?.isTerm === true);
  if (lost > held || (lost > 0 && lost === held && isThird) || (lost > 0 && isHeadless)) return none;
  const [isCalled] = await carries([allOf([query, lost > 0 ? called : headed])]);
  return isCalled ? { query: allOf([query, headed]), unknown, relaxed } : none;
}
