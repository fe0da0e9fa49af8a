import type { Concept } from './concept.ts';
import { stem } from './stem.ts';

/** An active verb: menyambung, memasang. */
const ACTIVE = /^me(?:ng|ny|n|m|l|r|w)[a-z]{3,}$/;

/** The concepts, with verbs beside a thing as what is done with it: menyambung pipa. Alone a verb stands for what it is done with. */
export function withDeeds(concepts: readonly Concept[]): Concept[] {
  const isDeed = ({ role, written }: Concept): boolean =>
    role === 'THING' && ACTIVE.test(written) && stem(written) !== written;
  const isMore = concepts.some((concept) => concept.role === 'THING' && !isDeed(concept));
  return concepts.map((concept) => (isMore && isDeed(concept) ? { ...concept, role: 'DEED' } : concept));
}
