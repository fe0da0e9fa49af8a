import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Randomness } from '../../../simulators/stage/randomness.ts';
import { Clients } from '../../faults/people/client.ts';
import { ClientLog } from '../../faults/people/client-log.ts';
import { type FilledMarket, fillStage, type Someone } from '../../faults/stage/fill.ts';
import { openStage, type Stage } from '../../faults/stage/stage.ts';
import { stageAt } from '../a-provider.ts';
import { countOf, LONG, percentile, reached } from './bar.ts';

/** How long a circuit may take to open, in seconds. */
const OPENS_WITHIN = 10;
/** Connections that one process may hold to the provider. */
const SOCKETS = 32;
const PROCESSES = 2;
/** Processes that call the provider here: the worker. What a web process has to have asked, a job asks. */
const CALLERS = 1;
/** A transaction in which a call hangs would do nothing for so long, in milliseconds; a busy machine is not that slow. */
const CALL_MS = 8_000;
/** Once open, one call tries every five seconds. */
const PAUSE = 5;

let folder: string;
let stage: Stage;
let clients: Clients;
let log: ClientLog;
let market: FilledMarket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berjubel-hanging-'));
  stage = await openStage({ folder, seed: 6 });
  market = await fillStage(stage, { buyers: 8, shops: 6, random: new Randomness(6) });
  await Promise.all([stage.start('web 1'), stage.start('worker')]);
  log = new ClientLog(join(folder, 'clients.jsonl'));
  clients = new Clients(stage, log);
}, 180_000);
afterAll(async () => {
  await log?.close();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test(
  'F6: a provider that hangs: nothing else slows down, sockets are bounded, the circuit opens within 10 s and closes by itself, and no transaction waits for it',
  async () => {
    const seconds = countOf('F6', 14);
    const provider = stageAt(stage.midtrans);
    let isOver = false;
    const buying = [...market.buyers.slice(4)].map((who) => buyOnline(who, () => isOver));
    const calm = await browseFor(Math.max(4, seconds / 3));
    await provider.control('faults', { route: '*', kind: 'hang', times: 0 });
    const hung = Date.now();
    const watched = watchFor(seconds);
    const hanging = await browseFor(seconds);
    const { sockets, longestTransactionMs, waits } = await watched;
    const calls = (await provider.control('requests', undefined, 'GET')) as { at: string; answered?: unknown }[];
    const late = calls.filter(({ at }) => Date.parse(at) > hung + OPENS_WITHIN * 1000).length;
    await provider.control('faults', {}, 'DELETE');
    const cleared = performance.now();
    const who = market.buyers[0]!;
    const code = await placed(who, 'QRIS');
    while (!(await hasCode(who, code))) await pause(250);
    const closedAfterMs = performance.now() - cleared;
    isOver = true;
    await Promise.all(buying);

    const p99 = { calm: percentile(calm, 0.99), hanging: percentile(hanging, 0.99) };
    reached('F6', {
      seconds,
      requests: calm.length + hanging.length,
      p99CalmMs: Math.round(p99.calm),
      p99HangingMs: Math.round(p99.hanging),
      sockets,
      callsAfterTenSeconds: late,
      longestTransactionMs,
      closedAfterMs: Math.round(closedAfterMs),
    });
    expect(calls.filter(({ answered }) => answered === undefined || answered === 'cut').length).toBeGreaterThan(0);
    expect(sockets).toBeLessThanOrEqual(PROCESSES * SOCKETS);
    expect(late).toBeLessThanOrEqual(CALLERS * (1 + Math.ceil(Math.max(0, seconds - OPENS_WITHIN) / PAUSE)));
    expect(waits).toEqual([]);
    expect(closedAfterMs).toBeLessThan(30_000);
    // On a machine that does other things as well, a few requests wait for their turn; the bar itself is held strictly.
    expect(p99.hanging).toBeLessThan(2 * p99.calm + (process.env.BAR === 'F6' ? 0 : 250));
  },
  LONG,
);

/** What people do besides paying, by four of them, for so many seconds; gives how long each request took, in milliseconds. */
async function browseFor(seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const lane = async (who: Someone): Promise<void> => {
    while (performance.now() < until) {
      for (const ask of [
        () => clients.read(who, '{ products(first: 20) { edges { node { title } } } }', {}),
        () => clients.read(who, '{ cart { id total lines { total } } }', {}),
        () => clients.read(who, '{ orders(first: 5) { edges { node { code status } } } }', {}),
        () => placed(who, 'CASH'),
      ]) {
        const began = performance.now();
        await ask();
        times.push(performance.now() - began);
        await pause(20);
      }
    }
  };
  await Promise.all(market.buyers.slice(0, 4).map(lane));
  return times;
}

/** Orders that are to be paid online, one after the other: each wants its code from the provider. */
async function buyOnline(who: Someone, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await placed(who, 'QRIS');
    await pause(500);
  }
}

let orders = 0;
/** Orders one thing; gives the code of the order. */
async function placed(who: Someone, paymentMethod: string): Promise<string> {
  orders += 1;
  const key = `hanging-${orders}`;
  const { variantId } = market.shops[1 + (orders % 2)]!.good;
  await clients.act(who, 'setCartPickupPoint', key, { pickupPointId: market.pointId }, 'cart { id }');
  await clients.act(who, 'setCartLine', key, { variantId, quantity: 1 }, 'cart { id }');
  const read = await clients.read<{ cart: { id: string; total: number } }>(who, '{ cart { id total } }', {});
  const input = { cartId: read?.cart.id, expectedTotal: read?.cart.total, paymentMethod, idempotencyKey: key };
  const done = await clients.act<{ order: { code: string } }>(who, 'placeOrder', key, input, 'order { code }');
  return done.result?.order.code ?? '';
}

async function hasCode(who: Someone, code: string): Promise<boolean> {
  const document = 'query ($code: String!) { order(code: $code) { payment { instructions { qrText } } } }';
  const read = await clients.read<{ order: { payment: { instructions: { qrText: string } | null } } }>(who, document, {
    code,
  });
  return Boolean(read?.order.payment.instructions?.qrText);
}

/** Looks each fifth of a second at the sockets to the provider, and at transactions in which nothing is done. */
async function watchFor(seconds: number) {
  const waits: object[] = [];
  let [sockets, longestTransactionMs] = [0, 0];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    sockets = Math.max(sockets, await socketsTo(Number(new URL(stage.midtrans).port)));
    const open = await stage.rows<{ ms: number; idle: number; state: string; query: string }>(
      `select (extract(epoch from clock_timestamp() - xact_start) * 1000)::int as ms, state, left(query, 80) as query,
              (extract(epoch from clock_timestamp() - state_change) * 1000)::int as idle
         from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
          and xact_start is not null`,
    );
    longestTransactionMs = Math.max(longestTransactionMs, ...open.map(({ ms }) => ms));
    waits.push(...open.filter(({ idle, state }) => idle > CALL_MS && state.startsWith('idle in transaction')));
    await pause(200);
  }
  return { sockets, longestTransactionMs, waits };
}

/** Connections from this machine to one of its ports, as the kernel lists them. */
async function socketsTo(port: number): Promise<number> {
  const remote = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , to, state]) => to?.endsWith(remote) && state === '01').length;
}
