import type { FacetDistribution } from 'meilisearch';
import type { Context } from '../../platform/context.ts';
import { listParameter } from '../../platform/database/list-parameter.ts';
import { FACETS, type FacetName, facetsJson } from '../postgres/facet-sql.ts';
import type { ProductFacets } from '../product-facets.ts';
import { FACET_ATTRIBUTES } from './index-settings.ts';

/** Gives what was counted the names and the order in which the API shows it, by one short statement. */
export async function namedFacets(
  ctx: Context,
  counted: ReadonlyMap<FacetName, FacetDistribution[string]>,
): Promise<ProductFacets> {
  const rows = FACETS.flatMap((facet) =>
    Object.entries(counted.get(facet) ?? {}).map(([value, products]) => ({ facet, value, products })),
  );
  const [row] = await ctx.read.rows<{ facets: ProductFacets }>(
    NAMED,
    [rows.map(({ facet }) => facet), rows.map(({ value }) => value), rows.map(({ products }) => products)],
    'search-named-facets',
  );
  if (!row) throw new Error('Facets gave no row.');
  return row.facets;
}

const NAMED = `with counts as materialized (select * from rows from (unnest(${listParameter('$1', 'text')}),
    unnest(${listParameter('$2', 'text')}), unnest(${listParameter('$3', 'int')})) as n(facet, value, products))
  select ${facetsJson('counts')} as facets`;

/** The attributes that these facets count. */
export function attributesOf(facets: readonly FacetName[]): string[] {
  return facets.map((facet) => FACET_ATTRIBUTES[facet]);
}
