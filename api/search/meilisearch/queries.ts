import type { FacetDistribution, SearchParams, SearchResponse } from 'meilisearch';
import { FACETS, type FacetName } from '../postgres/facet-sql.ts';
import type { PartsWanted, ProductsAsked } from '../product-search.ts';
import { ProductSort } from '../product-sort.ts';
import type { IndexDocument } from './documents.ts';
import { attributesOf } from './facets.ts';
import { allOf, type FilterCondition } from './filter.ts';
import { FACET_ATTRIBUTES, SEARCHED } from './index-settings.ts';
import { MARK } from './understood.ts';

/** What every query of one search shares. */
export interface Search {
  readonly indexUid: string;
  readonly words: readonly string[];
  readonly conditions: readonly FilterCondition[];
}

/** A document of a page. */
export type PageHit = Pick<IndexDocument, 'key' | 'card' | 'priceMin' | 'publishedText'> & {
  readonly _formatted?: { readonly searched?: Partial<IndexDocument['searched']> };
};

/** The best document of the whole list, with marks in what it was found by. */
export type BestHit = { readonly _formatted?: { readonly searched?: Partial<IndexDocument['searched']> } };

const marks = { highlightPreTag: MARK.before, highlightPostTag: MARK.after };

function base({ words, conditions }: Search): SearchParams {
  return { q: words.join(' '), matchingStrategy: 'all', filter: allOf(conditions) };
}

/** Where a page stands and how it is sorted. */
export interface PageAsked {
  readonly sort: string[];
  readonly after: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** The cards of a page. */
export function pageQuery(
  search: Search,
  { sort, after, offset, limit }: PageAsked,
  wanted: PartsWanted,
): SearchParams {
  return {
    ...base(search),
    filter: [...allOf(search.conditions), ...(after === null ? [] : [after])],
    sort,
    offset,
    limit,
    attributesToRetrieve: ['key', 'card', 'priceMin', 'publishedText'],
    ...(wanted.highlight ? { attributesToHighlight: ['searched.title'], ...marks } : {}),
  };
}

/** Keys from a rank on, in the order of a list. */
export function keysQuery(search: Search, sort: string[], offset: number, limit: number): SearchParams {
  return { ...base(search), sort, offset, limit, attributesToRetrieve: ['key'] };
}

/** The whole list: how many, the facets that nothing was chosen from, and the best document. */
export function wholeQuery(search: Search, wanted: PartsWanted): SearchParams {
  return {
    ...base(search),
    page: 1,
    hitsPerPage: 1,
    attributesToRetrieve: ['key'],
    attributesToHighlight: SEARCHED.filter((name) => name !== 'description').map((name) => `searched.${name}`),
    ...marks,
    ...(wanted.facets ? { facets: attributesOf(FACETS.filter((facet) => !isChosen(search, facet))) } : {}),
  };
}

/** One query for each facet that was chosen from: its own choice does not shrink its own list. */
export function chosenQueries(search: Search, wanted: PartsWanted): SearchParams[] {
  if (!wanted.facets) return [];
  return chosen(search).map((facet) => ({
    ...base({ ...search, conditions: search.conditions.filter((condition) => condition.facet !== facet) }),
    page: 1,
    hitsPerPage: 0,
    facets: attributesOf([facet]),
  }));
}

/** The counts of all facets, from the answers to the whole query and the chosen ones. */
export function countsOf(
  search: Search,
  whole: SearchResponse,
  ofChosen: readonly SearchResponse[],
): Map<FacetName, FacetDistribution[string]> {
  const names = chosen(search);
  return new Map(
    FACETS.map((facet) => {
      const answer = isChosen(search, facet) ? ofChosen[names.indexOf(facet)] : whole;
      return [facet, answer?.facetDistribution?.[FACET_ATTRIBUTES[facet]] ?? {}];
    }),
  );
}

/** How a list that has ranks only is sorted. */
export function rankedSort({ sort, near }: ProductsAsked): string[] {
  return sort === ProductSort.NEAREST && near ? [`_geoPoint(${near.latitude}, ${near.longitude}):asc`, 'key:asc'] : [];
}

const isChosen = ({ conditions }: Search, facet: FacetName): boolean =>
  conditions.some((condition) => condition.facet === facet);
const chosen = (search: Search): FacetName[] => FACETS.filter((facet) => isChosen(search, facet));
