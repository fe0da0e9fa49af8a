import type { AskedWords } from './asked-words.ts';
import { allOf, anyOf, type FormQuery, isNothing } from './form-query.ts';

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

/** Which of these words are found together, and which are given up: the rules of `search_gathered` for any engine. */
export async function gatheredWords({ concepts, named, judged }: AskedWords, carries: Carries): Promise<GatheredWords> {
  const known = await carries(concepts.map((each) => each.known));
  const unknown = concepts.flatMap((_, at) => (known[at] ? [] : [at]));
  const kept: number[] = [];
  const relaxed: number[] = [];
  const together = (places: readonly number[]): FormQuery => allOf(places.flatMap((at) => concepts[at]?.wanted ?? []));
  for (const at of concepts.keys()) {
    const [isCarried] = known[at] ? await carries([together([...kept, at])]) : [false];
    (isCarried ? kept : relaxed).push(at);
  }
  const roleOf = (at: number): string => concepts[at]?.role ?? '';
  const lost = relaxed.filter((at) => roleOf(at) === 'THING' || roleOf(at) === 'GENERAL').length;
  const held = kept.filter((at) => roleOf(at) === 'THING').length;
  const query = together(kept);
  if (kept.length > 0 && lost === 0) {
    const [isNamed] = named ? await carries([allOf([query, named])]) : [true];
    return isNamed ? { query, unknown, relaxed } : { query: null, unknown, relaxed: [] };
  }
  // What is left must still say what was looked for: a thing, and no less of it than was lost.
  const head = anyOf([judged.first, judged.kind].filter((each) => !isNothing(each)));
  const headed = allOf([query, head]);
  const isTooLittle = kept.length === 0 || lost > held || (unknown[0] === 0 && held < 2);
  if (isTooLittle || !(await carries([headed]))[0]) return { query: null, unknown, relaxed: [] };
  return { query: headed, unknown, relaxed };
}
