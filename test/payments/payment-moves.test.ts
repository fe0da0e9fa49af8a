import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AttemptStatus, reduceStatus } from '../../api/payments/attempt-status.ts';
import { PaymentStatus } from '../../api/payments/index.ts';
import { PAYMENT_MOVES } from '../../api/payments/payment-status.ts';
import { REFUND_MOVES, RefundStatus } from '../../api/payments/refund.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Pair = readonly [from: string, to: string];

/** Pairs of two different statuses, as text; a status may always stay. */
const written = (pairs: readonly Pair[]): Set<string> =>
  new Set(pairs.filter(([from, to]) => from !== to).map((pair) => pair.join(' ')));

async function pairsInSql(mayMove: string, statuses: readonly string[]): Promise<Set<string>> {
  const rows = await world
    .context()
    .read.rows<{ f: string; t: string }>(
      `select f, t from unnest($1::text[]) f, unnest($1::text[]) t where ${mayMove}(f, t)`,
      [statuses],
    );
  return written(rows.map(({ f, t }) => [f, t]));
}

describe('the database holds the same moves as the program', () => {
  test('for payments, pair by pair', async () => {
    const moves = Object.values(PAYMENT_MOVES).flatMap(({ from, to }) => from.map((each): Pair => [each, to]));
    expect(await pairsInSql('payment_may_move', Object.values(PaymentStatus))).toEqual(written(moves));
  });

  test('for refunds, pair by pair', async () => {
    const moves = Object.entries(REFUND_MOVES).flatMap(([from, allowed]) => allowed.map((to): Pair => [from, to]));
    expect(await pairsInSql('refund_may_move', Object.values(RefundStatus))).toEqual(written(moves));
  });

  test('for charges, whatever the provider says next', async () => {
    const all = Object.values(AttemptStatus);
    const moves = all.flatMap((known) =>
      all.flatMap((seen) => [true, false].map((isBank): Pair => [known, reduceStatus(known, seen, isBank)])),
    );
    expect(await pairsInSql('payment_attempt_may_move', all)).toEqual(written(moves));
  });
});
