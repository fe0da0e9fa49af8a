import type { Term, TermKind } from '../../api/search/index.ts';
import { DEPARTMENT_WORDS, DISTRICTS, SHOPPER_WORDS, SPELLINGS, VOCABULARY } from './facts.ts';

/** Wishes that say nothing of the goods themselves; the others of the file name goods as well. */
const WISHES = new Set([
  'nearby',
  'open_now',
  'promo',
  'free_delivery',
  'pickup',
  'cod',
  'wholesale',
  'preorder',
  'cheap',
]);

/** The words of search that every market of Depok begins with. */
export function seedTerms(): Term[] {
  const { synonyms, broader, variants, phrases, intents, ambiguous, known_words } = VOCABULARY;
  const bare = (kind: TermKind, terms: readonly string[]): Term[] =>
    terms.map((term) => ({ kind, term, meanings: [] }));
  const alone = new Set(synonyms.flatMap(({ terms }) => (terms.length === 1 ? terms : [])));
  return [
    ...groups(),
    ...english(),
    ...meaning('BROADER', entries(broader), entries(DEPARTMENT_WORDS.broader), entries(SHOPPER_WORDS.comprises)),
    ...meaning('BRAND', entries(VOCABULARY.brand_generic), entries(SHOPPER_WORDS.brands)),
    ...[...entries(variants), ...entries(DEPARTMENT_WORDS.variants)].map(
      ([term, meaning]): Term => ({ kind: 'VARIANT', term, meanings: [meaning] }),
    ),
    ...entries(SPELLINGS).flatMap(([usual, others]) =>
      others.map((term): Term => ({ kind: 'VARIANT', term, meanings: [usual] })),
    ),
    ...bare('PHRASE', phrases),
    ...intents.filter(({ intent }) => WISHES.has(intent)).flatMap(({ terms }) => bare('INTENT', terms)),
    ...bare('AMBIGUOUS', Object.keys(ambiguous)),
    ...bare(
      'WORD',
      known_words.filter((word) => !alone.has(word)),
    ),
    ...places(),
  ];
}

const entries = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] => Object.entries(record);

/** A term may stand in several lists: it means all that each says of it. */
function meaning(kind: TermKind, ...lists: readonly [string, string | readonly string[]][][]): Term[] {
  const meanings = new Map<string, Set<string>>();
  for (const [term, means] of lists.flat())
    meanings.set(term, new Set([...(meanings.get(term) ?? []), ...[means].flat()]));
  return [...meanings].map(([term, means]) => ({ kind, term, meanings: [...means] }));
}

/** Synonyms of goods and of colours; cokelat is both. A group of one has its English terms only: the word itself is known. */
function groups(): Term[] {
  const meanings = new Map<string, Set<string>>();
  const departments = Object.values(DEPARTMENT_WORDS.synonyms).flat();
  const groups = [...VOCABULARY.synonyms.map(({ terms }) => terms), ...departments, ...SHOPPER_WORDS.synonyms].map(
    ([term = '', ...others]): [string, string[]] => [term, others],
  );
  for (const [term, others] of [...groups, ...entries(VOCABULARY.colours)])
    meanings.set(term, new Set([...(meanings.get(term) ?? []), ...others]));
  return [...meanings].map(([term, means]) => ({
    kind: means.size > 0 ? 'SYNONYM' : 'WORD',
    term,
    meanings: [...means],
  }));
}

/** Words that mean goods without being meant by them. */
function english(): Term[] {
  const listed = VOCABULARY.synonyms.flatMap(({ terms, en }) =>
    en.filter((each) => !terms.includes(each.toLowerCase())).map((each): [string, string] => [each, terms[0] ?? each]),
  );
  const { english, spoken } = SHOPPER_WORDS;
  return meaning('ENGLISH', entries(VOCABULARY.english), listed, entries(english), entries(spoken), named());
}

/** What is said with the name of its kind and titled without it: kue lupis. */
function named(): [string, string][] {
  return SHOPPER_WORDS.kinds.flatMap(({ heads, names }) =>
    heads.flatMap((head) => names.map((name): [string, string] => [`${head} ${name}`, name])),
  );
}

/** Everyday names of places; districts and wards are known from their own tables. */
function places(): Term[] {
  const slugs = new Map(DISTRICTS.map(({ name, slug }) => [name, slug]));
  return VOCABULARY.place_terms.flatMap(({ term, kecamatan }) => {
    const slug = slugs.get(kecamatan);
    return slug ? [{ kind: 'PLACE' as const, term, meanings: [slug] }] : [];
  });
}
