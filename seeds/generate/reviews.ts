import { pick, type Random, randomFrom, whole } from '../drawings/kit/random.ts';
import type { SeedProduct, SeedReview } from '../market-shape.ts';
import { madeUpName } from './people.ts';
import { ANSWERED, SAID } from './review-sentences.ts';

/** A product that is younger has no reviews yet: hours. */
const FIRST_REVIEW = 72;
/** Share of the older products that anybody has reviewed. */
const REVIEWED = 0.4;
/** Shares of 5, 4, 3, 2 and 1 stars: of the good, the fair and the poor, and how many products are at most that. */
const KINDS = [
  { upTo: 0.74, stars: [0.7, 0.23, 0.04, 0.02, 0.01] },
  { upTo: 0.95, stars: [0.42, 0.38, 0.14, 0.04, 0.02] },
  { upTo: 1, stars: [0.14, 0.26, 0.28, 0.19, 0.13] },
] as const;
const WORDLESS = 0.3;

/** What invented buyers say of a product, always the same for the same seed number; of most products nothing. */
export function reviewsOf(seed: number, product: SeedProduct): readonly SeedReview[] {
  const random = randomFrom(`${seed}/reviews/${product.slug}`);
  if (product.createdHoursAgo < FIRST_REVIEW || random() >= REVIEWED) return [];
  const kind = random();
  const { stars } = KINDS.find(({ upTo }) => kind < upTo) ?? KINDS[0];
  // Most have one or two, a few have a dozen.
  const count = Math.min(1 + Math.floor(-2 * Math.log(1 - random())), 14);
  const said = new Set<string>();
  return Array.from({ length: count }, () => oneReview(random, product, stars, said));
}

function oneReview(
  random: Random,
  { categoryPath, createdHoursAgo }: SeedProduct,
  shares: readonly number[],
  said: Set<string>,
): SeedReview {
  const rating = starsOf(random(), shares);
  const { all, eaten, worn } = SAID;
  const own = EATEN.test(categoryPath) ? eaten[rating] : WORN.test(categoryPath) ? worn[rating] : [];
  const fresh = [...(own ?? []), ...(own ?? []), ...(all[rating] ?? [])].filter((text) => !said.has(text));
  const text = random() < WORDLESS || fresh.length === 0 ? '' : pick(random, fresh);
  said.add(text);
  const { given, full } = madeUpName(random);
  const writtenHoursAgo = whole(random, 2, createdHoursAgo - 24);
  const isAnswered = text !== '' && random() < (rating <= 3 ? 0.6 : 0.2);
  return {
    author: `${given} ${full.slice(given.length).trim().charAt(0)}.`,
    rating,
    text,
    writtenHoursAgo,
    answer: isAnswered ? pick(random, rating <= 3 ? ANSWERED.sorry : ANSWERED.thanks) : null,
  };
}

/** Stars for a number in [0, 1), by the shares of 5, 4, 3, 2 and 1. */
function starsOf(drawn: number, shares: readonly number[]): number {
  let below = 0;
  for (const [at, share] of shares.entries()) {
    below += share;
    if (drawn < below) return 5 - at;
  }
  return 5;
}

const EATEN = /^(makanan-siap-saji|kue-roti|makanan-kemasan|minuman|bahan-pokok-segar)(\/|$)/;
const WORN = /^fesyen(\/|$)/;
