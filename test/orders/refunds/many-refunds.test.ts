import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveGoodwill } from '../../../api/orders/refunds/give-goodwill.ts';
import { refundLines } from '../../../api/orders/refunds/refund-lines.ts';
import { refundOrder, refundParcel } from '../../../api/orders/refunds/refund-order.ts';
import { DomainError } from '../../../api/platform/refusal.ts';
import { countOf, reached } from '../../payments/bars/bar.ts';
import { type MarketWorld, openMarketWorld } from '../../support/market-world.ts';
import { booksOf } from '../books.ts';
import { orderNow } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';
import { aCollectedOrder, type RefundStage } from './refund-stage.ts';

/** 100 by `npm run bars -- --bar M9 --count 100`. */
const REPETITIONS = countOf('M9', 10);
const REFUNDS = 50;

let world: MarketWorld;
beforeAll(async () => {
  world = await openMarketWorld();
});
afterAll(() => world.close());

/** One of a mixture of refunds: in part and whole, of nothing, below nothing, and beyond what was paid. */
function refund(staged: RefundStage, at: number): Promise<unknown> {
  const { parcelId, lineId, order } = staged;
  const ctx = world.context((at % 2 ? staged.curator : staged.seller).actor);
  const curator = world.context(staged.curator.actor);
  const said = { reason: `Uji ${at}`, idempotencyKey: randomUUID() };
  const pieces = (quantity: number) => refundLines(ctx, { ...said, parcelId, lines: [{ lineId, quantity }] });
  const gift = (amount: number) => giveGoodwill(curator, { ...said, parcelId, amount, borneBy: 'MARKET' });
  switch (at % 10) {
    case 0:
      return at < 10 ? pieces(2) : refundOrder(curator, order.code, said.reason);
    case 1:
      return gift(-1_000);
    case 2:
      return gift(0);
    case 3:
      return gift(9_000_000_000_000_000);
    case 4:
      return at > 30 ? refundParcel(curator, parcelId, said.reason) : pieces(1);
    case 5:
      return gift(7_777);
    case 6:
      return pieces(0);
    case 7:
      return pieces(-3);
    case 8:
      return pieces(900);
    default:
      return pieces(1);
  }
}

/** What became of all that was asked for. */
const count = { fulfilled: 0, rejected: 0 };

describe('M9: 50 refunds of one order at once', () => {
  test.each(Array.from({ length: REPETITIONS }, (_, at) => at + 1))(
    'never come to more than was paid, each under a key of its own (%i)',
    async (repetition) => {
      const staged = await aCollectedOrder(world, 2);
      const { order, market } = staged;
      const outcomes = await Promise.allSettled(Array.from({ length: REFUNDS }, (_, at) => refund(staged, at)));
      const faults = outcomes.filter(
        ({ status, ...rest }) =>
          status === 'rejected' && !((rest as PromiseRejectedResult).reason instanceof DomainError),
      );
      expect(faults).toEqual([]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
      const refunds = await world
        .context()
        .read.rows<{ amount: number; key: string; effect: string }>(
          `select r.amount::int, r.refund_key as key, r.effect from refund r join payment p on p.id = r.payment_id where p.reference = $1`,
          [order.key],
        );
      const total = refunds.reduce((sum, { amount }) => sum + amount, 0);
      const now = await orderNow(world, order);
      expect(total).toBeLessThanOrEqual(order.total);
      expect(total).toBe(now.refundDueTotal);
      expect(new Set(refunds.map(({ key }) => key)).size).toBe(refunds.length);
      expect(new Set(refunds.map(({ effect }) => effect)).size).toBe(refunds.length);
      const parcels = await parcelsOf(world, market, order);
      for (const parcel of parcels) expect(parcel.refundDue).toBeLessThanOrEqual(parcel.total);
      expect(parcels.reduce((sum, parcel) => sum + parcel.refundDue, 0)).toBe(total);
      const books = await booksOf(world, order);
      expect(books.REFUND_DUE).toBe(total);
      // All of it was refunded in the end, so nobody has anything of it any more.
      expect(books).toEqual({ PROVIDER_CLEARING: 64_000, REFUND_DUE: 64_000 });
      for (const { status } of outcomes) count[status] += 1;
      if (repetition === REPETITIONS) reached('M9', { repetitions: REPETITIONS, refundsAtOnce: REFUNDS, ...count });
    },
    60_000,
  );
});
