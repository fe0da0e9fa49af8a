import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { MOST_ASKS, nextAskAt } from '../../../api/payments/poll-provider.ts';
import { aPayment, type FollowedPayment } from '../../support/makers/payments.ts';
import { openWorld, type World } from '../../support/world.ts';
import { type Stage, stageAt } from '../a-provider.ts';
import { chanceFor, countOf, LONG, percentile, reached } from './bar.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = stageAt(world.midtrans.url);
}, 60_000);
afterAll(() => world.close());

const METHODS: readonly PaymentMethod[] = [
  'QRIS',
  'GOPAY',
  'SHOPEEPAY',
  'VA_BNI',
  'VA_MANDIRI',
  'INDOMARET',
  'ALFAMART',
];
const MINUTE = 60_000;

/** How often the simulator was asked about each charge so far, although its journal is bounded. */
function askCounter(): () => Promise<Map<string, number>> {
  const asks = new Map<string, number>();
  let seen = 0;
  return async () => {
    const calls = (await stage.control('requests', undefined, 'GET')) as { seq: number; call: string; path: string }[];
    for (const { seq, call, path } of calls) {
      if (seq <= seen || call !== 'status') continue;
      const order = path.split('/')[2]!;
      asks.set(order, (asks.get(order) ?? 0) + 1);
    }
    seen = Math.max(seen, ...calls.map(({ seq }) => seq));
    return asks;
  };
}

test(
  'M4: no notification ever comes: the poller settles within five minutes of the payment, with 12 status calls at most',
  async () => {
    const count = countOf('M4', 20);
    const random = chanceFor('M4');
    const counted = askCounter();
    await stage.control('faults/notifications', { kind: 'drop', times: 1_000_000 });
    const waits: number[] = [];
    const codes: string[] = [];
    for (let done = 0; done < count; done += 100) {
      const began = world.clock.now().getTime();
      const waiting: { payment: FollowedPayment; payAt: number; paidAt: number }[] = [];
      for (let at = done; at < Math.min(count, done + 100); at += 1) {
        const payment = await aPayment(world, { method: METHODS[at % METHODS.length]! });
        // Up to the last second of the quarter of an hour.
        waiting.push({ payment, payAt: began + random() * (15 * MINUTE - 1_000), paidAt: 0 });
        codes.push(`${payment.code}-a1`);
      }
      await world.runJobs();
      for (let minute = 0; minute < 21; minute += 1) {
        const now = world.clock.now().getTime();
        for (const each of waiting) {
          if (each.paidAt > 0 || each.payAt > now + MINUTE) continue;
          // Paid in the minute to come: as late as this tick can see it.
          await stage.control('pay', { id: `${each.payment.code}-a1` });
          each.paidAt = each.payAt;
        }
        await world.advance(60);
        await world.runTimers();
        await counted();
        const paid = new Set(
          (await world.context().read.rows<{ id: string }>(`select id from payment where status = 'PAID'`)).map(
            ({ id }) => id,
          ),
        );
        for (const each of [...waiting]) {
          if (each.paidAt === 0 || !paid.has(each.payment.key)) continue;
          waits.push(world.clock.now().getTime() - each.paidAt);
          waiting.splice(waiting.indexOf(each), 1);
        }
      }
      expect(waiting).toEqual([]);
    }
    const asks = await counted();
    const most = Math.max(...codes.map((code) => asks.get(code) ?? 0));
    expect(waits).toHaveLength(count);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5 * MINUTE);
    expect(most).toBeLessThanOrEqual(12);
    reached('M4', {
      payments: count,
      slowestSeconds: Math.round(Math.max(...waits) / 1000),
      medianSeconds: Math.round(percentile(waits, 0.5) / 1000),
      mostStatusCalls: most,
    });
  },
  LONG,
);

test('M4: an unpaid charge of any method is asked for 11 times at most, never twice within a minute, and just after its deadline', () => {
  for (const minutesToPay of [1, 15, 60, 1_440, 2_880]) {
    const createdAt = new Date('2026-11-24T02:00:00Z');
    const deadline = new Date(createdAt.getTime() + minutesToPay * MINUTE);
    const asked = [new Date(createdAt.getTime() + 20_000)];
    for (let asks = 1; ; asks += 1) {
      const next = nextAskAt({ asks, createdAt, deadline }, asked.at(-1)!);
      if (next === null) break;
      expect(next.getTime() - asked.at(-1)!.getTime()).toBeGreaterThanOrEqual(MINUTE);
      asked.push(next);
    }
    expect(asked.length).toBeLessThanOrEqual(MOST_ASKS);
    expect(asked.map((at) => at.getTime())).toContain(deadline.getTime() + MINUTE);
    const early = asked.filter((at) => at.getTime() <= createdAt.getTime() + 16 * MINUTE && at <= deadline);
    for (const [at, each] of early.entries())
      expect(each.getTime() - (early[at - 1]?.getTime() ?? createdAt.getTime())).toBeLessThanOrEqual(4 * MINUTE);
  }
});

test(
  'M5: charges whose answer is cut after the commit: never a second live charge, nothing stuck after a minute',
  async () => {
    const count = countOf('M5', 100);
    let cut = 0;
    await stage.control('faults', {}, 'DELETE');
    const payments: FollowedPayment[] = [];
    for (let done = 0; done < count; done += 50) {
      await stage.control('faults', { route: 'charge', kind: 'cut', when: 'after', probability: 0.2, times: 0 });
      const batch: FollowedPayment[] = [];
      for (let at = done; at < Math.min(count, done + 50); at += 1) {
        batch.push(await aPayment(world, { method: METHODS[at % METHODS.length]! }));
      }
      await Promise.all([world.runJobs(), world.runJobs()]);
      const calls = (await stage.control('requests', undefined, 'GET')) as {
        call: string;
        answered: unknown;
        body: never;
      }[];
      cut = calls.filter(({ call, answered }) => call === 'charge' && answered === 'cut').length;
      await world.advance(60);
      await world.runTimers();
      await stage.control('faults', {}, 'DELETE');
      await world.advance(20);
      await world.runTimers();
      payments.push(...batch);
    }
    for (const payment of payments) {
      expect(await payment.status()).toBe('PENDING');
      const charges = world.midtrans.books.list().filter(({ orderId }) => orderId.startsWith(`${payment.code}-`));
      expect(charges.filter(({ status }) => status === 'pending')).toHaveLength(1);
      // What cannot be paid without the lost answer, and that alone, was called off before it was charged anew.
      const { method } = await payment.now();
      if (method !== 'GOPAY' && method !== 'SHOPEEPAY') expect(charges).toHaveLength(1);
    }
    expect(cut).toBeGreaterThan(0);
    reached('M5', { charges: count, cutInTheLastBatches: cut, secondCharges: 0 });
  },
  LONG,
);
