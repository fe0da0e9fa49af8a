import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endVoucher } from '../../api/carts/vouchers/end-voucher.ts';
import { giveVoucherBack, redeemVoucher, takeVoucherAgain } from '../../api/carts/vouchers/redeem-voucher.ts';
import { Voucher } from '../../api/carts/vouchers/voucher.ts';
import { placeOrder } from '../../api/orders/place-order.ts';
import { preparedRows } from '../../api/platform/database/prepared.ts';
import { brokenConstraint, inTransaction, sqlState, type Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aMarket, orderOf } from '../support/makers/orders.ts';
import { aBuyerWith, aVoucher } from '../support/makers/vouchers.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { letRivalRunFirst } from '../support/rival.ts';

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** An order that uses a voucher, as redeemVoucher is told of it. */
async function aUse({ key }: Voucher) {
  const { account } = await aPerson(world);
  return { voucherKey: key, orderKey: newKey(), buyerKey: account.key, discount: 1_000 };
}
type Use = Awaited<ReturnType<typeof aUse>>;

const redeem = (use: Use) => inTransaction(world.context(), (tx) => redeemVoucher(tx, use));
const usesOf = async ({ key }: Voucher): Promise<number> =>
  (await world.context().em.fork().findOneOrFail(Voucher, { key })).uses;
const honoured = async ({ orderKey }: Use): Promise<boolean> => {
  const [row] = await world
    .context()
    .read.rows<{ is: boolean }>('select honoured_at is not null as is from voucher_redemption where order_id = $1', [
      orderKey,
    ]);
  return row!.is;
};

describe('a use is judged again when it is counted, whatever the cart saw', () => {
  test('before its time and from its end on it counts no use', async () => {
    const now = world.clock.now().getTime();
    const [startsAt, endsAt] = [new Date(now + 1_000), new Date(now + 2_000)];
    const voucher = await aVoucher(world, { startsAt, endsAt });
    await expectRefusal(redeem(await aUse(voucher)), 'VOUCHER_NOT_BEGUN');
    world.clock.advance(1);
    await redeem(await aUse(voucher));
    world.clock.advance(1);
    await expectRefusal(redeem(await aUse(voucher)), 'VOUCHER_OVER');
    expect(await usesOf(voucher)).toBe(1);
  });

  test('ended while an order with it is placed: VOUCHER_OVER, and nothing is placed', async () => {
    const market = await aMarket(world, { shops: 1 });
    const voucher = await aVoucher(world);
    const buyer = await aBuyerWith(world, market, voucher);
    const ending = (tx: Tx) =>
      tx.execute('update voucher set ended_at = ? where id = ?', [world.clock.now(), voucher.key]);
    const outcome = await letRivalRunFirst(world, ending, () => placeOrder(world.context(buyer.actor), orderOf(buyer)));
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'VOUCHER_OVER' } });
    expect(await usesOf(voucher)).toBe(0);
  });

  test('the end waits for an order that is being placed with it, which keeps its use', async () => {
    const voucher = await aVoucher(world);
    const use = await aUse(voucher);
    const curator = await aPerson(world, { roles: [['CURATOR', null]] });
    const outcome = await letRivalRunFirst(
      world,
      (tx) => redeemVoucher(tx, use),
      () => endVoucher(world.context(curator.actor), voucher.id),
    );
    expect(outcome.status).toBe('fulfilled');
    expect(await usesOf(voucher)).toBe(1);
  });
});

describe('a limit of all buyers in each period', () => {
  /** What so many uses of different buyers at once come to, sorted. */
  async function atOnce(voucher: Voucher, many: number): Promise<string[]> {
    const uses = await Promise.all(Array.from({ length: many }, () => aUse(voucher)));
    const codes = uses.map((use) =>
      redeem(use).then(
        () => 'COUNTED',
        (error) => error.code ?? String(error),
      ),
    );
    return (await Promise.all(codes)).sort();
  }
  const times = (many: number, code: string): string[] => Array(many).fill(code);
  const countOf = ({ key }: Voucher) =>
    world
      .context()
      .read.rows<{ start: string; uses: number }>(
        'select period_start as start, uses from voucher_period_count where voucher_id = $1 order by 1',
        [key],
      );
  /** Sets the clock; it goes back with the next test. */
  const at = (instant: string): void => world.clock.advance((Date.parse(instant) - world.clock.now().getTime()) / 1000);
  const begun = '2026-11-24T02:00:00Z';
  beforeEach(() => at(begun));

  test('20 at once, 3 a day: three count, and three again the next day', async () => {
    const voucher = await aVoucher(world, { period: 'DAY', limitInPeriod: 3 });
    const three = [...times(3, 'COUNTED'), ...times(17, 'VOUCHER_USED_UP_TODAY')];
    expect(await atOnce(voucher, 20)).toEqual(three);
    at('2026-11-24T16:59:59.999Z');
    expect(await atOnce(voucher, 2)).toEqual(times(2, 'VOUCHER_USED_UP_TODAY'));
    at('2026-11-24T17:00:00Z');
    expect(await atOnce(voucher, 20)).toEqual(three);
    expect(await usesOf(voucher)).toBe(6);
    expect(await countOf(voucher)).toEqual([
      { start: '2026-11-24', uses: 3 },
      { start: '2026-11-25', uses: 3 },
    ]);
  });

  test.each([
    ['MONTH', '2026-11-30T16:59:59.999Z', '2026-11-30T17:00:00Z', ['2026-11-01', '2026-12-01']],
    ['MONTH', '2027-02-28T16:59:59.999Z', '2027-02-28T17:00:00Z', ['2027-02-01', '2027-03-01']],
    ['MONTH', '2026-12-31T16:59:59.999Z', '2026-12-31T17:00:00Z', ['2026-12-01', '2027-01-01']],
    ['WEEK', '2026-11-29T16:59:59.999Z', '2026-11-29T17:00:00Z', ['2026-11-23', '2026-11-30']],
  ] as const)('a %s ends at %s by the clock of Depok', async (period, last, first, starts) => {
    const voucher = await aVoucher(world, { period, limitInPeriod: 1 });
    at(last);
    await redeem(await aUse(voucher));
    await expectRefusal(redeem(await aUse(voucher)), `VOUCHER_USED_UP_THIS_${period}`, ['cartId'], { limit: 1 });
    at(first);
    await redeem(await aUse(voucher));
    await expectRefusal(redeem(await aUse(voucher)), `VOUCHER_USED_UP_THIS_${period}`);
    expect((await countOf(voucher)).map(({ start }) => start)).toEqual(starts);
  });

  test('who waits for the last use of the day is told that it is gone, and takes it when it comes back', async () => {
    const voucher = await aVoucher(world, { period: 'DAY', limitInPeriod: 1 });
    const [first, late] = [await aUse(voucher), await aUse(voucher)];
    const outcome = await letRivalRunFirst(
      world,
      (tx) => redeemVoucher(tx, first),
      () => redeem(late),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'VOUCHER_USED_UP_TODAY' } });
    const back = await letRivalRunFirst(
      world,
      (tx) => giveVoucherBack(tx, first.orderKey),
      () => redeem(late),
    );
    expect(back.status).toBe('fulfilled');
    expect(await countOf(voucher)).toEqual([{ start: '2026-11-24', uses: 1 }]);
  });

  test('a use goes back to the period in which it was taken; late money takes it of its own, or is honoured', async () => {
    const voucher = await aVoucher(world, { period: 'DAY', limitInPeriod: 1 });
    const [early, other, second] = [await aUse(voucher), await aUse(voucher), await aUse(voucher)];
    const back = ({ orderKey }: Use) => inTransaction(world.context(), (tx) => giveVoucherBack(tx, orderKey));
    const again = ({ orderKey }: Use) => inTransaction(world.context(), (tx) => takeVoucherAgain(tx, orderKey));
    await redeem(early);
    at('2026-11-24T17:00:00Z');
    await redeem(other);
    await back(early);
    expect(await countOf(voucher)).toEqual([
      { start: '2026-11-24', uses: 0 },
      { start: '2026-11-25', uses: 1 },
    ]);
    await again(early);
    expect({ uses: await usesOf(voucher), honoured: await honoured(early) }).toEqual({ uses: 1, honoured: true });
    at('2026-11-25T17:00:00Z');
    await redeem(second);
    await back(second);
    await again(second);
    expect({ uses: await usesOf(voucher), honoured: await honoured(second) }).toEqual({ uses: 2, honoured: false });
    expect((await countOf(voucher)).map(({ uses }) => uses)).toEqual([0, 1, 1]);
  });

  test('the database alone refuses the use above it, also of two writers at once, and counts by itself', async () => {
    const voucher = await aVoucher(world, { period: 'MONTH', limitInPeriod: 2 });
    const { account } = await aPerson(world);
    const INSERT = `insert into voucher_redemption (id, voucher_id, order_id, buyer_id, period_start, discount, taken_at)
                    values ($1, $2, $3, $4, $5, 1000, $6)`;
    const written = (start: string | null = '2026-11-01'): unknown[] => [
      ...[newKey(), voucher.key, newKey(), account.key],
      ...[start, world.clock.now()],
    ];
    const broken = (sql: string, values: unknown[]): Promise<unknown> =>
      inTransaction(world.context(), (tx) => preparedRows(tx, sql, values)).then(() => 'nothing', brokenConstraint);
    expect(await broken(INSERT, written(null))).toBe('voucher_use_within_limits');
    for (const start of ['2026-12-01', '2026-10-01', '2026-11-24', '2026-11-1'])
      expect(await broken(INSERT, written(start))).toBe('voucher_use_in_its_period');
    const one = written();
    expect(await broken(INSERT, one)).toBe('nothing');
    const raced = await letRivalRunFirst(
      world,
      (tx) => preparedRows(tx, INSERT, written()),
      () => broken(INSERT, written()),
    );
    expect(raced).toEqual({ status: 'fulfilled', value: 'voucher_uses_in_period' });
    expect(await countOf(voucher)).toEqual([{ start: '2026-11-01', uses: 2 }]);
    const back = 'update voucher_redemption set given_back_at = now(), period_start = null where id = $1';
    expect(await broken(back, [one[0]])).toBe('nothing');
    expect(await broken(INSERT, written())).toBe('nothing');
    const again = (start: string) =>
      broken('update voucher_redemption set given_back_at = null, period_start = $2 where id = $1', [one[0], start]);
    expect(await again('2026-11-01')).toBe('voucher_uses_in_period');
    expect(await again('2026-11-30')).toBe('voucher_use_in_its_period');
    // Taken on 24 November: a period before that one would count where nobody can use it any more.
    for (const start of ['2026-10-01', '2020-01-01', '2026-12-1', '2026-13-01', '2026-02-30', 'infinity', 'besok', ''])
      expect(await again(start)).toBe('voucher_use_in_its_period');
    expect(await again('2026-12-01')).toBe('nothing');
    for (const sql of ['update voucher_period_count set uses = 0', 'delete from voucher_period_count'])
      expect(await broken(`${sql} where voucher_id = $1`, [voucher.key])).toBe('voucher_period_is_counted');
    const made = `insert into voucher_period_count (voucher_id, period_start, uses) values ($1, '2027-01-01', 0)`;
    expect(await broken(made, [voucher.key])).toBe('voucher_period_is_counted');
  });
});

test.each([
  ['voucher', 'voucher_rows_stay'],
  ['voucher_redemption', 'voucher_rows_stay'],
  ['voucher_period_count', 'voucher_period_is_counted'],
])('%s is not emptied, also by its owner', async (table, rule) => {
  const empty = `truncate ${table} cascade`;
  const asApp = world.context().read.rows(empty);
  expect(await asApp.then(() => 'done', sqlState)).toBe('42501'); // no right to
  const owner = new Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  try {
    expect(await owner.query(empty).then(() => 'done', brokenConstraint)).toBe(rule);
  } finally {
    await owner.end();
  }
});

describe('a use that late money takes again', () => {
  /** A use that was given back. */
  async function aUseBack(voucher: Voucher): Promise<Use> {
    const use = await aUse(voucher);
    await redeem(use);
    await inTransaction(world.context(), (tx) => giveVoucherBack(tx, use.orderKey));
    return use;
  }

  test('and that another order takes at the same moment is honoured without being counted', async () => {
    const voucher = await aVoucher(world, { limitTotal: 1 });
    const late = await aUseBack(voucher);
    const other = await aUse(voucher);
    const outcome = await letRivalRunFirst(
      world,
      (tx) => redeemVoucher(tx, other),
      () => inTransaction(world.context(), (tx) => takeVoucherAgain(tx, late.orderKey)),
    );
    expect(outcome.status).toBe('fulfilled');
    expect({ uses: await usesOf(voucher), honoured: await honoured(late) }).toEqual({ uses: 1, honoured: true });
  });

  test('is taken once: one that was not given back is left alone', async () => {
    const voucher = await aVoucher(world);
    const use = await aUseBack(voucher);
    const again = () => inTransaction(world.context(), (tx) => takeVoucherAgain(tx, use.orderKey));
    await again();
    await again();
    expect({ uses: await usesOf(voucher), honoured: await honoured(use) }).toEqual({ uses: 1, honoured: false });
  });
});
