import {
  type Alternative,
  type Concept,
  FIELD_SIGNS,
  FIRST_SIGN,
  type Field,
  type Form,
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
export const EVERY_FIELD: readonly Field[] = ['TITLE', 'CATEGORY', 'SHOP', 'TEXT'];

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
    form.startsWith('@') ? [form] : fields.map((field) => `${FIELD_SIGNS[field]}${form}`),
  );
  return anyOf(placed.map((form) => ({ form, isBegun })));
}

/** An alternative in these fields. */
function alternativeQuery({ phrase, pairs, isPrefix }: Alternative, fields: readonly Field[]): FormQuery {
  const named = isPrefix ? fields.filter((field) => field !== 'TEXT') : fields;
  const places = (of: readonly Field[]): FormQuery[] =>
    phrase.map((forms, at) => carried(forms, of, isPrefix === true && at === phrase.length - 1));
  if (!pairs || pairs.length === 0) return allOf(places(named));
  // Pairs are known of names alone: of a description it is not known which words follow each other.
  const inOne = named
    .filter((field) => field !== 'TEXT')
    .map((field) => allOf([...places([field]), ...pairs.map((pair) => carried([pair], [field], false))]));
  return anyOf(inOne);
}

/** The alternatives of a concept that are so near, in these fields. */
export function conceptQuery(
  { alternatives }: Concept,
  nearness: readonly Nearness[],
  fields: readonly Field[],
): FormQuery {
  const chosen = alternatives.filter((alternative) => nearness.includes(alternative.nearness));
  const isPlain = ({ phrase, isPrefix }: Alternative): boolean => phrase.length === 1 && !isPrefix;
  const forms = chosen.filter(isPlain).flatMap(({ phrase }) => phrase[0] ?? []);
  const others = chosen.filter((each) => !isPlain(each)).map((each) => alternativeQuery(each, fields));
  return anyOf([...(forms.length > 0 ? [carried(forms, fields, false)] : []), ...others]);
}

/** The title begins with it. */
export function firstQuery({ alternatives }: Concept): FormQuery {
  const forms = alternatives
    .filter(({ nearness, isPrefix }) => nearness !== 'BROAD' && !isPrefix)
    .flatMap(({ phrase }) => (phrase[0] ?? []).filter((form) => !/^[+@]/.test(form)));
  return anyOf([...new Set(forms)].map((form) => ({ form: `${FIRST_SIGN}${form}`, isBegun: false })));
}
