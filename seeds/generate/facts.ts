import { readFileSync } from 'node:fs';
import { PROJECT_FOLDER } from '../../api/platform/project-folder.ts';

/** The facts under seeds/data, with the fields that the generator reads. */
interface KelurahanFact {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly lat: number;
  readonly lng: number;
  readonly postal_code: string;
  readonly rw: number;
  /** Coarse outline: pairs of latitude and longitude. */
  readonly outline: readonly (readonly [number, number])[];
}

interface KecamatanFact {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly lat: number;
  readonly lng: number;
  readonly kelurahan: readonly KelurahanFact[];
}

interface PointFact {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly kelurahan_code: string;
  readonly address: string;
  readonly lat: number;
  readonly lng: number;
  readonly active: boolean;
  /** 'HH:MM-HH:MM', null when shut. */
  readonly hours: { readonly mon_fri: string | null; readonly sat_sun: string | null } | null;
}

interface CategoryFact {
  readonly slug: string;
  readonly name: string;
  readonly name_en: string;
  readonly kind: string;
  readonly order: number;
  readonly path: string;
  readonly halal_relevant: boolean;
  readonly perishable: boolean;
  readonly children?: readonly CategoryFact[];
}

/** A kind of goods: its price band in rupiah for one unit, and the axes its variants may have. */
export interface NounFact {
  readonly noun: string;
  readonly category: string;
  readonly price_min: number;
  readonly price_max: number;
  readonly unit: string;
  readonly weight_g: number;
  readonly axes: readonly string[];
}

/** An axis of variants; a value's factor multiplies the price. */
export interface AxisFact {
  readonly label: string;
  /** both: may stand in the title or be a variant; variant: only a choice. */
  readonly role: 'both' | 'variant';
  readonly values: readonly { readonly value: string; readonly factor: number }[];
}

interface CatalogueWords {
  readonly axes: Readonly<Record<string, AxisFact>>;
  readonly qualities: Readonly<Record<string, readonly string[]>>;
  readonly quality_group_by_root: Readonly<Record<string, string>>;
  readonly quality_group_by_category: Readonly<Record<string, string>>;
  readonly nouns: readonly NounFact[];
  readonly shops: readonly { readonly name: string; readonly slug: string; readonly group: string }[];
  readonly shop_name_parts: {
    readonly prefix: Readonly<Record<string, readonly string[]>>;
    readonly core: readonly string[];
    readonly suffix: readonly string[];
  };
  readonly people: Readonly<
    Record<'female_given' | 'male_given' | 'second_names_any' | 'second_names_female', readonly string[]>
  > & { readonly avoid_pairs: readonly (readonly [string, string])[] };
  readonly streets: {
    readonly patterns: readonly string[];
    readonly core: readonly string[];
    readonly roman: readonly string[];
    readonly block: readonly string[];
    readonly estate: readonly string[];
    readonly kampung: readonly string[];
  };
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`seeds/data/${file}`, PROJECT_FOLDER), 'utf8')) as T;

export const DISTRICTS = read<{ kecamatan: readonly KecamatanFact[] }>('depok.json').kecamatan;
export const POINTS = read<{ pickup_points: readonly PointFact[] }>('points.json').pickup_points;
export const WORDS = read<CatalogueWords>('catalogue-words.json');
/** The vocabulary of search as its file has it. */
export interface VocabularyFacts {
  readonly synonyms: readonly { readonly terms: readonly string[]; readonly en: readonly string[] }[];
  readonly broader: Readonly<Record<string, readonly string[]>>;
  readonly brand_generic: Readonly<Record<string, string>>;
  readonly variants: Readonly<Record<string, string>>;
  readonly phrases: readonly string[];
  readonly intents: readonly { readonly intent: string; readonly terms: readonly string[] }[];
  readonly ambiguous: Readonly<Record<string, readonly string[]>>;
  readonly colours: Readonly<Record<string, readonly string[]>>;
  readonly place_terms: readonly { readonly term: string; readonly kecamatan: string }[];
  readonly known_words: readonly string[];
  readonly english: Readonly<Record<string, string>>;
}

export const VOCABULARY = read<VocabularyFacts>('vocabulary.json');

/** What the departments of a city's shops call their goods, beyond that file: synonyms by department. */
interface DepartmentWords {
  readonly synonyms: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly broader: Readonly<Record<string, readonly string[]>>;
  readonly variants: Readonly<Record<string, string>>;
}

export const DEPARTMENT_WORDS = read<DepartmentWords>('department-words.json');

/** What shoppers say for goods, beyond both: synonyms, and words that mean others without being meant by them. */
interface ShopperWords {
  readonly synonyms: readonly (readonly string[])[];
  readonly english: Readonly<Record<string, readonly string[]>>;
  /** Words of the chat, of Betawi, Javanese and Sundanese. */
  readonly spoken: Readonly<Record<string, readonly string[]>>;
  readonly brands: Readonly<Record<string, readonly string[]>>;
  /** What a name of many goods, of a use or of a deed comprises. */
  readonly comprises: Readonly<Record<string, readonly string[]>>;
  /** Goods that are called by their own name or by that of their kind before it: lupis, kue lupis. */
  readonly kinds: readonly { readonly heads: readonly string[]; readonly names: readonly string[] }[];
}

export const SHOPPER_WORDS = read<ShopperWords>('shopper-words.json');

/** How words of everyday trade are written otherwise, by their usual spelling: in a hurry, by ear, as the foreign word they were. */
export const SPELLINGS = read<Readonly<Record<string, readonly string[]>>>('spellings.json');
const TREE = read<{ categories: readonly CategoryFact[] }>('categories.json').categories;

/** A category with its place in the tree. */
export interface CategoryNode {
  readonly fact: CategoryFact;
  readonly path: string;
  readonly parentPath: string | null;
  readonly rootSlug: string;
  readonly isLeaf: boolean;
}

function* walk(
  nodes: readonly CategoryFact[],
  parentPath: string | null,
  rootSlug: string | null,
): Iterable<CategoryNode> {
  for (const fact of nodes) {
    const path = parentPath === null ? fact.slug : `${parentPath}/${fact.slug}`;
    const root = rootSlug ?? fact.slug;
    const children = fact.children ?? [];
    yield { fact, path, parentPath, rootSlug: root, isLeaf: children.length === 0 };
    yield* walk(children, path, root);
  }
}

/** The category tree of goods, parents before children; services are not sold yet. */
export const CATEGORIES: readonly CategoryNode[] = [
  ...walk(
    TREE.filter(({ kind }) => kind === 'goods'),
    null,
    null,
  ),
];

/** Leaves by slug. */
export const LEAVES: ReadonlyMap<string, CategoryNode> = new Map(
  CATEGORIES.filter(({ isLeaf }) => isLeaf).map((node) => [node.fact.slug, node]),
);

/** Kinds of goods by the slug of their leaf. */
export const NOUNS_BY_LEAF: ReadonlyMap<string, readonly NounFact[]> = Map.groupBy(
  WORDS.nouns.filter(({ category }) => LEAVES.has(category)),
  ({ category }) => category,
);

/** The word that groups qualities and sentences for a leaf: dry, cake, fashion... */
export function toneGroup(leaf: string): string {
  const node = LEAVES.get(leaf);
  return WORDS.quality_group_by_category[leaf] ?? WORDS.quality_group_by_root[node?.rootSlug ?? ''] ?? 'home';
}
