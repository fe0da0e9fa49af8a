import { globalId } from '../../platform/keys.ts';
import type { Seller } from '../../sellers/index.ts';
import type { ProductFacets } from '../product-facets.ts';
import { MOST_LEAST_STARS } from '../ranking.ts';
import { FACETS, type FacetName, PRICE_BANDS } from './facet-sql.ts';
import { type GroupChoice, type GroupCondition, missesOf } from './group-conditions.ts';
import type { Group, GroupsHeld } from './held-groups.ts';

/** Products of a list in each of some groups, in one order; `unpriced` with those that only their price keeps out. */
export interface Tally {
  readonly groups: readonly number[] | null;
  readonly fitting: readonly number[] | null;
  readonly unpriced?: readonly number[] | null;
}

/** The shops with the most products of a list: key, slug, name, products. */
export type SellersCounted = readonly (readonly [key: string, slug: string, name: string, products: number])[];

/** Products of each value of a facet. */
type Counts = Map<string, number>;

/** Counts a list by its groups: all of it, and each facet. A facet's own choice does not shrink its own list. */
export class GroupCounts {
  /** Products of the list. */
  total = 0;
  readonly #held: GroupsHeld;
  readonly #conditions: readonly GroupCondition[];
  readonly #counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Record<FacetName, Counts>;

  private constructor({ held, conditions }: GroupChoice) {
    this.#held = held;
    this.#conditions = conditions;
  }

  /** Counts what is tallied of a list. */
  static ofTally(choice: GroupChoice, { groups, fitting, unpriced = fitting }: Tally): GroupCounts {
    const counts = new GroupCounts(choice);
    for (const [at, id] of (groups ?? []).entries())
      counts.#add(choice.held.byId.get(id), fitting?.[at] ?? 0, unpriced?.[at] ?? 0);
    return counts;
  }

  /** Counts a list without words: all that is in its groups, but for those of which a price keeps some out. */
  static ofHeld(choice: GroupChoice, priced: Tally | null): GroupCounts {
    const counts = new GroupCounts(choice);
    const { groups, products } = choice.held;
    const fitting = priced && new Map(priced.groups?.map((id, at) => [id, priced.fitting?.[at] ?? 0]));
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at];
      const n = products[at] ?? 0;
      counts.#add(group, fitting ? (fitting.get(group?.id ?? 0) ?? 0) : n, n);
    }
    return counts;
  }

  #add(group: Group | undefined, n: number, unpriced: number): void {
    if (!group || (n === 0 && unpriced === 0)) return;
    const misses = missesOf(this.#conditions, group);
    if (misses === 0) this.#countFitting(group, n, unpriced);
    // It meets all conditions but one: only the list of that one counts it.
    else if ((misses & (misses - 1)) === 0)
      this.#countMissing(this.#conditions[31 - Math.clz32(misses)], group, n, unpriced);
  }

  #countFitting(group: Group, n: number, unpriced: number): void {
    this.total += n;
    for (const facet of GROUPED) this.#count(facet, group, facet === 'price' ? unpriced : n);
  }

  #countMissing(missed: GroupCondition | undefined, group: Group, n: number, unpriced: number): void {
    if (missed && missed.facet !== 'stock') this.#count(missed.facet, group, missed.facet === 'price' ? unpriced : n);
  }

  #count(facet: FacetName, group: Group, n: number): void {
    const counts = this.#counts[facet];
    const value = valueIn(facet, group);
    counts.set(value, (counts.get(value) ?? 0) + n);
  }

  /** The facets, with these shops. */
  facets(sellers: SellersCounted): ProductFacets {
    const { kecamatan } = this.#held;
    return {
      category: this.#categories(),
      kecamatan: fullestFirst(
        kecamatan.map((each) => ({ kecamatan: each, count: this.#counts.kecamatan.get(each.slug) ?? 0 })),
      ),
      seller: sellers.map(([key, slug, name, count]) => ({
        seller: { id: globalId('Seller', key), slug, name } as Seller,
        count,
      })),
      pickupPoint: this.#points(),
      halal: [true, false]
        .map((isHalal) => ({ isHalal, count: this.#counts.halal.get(String(isHalal)) ?? 0 }))
        .filter(isSome),
      price: PRICE_BANDS.map((min, at) => ({
        min,
        max: at + 1 < PRICE_BANDS.length ? Number(PRICE_BANDS[at + 1]) - 1 : null,
        count: this.#counts.price.get(String(at)) ?? 0,
      })).filter(isSome),
      rating: this.#ratings(),
    };
  }

  /** What stands below a category counts for it too. */
  #categories(): ProductFacets['category'] {
    const counts: Counts = new Map();
    for (const { slugs } of this.#held.categories) {
      const n = this.#counts.category.get(slugs.at(-1) ?? '') ?? 0;
      if (n > 0) for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + n);
    }
    return this.#held.categories
      .map(({ category }) => ({ category, count: counts.get(category.slug) ?? 0 }))
      .filter(isSome);
  }

  #points(): ProductFacets['pickupPoint'] {
    const counts: Counts = new Map();
    let everywhere = 0;
    for (const [points, n] of this.#counts.pickupPoint) {
      if (points === EVERY_POINT) everywhere += n;
      else for (const slug of points.split(' ')) counts.set(slug, (counts.get(slug) ?? 0) + n);
    }
    return fullestFirst(
      this.#held.points.map((each) => ({ pickupPoint: each, count: (counts.get(each.slug) ?? 0) + everywhere })),
    );
  }

  /** A least rating counts what is rated higher as well. */
  #ratings(): ProductFacets['rating'] {
    const list: { atLeast: number; count: number }[] = [];
    let count = 0;
    for (let atLeast = MOST_LEAST_STARS; atLeast > 0; atLeast -= 1) {
      count += this.#counts.rating.get(String(atLeast)) ?? 0;
      list.push({ atLeast, count });
    }
    return list.filter(isSome);
  }
}

/** What groups say; shops are counted by products. */
const GROUPED = FACETS.filter((facet) => facet !== 'seller');

/** Stands for every active point. No slug is written so. */
const EVERY_POINT = '*';

/** What a group counts for in a facet; several points in one text. */
function valueIn(facet: FacetName, group: Group): string {
  if (facet === 'category') return group.category;
  if (facet === 'kecamatan') return group.kecamatan;
  if (facet === 'pickupPoint') return group.points?.join(' ') ?? EVERY_POINT;
  if (facet === 'halal') return String(group.isHalal);
  return String(facet === 'price' ? group.priceBand : group.ratingBand);
}

const isSome = ({ count }: { count: number }): boolean => count > 0;

function fullestFirst<T extends { count: number }>(list: readonly T[]): readonly T[] {
  return list.filter(isSome).sort((one, other) => other.count - one.count);
}
