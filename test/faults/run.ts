import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Randomness } from '../../simulators/stage/randomness.ts';
import { check } from './check/check.ts';
import { gather } from './check/evidence.ts';
import { type Kills, killAtRandom, type Target } from './kills.ts';
import { liveAsBuyer } from './people/buyer.ts';
import { Clients } from './people/client.ts';
import { ClientLog } from './people/client-log.ts';
import { liveAsComplainers } from './people/complainers.ts';
import { liveAsCurator } from './people/curator.ts';
import { liveAsForger } from './people/forger.ts';
import { liveAsOperator } from './people/operator.ts';
import { liveAsKeepers, liveAsSellers } from './people/sellers.ts';
import { letTimePass } from './people/time.ts';
import { planTrouble } from './people/trouble.ts';
import { parked, poison } from './poison.ts';
import { type FilledMarket, fillStage } from './stage/fill.ts';
import { waitForQuiet } from './stage/quiet.ts';
import { openStage, type Stage, type StageOptions } from './stage/stage.ts';

/** What is done on the stage while people buy and sell. */
export type Act = (clients: Clients, random: Randomness) => Promise<Kills | null>;

/** How a run is set up. */
export interface RunOptions extends StageOptions {
  readonly buyers: number;
  readonly shops?: number;
  /** How long a buyer thinks between two orders at most, in milliseconds; 1,500 when left out. */
  readonly thinkMs?: number;
  readonly act: Act;
  /** Done to the filled database before people come. */
  readonly prepare?: (stage: Stage) => Promise<unknown>;
}

/** What a run came to. */
export interface RunReport {
  readonly seed: number;
  /** What breaks an invariant; empty when all hold. */
  readonly violations: readonly string[];
  readonly kills: Kills | null;
  readonly orders: number;
  readonly paid: number;
  /** Orders that two charges paid, and of those, such of which a bank took one back. */
  readonly paidTwice: number;
  readonly takenBackOfTwo: number;
  /** HTTP answers by status; 0 for none. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly longestUnknownMs: number;
  readonly forgeries: number;
}

const PAID_TWICE = `
  select count(*)::int as orders, count(*) filter (where is_back)::int as back from (
    select bool_or(status = 'REVERSED') as is_back from payment_attempt where settled_at is not null and part is null
     group by payment_id having count(*) > 1) as twice`;

/** Deadlines that are passed after the first look, in seconds: those of payments, then those of sellers and points. */
const LATER = [26 * 3600, 9 * 24 * 3600];

/** Kills at random instants among these targets, each after so many milliseconds at most. */
export function randomKills(targets: readonly Target[], count: number, mostBetweenMs?: number): Act {
  return (clients, random) => killAtRandom(clients, targets, count, random, mostBetweenMs);
}

/** Opens a stage, has people buy and sell, does the act, waits for quiet, and checks; again after deadlines have passed. */
export async function run(options: RunOptions): Promise<RunReport> {
  const random = new Randomness(options.seed);
  const stage = await openStage(options);
  const log = new ClientLog(join(options.folder, 'clients.jsonl'));
  try {
    const market = await fillStage(stage, { buyers: options.buyers, shops: options.shops ?? 6, random });
    await options.prepare?.(stage);
    await Promise.all((['web 1', 'web 2', 'worker'] as const).map((name) => stage.start(name)));
    const clients = new Clients(stage, log);
    const kills = await underLoad(clients, market, random, options);
    const violations = await verdict(stage, market, log);
    violations.push(...stage.fallen().map((sentence) => `ended: ${sentence}`));
    const unparked = options.prepare === poison ? await parked(stage) : null;
    if (unparked) violations.push(`F8: ${unparked}`);
    if (clients.faults.length > 0)
      violations.push(`F3: ${clients.faults.length} answers were faults, the first: ${clients.faults[0]}`);
    if (clients.forgeries.taken > 0) violations.push(`M3: ${clients.forgeries.taken} forged notifications were taken`);
    if (clients.longestUnknownMs >= 60_000) violations.push('I8: an intention stayed unknown for a minute');
    const [counted] = await stage.rows<{ orders: number; paid: number }>(
      `select count(*)::int as orders, count(paid_at)::int as paid from orders`,
    );
    const [twice] = await stage.rows<{ orders: number; back: number }>(PAID_TWICE);
    violations.push(...nothingBought(counted));
    return {
      ...{ seed: options.seed, violations, kills, longestUnknownMs: Math.round(clients.longestUnknownMs) },
      ...{ orders: counted?.orders ?? 0, paid: counted?.paid ?? 0, statuses: Object.fromEntries(clients.statuses) },
      ...{ paidTwice: twice?.orders ?? 0, takenBackOfTwo: twice?.back ?? 0, forgeries: clients.forgeries.sent },
    };
  } finally {
    await log.close();
    await stage.close();
  }
}

/** A run in which nobody bought or paid anything shows nothing. */
export function nothingBought(counted: { readonly orders: number; readonly paid: number } | undefined): string[] {
  const { orders = 0, paid = 0 } = counted ?? {};
  if (orders === 0) return ['F1: no order was placed'];
  return paid === 0 ? [`F1: none of ${orders} orders was paid`] : [];
}

async function underLoad(
  clients: Clients,
  market: FilledMarket,
  random: Randomness,
  { act, thinkMs = 1500 }: RunOptions,
): Promise<Kills | null> {
  let isOver = false;
  const coming: { who: FilledMarket['operator']; code: string }[] = [];
  const life = { clients, market, coming, isOver: () => isOver, now: () => clients.stage.now() };
  const own = (): Randomness => new Randomness(random.below(2 ** 30));
  const people = [
    ...market.buyers.map((who) => liveAsBuyer({ ...life, who, thinkMs, random: own() })),
    ...[liveAsSellers, liveAsKeepers, liveAsOperator, liveAsComplainers, liveAsCurator, letTimePass].map((live) =>
      live({ ...life, random: own() }),
    ),
    planTrouble(clients, own(), () => isOver),
    liveAsForger(clients, () => isOver),
  ];
  const living = Promise.all(people);
  try {
    await pause(1500); // the first orders are under way
    return await Promise.race([act(clients, random), living.then(() => null)]);
  } finally {
    isOver = true;
    clients.isClosing = true;
    await living;
  }
}

async function verdict(stage: Stage, market: FilledMarket, log: ClientLog): Promise<string[]> {
  const found: string[] = [];
  for (const later of [0, ...LATER]) {
    stage.skip(later);
    const noise = await waitForQuiet(stage);
    if (noise) found.push(`I9: ${noise}`);
    found.push(...(await check(await gather(stage, market, log.entries))));
    if (found.length > 0) break; // what comes after follows from it
  }
  return found;
}
