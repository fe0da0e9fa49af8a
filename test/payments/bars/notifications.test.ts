import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMarket, anOrder } from '../../support/makers/orders.ts';
import { aPayment } from '../../support/makers/payments.ts';
import { openWorld, type World } from '../../support/world.ts';
import { aNotice, postNotice, settled } from '../a-paid-payment.ts';
import { type Stage, stageAt } from '../a-provider.ts';
import { anOrderWithTwoCharges, doubled, orderings, type Told } from './any-order.ts';
import { atOnce, chanceFor, countOf, LONG, percentile, randomness, reached, shuffled, triedBefore } from './bar.ts';

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld({ environment: { UNPAID_ORDERS_PER_PERSON: '1000000' }, logLevel: 'info' });
  stage = stageAt(world.midtrans.url);
}, 60_000);
afterAll(() => world.close());

const rows = <Row extends object>(sql: string, values: unknown[] = []) => world.context().read.rows<Row>(sql, values);

test(
  'M1: each notification five times, shuffled, 32 at once: one set of entries per effect, and the provider’s end state',
  async () => {
    const count = countOf('M1', 200);
    const random = chanceFor('M1');
    const market = await aMarket(world, { shops: 1, stock: 1_000_000, room: 100_000, price: 10_000 });
    const orders = await rows('select 1 from orders');
    expect(orders).toHaveLength(0);
    const placed: string[] = [];
    for (let done = 0; done < count; done += 50) {
      const codes: string[] = [];
      for (let at = done; at < Math.min(count, done + 50); at += 1)
        codes.push((await anOrder(world, market)).order.code);
      // What the provider tells is kept back, and delivered by hand below.
      await stage.control('faults/notifications', { kind: 'drop', times: 3 * codes.length });
      await world.runJobs();
      for (const code of codes) await stage.control('pay', { id: `${code}-a1` });
      const told = (await stage.control('notifications', undefined, 'GET')) as { body: object; orderId: string }[];
      const bodies = told
        .filter(({ orderId }) => codes.some((code) => orderId === `${code}-a1`))
        .map(({ body }) => body);
      expect(bodies).toHaveLength(2 * codes.length);
      const deliveries = shuffled([...bodies, ...bodies, ...bodies, ...bodies, ...bodies], random);
      let working = true;
      const workers = [1, 2].map(async () => {
        while (working) await world.runJobs();
      });
      await atOnce(deliveries, 32, async (body) => expect(await postNotice(world, body)).toBe(200));
      working = false;
      await Promise.all(workers);
      await world.runJobs();
      await stage.control('faults', {}, 'DELETE');
      placed.push(...codes);
    }
    const states = await rows<{ payment_status: string; n: number }>(
      'select payment_status, count(*)::int as n from orders group by 1',
    );
    expect(states).toEqual([{ payment_status: 'PAID', n: count }]);
    expect(world.midtrans.books.list().filter(({ status }) => status === 'settlement')).toHaveLength(count);
    const paid = await rows<{ n: number }>(`select count(*)::int as n from event where name = 'OrderPaid'`);
    const entries = await rows<{ n: number; kinds: number }>(
      `select count(*)::int as n, count(distinct effect)::int as kinds from ledger_transaction`,
    );
    expect([paid[0]?.n, entries[0]?.n, entries[0]?.kinds]).toEqual([count, count, count]);
    expect(await rows('select sum(amount)::text as sum from ledger_line')).toEqual([{ sum: '0' }]);
    reached('M1', {
      payments: placed.length,
      notifications: count * 10,
      orders: count,
      ledgerSets: entries[0]?.n ?? 0,
    });
  },
  LONG,
);

const byHand = (...amounts: number[]): Told['refunded'] =>
  amounts.map((amount) => ({ key: `by-hand-${amount}`, amount, isConfirmed: true }));
const TOLD: readonly Told[] = [
  { attempt: 2, status: 'PENDING', refunded: [] },
  { attempt: 2, status: 'SETTLED', refunded: [] },
  { attempt: 1, status: 'EXPIRED', refunded: [] },
  { attempt: 2, status: 'PARTLY_REFUNDED', refunded: byHand(10_000) },
  { attempt: 2, status: 'REFUNDED', refunded: byHand(10_000, 15_000) },
];

/** A market in which an order comes to 25,000: two parcels of 12,500. */
const aMarketOfTwo = () => aMarket(world, { shops: 2, stock: 1_000_000, room: 1_000_000, price: 10_500 });

/** What is tried of all, always mixed in the same way, so that the batches of a longer run are different ones until there are no more. */
function triedOf<Each>(bar: string, all: readonly Each[], wanted: number): Each[] {
  const count = Math.min(all.length, wanted);
  const mixed = shuffled(all, randomness(2));
  const from = triedBefore(bar) % all.length;
  return [...mixed, ...mixed].slice(from, from + count);
}

test(
  'M2: every ordering of five answers, each once or twice: one and the same end',
  async () => {
    const market = await aMarketOfTwo();
    const all = orderings(TOLD).flatMap((order) => Array.from({ length: 32 }, (_, mask) => doubled(order, mask)));
    expect(all).toHaveLength(120 * 32);
    const tried = triedOf('M2', all, countOf('M2', 64));
    const ends = new Set<string>();
    for (const told of tried) {
      const stood = await anOrderWithTwoCharges(world, market);
      for (const each of told) await stood.tell(each);
      ends.add(JSON.stringify(await stood.end()));
    }
    expect([...ends].map((end) => JSON.parse(end))).toEqual([
      {
        payment: ['PAID', 25_000, 0],
        attempts: [
          ['EXPIRED', 0],
          ['REFUNDED', 25_000],
        ],
        order: {
          payment_status: 'PAID',
          refund_due_total: 0,
          refunded_total: 0,
          parcels: ['WAITING', 'WAITING'],
        },
        // Both are made by hand at the provider: whose money that was, a person finds out. Nothing of it is booked.
        tasks: ['PAYMENT_MISMATCH', 'PAYMENT_MISMATCH'],
        told: ['OrderPaid 1', 'ParcelStarted 2', 'PaymentSettled 1'],
        refunds: [],
        books: {
          COMMISSION: [1, -630],
          POINT_HELD: [1, -4_000],
          PROVIDER_CLEARING: [1, 25_000],
          SELLER_HELD: [2, -20_370],
        },
      },
    ]);
    reached('M2', { sequences: tried.length, of: all.length, ends: ends.size });
  },
  LONG,
);

type Step = 'pending' | 'settled' | 'expired' | 'reject' | 'send' | 'listed' | 'confirmed';
const STEPS: readonly Step[] = ['pending', 'settled', 'expired', 'reject', 'send', 'listed', 'confirmed'];
/** A parcel can be refused once it is paid; what came of its refund is told after that. */
const inTruth = (order: readonly Step[]): boolean => {
  const at = (step: Step): number => order.indexOf(step);
  return at('settled') < at('reject') && at('reject') < Math.min(at('send'), at('listed'), at('confirmed'));
};

test(
  'M2: a refund of our own, its answer and the provider’s lists in every order that can be: it goes back once, and is booked once',
  async () => {
    const market = await aMarketOfTwo();
    const possible = orderings(STEPS).filter(inTruth);
    const all = possible.flatMap((order) => Array.from({ length: 128 }, (_, mask) => doubled(order, mask)));
    expect(all).toHaveLength(252 * 128);
    const tried = triedOf('M2', all, countOf('M2', 24));
    const ends = new Set<string>();
    for (const steps of tried) {
      const stood = await anOrderWithTwoCharges(world, market);
      const part = async (isConfirmed: boolean): Promise<Told> => ({
        attempt: 2,
        status: 'PARTLY_REFUNDED',
        refunded: [await stood.own(isConfirmed)],
      });
      const acts: Record<Step, () => Promise<void>> = {
        pending: () => stood.tell({ attempt: 2, status: 'PENDING', refunded: [] }),
        settled: () => stood.tell({ attempt: 2, status: 'SETTLED', refunded: [] }),
        expired: () => stood.tell({ attempt: 1, status: 'EXPIRED', refunded: [] }),
        reject: stood.reject,
        send: stood.send,
        listed: async () => stood.tell(await part(false)),
        confirmed: async () => stood.tell(await part(true)),
      };
      for (const step of steps) await acts[step]();
      ends.add(JSON.stringify(await stood.end()));
    }
    expect([...ends].map((end) => JSON.parse(end))).toEqual([
      {
        payment: ['PARTLY_REFUNDED', 25_000, 0],
        attempts: [
          ['EXPIRED', 0],
          ['PARTLY_REFUNDED', 25_000],
        ],
        order: {
          payment_status: 'PARTLY_REFUNDED',
          refund_due_total: 12_500,
          refunded_total: 12_500,
          parcels: ['REJECTED', 'WAITING'],
        },
        tasks: [],
        told: [
          ...['OrderPaid 1', 'ParcelRejected 1', 'ParcelStarted 2', 'PaymentSettled 1'],
          ...['RefundRequested 1', 'RefundSent 1'],
        ],
        refunds: [{ amount: 12_500, status: 'DONE', sent_by: 'PROVIDER', is_done: true, is_of_second: true }],
        // The sale, half of it undone, and the money gone back to where it came from.
        books: {
          COMMISSION: [2, -315],
          POINT_HELD: [2, -2_000],
          PROVIDER_CLEARING: [2, 12_500],
          REFUND_DUE: [2, 0],
          SELLER_HELD: [3, -10_185],
        },
      },
    ]);
    reached('M2', { ownRefunds: tried.length, of: all.length, ends: ends.size });
  },
  LONG,
);

test(
  'M3: forged notifications change nothing, break nothing, and leave nothing behind',
  async () => {
    const count = countOf('M3', 1_000);
    const random = chanceFor('M3');
    const victims: string[] = [];
    for (let at = 0; at < 5; at += 1)
      victims.push(await (await aPayment(world, { method: 'VA_BRI' })).providerOrderId());
    await world.runJobs();
    await settled(world);
    const victim = () => victims[Math.floor(random() * victims.length)]!;
    const forgeries: readonly (() => unknown)[] = [
      () => ({ ...aNotice(victim()), signature_key: 'f'.repeat(128) }),
      () => ({ ...aNotice(victim()), signature_key: '' }),
      () => ({ ...aNotice(victim()), gross_amount: '1.00' }),
      () => aNotice(victim(), { status_code: '201', transaction_status: 'settlement', n: random() }),
      () => aNotice(victim(), { transaction_status: 'settlement', merchant_id: 'G-ANOTHER', n: random() }),
      () => aNotice(victim(), { gross_amount: '1.00', n: random() }),
      () => aNotice(`BJ-NOBODY${random()}-a1`),
      () => '',
      () => '{"order_id":',
      () => ({ ...aNotice(victim()), filler: 'x'.repeat(70 * 1024) }),
      () => ({ order_id: { $ne: null }, status_code: [], gross_amount: 1, signature_key: true }),
    ];
    const snapshot = () =>
      rows(`select p.id, p.status, p.paid_total, a.status as attempt, a.settled_amount from payment p join payment_attempt a on a.payment_id = p.id
           union all select id, kind, 0, '', 0 from task order by 1, 4`);
    const [before, kept] = [await snapshot(), await rows('select count(*) as n from ledger_transaction')];
    const times: number[] = [];
    const answers = new Map<number, number>();
    const answersTo = forgeries.map(() => new Set<number>());
    const heap = () => {
      (globalThis as { gc?: () => void }).gc?.();
      return process.memoryUsage().heapUsed;
    };
    const forge = async (n: number, width: number): Promise<void> => {
      await atOnce(
        Array.from({ length: n }, (_, at) => at),
        width,
        async (at) => {
          const began = performance.now();
          const status = await postNotice(world, forgeries[at % forgeries.length]!());
          times.push(performance.now() - began);
          answers.set(status, (answers.get(status) ?? 0) + 1);
          answersTo[at % forgeries.length]!.add(status);
        },
      );
      await world.runJobs();
    };
    await forge(Math.ceil(count / 10), 8);
    times.length = 0;
    const early = heap();
    const cpu = process.cpuUsage();
    await forge(count, 8);
    const { user, system } = process.cpuUsage(cpu);
    const grown = heap() - early;
    const p99Ms = percentile(times, 0.99);
    expect(await snapshot()).toEqual(before);
    expect(await rows('select count(*) as n from ledger_transaction')).toEqual(kept);
    expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
    // What nobody signed is not taken in, although what it claims would not be believed either.
    expect(answersTo.slice(0, 3).map((some) => [...some])).toEqual([[401], [400], [401]]);
    expect(grown).toBeLessThan(64 * 1024 * 1024);
    reached('M3', {
      forged: count,
      p99Ms: Math.round(p99Ms * 10) / 10,
      cpuMsEachClientAndJobsIncluded: Math.round((user + system) / count / 100) / 10,
      medianMs: Math.round(percentile(times, 0.5) * 10) / 10,
      heapGrownMiB: Math.round(grown / 1024 / 1024),
      answers: JSON.stringify(Object.fromEntries(answers)),
    });
    // The bar is held strictly where it is counted; in the usual run other tests have the machine as well.
    expect(p99Ms).toBeLessThan(process.env.BAR === 'M3' ? 50 : 2_000);
  },
  LONG,
);
