import type { Kills, Target } from './kills.ts';
import type { Clients } from './people/client.ts';
import type { Act } from './run.ts';
import { LoadBalancer } from './stage/load-balancer.ts';
import { comesUnderWay, isUnderWay } from './under-way.ts';

/** How long an ending process may take for its open requests, in milliseconds. */
const DRAIN_MS = 10_000;

/** What restarts one after the other came to. */
export interface Rolled {
  restarts: number;
  longestDrainMs: number;
  /** Requests that a load balancer's caller saw fail, and processes that did not end as they should. */
  failed: number;
  /** Requests that found nobody listening at one process and went to the other. */
  passedOn: number;
  /** How often which status was answered, and why how many got none. */
  outcomes: Readonly<Record<string, number>>;
}

/**
 * Restarts the web processes in turn by SIGTERM, under load, behind a load balancer. It sends a request on, once, that finds a process not
 * listening: of that nothing was sent. Every failure after that, also a second refusal, is the client's to see, and counts.
 */
export function rollingRestarts(count: number, rolled: Rolled): Act {
  return async (clients) => {
    const { stage } = clients;
    const balancer = new LoadBalancer(stage);
    clients.sentOn = (web) => balancer.sendOn(web);
    clients.passesOn = true;
    const kills = { done: new Map<Target, number>(), hits: 0, longestRestartMs: 0 } satisfies Kills;
    for (let at = 0; at < count; at += 1) {
      const name = at % 2 === 0 ? 'web 1' : 'web 2';
      // As kills do, every other one waits for a checkout: that one has to be answered before the process ends.
      const isHit = at % 2 === 0 ? await comesUnderWay(clients, name) : await isUnderWay(clients, name);
      if (isHit) kills.hits += 1;
      const began = performance.now();
      const child = stage.child(name);
      child?.signal('SIGTERM');
      await child?.over;
      const drainMs = performance.now() - began;
      rolled.longestDrainMs = Math.max(rolled.longestDrainMs, drainMs);
      if (drainMs > DRAIN_MS + 1000 || child?.ended() !== 0) rolled.failed += 1;
      kills.longestRestartMs = Math.max(kills.longestRestartMs, await stage.start(name));
      rolled.restarts += 1;
      kills.done.set(name, (kills.done.get(name) ?? 0) + 1);
      await balancer.hasSeen(name === 'web 1' ? 0 : 1);
    }
    balancer.close();
    clients.sentOn = (web) => web;
    clients.passesOn = false;
    rolled.failed += failedIn(clients);
    rolled.passedOn += clients.passedOn;
    rolled.outcomes = Object.fromEntries([...clients.statuses, ...clients.lost]);
    return kills;
  };
}

/** Requests without an answer, or with one that says that something broke. */
function failedIn({ statuses }: Clients): number {
  let failed = 0;
  for (const [status, times] of statuses) if (status === 0 || status >= 500) failed += times;
  return failed;
}
