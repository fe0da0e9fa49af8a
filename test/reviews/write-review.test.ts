import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Membership } from '../../api/accounts/index.ts';
import { OrderLine } from '../../api/orders/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { hideReview } from '../../api/reviews/hide-review.ts';
import { ReviewWrite } from '../../api/reviews/review-write.ts';
import { StoredReview } from '../../api/reviews/stored-review.ts';
import { type Said, writeReview } from '../../api/reviews/write-review.ts';
import { aCollectedOrder, aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
let staged: RefundStage;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  staged = await aCollectedOrder(world);
});

const said = (change: Partial<Said> = {}): Said => ({
  lineId: staged.lineId,
  rating: 5,
  text: 'Renyah, anak-anak suka.',
  idempotencyKey: randomUUID(),
  ...change,
});
const write = (change: Partial<Said> = {}, who = staged.buyer): Promise<string> =>
  writeReview(world.context(who.actor), said(change));
const productKey = (): string => staged.market.stalls[0]!.goods.productKey;

async function stars(): Promise<readonly number[]> {
  const [row] = await world
    .context()
    .read.rows<{ sum: number; count: number }>(
      'select rating_sum as sum, rating_count as count from product where id = $1',
      [productKey()],
    );
  return [row!.sum, row!.count];
}

describe('a review', () => {
  test('of what was collected counts on the product, and tells that it did', async () => {
    const key = await write({ rating: 4 });
    expect(await world.context().em.fork().findOneOrFail(StoredReview, { key })).toMatchObject({
      productKey: productKey(),
      buyerKey: staged.buyer.account.key,
      rating: 4,
      text: 'Renyah, anak-anak suka.',
      changedAt: null,
      hiddenAt: null,
    });
    expect(await stars()).toEqual([4, 1]);
    const events = await world
      .context()
      .read.rows<{ subject: object }>(
        `select subject from event where name = 'ProductRated' and subject ->> 'reviewKey' = $1`,
        [key],
      );
    expect(events).toEqual([
      { subject: { productKey: productKey(), sellerKey: staged.parcels[0]!.sellerKey, reviewKey: key } },
    ]);
  });

  test('may be stars alone, and is kept as one line', async () => {
    const key = await write({ text: '  Enak\n\u202e sekali ' });
    const read = (): Promise<StoredReview> => world.context().em.fork().findOneOrFail(StoredReview, { key });
    expect((await read()).text).toBe('Enak sekali');
    await write({ text: null });
    expect((await read()).text).toBe('');
  });

  test('is one for each product and buyer: written again it replaces the first, and so do its stars', async () => {
    const first = await write({ rating: 2, text: 'Melempem.' });
    world.clock.advance(3600);
    expect(await write({ rating: 5, text: 'Diganti yang baru, terima kasih.' })).toBe(first);
    const review = await world.context().em.fork().findOneOrFail(StoredReview, { key: first });
    expect([review.rating, review.text]).toEqual([5, 'Diganti yang baru, terima kasih.']);
    expect(review.changedAt!.getTime() - review.writtenAt.getTime()).toBe(3_600_000);
    expect(await stars()).toEqual([5, 1]);
  });

  test('with the same key, ten times at once, is written once', async () => {
    const once = said();
    const keys = await Promise.all(
      Array.from({ length: 10 }, () => writeReview(world.context(staged.buyer.actor), once)),
    );
    expect(new Set(keys).size).toBe(1);
    expect(await stars()).toEqual([5, 1]);
    expect(await world.context().em.fork().count(ReviewWrite, { reviewKey: keys[0]! })).toBe(1);
  });

  test('with ten keys at once is one review all the same', async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map((rating) => write({ rating })));
    expect(new Set(keys).size).toBe(1);
    expect((await stars())[1]).toBe(1);
  });

  test('that is repeated late does not come back over the one that replaced it', async () => {
    const first = said({ rating: 1 });
    await writeReview(world.context(staged.buyer.actor), first);
    await write({ rating: 5 });
    await writeReview(world.context(staged.buyer.actor), first);
    expect(await stars()).toEqual([5, 1]);
  });
});

describe('a review is refused', () => {
  test('before the parcel is collected', async () => {
    staged = await aPaidOrder(world);
    await expectRefusal(write(), 'NOT_COLLECTED', ['lineId']);
  });

  test('to everybody but the buyer, as if there were nothing', async () => {
    const stranger = await aPerson(world);
    for (const who of [stranger, staged.seller, staged.market.operator, staged.curator])
      await expectRefusal(writeReview(world.context(who.actor), said()), 'NOT_FOUND', ['lineId']);
    for (const lineId of ['', 'x', staged.parcelId, globalId('OrderLine', randomUUID())])
      await expectRefusal(write({ lineId }), 'NOT_FOUND', ['lineId']);
  });

  test('to who works for the shop', async () => {
    const { actor, account } = staged.buyer;
    const sellerKey = staged.parcels[0]!.sellerKey;
    const em = world.context().em.fork();
    await em
      .persist(
        em.create(Membership, {
          accountKey: account.key,
          role: 'SELLER_STAFF',
          subjectKey: sellerKey,
          createdAt: world.clock.now(),
        } as never),
      )
      .flush();
    const roles = [...actor.roles, { role: 'SELLER_STAFF', subjectKey: sellerKey }];
    await expectRefusal(writeReview(world.context({ ...actor, roles } as never), said()), 'OWN_SHOP', ['lineId']);
  });

  test('when a curator hid it, with the reason', async () => {
    const key = await write();
    await hideReview(world.context(staged.curator.actor), {
      reviewId: globalId('Review', key),
      reason: 'Berisi hinaan',
    });
    await expectRefusal(write({ rating: 1 }), 'REVIEW_HIDDEN', ['lineId'], { reason: 'Berisi hinaan' });
    expect(await stars()).toEqual([0, 0]);
  });

  test.each([
    [{ rating: 0 }, 'RATING_INVALID', ['rating']],
    [{ rating: 6 }, 'RATING_INVALID', ['rating']],
    [{ text: 'a'.repeat(1001) }, 'TEXT_TOO_LONG', ['text']],
    [{ photoUploadIds: ['a', 'b', 'c', 'd'] }, 'TOO_MANY_PHOTOS', ['photoUploadIds']],
    [{ photoUploadIds: [globalId('Upload', randomUUID())] }, 'UPLOAD_NOT_READY', ['photoUploadIds', '0']],
    [{ idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']],
  ] as const)('for %o: %s', async (change, code, field) => {
    await expectRefusal(write(change), code, field);
    expect(await stars()).toEqual([0, 0]);
  });

  test('with a key that wrote something else', async () => {
    const idempotencyKey = randomUUID();
    await write({ idempotencyKey, rating: 5 });
    await expectRefusal(write({ idempotencyKey, rating: 1 }), 'IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    expect(await stars()).toEqual([5, 1]);
  });

  test('with a key that writes of another product at the same time', async () => {
    staged = await aCollectedOrder(world, 2);
    const parcelKeys = staged.parcels.map(({ key }) => key);
    const lines = await world
      .context()
      .em.fork()
      .find(OrderLine, { parcelKey: { $in: parcelKeys } });
    const idempotencyKey = randomUUID();
    const outcomes = await Promise.allSettled(
      lines.map(({ key }) => write({ idempotencyKey, lineId: globalId('OrderLine', key) })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});
