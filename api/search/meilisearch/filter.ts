import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import type { FacetName } from '../postgres/facet-sql.ts';
import type { FilterAsked, PriceRange } from '../product-search.ts';

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
    // At a point that is closed for good nothing can be collected, of no shop.
    const points = await activePoints(ctx, filter.pickupPoint);
    add('pickupPoint', list('pointSlugs', points.length > 0 ? [...points, '*'] : []));
  }
  if (filter.priceMin !== null) add('price', `priceMin >= ${filter.priceMin}`);
  if (filter.priceMax !== null) add('price', `priceMin <= ${filter.priceMax}`);
  if (filter.priceRanges.length > 0) add('price', `(${filter.priceRanges.map(rangeExpression).join(' OR ')})`);
  if (filter.ratingMin !== null) add('rating', `ratingBand >= ${filter.ratingMin}`);
  if (filter.halal !== null) add('halal', `isHalal = ${filter.halal}`);
  if (filter.inStock !== null) add(null, `inStock = ${filter.inStock}`);
  return conditions;
}

function rangeExpression({ min, max }: PriceRange): string {
  const from = `priceMin >= ${min ?? 0}`;
  return max === null ? from : `(${from} AND priceMin <= ${max})`;
}

/** A value that means itself, whatever is written in it. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

async function activePoints(ctx: Context, slugs: readonly string[]): Promise<string[]> {
  const rows = await ctx.read.rows<{ slug: string }>(
    `select slug from pickup_point where slug = any(${listParameter('$1', 'text')}) and is_active`,
    [slugs],
    'search-active-points',
  );
  return rows.map(({ slug }) => slug);
}
