import type { SearchParams, SearchResponse } from 'meilisearch';
import type { Judgement } from '../asked-words.ts';
import { isNothing } from '../form-query.ts';
import type { RankedHit } from '../order-hits.ts';
import { BETTER_POINTS, FIT_POINTS, LEAST_FIT, RELEVANCE_END } from '../ranking.ts';
import type { IndexDocument } from './documents.ts';
import { formFilter } from './form-filter.ts';

const FITS = Object.entries(FIT_POINTS) as [keyof typeof FIT_POINTS, number][];
const BETTER = Object.entries(BETTER_POINTS) as [keyof typeof BETTER_POINTS, number][];

/** What of a document decides its place. */
export const LIGHT = ['key', 'sellerSlug', 'inStock', 'soldCount', 'publishedAt', '_geo'] as const;
export type LightHit = Pick<IndexDocument, (typeof LIGHT)[number]>;

/** A query of which every hit gets these points. */
interface Judging {
  readonly fit: number;
  readonly better: number;
  readonly query: SearchParams;
}

/** Queries by which the hits of a filter are judged: those of each fit that are of no nearer one, then what makes one better. */
export function judgingQueries(filter: readonly string[], judged: Judgement): Judging[] {
  const fits = FITS.filter(([name]) => !isNothing(judged[name]));
  const nearer = fits.map(([name]) => formFilter(judged[name]));
  const query = (more: readonly string[], fields: readonly string[]): SearchParams => ({
    filter: [...filter, ...more],
    sort: ['inStock:desc', 'soldCount:desc', 'key:desc'],
    limit: RELEVANCE_END,
    attributesToRetrieve: [...fields],
  });
  const beyond = (at: number): string[] => nearer.slice(0, at).map((each) => `NOT ${each}`);
  return [
    ...fits.map(([, fit], at) => ({ fit, better: 0, query: query([nearer[at] ?? '', ...beyond(at)], LIGHT) })),
    { fit: LEAST_FIT, better: 0, query: query(beyond(nearer.length), LIGHT) },
    ...BETTER.filter(([name]) => !isNothing(judged[name])).map(([name, better]) => ({
      fit: 0,
      better,
      query: query([formFilter(judged[name])], ['key']),
    })),
  ];
}

/** The hits of these queries with their points. */
export function judgedHits(
  judging: readonly Judging[],
  answers: readonly SearchResponse[],
  closed: ReadonlySet<string>,
): RankedHit[] {
  const better = new Map<string, number>();
  for (const [at, { better: points }] of judging.entries())
    if (points > 0)
      for (const { key } of (answers[at]?.hits ?? []) as LightHit[]) better.set(key, (better.get(key) ?? 0) + points);
  return judging.flatMap(({ fit }, at) =>
    fit === 0
      ? []
      : ((answers[at]?.hits ?? []) as LightHit[]).map((hit) => ({
          key: hit.key,
          sellerSlug: hit.sellerSlug,
          fit: fit + (better.get(hit.key) ?? 0),
          isSellable: hit.inStock && !closed.has(hit.sellerSlug),
          soldCount: hit.soldCount,
          publishedAt: new Date(hit.publishedAt / 1000),
          place: placeOf(hit),
        })),
  );
}

/** The place of a document's shop, as the public sees it. */
export function placeOf({ _geo }: Pick<LightHit, '_geo'>): { latitude: number; longitude: number } {
  return { latitude: _geo.lat, longitude: _geo.lng };
}
