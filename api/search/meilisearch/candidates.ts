import type { SearchParams, SearchResponse } from 'meilisearch';
import type { Judgement } from '../asked-words.ts';
import { isNothing } from '../form-query.ts';
import type { RankedHit } from '../order-hits.ts';
import { BETTER_POINTS, FIT_POINTS, LEAST_FIT, RELEVANCE_END } from '../ranking.ts';
import type { IndexDocument } from './documents.ts';
import { formFilter } from './form-filter.ts';
import { isCarried } from './is-carried.ts';

const FITS = Object.entries(FIT_POINTS) as [keyof typeof FIT_POINTS, number][];
const BETTER = Object.entries(BETTER_POINTS) as [keyof typeof BETTER_POINTS, number][];

/** What of a document decides its place. */
export const LIGHT = ['key', 'sellerSlug', 'inStock', 'soldCount', 'publishedAt', '_geo'] as const;
export type LightHit = Pick<IndexDocument, (typeof LIGHT)[number]>;

/** A light hit, and what it is judged by. */
type JudgedHit = LightHit & Partial<Pick<IndexDocument, 'forms' | 'named'>>;

/** Of a list so many are judged for the first pages, and for later ones. A cursor knows what was shown, so no page misses any. */
function closely(seen: number): number {
  return seen < 100 ? 200 : RELEVANCE_END;
}

/** Queries for the hits of a filter that are looked at closely: those whose title carries the words and that sell best, then the others. */
export function candidateQueries(filter: readonly string[], judged: Judgement, seen: number): SearchParams[] {
  // Words of little weight may stand in descriptions, which are most of the forms and are read for nothing else.
  const forms = isNothing(judged.bonus) ? 'named' : 'forms';
  const query = (more: readonly string[]): SearchParams => ({
    filter: [...filter, ...more],
    sort: ['inStock:desc', 'soldCount:desc', 'key:desc'],
    limit: closely(seen),
    attributesToRetrieve: [...LIGHT, forms],
  });
  if (isNothing(judged.near)) return [query([])];
  const titled = formFilter(judged.near);
  return [query([titled]), query([`NOT ${titled}`])];
}

/** The hits of these queries with their points. */
export function judgedHits(
  answers: readonly SearchResponse[],
  judged: Judgement,
  seen: number,
  closed: ReadonlySet<string>,
): RankedHit[] {
  const hits = answers.flatMap((answer) => answer.hits as unknown as JudgedHit[]).slice(0, closely(seen));
  return hits.map((hit) => ({
    key: hit.key,
    sellerSlug: hit.sellerSlug,
    fit: pointsOf(judged, new Set(hit.named ?? hit.forms)),
    isSellable: hit.inStock && !closed.has(hit.sellerSlug),
    soldCount: hit.soldCount,
    publishedAt: new Date(hit.publishedAt / 1000),
    place: placeOf(hit),
  }));
}

function pointsOf(judged: Judgement, forms: ReadonlySet<string>): number {
  const fit = FITS.find(([name]) => isCarried(judged[name], forms))?.[1] ?? LEAST_FIT;
  return BETTER.reduce((points, [name, more]) => points + (isCarried(judged[name], forms) ? more : 0), fit);
}

/** The place of a document's shop, as the public sees it. */
export function placeOf({ _geo }: Pick<LightHit, '_geo'>): { latitude: number; longitude: number } {
  return { latitude: _geo.lat, longitude: _geo.lng };
}
