import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId } from '../../api/platform/keys.ts';
import { hideReview } from '../../api/reviews/hide-review.ts';
import { writeReview } from '../../api/reviews/write-review.ts';
import { aCollectedOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { countStatements } from '../support/count-statements.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let staged: RefundStage;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  staged = await aCollectedOrder(world, 2);
  made = await aProduct(world, { title: 'Dodol Depok' });
  await someReviews(world, made, [5, 4, 4, 3, 5]);
});
afterAll(() => world.close());

interface Reviews {
  edges: { cursor: string; node: { rating: number; text: string; authorName: string | null } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const PAGE = `query ($slug: String!, $first: Int, $after: String) { product(slug: $slug) { rating ratingCount
  reviews(first: $first, after: $after) { edges { cursor node { id rating text authorName writtenAt changedAt answer photoUrls } }
    pageInfo { hasNextPage endCursor } } } }`;

async function page(first: number, after: string | null = null, document = PAGE) {
  const { data, statements, errors } = await countStatements<{
    product: { rating: number | null; ratingCount: number; reviews: Reviews };
  }>(world.context(), document, { slug: made.product.slug, first, after });
  expect(errors).toBeUndefined();
  return { ...data.product, statements };
}

describe('the reviews of a product', () => {
  test('come with its page in one statement, the newest first', async () => {
    const { rating, ratingCount, reviews, statements } = await page(3);
    expect(statements).toHaveLength(1);
    expect([rating, ratingCount]).toEqual([4.2, 5]);
    expect(reviews.edges.map(({ node }) => node.text)).toEqual(['Ulasan 5', 'Ulasan 4', 'Ulasan 3']);
    expect(reviews.edges[0]?.node).toMatchObject({ authorName: 'Siti R.', rating: 5 });
    expect(reviews.pageInfo.hasNextPage).toBe(true);
  });

  test('go on after a cursor, by one more statement', async () => {
    const first = await page(2);
    const second = await page(2, first.reviews.pageInfo.endCursor);
    const third = await page(2, second.reviews.pageInfo.endCursor);
    expect(second.statements).toHaveLength(2);
    const texts = [first, second, third].flatMap(({ reviews }) => reviews.edges.map(({ node }) => node.text));
    expect(texts).toEqual(['Ulasan 5', 'Ulasan 4', 'Ulasan 3', 'Ulasan 2', 'Ulasan 1']);
    expect(third.reviews.pageInfo.hasNextPage).toBe(false);
  });

  test('of a list of products come by one statement more', async () => {
    await someReviews(world, await aProduct(world, { title: 'Dodol Betawi' }), [1]);
    const { statements, errors } = await countStatements(
      world.context(),
      `{ products(search: "dodol") { edges { node { rating ratingCount reviews(first: 2) { edges { node { text } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(2);
  });

  test('leave out what a curator hid', async () => {
    const [worst] = await someReviews(world, made, [1]);
    await hideReview(world.context(staged.curator.actor), { reviewId: globalId('Review', worst!), reason: 'Iklan' });
    const { rating, reviews } = await page(10);
    expect(rating).toBe(4.2);
    expect(reviews.edges).toHaveLength(5);
  });

  test.each([['first: 0'], ['first: 101'], ['after: "x"'], ['after: "WyJhIiwxXQ"']])('refuse %s', async (args) => {
    const { errors } = await world.request(
      `query ($slug: String!) { product(slug: $slug) { reviews(${args}) { edges { cursor } } } }`,
      {
        slug: made.product.slug,
      },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('who collected', () => {
  const ORDER = `query ($code: String!) { order(code: $code) { parcels { status reviews { line { id title } review { rating text } } } } }`;
  interface Own {
    order: { parcels: { reviews: { line: { id: string }; review: { rating: number } | null }[] }[] };
  }

  test('sees what may be reviewed and what was written, by two statements for all parcels', async () => {
    const said = { lineId: staged.lineId, rating: 4, idempotencyKey: randomUUID() };
    await writeReview(world.context(staged.buyer.actor), said);
    const { data, statements } = await countStatements<Own>(world.context(staged.buyer.actor), ORDER, {
      code: staged.order.code,
    });
    const own = data.order.parcels.flatMap(({ reviews }) => reviews);
    expect(own).toHaveLength(2);
    expect(own.find(({ line }) => line.id === staged.lineId)?.review).toMatchObject({ rating: 4 });
    expect(own.filter(({ review }) => review === null)).toHaveLength(1);
    expect(statements.filter((each) => each.startsWith('reviews'))).toHaveLength(1);
  });

  test('is the only one who sees it', async () => {
    const { errors } = await world.request(
      `query ($id: ID!) { node(id: $id) { ... on Parcel { reviews { line { id } } } } }`,
      { id: staged.parcelId },
      { token: staged.seller.token },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('the shop', () => {
  test('lists the reviews of its products, or those that wait for an answer', async () => {
    const SELLER = `query ($slug: String!, $unanswered: Boolean) { seller(slug: $slug) { reviews(first: 10, unanswered: $unanswered) { edges { node {
      id text hiddenAt hiddenReason product { title } } } } } }`;
    const { slug } = made.shop.seller;
    const read = async (unanswered: boolean, token?: string) =>
      world.request<{
        seller: { reviews: { edges: { node: { id: string; text: string; hiddenReason: string | null } }[] } };
      }>(SELLER, { slug, unanswered }, token ? { token } : {});
    const all = (await read(false, made.shop.owner.token)).data.seller.reviews.edges;
    expect(all).toHaveLength(6);
    expect(all.filter(({ node }) => node.hiddenReason === 'Iklan')).toHaveLength(1);
    const answered = await world.request<{ answerReview: { userErrors: object[] } }>(
      'mutation ($input: AnswerReviewInput!) { answerReview(input: $input) { review { answer } userErrors { code } } }',
      { input: { reviewId: all.at(-1)?.node.id, text: 'Terima kasih' } },
      { token: made.shop.owner.token },
    );
    expect(answered.data.answerReview.userErrors).toEqual([]);
    expect((await read(true, made.shop.owner.token)).data.seller.reviews.edges).toHaveLength(4);
    expect((await read(true)).errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
