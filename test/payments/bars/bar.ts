import { appendFileSync } from 'node:fs';

/** Longest that a bar at a large count may take, in milliseconds. */
export const LONG = 4 * 3_600_000;

/** How often a bar is tried: so often in the usual run of all tests, or as `npm run bars` was told. */
export function countOf(bar: string, usual: number): number {
  return process.env.BAR === bar ? Number(process.env.BAR_COUNT) : usual;
}

/** How often the bar was tried before this batch; 0 in the usual run. */
export function triedBefore(bar: string): number {
  return process.env.BAR === bar ? Number(process.env.BAR_FROM ?? 0) : 0;
}

/** The seed of a batch of a bar: the same for the same batch, another for the next. */
export function seedFor(bar: string): number {
  return Number(bar.slice(1)) + 7919 * triedBefore(bar);
}

/** Chance for a batch of a bar. */
export function chanceFor(bar: string): () => number {
  return randomness(seedFor(bar));
}

/** Tells `npm run bars` what was reached. */
export function reached(bar: string, figures: Readonly<Record<string, number | string>>): void {
  if (process.env.BAR_FILE) appendFileSync(process.env.BAR_FILE, `${JSON.stringify({ bar, ...figures })}\n`);
}

/** The same numbers for the same seed, 0 to below 1. */
export function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** In another order. */
export function shuffled<Each>(list: readonly Each[], random: () => number): Each[] {
  return list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/** Does all of it, so many at the same time. */
export async function atOnce<Each>(
  list: readonly Each[],
  width: number,
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const waiting = list.values();
  const lane = async (): Promise<void> => {
    for (const each of waiting) await work(each);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** The value below which this share of all lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
