import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Account, AuditEntry } from '../../api/accounts/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { answerReview } from '../../api/reviews/answer-review.ts';
import { hideReview, showReview } from '../../api/reviews/hide-review.ts';
import { changedReview, visibleReviews } from '../../api/reviews/review-queries.ts';
import { writeReview } from '../../api/reviews/write-review.ts';
import { aCollectedOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
let staged: RefundStage;
let key: string;
let reviewId: string;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  staged = await aCollectedOrder(world);
  const said = { lineId: staged.lineId, rating: 2, text: 'Melempem.', idempotencyKey: randomUUID() };
  key = await writeReview(world.context(staged.buyer.actor), said);
  reviewId = globalId('Review', key);
});

const answer = (who: Person, text = 'Maaf, kami ganti.'): Promise<string> =>
  answerReview(world.context(who.actor), { reviewId, text });
const hide = (reason = 'Berisi hinaan'): Promise<string> =>
  hideReview(world.context(staged.curator.actor), { reviewId, reason });
const show = (reason = 'Ternyata tidak'): Promise<string> =>
  showReview(world.context(staged.curator.actor), { reviewId, reason });
const seenBy = async (person: Person): Promise<boolean> =>
  (await visibleReviews(world.context(person.actor), [key]))[0] !== null;

async function stars(): Promise<readonly number[]> {
  const [row] = await world
    .context()
    .read.rows<{ sum: number; count: number }>(
      'select rating_sum as sum, rating_count as count from product where id = $1',
      [staged.market.stalls[0]!.goods.productKey],
    );
  return [row!.sum, row!.count];
}

describe('the answer of the shop', () => {
  test('is the last one that a member gave', async () => {
    await answer(staged.seller);
    world.clock.advance(60);
    await answer(staged.seller, 'Maaf, sudah kami ganti.');
    const review = await changedReview(world.context(), key);
    expect(review).toMatchObject({ answer: 'Maaf, sudah kami ganti.' });
    expect(new Date(review!.answeredAt!)).toEqual(world.clock.now());
  });

  test('is not for others to give', async () => {
    const other = await aSeller(world);
    for (const who of [staged.buyer, staged.market.operator, staged.curator, other.owner])
      await expectRefusal(answer(who), 'NOT_FOUND', ['reviewId']);
    expect((await changedReview(world.context(), key))?.answer).toBeNull();
  });

  test('has words, at most 1,000 characters of them', async () => {
    await expectRefusal(answer(staged.seller, ' \n '), 'ANSWER_INVALID', ['text'], { limit: 1000 });
    await expectRefusal(answer(staged.seller, 'a'.repeat(1001)), 'ANSWER_INVALID', ['text']);
  });

  test('is not given to what a curator hid', async () => {
    await hide();
    await expectRefusal(answer(staged.seller), 'REVIEW_HIDDEN', ['reviewId'], { reason: 'Berisi hinaan' });
  });
});

describe('a hidden review', () => {
  test('counts no longer, is seen only by whom it concerns, and stands in the audit log', async () => {
    await hide();
    await hide('Noch einmal');
    expect(await stars()).toEqual([0, 0]);
    expect(await changedReview(world.context(), key)).toMatchObject({ hiddenReason: 'Berisi hinaan' });
    const stranger = await aPerson(world);
    const seen = await Promise.all([staged.buyer, staged.seller, staged.curator, stranger].map(seenBy));
    expect(seen).toEqual([true, true, true, false]);
    const audit = await world
      .context()
      .em.fork()
      .find(AuditEntry, { act: 'hideReview', actorKey: staged.curator.account.key });
    expect(audit).toMatchObject([{ reason: 'Berisi hinaan', subject: { reviewKey: key } }]);
  });

  test('that is shown again counts again', async () => {
    await hide();
    await show();
    await show();
    expect(await stars()).toEqual([2, 1]);
    expect(await seenBy(await aPerson(world))).toBe(true);
    const audit = await world
      .context()
      .em.fork()
      .find(AuditEntry, { act: 'showReview', actorKey: staged.curator.account.key });
    expect(audit).toMatchObject([{ reason: 'Ternyata tidak' }]);
  });

  test('needs a reason', async () => {
    await expectRefusal(hide(' a '), 'REASON_INVALID', ['reason']);
    await expectRefusal(show(''), 'REASON_INVALID', ['reason']);
    expect(await stars()).toEqual([2, 1]);
  });
});

describe('the name of the buyer', () => {
  const named = async (name: string | null): Promise<string | null> => {
    await world.context().em.fork().nativeUpdate(Account, { key: staged.buyer.account.key }, { name });
    return (await changedReview(world.context(), key))!.authorName;
  };

  test.each([
    ['Sari Wulandari', 'Sari W.'],
    ['Sari', 'Sari'],
    ['  Siti  Nur  rahmawati ', 'Siti R.'],
    ['', null],
    [null, null],
  ])('%s is shown as %s', async (name, shown) => {
    expect(await named(name)).toBe(shown);
  });

  test('goes with the person, and so do words and pictures; the stars stay', async () => {
    await world
      .context()
      .em.fork()
      .nativeUpdate(Account, { key: staged.buyer.account.key }, { phone: null, erasedAt: world.clock.now() });
    expect(await changedReview(world.context(), key)).toMatchObject({
      authorName: null,
      text: '',
      photoHashes: [],
      rating: 2,
    });
    expect(await stars()).toEqual([2, 1]);
  });
});
