import type { SearchParams, SearchResponse } from 'meilisearch';
import type { Judgement } from '../asked-words.ts';
import { isNothing } from '../form-query.ts';
import type { RankedHit } from '../order-hits.ts';
import { BETTER_POINTS, FIT_POINTS, LEAST_FIT, RELEVANCE_END } from '../ranking.ts';
import type { IndexDocument } from './documents.ts';
import type { Search } from './find-products.ts';
import { formFilter } from './form-filter.ts';
import { isCarried } from './is-carried.ts';

const FITS = Object.entries(FIT_POINTS) as [keyof typeof FIT_POINTS, number][];
const BETTER = Object.entries(BETTER_POINTS) as [keyof typeof BETTER_POINTS, number][];

/** What of a document decides its place. */
export const LIGHT = ['key', 'sellerSlug', 'inStock', 'quality', 'publishedAt', '_geo'] as const;
export type LightHit = Pick<IndexDocument, (typeof LIGHT)[number]>;

/** A light hit, and what it is judged by. */
type JudgedHit = LightHit & Partial<Pick<IndexDocument, 'forms' | 'named'>>;

/** What candidates are chosen for. */
interface Wanted {
  readonly filter: readonly string[];
  readonly judged: Judgement;
  /** Products shown up to the end of the page. */
  readonly shown: number;
}

/** Of a long list thrice as many are looked at closely as are shown. A cursor knows what was shown, so no page misses any. */
const closely = (shown: number): number => Math.min(RELEVANCE_END, Math.max(120, 3 * (shown + 1)));

/** The hits of a list that are looked at closely: those whose title carries the words and that sell best, then the others. */
export async function candidates(answers: Search['answers'], { filter, judged, shown }: Wanted): Promise<JudgedHit[]> {
  const most = closely(shown);
  // Words of little weight may stand in descriptions, which are most of the forms and are read for nothing else.
  const forms = isNothing(judged.bonus) ? 'named' : 'forms';
  const query = (more: string, limit: number): SearchParams => ({
    filter: [...filter, more],
    sort: ['inStock:desc', 'quality:desc'],
    limit,
    attributesToRetrieve: [...LIGHT, forms],
  });
  const titled = formFilter(judged.near);
  const few = Math.ceil(most / 3);
  const asked = await answers([query(titled, most), query(`NOT ${titled}`, few)]);
  const [near, others] = [hitsOf(asked[0]), hitsOf(asked[1])];
  const isShort = near.length + few < most && others.length === few;
  const all = isShort ? hitsOf((await answers([query(`NOT ${titled}`, most - near.length)]))[0]) : others;
  return [...near, ...all].slice(0, most);
}

const hitsOf = (answer: SearchResponse | undefined): JudgedHit[] => (answer?.hits ?? []) as unknown as JudgedHit[];

/** Hits with their points. */
export function judgedHits(hits: readonly JudgedHit[], judged: Judgement, closed: ReadonlySet<string>): RankedHit[] {
  return hits.map((hit) => ({
    key: hit.key,
    sellerSlug: hit.sellerSlug,
    fit: pointsOf(judged, new Set(hit.forms ?? hit.named?.split('\n'))),
    isSellable: hit.inStock && !closed.has(hit.sellerSlug),
    quality: hit.quality,
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
