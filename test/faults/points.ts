import { setTimeout as pause } from 'node:timers/promises';
import type { Kills } from './kills.ts';
import type { Clients } from './people/client.ts';
import type { ProcessName } from './stage/stage.ts';

/** Commits of checkout, payment and refund, named by their first event or job, by the process that makes them. */
const COMMITS: Readonly<Record<'web 1' | 'worker', readonly string[]>> = {
  'web 1': [
    'PaymentOpened', // an order that is paid online is placed
    'OrderPlaced', // one that is paid in cash
    'OrderCancelled',
    'ParcelCancelled',
    'ChargeDisowned', // another method is chosen
    'payments.askProvider', // a notification is kept
    'ParcelAccepted',
    'ParcelRejected',
    'ParcelPacked',
    'ParcelReceived',
    'ProductSold', // cash is taken
  ],
  worker: [
    'PaymentPending',
    'PaymentSettled',
    'PaymentPartSettled', // QRIS at the counter
    'RefundSent',
    'messaging.sendMessage',
  ],
};
const CALLS = ['midtrans charge', 'midtrans status', 'midtrans cancel', 'midtrans refund', 'whatsapp send'];

/** A place just before or after a commit or an outside call. */
export interface MarkedPoint {
  readonly process: 'web 1' | 'worker';
  readonly point: string;
}

/** Every marked point of checkout, payment and refund. */
export const POINTS: readonly MarkedPoint[] = [
  ...(['web 1', 'worker'] as const).flatMap((process) =>
    COMMITS[process].flatMap((name) => [
      { process, point: `before commit of ${name}` },
      { process, point: `after commit of ${name}` },
    ]),
  ),
  ...CALLS.flatMap((name) => [
    { process: 'worker' as const, point: `before call of ${name}` },
    { process: 'worker' as const, point: `after call of ${name}` },
  ]),
];

/** How long a point is waited for, in milliseconds: people come past each of them every few seconds. */
const PATIENCE_MS = 60_000;

/** What came of the points that were armed. */
export interface PointsReached {
  readonly reached: string[];
  readonly missed: string[];
}

/**
 * Has a process die at each of these points, one after the other, at its first or second passing: it is started again with the next one
 * armed. Web and worker die side by side.
 */
export function dieAtPoints(points: readonly MarkedPoint[], result: PointsReached) {
  return async (clients: Clients): Promise<Kills> => {
    const kills: Kills = { done: new Map(), hits: 0, longestRestartMs: 0 };
    const along = async (process: ProcessName): Promise<void> => {
      const own = points.filter((each) => each.process === process);
      for (const [at, { point }] of own.entries()) {
        await stopped(clients, process);
        const readyMs = await clients.stage.start(process, { CRASH_AT: `${point}#${1 + (at % 2)}` });
        kills.longestRestartMs = Math.max(kills.longestRestartMs, readyMs);
        const hasDied = await diesWithin(clients, process, PATIENCE_MS);
        (hasDied ? result.reached : result.missed).push(`${process}: ${point}`);
        if (!hasDied) continue;
        kills.hits += 1; // every one of these points lies in the midst of something
        kills.done.set(process, (kills.done.get(process) ?? 0) + 1);
      }
      await stopped(clients, process);
      await clients.stage.start(process);
    };
    await Promise.all([along('web 1'), along('worker')]);
    return kills;
  };
}

async function stopped({ stage }: Clients, process: ProcessName): Promise<void> {
  const child = stage.child(process);
  child?.signal('SIGKILL');
  await child?.over;
}

async function diesWithin({ stage }: Clients, process: ProcessName, milliseconds: number): Promise<boolean> {
  const child = stage.child(process);
  const waiting = new AbortController();
  const late = pause(milliseconds, false, { signal: waiting.signal }).catch(() => false);
  const died = await Promise.race([child?.over.then(() => child.ended() === 'SIGKILL') ?? false, late]);
  waiting.abort();
  return died;
}
