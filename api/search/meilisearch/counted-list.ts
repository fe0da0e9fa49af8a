import type { FacetDistribution, SearchParams, SearchResponse } from 'meilisearch';
import { FACETS, type FacetName } from '../postgres/facet-sql.ts';
import { attributesOf } from './facets.ts';
import type { FilterCondition } from './filter.ts';
import { FACET_ATTRIBUTES } from './index-settings.ts';

/** A list: what its documents carry, and the conditions that narrow it. */
export interface NarrowedList {
  /** Filter for the words. */
  readonly words: string;
  readonly conditions: readonly FilterCondition[];
}

/** The filter of a whole list. */
export function filterOf({ words, conditions }: NarrowedList): string[] {
  return [words, ...conditions.map(({ expression }) => expression)];
}

/** A query that only counts what its filter leaves. */
export function countQuery(filter: string[]): SearchParams {
  return { filter, page: 1, hitsPerPage: 0 };
}

/** One query for the facets that nothing was chosen from, then one for each of the others: its own choice does not shrink its own list. */
export function facetQueries(list: NarrowedList): SearchParams[] {
  const chosen = chosenOf(list);
  const free = FACETS.filter((facet) => !chosen.includes(facet));
  const without = (facet: FacetName): NarrowedList => ({
    ...list,
    conditions: list.conditions.filter((condition) => condition.facet !== facet),
  });
  return [
    { ...countQuery(filterOf(list)), facets: attributesOf(free) },
    ...chosen.map((facet) => ({ ...countQuery(filterOf(without(facet))), facets: attributesOf([facet]) })),
  ];
}

/** The counts of all facets, from the answers to their queries. */
export function countsOf(
  list: NarrowedList,
  [free, ...answers]: readonly SearchResponse[],
): Map<FacetName, FacetDistribution[string]> {
  const chosen = chosenOf(list);
  return new Map(
    FACETS.map((facet) => {
      const answer = chosen.includes(facet) ? answers[chosen.indexOf(facet)] : free;
      return [facet, answer?.facetDistribution?.[FACET_ATTRIBUTES[facet]] ?? {}];
    }),
  );
}

const chosenOf = ({ conditions }: NarrowedList): FacetName[] =>
  FACETS.filter((facet) => conditions.some((condition) => condition.facet === facet));
