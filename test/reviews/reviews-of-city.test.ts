import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { hideReview } from '../../api/reviews/hide-review.ts';
import { countStatements } from '../support/count-statements.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aProduct } from '../support/makers/catalog.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  curator = await aPerson(world, { roles: [['CURATOR', null]] });
  await someReviews(world, await aProduct(world, { photos: 0 }), [1, 5, 2, 4, 3]);
  const [, low, high] = await someReviews(world, await aProduct(world, { photos: 0 }), [3, 1, 5]);
  for (const key of [low, high])
    await hideReview(world.context(curator.actor), { reviewId: globalId('Review', key!), reason: 'Berisi iklan' });
});
afterAll(() => world.close());

interface Listed {
  edges: { node: { rating: number; hiddenReason: string | null } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const LIST = `query ($ratingMax: Int, $hidden: Boolean, $first: Int, $after: String) {
  reviews(ratingMax: $ratingMax, hidden: $hidden, first: $first, after: $after) {
    edges { node { rating hiddenReason product { slug } } } pageInfo { hasNextPage endCursor } } }`;

async function list(asked: Readonly<Record<string, unknown>>) {
  const { data, statements, errors } = await countStatements<{ reviews: Listed }>(
    world.context(curator.actor),
    LIST,
    asked,
  );
  return { stars: data?.reviews?.edges.map(({ node }) => node.rating), reviews: data?.reviews, statements, errors };
}

describe('the reviews of the city', () => {
  test('are those of all products, the newest first, hidden ones among them', async () => {
    const { stars, statements } = await list({});
    // Both products were reviewed a minute apart, up to the same minute.
    expect(stars).toHaveLength(8);
    expect([...stars!].sort()).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
    expect(new Set(stars!.slice(0, 2))).toEqual(new Set([3, 5]));
    expect(statements).toHaveLength(2);
  });

  test('are narrowed to few stars, to what is hidden, and to what is on show', async () => {
    expect((await list({ ratingMax: 2, hidden: false })).stars).toEqual([2, 1]);
    const hidden = await list({ hidden: true });
    expect(hidden.stars).toEqual([5, 1]);
    expect(hidden.reviews!.edges.map(({ node }) => node.hiddenReason)).toEqual(['Berisi iklan', 'Berisi iklan']);
    expect((await list({ hidden: true, ratingMax: 4 })).stars).toEqual([1]);
  });

  test('go on after a cursor to the last, none of them twice', async () => {
    const whole = (await list({ hidden: false })).stars;
    const read: number[] = [];
    for (let after: string | null = null, goesOn = true; goesOn; ) {
      const { reviews } = await list({ hidden: false, first: 2, after });
      read.push(...reviews!.edges.map(({ node }) => node.rating));
      after = reviews!.pageInfo.endCursor;
      goesOn = reviews!.pageInfo.hasNextPage;
    }
    expect(read).toEqual(whole);
  });

  test.each([0, 6, -1])('of at most %i stars are refused, with the limits named', async (ratingMax) => {
    const { errors } = await list({ ratingMax });
    expect(errors?.[0]?.message).toContain('ratingMax is 1 to 5 stars');
  });
});
