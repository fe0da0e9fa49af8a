import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
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

test('the circuit does not take a pause of its own process for one of the provider', async () => {
  const breaker = new CircuitBreaker({ failures: 1, slowMs: 40, slowCost: 1 });
  const call = breaker.begin();
  for (const end = performance.now() + 150; performance.now() < end; );
  await nextTurn();
  expect(breaker.begin()).not.toBeNull();
  call?.end(true);
});

/** Waits so long as this process runs: a machine that stands still meanwhile does not count. */
async function awake(milliseconds: number): Promise<void> {
  for (let at = 0; at < milliseconds; at += 100) await pause(100);
}

describe('F6: a provider that hangs', () => {
  test('is noticed within 10 seconds by a single call, long before that call is given up; then nobody waits', async () => {
    const sim = await aProvider({ timeoutMs: 30_000 });
    await sim.control('faults', { route: '*', kind: 'hang', times: 0 });
    const hanging = sim.provider.status('BJ-NONE-a1').catch((error: unknown) => error);
    await awake(8_500);
    const asked = performance.now();
    await expect(sim.provider.status('BJ-NONE-a2')).rejects.toThrow('held back');
    expect(performance.now() - asked).toBeLessThan(1_500);
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
