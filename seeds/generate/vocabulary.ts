import type { Term, TermKind } from '../../api/search/index.ts';
import { DEPARTMENT_WORDS, DISTRICTS, SPELLINGS, VOCABULARY } from './facts.ts';

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
    ...[...entries(broader), ...entries(DEPARTMENT_WORDS.broader)].map(
      ([term, meanings]): Term => ({ kind: 'BROADER', term, meanings }),
    ),
    ...entries(VOCABULARY.brand_generic).map(([term, meaning]): Term => ({ kind: 'BRAND', term, meanings: [meaning] })),
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

/** Synonyms of goods and of colours; cokelat is both. A group of one has its English terms only: the word itself is known. */
function groups(): Term[] {
  const meanings = new Map<string, Set<string>>();
  const departments = Object.values(DEPARTMENT_WORDS.synonyms).flat();
  const groups = [...VOCABULARY.synonyms.map(({ terms }) => terms), ...departments].map(
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

/** An English term may stand in several groups: it means each of them. */
function english(): Term[] {
  const meanings = new Map(entries(VOCABULARY.english).map(([term, meaning]) => [term, [meaning]]));
  for (const { terms, en } of VOCABULARY.synonyms) {
    for (const term of en.filter((each) => !terms.includes(each.toLowerCase())))
      meanings.set(term, [...(meanings.get(term) ?? []), ...terms.slice(0, 1)]);
  }
  return [...meanings].map(([term, means]) => ({ kind: 'ENGLISH', term, meanings: means }));
}

/** Everyday names of places; districts and wards are known from their own tables. */
function places(): Term[] {
  const slugs = new Map(DISTRICTS.map(({ name, slug }) => [name, slug]));
  return VOCABULARY.place_terms.flatMap(({ term, kecamatan }) => {
    const slug = slugs.get(kecamatan);
    return slug ? [{ kind: 'PLACE' as const, term, meanings: [slug] }] : [];
  });
}
