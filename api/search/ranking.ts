import { createHash } from 'node:crypto';
import type { Context } from '../platform/context.ts';
import { startOfWibDay, wibDay } from '../platform/wib.ts';
import type { Judgement } from './asked-words.ts';

/**
 * How hits of words are ordered, whatever the engine: by fit (exact before loose, then in stock and open, then near); equal fits take
 * turns by shop, so that one shop does not own the first page; within a turn by quality (sales, rating, freshness) with a little of chance.
 */

/** Points of the first of these that a hit carries; of none, 120. */
export const FIT_POINTS = { exact: 1080, near: 960, any: 720, shop: 480 } as const satisfies Partial<
  Record<keyof Judgement, number>
>;
/** Points of every hit. */
export const LEAST_FIT = 120;
/** Points that each of these adds. */
export const BETTER_POINTS = { phrase: 60, told: 60, first: 90, kind: 40, bonus: 30 } as const satisfies Partial<
  Record<keyof Judgement, number>
>;
/** Points of what can be bought now, from a shop that is open. Less than the step from one fit to the next. */
export const SELLABLE_POINTS = 50;
/** Points of shops within so many metres of the buyer, the nearest first. */
export const NEAR_POINTS = [
  { metres: 1_000, points: 20 },
  { metres: 2_500, points: 15 },
  { metres: 5_000, points: 10 },
  { metres: 10_000, points: 5 },
] as const;

/**
 * Quality of a product: so much for each doubling of its sales, for being on sale no longer than so many days, and at most by chance;
 * and for each star by which its rating is above what is usual, as if so many usual reviews stood beside its own: one of five stars
 * says little, two hundred of 4.8 say much.
 */
export const QUALITY = {
  sales: 70,
  rating: { usualStars: 4.3, usualReviews: 10, points: 150 },
  fresh: [
    { days: 14, points: 60 },
    { days: 60, points: 30 },
  ],
  chance: 100,
} as const;

/** The most stars by which a list can be narrowed: nearly all that is rated five times has less than five. */
export const MOST_LEAST_STARS = 4;

/** Relevance ends after so many results, as in the big shops. */
export const RELEVANCE_END = 1000;

/** The day of a search as yyyymmdd in WIB: with its words it decides what chance decides. */
export function dayOf(ctx: Context): number {
  return Number(wibDay(ctx.clock.now()).replaceAll('-', ''));
}

/** The instant from which days on sale are counted back: the beginning of the day, so that a list is the same all day. */
export function freshAsOf(now: Date): Date {
  return startOfWibDay(wibDay(now));
}

/** A number of 31 bits that is another one for every day and every search. */
export function chanceOf(day: number, text: string): number {
  return createHash('md5').update(`${day} ${text.toLowerCase()}`).digest().readUInt32BE(0) >>> 1;
}
