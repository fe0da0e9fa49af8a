import type { FilterAsked } from '../product-search.ts';
import type { FacetName } from './facet-sql.ts';

/** Values of a statement under construction; `add` gives the name of the parameter. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** A condition on a document `d`, and the facet whose own list it must not shrink; null for those without a list. */
export interface Condition {
  readonly facet: FacetName | null;
  readonly sql: string;
}

/** The conditions of a filter. Values of one list widen, lists narrow each other. */
export function conditionsOf(filter: FilterAsked, parameters: Parameters): Condition[] {
  const conditions: Condition[] = [];
  const add = (facet: FacetName | null, sql: string): void => void conditions.push({ facet, sql });
  const list = (values: readonly string[]): string => parameters.add(values, 'text[]');
  if (filter.category.length > 0) add('category', `d.category_slugs && ${list(filter.category)}`);
  if (filter.kecamatan.length > 0) add('kecamatan', `d.kecamatan_slug = any(${list(filter.kecamatan)})`);
  if (filter.seller.length > 0) add('seller', `d.seller_slug = any(${list(filter.seller)})`);
  if (filter.pickupPoint.length > 0) {
    const points = list(filter.pickupPoint);
    // Null stands for every active point, also for those to come.
    add(
      'pickupPoint',
      `case when d.point_slugs is null then exists (select from pickup_point where slug = any(${points}) and is_active)
            else d.point_slugs && ${points} end`,
    );
  }
  if (filter.priceMin !== null) add('price', `d.price_min >= ${parameters.add(filter.priceMin, 'bigint')}`);
  if (filter.priceMax !== null) add('price', `d.price_min <= ${parameters.add(filter.priceMax, 'bigint')}`);
  if (filter.halal !== null) add('halal', `d.is_halal = ${parameters.add(filter.halal, 'boolean')}`);
  if (filter.inStock !== null) add(null, `d.in_stock = ${parameters.add(filter.inStock, 'boolean')}`);
  return conditions;
}

/** SQL (boolean) of all these conditions together. */
export function all(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? 'true' : conditions.map(({ sql }) => `(${sql})`).join(' and ');
}
