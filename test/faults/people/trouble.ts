import { setTimeout as pause } from 'node:timers/promises';
import type { Randomness } from '../../../simulators/stage/randomness.ts';
import type { Clients } from './client.ts';

/** Trouble that the payment provider has by itself: answers lost after the work was done, news lost, doubled, late and out of order. */
const CALLS = [
  { route: 'charge', kind: 'cut', when: 'after', times: 2 },
  { route: 'charge', kind: 'error', when: 'before', times: 2, status: 502 },
  { route: 'status', kind: 'cut', when: 'after', times: 1 },
  { route: 'refund', kind: 'cut', when: 'after', times: 1 },
  { route: 'cancel', kind: 'error', when: 'after', times: 1, status: 504 },
];
const NEWS = [
  { kind: 'drop', times: 2 },
  { kind: 'duplicate', times: 4, copies: 3 },
  { kind: 'shuffle', times: 4 },
  { kind: 'delay', times: 2, ms: 120_000 },
];

/** Has the provider meet some of it now and then, until it is over. */
export async function planTrouble({ stage }: Clients, random: Randomness, isOver: () => boolean): Promise<void> {
  const plan = async (path: string, faults: readonly object[]): Promise<void> => {
    const response = await fetch(`${stage.midtrans}/__sim/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults[random.below(faults.length)]),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
  };
  while (!isOver()) {
    await plan('faults', CALLS);
    await plan('faults/notifications', NEWS);
    for (let waited = 0; waited < 8 && !isOver(); waited += 1) await pause(100);
  }
  await fetch(`${stage.midtrans}/__sim/faults`, { method: 'DELETE' });
}
