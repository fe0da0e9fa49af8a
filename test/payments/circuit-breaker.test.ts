import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CircuitBreaker } from '../../api/payments/midtrans/circuit-breaker.ts';
import { ProviderUnavailable } from '../../api/payments/payment-provider.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { MeilisearchServer } from '../../api/search/meilisearch/server.ts';
import { type MarketWorld, openMarketWorld } from '../support/market-world.ts';
import { aChargeRequest, aProvider } from './a-provider.ts';

const aBreaker = () => new CircuitBreaker({ failures: 4, slowMs: 40, slowCost: 2, pauseMs: 80 });

describe('the circuit', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  test('opens after failures in a row, and an answer between them starts the count again', () => {
    const breaker = aBreaker();
    for (const answered of [false, false, false, true, false, false, false]) breaker.begin()?.end(answered);
    expect(breaker.begin()).not.toBeNull();
    breaker.begin()?.end(false);
    expect(breaker.begin()).toBeNull();
  });

  test('opens while a single call still hangs', () => {
    const breaker = aBreaker();
    const hanging = breaker.begin();
    vi.advanceTimersByTime(79);
    expect(breaker.begin()).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(breaker.begin()).toBeNull();
    hanging?.end(true);
    expect(breaker.begin()).not.toBeNull();
  });

  test('lets one try after the pause: the others wait for its answer, which closes it', () => {
    const breaker = aBreaker();
    for (let at = 0; at < 4; at += 1) breaker.begin()?.end(false);
    vi.advanceTimersByTime(80);
    const trial = breaker.begin();
    expect(trial).not.toBeNull();
    expect(breaker.begin()).toBeNull();
    trial?.end(false);
    expect(breaker.begin()).toBeNull();
    vi.advanceTimersByTime(80);
    breaker.begin()?.end(true);
    expect([breaker.begin(), breaker.begin()]).not.toContain(null);
  });
});

describe('the circuit counts the time that passed while its process ran', () => {
  let now = 0;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  // A look is due each 4 ms, and 80 ms of a single call open the circuit.
  test.each([
    { late: 'a little, in full', each: 6, opensAtLook: 14 },
    { late: 'much, as twice a look', each: 100, opensAtLook: 10 },
  ])('looks that come late count: $late', ({ each, opensAtLook }) => {
    const breaker = aBreaker();
    const hanging = breaker.begin();
    const look = () => {
      now += each;
      vi.advanceTimersByTime(4);
    };
    for (let at = 1; at < opensAtLook; at += 1) look();
    expect(breaker.begin()).not.toBeNull();
    look();
    expect(breaker.begin()).toBeNull();
    hanging?.end(true);
  });
});

test('the circuit does not take a pause of its own process for one of the provider', async () => {
  const breaker = new CircuitBreaker({ failures: 1, slowMs: 200, slowCost: 1 });
  const call = breaker.begin();
  for (const end = performance.now() + 300; performance.now() < end; );
  await pause(1); // a timer's turn: what came due during the loop has run before it
  expect(breaker.begin()).not.toBeNull();
  call?.end(true);
});

/** Waits until this process has run so long: of a time in which the machine stood still little counts. */
async function awake(milliseconds: number): Promise<void> {
  let lookedAt = performance.now();
  for (let ran = 0; ran < milliseconds; ) {
    await pause(100);
    const now = performance.now();
    ran += Math.min(now - lookedAt, 200);
    lookedAt = now;
  }
}

describe('F6: a provider that hangs', () => {
  test('is noticed within 10 seconds by a single call, long before that call is given up; then nobody waits', async () => {
    const sim = await aProvider({ timeoutMs: 30_000 });
    await sim.control('faults', { route: '*', kind: 'hang', times: 0 });
    const hanging = sim.provider.status('BJ-NONE-a1').catch((error: unknown) => error);
    await awake(9_000);
    const next = sim.provider.status('BJ-NONE-a2').catch((error: Error) => error.message);
    expect(await Promise.race([next, awake(1_000).then(() => 'still waits')])).toContain('held back');
    await sim.close();
    expect(await hanging).toBeInstanceOf(ProviderUnavailable);
  });
});

describe('F6: no lock is held while the outside is asked', () => {
  let world: MarketWorld;
  beforeAll(async () => {
    world = await openMarketWorld();
  });
  afterAll(() => world.close());

  test('a call of the payment provider within a transaction is a fault, whoever makes it', async () => {
    const ctx = world.context();
    const { paymentProvider } = ctx;
    const calls = [
      () => paymentProvider.charge(aChargeRequest()),
      () => paymentProvider.status('BJ-1-a1'),
      () => paymentProvider.cancel('BJ-1-a1'),
      () => paymentProvider.expire('BJ-1-a1'),
      () => paymentProvider.refund('BJ-1-a1', 'r-1', 1, 'x'),
    ];
    for (const call of calls) {
      await expect(inTransaction(ctx, call as () => Promise<unknown>)).rejects.toThrow('within a transaction');
    }
    const answer = await fetch(`${world.midtrans.url}/__sim/requests`);
    expect(await answer.json()).toEqual([]);
    expect(await paymentProvider.status('BJ-1-a1')).toEqual({ kind: 'NOT_FOUND' });
  });

  test('a message within a transaction is a fault', async () => {
    const ctx = world.context();
    await expect(inTransaction(ctx, () => ctx.messageSender.send({} as never))).rejects.toThrow('within a transaction');
  });

  test('so is asking the search server', async () => {
    const server = new MeilisearchServer({ url: 'http://127.0.0.1:9', key: '', indexPrefix: 'x' });
    for (const ask of [() => server.searcher(), () => server.indexer()]) {
      await expect(inTransaction(world.context(), async () => ask())).rejects.toThrow('within a transaction');
      expect(await ask()).toBeDefined();
    }
  });

  test('a second use case after one that failed is not marked', async () => {
    const ctx = world.context();
    await expect(inTransaction(ctx, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ctx.paymentProvider.status('BJ-1-a1')).toEqual({ kind: 'NOT_FOUND' });
  });
});
