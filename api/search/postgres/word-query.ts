import type { Alternative, Concept, Nearness } from '../language/index.ts';

/** Text of a tsquery; null for one that nothing can match. */
type Query = string | null;

/** The queries of one concept, as search_gathered takes them. */
export interface ConceptQuery {
  /** Whether anything in the market carries it; what only sounds like it does not count. */
  readonly known: string;
  /** What is looked for. */
  readonly wanted: string;
  /** What sounds like it. */
  readonly heard: Query;
}

/** What the words of a search ask of the documents. */
export interface AskedWords {
  readonly concepts: readonly (Concept & { readonly query: ConceptQuery })[];
  readonly judged: Judgement;
}

/** Queries by which a hit is judged; null where there is nothing to judge by. */
export interface Judgement {
  readonly exact: Query;
  readonly near: Query;
  readonly any: Query;
  readonly shop: Query;
  readonly kind: Query;
  readonly first: Query;
  readonly phrase: Query;
  readonly bonus: Query;
}

const lexeme = (form: string, isPrefix: boolean, weights: string): string => {
  const quoted = `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  const labels = `${isPrefix ? '*' : ''}${weights}`;
  return labels ? `${quoted}:${labels}` : quoted;
};

function alternativeQuery({ phrase, isPrefix, isScattered }: Alternative, weights: string): string {
  const places = phrase.map((forms, at) => {
    const isBegun = isPrefix === true && at === phrase.length - 1;
    const one = [...new Set(forms)].map((form) => lexeme(form, isBegun, weights)).join(' | ');
    return forms.length > 1 ? `(${one})` : one;
  });
  return places.length > 1 ? `(${places.join(isScattered ? ' & ' : ' <-> ')})` : (places[0] ?? '');
}

function anyOf({ alternatives }: Concept, nearness: readonly Nearness[], weights = ''): Query {
  const chosen = alternatives.filter((alternative) => nearness.includes(alternative.nearness));
  return chosen.length > 0 ? `(${chosen.map((each) => alternativeQuery(each, weights)).join(' | ')})` : null;
}

const EVERY: readonly Nearness[] = ['EXACT', 'NEAR', 'SOUND', 'LOOSE', 'BROAD'];

/** Things first, then what narrows them: places and amounts are given up before a thing is. */
const ORDER: Readonly<Record<Concept['role'], number>> = { THING: 0, GENERAL: 0, AMOUNT: 1, PLACE: 2, WEAK: 3 };

/** What these concepts ask of the documents. */
export function askedWords(concepts: readonly Concept[]): AskedWords {
  const demanded = concepts
    .filter(({ role }) => role !== 'WEAK')
    .sort((one, other) => ORDER[one.role] - ORDER[other.role]);
  return {
    concepts: demanded.map((concept) => ({ ...concept, query: conceptQuery(concept) })),
    judged: judgement(concepts),
  };
}

function conceptQuery(concept: Concept): ConceptQuery {
  const wanted = anyOf(concept, EVERY) ?? "''";
  const known = concept.isMendable ? anyOf(concept, ['EXACT', 'NEAR', 'LOOSE', 'BROAD']) : null;
  return { wanted, known: known ?? wanted, heard: anyOf(concept, ['SOUND']) };
}

/** How hits of these concepts are judged: by things and amounts, unless only places are asked for. */
function judgement(concepts: readonly Concept[]): Judgement {
  const things = concepts.filter(({ role }) => role === 'THING' || role === 'GENERAL' || role === 'AMOUNT');
  const judged = things.length > 0 ? things : concepts.filter(({ role }) => role !== 'WEAK');
  const all = (nearness: readonly Nearness[], weights: string): Query =>
    together(
      judged.map((each) => anyOf(each, nearness, each.role === 'AMOUNT' ? 'AB' : weights)),
      '&',
    );
  const words = judged.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  const head = judged.find(({ role }) => role !== 'AMOUNT');
  return {
    exact: all(['EXACT'], 'A'),
    near: all(['EXACT', 'NEAR', 'SOUND'], 'A'),
    any: all(['EXACT', 'NEAR', 'SOUND', 'LOOSE'], 'AB'),
    shop: all(['EXACT', 'NEAR', 'SOUND', 'LOOSE'], 'ABC'),
    kind: head ? anyOf(head, ['EXACT', 'NEAR', 'LOOSE'], 'B') : null,
    first: head ? firstQuery(head) : null,
    phrase: words.length > 1 ? words.map((each) => alternativeQuery(each, 'A')).join(' <-> ') : null,
    bonus: together(
      concepts.filter(({ role }) => role === 'WEAK').map((each) => anyOf(each, ['EXACT', 'NEAR'])),
      '|',
    ),
  };
}

/** These queries as one; null when one of them is null, or there are none. */
export function together(queries: readonly Query[], operator: '&' | '|' | '<->'): Query {
  return queries.length > 0 && queries.every((query) => query !== null) ? queries.join(` ${operator} `) : null;
}

/** The title begins with it. */
function firstQuery({ alternatives }: Concept): Query {
  const forms = alternatives
    .filter(({ nearness, isPrefix }) => nearness !== 'BROAD' && !isPrefix)
    .flatMap(({ phrase }) => (phrase[0] ?? []).filter((form) => !/^[+@]/.test(form)));
  return forms.length > 0 ? [...new Set(forms)].map((form) => lexeme(`^${form}`, false, '')).join(' | ') : null;
}
