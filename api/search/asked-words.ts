import {
  allOf,
  anyOf,
  beginningQuery,
  conceptQuery,
  EVERY_FIELD,
  type FormQuery,
  firstQuery,
  isNothing,
  NAMING_FIELDS,
  NOTHING,
  TELLING_FIELDS,
  WHOLE_TITLE,
} from './form-query.ts';
import {
  type Concept,
  FIELD_SIGNS,
  type Field,
  heardForm,
  type Nearness,
  OCCASION_WORDS,
  pairForms,
  QUALITY_WORDS,
  STOP_WORDS,
  soundOf,
  WEAK_WORDS,
} from './language/index.ts';

/** A concept that documents must carry, and what is asked for it. */
export interface AskedConcept extends Concept {
  /** What is looked for. */
  readonly wanted: FormQuery;
  /** Whether anything in the market carries it; what only sounds like it does not count. */
  readonly known: FormQuery;
  /** What sounds like it. */
  readonly heard: FormQuery;
  /** Titles that name it as it is written: the first place to look whether anything carries it. */
  readonly plainly: FormQuery;
}

/** What the words of a search ask of the documents. */
export interface AskedWords {
  /** Things first, then what narrows them. */
  readonly concepts: readonly AskedConcept[];
  /** The first thing where it says what a product is; null when no thing is asked for. */
  readonly named: FormQuery | null;
  /** Titles that name it as it is written. */
  readonly plainlyNamed: FormQuery | null;
  /** The thing where it also says what a product is like: what counts when nothing in the market is called so. */
  readonly told: FormQuery | null;
  /** What begins with the first thing, or with what is done, or is filed under it. */
  readonly headed: FormQuery;
  /** The same for the thing as it is written, not for other words for it. */
  readonly called: FormQuery;
  readonly judged: Judgement;
}

/** Queries by which a hit is judged, the nearest fit first; then what makes one of two equal fits the better one. */
export interface Judgement {
  /** As written, in the title. */
  readonly exact: FormQuery;
  /** With other spellings and affixes, in the title. */
  readonly near: FormQuery;
  /** With synonyms too, in title or category. */
  readonly any: FormQuery;
  /** In the name of the shop or its keywords as well. */
  readonly shop: FormQuery;
  /** The thing is what the category is called. */
  readonly kind: FormQuery;
  /** The title begins with the thing. */
  readonly first: FormQuery;
  /** Beside other words for the thing, one of what narrows it stands in the title as it was written. */
  readonly told: FormQuery;
  /** The words follow each other as they were written, in the title or as the name of the shop; or, of one thing, a fuller name for it stands there. */
  readonly phrase: FormQuery;
  /** Words of little weight are there too. */
  readonly bonus: FormQuery;
}

/** Where a word that is still being typed may go on. */
const WHAT_IT_IS: readonly Field[] = TELLING_FIELDS.filter((field) => field !== 'SHOP');

/** Where an amount is looked for that decides how well a product fits. */
const WHAT_IT_HOLDS: readonly Field[] = ['TITLE', 'CATEGORY'];

const EVERY: readonly Nearness[] = ['EXACT', 'NEAR', 'SOUND', 'LOOSE', 'BROAD'];

/** Things first, then what narrows them: places and amounts are given up before a thing is. */
const ORDER: Readonly<Record<Concept['role'], number>> = {
  THING: 0,
  DEED: 0,
  GENERAL: 0,
  AMOUNT: 2,
  PLACE: 3,
  WEAK: 4,
};

/** How a thing is follows the thing, also where somebody wrote it before: merah beras. So does a word that no vocabulary knows. */
function rankOf({ role, written, isTerm }: Concept): number {
  if (QUALITY_WORDS.has(written)) return 1;
  return role === 'THING' && !isTerm ? 0.5 : ORDER[role];
}

/** Things first, then what narrows them. What a thing is for follows it, where one is named: kado kopi, but kado cowok. */
function inOrder(concepts: readonly Concept[], rank = rankOf): Concept[] {
  const isOccasion = ({ written }: Concept): boolean => OCCASION_WORDS.has(written);
  const isThingNamed = concepts.some((each) => each.role === 'THING' && !isOccasion(each));
  const placeOf = (each: Concept): number => (isThingNamed && isOccasion(each) ? 0.75 : rank(each));
  return [...concepts].sort((one, other) => placeOf(one) - placeOf(other));
}

/** The rank as what a title begins with: no title begins with what is done with the thing. */
const rankAsHead = (concept: Concept): number => (concept.role === 'DEED' ? 1 : rankOf(concept));

/** What these concepts ask of the documents. */
export function askedWords(concepts: readonly Concept[]): AskedWords {
  const demanded = inOrder(concepts.filter(({ role }) => role !== 'WEAK'));
  const named = namedConcept(demanded);
  const first = demanded.find(({ role }) => role === 'THING' || role === 'GENERAL');
  const heads = demanded.filter((each) => each === first || each.role === 'DEED');
  return {
    concepts: demanded.map(askedConcept),
    named: named ? namedQuery(named, demanded) : null,
    plainlyNamed: named ? plainQuery(named) : null,
    told: named ? conceptQuery(named, EVERY, TELLING_FIELDS) : null,
    headed: anyOf(heads.map((each) => headedQuery(each, ['EXACT', 'NEAR', 'SOUND', 'LOOSE']))),
    called: anyOf(heads.map((each) => headedQuery(each, ['EXACT', 'NEAR', 'SOUND']))),
    judged: judgement(concepts),
  };
}

/** The concept that products must name. What goods are for may be said by prose alone; a general word stands for a thing where none is. */
function namedConcept(demanded: readonly Concept[]): Concept | undefined {
  const things = demanded.filter(({ role }) => role === 'THING');
  const named = things.find(({ written }) => !OCCASION_WORDS.has(written));
  return things.length > 0 ? named : demanded.find(({ role }) => role === 'GENERAL');
}

/**
 * Products that are called so, or that are like it and are called by another thing that is asked for: kopi sabun asks for sabun aroma kopi.
 * A general word says what things are like wherever it stands.
 */
function namedQuery(named: Concept, demanded: readonly Concept[]): FormQuery {
  if (named.role !== 'THING') return conceptQuery(named, EVERY, TELLING_FIELDS);
  const others = demanded.filter((each) => each !== named && each.role === 'THING');
  const goods = NAMING_FIELDS.filter((field) => field !== 'SHOP');
  const called = anyOf(others.map((each) => conceptQuery(each, EVERY, goods)));
  const isLike = conceptQuery(named, EVERY, ['TRAIT', 'CHOICE']);
  return anyOf([conceptQuery(named, EVERY, NAMING_FIELDS), ...(others.length > 0 ? [allOf([isLike, called])] : [])]);
}

function headedQuery(concept: Concept, nearness: readonly Nearness[]): FormQuery {
  // What goods are for begins no title: prose alone may speak of it.
  if (OCCASION_WORDS.has(concept.written)) return conceptQuery(concept, nearness, EVERY_FIELD);
  const alternatives = concept.alternatives.filter((each) => nearness.includes(each.nearness));
  const queries = [firstQuery({ ...concept, alternatives }), conceptQuery(concept, nearness, ['CATEGORY'])];
  return anyOf(queries.filter((each) => !isNothing(each)));
}

function askedConcept(concept: Concept): AskedConcept {
  const wanted = conceptQuery(concept, EVERY, EVERY_FIELD);
  return {
    ...concept,
    wanted,
    known: concept.isMendable ? conceptQuery(concept, ['EXACT', 'NEAR', 'LOOSE', 'BROAD'], EVERY_FIELD) : wanted,
    heard: conceptQuery(concept, ['SOUND'], EVERY_FIELD),
    plainly: plainQuery(concept),
  };
}

const plainQuery = (concept: Concept): FormQuery => conceptQuery(concept, ['EXACT'], ['TITLE']);

/** How hits of these concepts are judged: by things and amounts, unless only places are asked for. */
function judgement(concepts: readonly Concept[]): Judgement {
  const things = concepts.filter(({ role }) => ['THING', 'DEED', 'GENERAL', 'AMOUNT'].includes(role));
  const judged = things.length > 0 ? things : concepts.filter(({ role }) => role !== 'WEAK');
  // Of a thing alone a product is rather called so than like it.
  const isAlone = judged.filter(({ role }) => role !== 'AMOUNT').length === 1;
  const all = (nearness: readonly Nearness[], wide: readonly Field[]): FormQuery => {
    const named = wide.filter((field) => NAMING_FIELDS.includes(field));
    const fieldsFor = ({ role }: Concept): readonly Field[] =>
      role === 'AMOUNT' ? WHAT_IT_HOLDS : role === 'THING' && isAlone ? named : wide;
    return allOf(judged.map((each) => conceptQuery(each, nearness, fieldsFor(each))));
  };
  const [head] = inOrder(
    judged.filter(({ role }) => role !== 'AMOUNT'),
    rankAsHead,
  );
  const little = concepts.filter(({ role }) => role === 'WEAK');
  // What may say how a thing is counts before praise: tang potong murah.
  const telling = little.filter(({ written }) => !STOP_WORDS.has(written) && !WEAK_WORDS.has(written));
  const weak = telling.length > 0 ? telling : little;
  return {
    exact: all(['EXACT'], WHOLE_TITLE),
    near: all(['EXACT', 'NEAR', 'SOUND'], WHOLE_TITLE),
    any: all(['EXACT', 'NEAR', 'SOUND', 'LOOSE'], [...WHOLE_TITLE, 'CATEGORY', 'CHOICE']),
    shop: all(['EXACT', 'NEAR', 'SOUND', 'LOOSE'], TELLING_FIELDS),
    kind: head ? conceptQuery(head, ['EXACT', 'NEAR', 'LOOSE'], ['CATEGORY']) : NOTHING,
    first: head ? beginningQuery(head) : NOTHING,
    told: toldQuery(judged),
    phrase: concepts.length > 1 ? saidQuery(judged, concepts) : anyOf(judged.map(fullerQuery)),
    bonus: anyOf(
      weak
        .map((each) => conceptQuery(each, ['EXACT', 'NEAR'], each.isLast ? WHAT_IT_IS : EVERY_FIELD))
        .filter((each) => !isNothing(each)),
    ),
  };
}

/** The head by any word for it, and another word as it was written: kudung bergo is rather a bergo than any kerudung. */
function toldQuery(judged: readonly Concept[]): FormQuery {
  const [head, ...others] = judged;
  const narrowing = (others.length > 0 ? others : judged).filter(hasOtherWords);
  const written = narrowing.flatMap((concept) => concept.written.split(' ')).filter((word) => !/^\d/.test(word));
  if (!head || written.length === 0 || judged.flatMap((each) => each.written.split(' ')).length < 2) return NOTHING;
  const forms = [...new Set(written.flatMap((word) => [word, heardForm(word)]))];
  return allOf([conceptQuery(head, EVERY, WHOLE_TITLE), anyOf(forms.map(inTitle))]);
}

/** Whether a hit may carry other words for it; the beginning of a word that is typed out is none. */
const hasOtherWords = ({ alternatives }: Concept): boolean =>
  alternatives.some(({ nearness, isPrefix }) => (nearness === 'LOOSE' || nearness === 'BROAD') && !isPrefix);

/** Other words for a thing of which there are more than in the shortest: of thermogun, termometer tembak says more than termometer. */
function fullerQuery(concept: Concept): FormQuery {
  if (concept.alternatives.some(({ nearness, isPrefix }) => nearness === 'EXACT' && isPrefix)) return NOTHING;
  const others = concept.alternatives.filter((each) => each.nearness === 'LOOSE' && !each.isPrefix && !each.isInTitle);
  const least = Math.min(...others.map(({ phrase }) => phrase.length));
  const alternatives = others.filter(({ phrase }) => phrase.length > least);
  return conceptQuery({ ...concept, alternatives }, ['LOOSE'], ['TITLE']);
}

/** The words as they were written: what weighs in a title, or all of them in the name of a shop, Kedai Pak Made. */
function saidQuery(judged: readonly Concept[], concepts: readonly Concept[]): FormQuery {
  const queries = [phraseQuery(judged, inTitle), phraseQuery(concepts, inShop)];
  return anyOf(queries.filter((each) => !isNothing(each)));
}

/** The words of several concepts, one after the other. */
function phraseQuery(concepts: readonly Concept[], inText: (form: string) => FormQuery): FormQuery {
  if (concepts.length < 2 || concepts.some(({ role }) => role === 'AMOUNT')) return NOTHING;
  const pairs = pairForms(concepts.flatMap(({ written }) => written.split(' ').map(soundOf)));
  return allOf(pairs.map(inText));
}

/** A form wherever it stands in a title. */
const inTitle = (form: string): FormQuery =>
  anyOf(WHOLE_TITLE.map((field) => ({ form: `${FIELD_SIGNS[field]}${form}`, isBegun: false })));

/** A form in the name of a shop. */
const inShop = (form: string): FormQuery => ({ form: `${FIELD_SIGNS.SHOP}${form}`, isBegun: false });
