import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import type { FacetName } from '../postgres/facet-sql.ts';
import type { FilterAsked } from '../product-search.ts';

/** A condition in Meilisearch's filter language, and the facet whose own list it must not shrink. */
export interface FilterCondition {
  readonly facet: FacetName | null;
  readonly expression: string;
}

/** The conditions of a filter. Values of one list widen, lists narrow each other. */
export async function filterConditions(ctx: Context, filter: FilterAsked): Promise<FilterCondition[]> {
  const conditions: FilterCondition[] = [];
  const add = (facet: FacetName | null, expression: string): void => void conditions.push({ facet, expression });
  const list = (attribute: string, values: readonly string[]): string =>
    `${attribute} IN [${values.map(quoted).join(', ')}]`;
  if (filter.category.length > 0) add('category', list('categorySlugs', filter.category));
  if (filter.kecamatan.length > 0) add('kecamatan', list('kecamatanSlug', filter.kecamatan));
  if (filter.seller.length > 0) add('seller', list('sellerSlug', filter.seller));
  if (filter.pickupPoint.length > 0) {
    // A shop that serves every active point serves none that is closed down.
    const points = (await anyIsActive(ctx, filter.pickupPoint)) ? [...filter.pickupPoint, '*'] : filter.pickupPoint;
    add('pickupPoint', list('pointSlugs', points));
  }
  if (filter.priceMin !== null) add('price', `priceMin >= ${filter.priceMin}`);
  if (filter.priceMax !== null) add('price', `priceMin <= ${filter.priceMax}`);
  if (filter.halal !== null) add('halal', `isHalal = ${filter.halal}`);
  if (filter.inStock !== null) add(null, `inStock = ${filter.inStock}`);
  return conditions;
}

/** A value that means itself, whatever is written in it. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

async function anyIsActive(ctx: Context, slugs: readonly string[]): Promise<boolean> {
  const [row] = await ctx.read.rows<{ found: boolean }>(
    `select exists (select from pickup_point where slug = any(${listParameter('$1', 'text')}) and is_active) as found`,
    [slugs],
    'search-active-points',
  );
  return row?.found ?? false;
}
