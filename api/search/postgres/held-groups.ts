import type { Category } from '../../catalog/index.ts';
import type { Kecamatan } from '../../geography/index.ts';
import type { PickupPoint } from '../../pickup/index.ts';
import type { Context } from '../../platform/context.ts';
import { CATEGORY_NAMED, KECAMATAN_NAMED, POINT_NAMED } from './facet-sql.ts';

/** What makes a group (search-group.ts); it never changes. */
export interface Group {
  readonly id: number;
  /** Slug of its own category. */
  readonly category: string;
  /** Slug. */
  readonly kecamatan: string;
  /** Slugs of the points that the shops chose; null when they serve every active one. */
  readonly points: readonly string[] | null;
  readonly priceBand: number;
  readonly ratingBand: number;
  readonly isHalal: boolean;
  readonly inStock: boolean;
}

/** A category with the slugs of all its branch, itself last. */
export interface NamedCategory {
  readonly slugs: readonly string[];
  readonly category: Category;
}

/** All groups as they were at one moment, and what facets call their parts. Nothing of it is ever changed. */
export interface GroupsHeld {
  /** Null before the first reading. */
  readonly version: string | null;
  /** In the order of their ids. */
  readonly groups: readonly Group[];
  readonly byId: ReadonlyMap<number, Group>;
  /** Products of each group, in the order of `groups`. */
  readonly products: readonly number[];
  /** Places in `groups` by slug: what lists are mostly narrowed by leaves few to look at. */
  readonly byCategory: ReadonlyMap<string, readonly number[]>;
  readonly byKecamatan: ReadonlyMap<string, readonly number[]>;
  /** Products of all of them. */
  readonly sum: number;
  /** The highest id: groups with a higher one are not known. */
  readonly lastId: number;
  /** In the order of the tree. */
  readonly categories: readonly NamedCategory[];
  /** By name. */
  readonly kecamatan: readonly Kecamatan[];
  /** By name, the active ones. */
  readonly points: readonly PickupPoint[];
}

/** The row that comes back of a reading. */
interface Read extends Pick<GroupsHeld, 'kecamatan' | 'points'> {
  readonly version: string;
  readonly ids: readonly number[];
  readonly products: readonly number[];
  /** Groups that were not known, as lists of their parts. */
  readonly made: readonly [number, string, string, string[] | null, number, number, boolean, boolean][];
  readonly categories: readonly Category[];
}

const NONE: GroupsHeld = {
  version: null,
  groups: [],
  byId: new Map(),
  products: [],
  byCategory: new Map(),
  byKecamatan: new Map(),
  sum: 0,
  lastId: 0,
  categories: [],
  kecamatan: [],
  points: [],
};

/** Parts of search_version that groups and the names in facets depend on. */
const PARTS = ['group', 'category', 'place', 'point'] as const;

/** SQL (text): the version of groups and of names in facets. */
export const GROUPS_VERSION = `(select string_agg(p.version::text, ' ' order by p.part) from search_version p
      where p.part in (${PARTS.map((part) => `'${part}'`).join(', ')}))`;

const READ = `select ${GROUPS_VERSION} as version,
  (select coalesce(json_agg(g.id order by g.id), '[]') from search_group g) as ids,
  (select coalesce(json_agg(g.products order by g.id), '[]') from search_group g) as products,
  (select coalesce(json_agg(json_build_array(g.id, g.category_slug, g.kecamatan_slug, g.point_slugs, g.price_band, g.rating_band,
      g.is_halal, g.in_stock)), '[]') from search_group g where g.id > (select $1::integer)) as made,
  (select coalesce(json_agg(${CATEGORY_NAMED} order by x.position, x.path), '[]') from category x) as categories,
  (select coalesce(json_agg(${KECAMATAN_NAMED} order by x.name), '[]') from kecamatan x) as kecamatan,
  (select coalesce(json_agg(${POINT_NAMED} order by x.name), '[]') from pickup_point x where x.is_active) as points`;

/**
 * All groups, as this process has read them: some thousands, however many products. Filters and facets look at them here, and the database
 * only says which products are in which. Each search is told by its own statement which version is the present one.
 */
export class HeldGroups {
  #held = NONE;
  /** The last reading, perhaps still going on. */
  #reading: Promise<GroupsHeld> | null = null;

  /** What is held now. */
  get current(): GroupsHeld {
    return this.#held;
  }

  /** Groups of this version or a later one. Of the searches that all see a change at once one reads them. */
  async renew(ctx: Context, version: string): Promise<GroupsHeld> {
    const begun = this.#reading;
    const read = await begun?.catch(() => null);
    if (read?.version === version) return read;
    // What another search began meanwhile was begun after this version was seen.
    if (!this.#reading || this.#reading === begun) this.#reading = this.#read(ctx, this.#held);
    return this.#reading;
  }

  async #read(ctx: Context, before: GroupsHeld): Promise<GroupsHeld> {
    const [read] = await ctx.read.rows<Read>(READ, [before.lastId], 'search-groups');
    if (!read) throw new Error('Reading groups gave no row.');
    const made = read.made.map(
      ([id, category, kecamatan, points, priceBand, ratingBand, isHalal, inStock]) =>
        [id, { id, category, kecamatan, points, priceBand, ratingBand, isHalal, inStock }] as const,
    );
    const known = new Map<number, Group>([...before.byId, ...made]);
    const groups = read.ids.flatMap((id) => known.get(id) ?? []);
    // Ids only grow. One that is not known, below those that are, means that all of them are others now.
    if (groups.length < read.ids.length) return this.#read(ctx, NONE);
    this.#held = {
      version: read.version,
      groups,
      byId: new Map(groups.map((group) => [group.id, group])),
      products: read.products,
      byCategory: placesBy(groups, ({ category }) => category),
      byKecamatan: placesBy(groups, ({ kecamatan }) => kecamatan),
      sum: read.products.reduce((sum, each) => sum + each, 0),
      lastId: read.ids.at(-1) ?? 0,
      categories: read.categories.map((category) => ({ slugs: category.path.split('/'), category })),
      kecamatan: read.kecamatan,
      points: read.points,
    };
    return this.#held;
  }
}

function placesBy(groups: readonly Group[], slugOf: (group: Group) => string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, group] of groups.entries()) {
    const slug = slugOf(group);
    const those = places.get(slug);
    if (those) those.push(at);
    else places.set(slug, [at]);
  }
  return places;
}
