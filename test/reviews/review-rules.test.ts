import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../../api/platform/keys.ts';
import { writeReview } from '../../api/reviews/write-review.ts';
import { aCollectedOrder, aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';

let world: MarketWorld;
let client: Client;
let staged: RefundStage;
let paid: RefundStage;
let key: string;
beforeAll(async () => {
  world = await openMarketWorld();
  staged = await aCollectedOrder(world, 2);
  paid = await aPaidOrder(world);
  const said = { lineId: staged.lineId, rating: 3, idempotencyKey: randomUUID() };
  key = await writeReview(world.context(staged.buyer.actor), said);
  client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.close();
});

/** Enters a review of a line behind the back of the program, and undoes it; the constraint that refuses it, or null. */
async function refusal(sql: string, values: readonly unknown[]): Promise<string | null> {
  await client.query('begin');
  try {
    await client.query(sql, [...values]);
    return null;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await client.query('rollback');
  }
}

const FROM_LINE = `insert into review (id, product_id, seller_id, buyer_id, order_line_id, demo_author, rating, text, photo_hashes, written_at)
  select $1, l.product_id, p.seller_id, p.buyer_id, l.id, null, 5, '', '{}', now() from order_line l join parcel p on p.id = l.parcel_id`;

describe('the database itself', () => {
  test('lets a buyer review what was collected', async () => {
    const other = staged.parcels[1]!.key;
    expect(await refusal(`${FROM_LINE} where p.id = $2`, [newKey(), other])).toBeNull();
  });

  test('refuses a review of what was not collected', async () => {
    const held = paid.parcels[0]!.key;
    expect(await refusal(`${FROM_LINE} where p.id = $2`, [newKey(), held])).toBe('review_is_of_what_was_collected');
  });

  test.each([
    ['of another product', { product_id: 'select product_id from order_line where parcel_id = $3' }],
    ['of another buyer', { buyer_id: 'select buyer_id from parcel where id = $3' }],
  ])('refuses a review %s than the line', async (_, change) => {
    const other = 'buyer_id' in change ? paid.parcels[0]!.key : staged.parcels[0]!.key;
    const [[column, sql]] = Object.entries(change) as [[string, string]];
    const source = column === 'product_id' ? 'l.product_id' : 'p.buyer_id';
    const changed = FROM_LINE.replace(source, `(${sql})`);
    expect(await refusal(`${changed} where p.id = $2`, [newKey(), staged.parcels[1]!.key, other])).toBe(
      'review_is_of_what_was_collected',
    );
  });

  test.each([
    ['product_id', `(select id from product where id <> product_id limit 1)`],
    ['buyer_id', `(select id from account where id <> buyer_id limit 1)`],
    ['written_at', `now()`],
  ])('keeps %s of a review', async (column, sql) => {
    expect(await refusal(`update review set ${column} = ${sql} where id = $1`, [key])).toBe('review_is_kept');
  });

  test('keeps the review', async () => {
    expect(await refusal('delete from review where id = $1', [key])).toBe('review_is_kept');
  });

  test('counts whatever changes reviews, many at once', async () => {
    await client.query('begin');
    const stars = async (): Promise<unknown> =>
      (
        await client.query(
          'select rating_sum, rating_count from product where id = (select product_id from review where id = $1)',
          [key],
        )
      ).rows[0];
    await client.query(
      `insert into review (id, product_id, seller_id, demo_author, rating, text, photo_hashes, written_at, hidden_at, hidden_reason)
       select gen_random_uuid(), r.product_id, r.seller_id, 'Siti R.', n, '', '{}', now(), case when n = 1 then now() end, case when n = 1 then 'Iklan' end
         from review r, generate_series(1, 5) n where r.id = $1`,
      [key],
    );
    expect(await stars()).toEqual({ rating_sum: 3 + 14, rating_count: 5 });
    await client.query(`update review set hidden_at = null, hidden_reason = null, rating = least(rating + 1, 5)`);
    expect(await stars()).toEqual({ rating_sum: 4 + 2 + 3 + 4 + 5 + 5, rating_count: 6 });
    await client.query('rollback');
  });
});
