import { Lru } from '../../platform/graphql/lru.ts';
import type { Vocabulary } from '../language/index.ts';
import { queriesOfText, type WordsQueries } from './words-queries.ts';

/** Texts kept at once, and letters of the queries of the longest: bounds for the memory that strangers can fill. Usual ones take 10 kB. */
const MOST_TEXTS = 1_500;
const LONGEST_QUERIES = 20_000;

/**
 * What texts ask of PostgreSQL, once understood: the same are asked again and again, also when what they find has changed meanwhile. Each
 * vocabulary has its own, and takes them with it when another comes into force.
 */
export class UnderstoodTexts {
  readonly #byVocabulary = new WeakMap<Vocabulary, Lru<WordsQueries>>();

  /** What a text asks as this vocabulary understands it. */
  of(text: string, vocabulary: Vocabulary): WordsQueries {
    let kept = this.#byVocabulary.get(vocabulary);
    if (!kept) {
      kept = new Lru(MOST_TEXTS);
      this.#byVocabulary.set(vocabulary, kept);
    }
    const held = kept.get(text);
    if (held) return held;
    const queries = queriesOfText(text, vocabulary);
    if (lettersOf(queries) <= LONGEST_QUERIES) kept.set(text, queries);
    return queries;
  }

  /** How many texts are kept as this vocabulary understands them. */
  sizeOf(vocabulary: Vocabulary): number {
    return this.#byVocabulary.get(vocabulary)?.size ?? 0;
  }
}

function lettersOf({ concepts, everything, alternatives, judged, ...others }: WordsQueries): number {
  const { named, plainlyNamed, told, headed, called } = others;
  const ofConcepts = concepts.flatMap(({ wanted, known, heard, plainly }) => [wanted, known, heard, plainly]);
  const texts = [
    everything,
    ...alternatives.flat(),
    named,
    plainlyNamed,
    told,
    headed,
    called,
    ...Object.values(judged),
    ...ofConcepts,
  ];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
