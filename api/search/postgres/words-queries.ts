import { type AskedConcept, type AskedWords, askedWords, type Judgement } from '../asked-words.ts';
import { type MarkQuery, markQuery, NOTHING_MARKED } from '../changes/form-marks.ts';
import { askedMarks } from '../changes/words-read.ts';
import { allOf } from '../form-query.ts';
import { type Concept, understand, type Vocabulary } from '../language/index.ts';
import { alternativesOf, tsQuery } from './ts-query.ts';

/** A concept of a search with texts of its tsqueries; null for what nothing can carry. See AskedConcept. */
export interface QueriedConcept extends Concept {
  readonly wanted: string | null;
  readonly known: string | null;
  readonly heard: string | null;
  readonly plainly: string | null;
  /** What is looked for, as marks. */
  readonly marked: MarkQuery;
}

/** What the words of a search ask of PostgreSQL: texts of tsqueries, null for what nothing can carry. See AskedWords. */
export interface WordsQueries {
  readonly concepts: readonly QueriedConcept[];
  /** All that is looked for; empty when that is nothing. */
  readonly everything: string;
  /** The same taken apart: of each concept queries of which any is enough. */
  readonly alternatives: readonly (readonly string[])[];
  readonly named: string | null;
  readonly plainlyNamed: string | null;
  readonly told: string | null;
  readonly headed: string | null;
  readonly called: string | null;
  readonly judged: Readonly<Record<keyof Judgement, string | null>>;
  /** See WordsRead. */
  readonly askedMarks: Int32Array | null;
}

/** What a text asks of PostgreSQL, as a vocabulary understands it. */
export function queriesOfText(text: string, vocabulary: Vocabulary): WordsQueries {
  return queriesOf(askedWords(understand(text, vocabulary)));
}

/** The same for words that are understood already. */
export function queriesOf(words: AskedWords): WordsQueries {
  const { concepts, named, plainlyNamed, told, headed, called, judged } = words;
  const judgedBy = Object.entries(judged).map(([name, query]) => [name, tsQuery(query)]);
  return {
    concepts: concepts.map(queriedConcept),
    everything: tsQuery(allOf(concepts.map(({ wanted }) => wanted))) ?? '',
    alternatives: concepts.map(({ wanted }) => alternativesOf(wanted)),
    named: named && tsQuery(named),
    plainlyNamed: plainlyNamed && tsQuery(plainlyNamed),
    told: told && tsQuery(told),
    headed: tsQuery(headed),
    called: tsQuery(called),
    judged: Object.fromEntries(judgedBy) as WordsQueries['judged'],
    askedMarks: askedMarks(words),
  };
}

function queriedConcept(concept: AskedConcept): QueriedConcept {
  const wanted = tsQuery(concept.wanted);
  const known = concept.known === concept.wanted ? wanted : tsQuery(concept.known);
  const [heard, plainly] = [tsQuery(concept.heard), tsQuery(concept.plainly)];
  return { ...concept, wanted, known, heard, plainly, marked: markQuery(concept.wanted) };
}

/** What carries all of these concepts. */
export function carriedBy(concepts: readonly QueriedConcept[]): MarkQuery {
  return concepts.length === 0 ? NOTHING_MARKED : { all: concepts.map(({ marked }) => marked) };
}
