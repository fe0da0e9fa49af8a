import { distanceMetres, type Place } from '../geography/index.ts';
import { chanceOf, freshAsOf, NEAR_POINTS, QUALITY, SELLABLE_POINTS } from './ranking.ts';

/** What of a hit decides its place. */
export interface RankedHit {
  readonly key: string;
  readonly sellerSlug: string;
  /** Points of its words. */
  readonly fit: number;
  readonly isSellable: boolean;
  /** Points of its sales and reviews. */
  readonly quality: number;
  readonly publishedAt: Date;
  /** Its shop, as the public sees it. */
  readonly place: Place;
}

/** What is the same for all hits of a search. */
export interface Occasion {
  readonly near: Place | null;
  readonly now: Date;
  readonly chance: number;
}

/** Hits as ranking.ts says, the best first. */
export function orderHits(hits: readonly RankedHit[], occasion: Occasion): RankedHit[] {
  const luck = new Map<string, number>();
  for (const { sellerSlug } of hits)
    if (!luck.has(sellerSlug)) luck.set(sellerSlug, chanceOf(occasion.chance, sellerSlug) % QUALITY.chance);
  const judged = hits.map((hit) => ({
    hit,
    fit: hit.fit + circumstances(hit, occasion.near),
    quality: qualityOf(hit, occasion.now) + (luck.get(hit.sellerSlug) ?? 0),
    turn: 0,
  }));
  const byQuality = (one: (typeof judged)[number], other: (typeof judged)[number]): number =>
    other.quality - one.quality || (one.hit.key < other.hit.key ? 1 : -1);
  const turns = new Map<string, number>();
  for (const each of judged.sort(byQuality)) {
    const place = `${each.fit} ${each.hit.sellerSlug}`;
    each.turn = turns.get(place) ?? 0;
    turns.set(place, each.turn + 1);
  }
  return judged
    .sort((one, other) => other.fit - one.fit || one.turn - other.turn || byQuality(one, other))
    .map(({ hit }) => hit);
}

function circumstances({ isSellable, place }: RankedHit, near: Place | null): number {
  const sellable = isSellable ? SELLABLE_POINTS : 0;
  if (!near) return sellable;
  const metres = distanceMetres(near, place);
  return sellable + (NEAR_POINTS.find((band) => metres <= band.metres)?.points ?? 0);
}

const DAY = 86_400_000;

function qualityOf({ quality, publishedAt }: RankedHit, now: Date): number {
  const days = (freshAsOf(now).getTime() - publishedAt.getTime()) / DAY;
  const fresh = QUALITY.fresh.find((each) => days < each.days)?.points ?? 0;
  return quality + fresh;
}
