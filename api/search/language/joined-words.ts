import type { Concept } from './concept.ts';

/** Words written as one, or a size: m34. */
const JOINED = /^(\p{L}{4,}|\p{L}{1,3}\d{1,4})$/u;

/** Pieces of an article number of which one is no word by itself: ab 1c2, 1c2 b. */
const PIECES = /^(\p{L}{1,2} ([\p{L}\d]*\d[\p{L}\d]*|\p{L}{1,2})|[\p{L}\d]*\d[\p{L}\d]* \p{L}{1,2})$/u;

/** Two words as one, where they may be written so. */
function joined(one: string | undefined, other: string | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  return JOINED.test(one + other) || PIECES.test(`${one} ${other}`) ? [one + other] : [];
}

/** Two words beside each other may be written as one. */
export function withJoined(concepts: readonly Concept[]): Concept[] {
  return concepts.map((concept, at) => {
    const { written } = concept;
    const forms = [...joined(concepts[at - 1]?.written, written), ...joined(written, concepts[at + 1]?.written)];
    if (forms.length === 0 || concept.role === 'PLACE') return concept;
    return { ...concept, alternatives: [...concept.alternatives, { nearness: 'NEAR' as const, phrase: [forms] }] };
  });
}
