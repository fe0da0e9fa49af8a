import type { Category } from '../../catalog/index.ts';
import type { Kecamatan } from '../../geography/index.ts';
import type { PickupPoint } from '../../pickup/index.ts';
import { CATEGORY_NAMED, KECAMATAN_NAMED, POINT_NAMED } from './facet-sql.ts';
import type { Parameters } from './parameters.ts';

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
  /** By their ids. */
  readonly groups: ReadonlyMap<number, Group>;
  /** Products of each group, in the order of `groups`. */
  readonly products: readonly number[];
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

/** What a statement tells of groups when they are no longer as they are held. */
export interface GroupsTold extends Pick<GroupsHeld, 'kecamatan' | 'points'> {
  readonly version: string;
  readonly ids: readonly number[] | null;
  readonly products: readonly number[] | null;
  /** Groups that were made since, as lists of their parts. */
  readonly made: readonly [number, string, string, string[] | null, number, number, boolean, boolean][];
  readonly categories: readonly Category[];
}

const NONE: GroupsHeld = {
  version: null,
  groups: new Map(),
  products: [],
  sum: 0,
  lastId: 0,
  categories: [],
  kecamatan: [],
  points: [],
};

/** Parts of search_version that groups and the names in facets depend on. */
const PARTS = ['group', 'category', 'place', 'point'] as const;

/**
 * All groups, as this process has read them: some thousands, however many products. Filters and facets look at them here, and the database
 * only says which products are in which. Each search is told by its own statement when they are no longer so, and how they are now.
 */
export class HeldGroups {
  #held = NONE;

  /** What is held now. */
  get current(): GroupsHeld {
    return this.#held;
  }

  /** What is held after the database told how groups are now, to one who had held `before`. */
  take(before: GroupsHeld, told: GroupsTold): GroupsHeld {
    const made = told.made.map(
      ([id, category, kecamatan, points, priceBand, ratingBand, isHalal, inStock]) =>
        [id, { id, category, kecamatan, points, priceBand, ratingBand, isHalal, inStock }] as const,
    );
    const known = new Map<number, Group>([...before.groups, ...made]);
    const ids = told.ids ?? [];
    const groups = new Map<number, Group>();
    for (const id of ids) {
      const group = known.get(id);
      // Ids only grow: one below those that were known means that all of them are others now.
      if (!group) return this.#hold(NONE);
      groups.set(id, group);
    }
    return this.#hold({
      version: told.version,
      groups,
      products: told.products ?? [],
      sum: (told.products ?? []).reduce((sum, each) => sum + each, 0),
      lastId: ids.reduce((last, id) => Math.max(last, id), 0),
      categories: told.categories.map((category) => ({ slugs: category.path.split('/'), category })),
      kecamatan: told.kecamatan,
      points: told.points,
    });
  }

  #hold(held: GroupsHeld): GroupsHeld {
    this.#held = held;
    return held;
  }
}

/** SQL (json): how groups are now; null when they are as they are held. The planner does not see what is held, or would make a plan for just that with every call. */
export function groupsNow({ version, lastId }: GroupsHeld, parameters: Parameters): string {
  const made = `select json_agg(json_build_array(g.id, g.category_slug, g.kecamatan_slug, g.point_slugs, g.price_band, g.rating_band,
      g.is_halal, g.in_stock)) from search_group g where g.id > (select ${parameters.add(lastId, 'integer')})`;
  return `(select case when v.version is distinct from ${parameters.add(version, 'text')} then json_build_object(
      'version', v.version,
      'ids', (select array_agg(g.id order by g.id) from search_group g),
      'products', (select array_agg(g.products order by g.id) from search_group g),
      'made', coalesce((${made}), '[]'),
      'categories', coalesce((select json_agg(${CATEGORY_NAMED} order by x.position, x.path) from category x), '[]'),
      'kecamatan', coalesce((select json_agg(${KECAMATAN_NAMED} order by x.name) from kecamatan x), '[]'),
      'points', coalesce((select json_agg(${POINT_NAMED} order by x.name) from pickup_point x where x.is_active), '[]')) end
    from (select string_agg(p.version::text, ' ' order by p.part) as version from search_version p
      where p.part in (${PARTS.map((part) => `'${part}'`).join(', ')})) v)`;
}
