import {
  type Alternative,
  type Concept,
  DISTRICT_SIGN,
  FIELD_SIGNS,
  FIRST_SIGN,
  type Field,
  type Form,
  fieldsOf,
  type Nearness,
} from './language/index.ts';

/** What a document must carry: a form, or any or all of several. Every engine that knows sets can answer it. */
export type FormQuery =
  | { readonly form: Form; readonly isBegun: boolean }
  | { readonly any: readonly FormQuery[] }
  | { readonly all: readonly FormQuery[] };

/** What nothing carries. */
export const NOTHING: FormQuery = { any: [] };

/** Every field that words are found in. */
export const EVERY_FIELD: readonly Field[] = ['TITLE', 'TRAIT', 'CATEGORY', 'CHOICE', 'SHOP', 'KEYWORD', 'TEXT'];

/** Fields that say what a product is; prose names other things besides, and what smells of a thing is none. */
export const NAMING_FIELDS: readonly Field[] = ['TITLE', 'CATEGORY', 'SHOP', 'KEYWORD'];

/** Fields that say what a product is or is like. */
export const TELLING_FIELDS: readonly Field[] = EVERY_FIELD.filter((field) => field !== 'TEXT');

/** A title, whatever it says. */
export const WHOLE_TITLE: readonly Field[] = ['TITLE', 'TRAIT'];

/** Any of these. */
export function anyOf(queries: readonly FormQuery[]): FormQuery {
  const [only] = queries;
  return queries.length === 1 && only ? only : { any: queries };
}

/** All of these; of none, nothing. */
export function allOf(queries: readonly FormQuery[]): FormQuery {
  const [only] = queries;
  return only === undefined ? NOTHING : queries.length === 1 ? only : { all: queries };
}

/** Whether nothing can carry it. */
export function isNothing(query: FormQuery): boolean {
  return 'any' in query ? query.any.every(isNothing) : 'all' in query && query.all.some(isNothing);
}

/** One of these forms in one of these fields. A district stands in no field, and a beginning is looked for in names only. */
function carried(forms: readonly Form[], fields: readonly Field[], isBegun: boolean): FormQuery {
  const placed = [...new Set(forms)].flatMap((form) =>
    form.startsWith(DISTRICT_SIGN) ? [form] : fieldsOf(form, fields).map((field) => `${FIELD_SIGNS[field]}${form}`),
  );
  return anyOf(placed.map((form) => ({ form, isBegun })));
}

/** An alternative in these fields. */
function alternativeQuery(
  { phrase, pairs = [], isPrefix, isInTitle, isHead }: Alternative,
  fields: readonly Field[],
): FormQuery {
  if (isHead)
    return anyOf((phrase[0] ?? []).map((form) => ({ form: `${FIRST_SIGN}${form}`, isBegun: isPrefix === true })));
  const named = isPrefix
    ? fields.filter((field) => field !== 'TEXT')
    : isInTitle
      ? fields.filter((field) => WHOLE_TITLE.includes(field))
      : fields;
  const places = (of: readonly Field[]): FormQuery[] =>
    phrase.map((forms, at) =>
      carried(forms, at === 0 ? of : besides(of), isPrefix === true && at === phrase.length - 1),
    );
  if (pairs.length === 0) return allOf(places(named));
  const follow = (text: readonly Field[]): FormQuery[] =>
    pairs.map((pair, at) => carried([pair], at === 0 ? text : besides(text), false));
  // What follows what is known of names alone, not of descriptions; and all in one text.
  return anyOf(
    textsOf(named).map((text) => allOf(isSaidByPairs(phrase) ? follow(text) : [...places(text), ...follow(text)])),
  );
}

/** Where the other words of a phrase may stand whose first one stands here: keripik rasa balado are keripik balado. */
function besides(fields: readonly Field[]): readonly Field[] {
  if (!fields.includes('TITLE') || fields.includes('TRAIT')) return fields;
  return [...fields, 'TRAIT', ...(fields.includes('CATEGORY') ? (['CHOICE'] as const) : [])];
}

/** Names, each with all fields that it is made of. */
function textsOf(fields: readonly Field[]): (readonly Field[])[] {
  const title = fields.filter((field) => WHOLE_TITLE.includes(field));
  const others = fields.filter((field) => field !== 'TEXT' && !WHOLE_TITLE.includes(field));
  return [...(title.length > 0 ? [title] : []), ...others.map((field) => [field])];
}

/** Whether only the sound of the words is asked for: that they follow each other says that they are there. */
function isSaidByPairs(phrase: Alternative['phrase']): boolean {
  return phrase.every((forms) => forms.length === 1 && forms[0]?.startsWith('~') === true);
}

/** The one list of forms that says an alternative; null when it takes more to say it. */
function plainForms({ phrase, pairs = [], isPrefix, isHead }: Alternative): readonly Form[] | null {
  if (isPrefix || isHead) return null;
  if (pairs.length === 1 && isSaidByPairs(phrase)) return pairs;
  return phrase.length === 1 && pairs.length === 0 ? (phrase[0] ?? []) : null;
}

/** The alternatives of a concept that are so near, in these fields. A shop is called by its name: what only means the same names none. */
export function conceptQuery(
  { alternatives }: Concept,
  nearness: readonly Nearness[],
  fields: readonly Field[],
): FormQuery {
  const chosen = alternatives.filter((alternative) => nearness.includes(alternative.nearness));
  const said = alternativesQueries(chosen.filter(isSaid), fields);
  const others = fields.filter((field) => field !== 'SHOP');
  return anyOf([
    ...said,
    ...alternativesQueries(
      chosen.filter((each) => !isSaid(each)),
      others,
    ),
  ]);
}

/** Whether it is the written word itself, in some spelling, or its beginning. */
const isSaid = ({ nearness, isPrefix }: Alternative): boolean =>
  isPrefix === true || (nearness !== 'LOOSE' && nearness !== 'BROAD');

function alternativesQueries(alternatives: readonly Alternative[], fields: readonly Field[]): FormQuery[] {
  const forms = alternatives.flatMap((alternative) => plainForms(alternative) ?? []);
  const isEnough = new Set(forms);
  // What also asks for more than one that is enough finds nothing besides: jas hujan anak, where jas hujan is looked for.
  const others = alternatives.filter(
    (each) => plainForms(each) === null && (each.isHead || !each.pairs?.slice(0, 1).some((pair) => isEnough.has(pair))),
  );
  return [
    ...(forms.length > 0 ? [carried(forms, fields, false)] : []),
    ...others.map((each) => alternativeQuery(each, fields)),
  ];
}

/** The title begins with it. */
export function firstQuery({ alternatives }: Concept): FormQuery {
  const forms = alternatives
    .filter(({ nearness, isPrefix, isComprised }) => (nearness !== 'BROAD' || isComprised) && !isPrefix)
    .flatMap(({ phrase }) => (phrase[0] ?? []).filter((form) => !/^[+@]/.test(form)));
  return anyOf([...new Set(forms)].map((form) => ({ form: `${FIRST_SIGN}${form}`, isBegun: false })));
}

/** The title begins with it, or goes on from what is typed of it. */
export function beginningQuery(concept: Concept): FormQuery {
  const begun = concept.alternatives.filter(({ isPrefix, phrase }) => isPrefix && phrase.length === 1);
  const forms = begun.flatMap(({ phrase }) => phrase[0] ?? []);
  const queries = [firstQuery(concept), ...forms.map((form) => ({ form: `${FIRST_SIGN}${form}`, isBegun: true }))];
  return anyOf(queries.filter((each) => !isNothing(each)));
}
