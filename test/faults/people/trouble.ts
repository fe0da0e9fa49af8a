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
export async function planTrouble(clients: Clients, random: Randomness, isOver: () => boolean): Promise<void> {
  const oneOf = (faults: readonly object[]): object => faults[random.below(faults.length)] ?? {};
  while (!isOver()) {
    await planFault(clients, 'faults', oneOf(CALLS));
    await planFault(clients, 'faults/notifications', oneOf(NEWS));
    for (let waited = 0; waited < 8 && !isOver(); waited += 1) await pause(100);
  }
  await fetch(`${clients.stage.midtrans}/__sim/faults`, { method: 'DELETE' });
}

/** Plans a fault of the provider's next calls, or of its next news. */
export async function planFault({ stage }: Clients, path: string, fault: object): Promise<void> {
  const response = await fetch(`${stage.midtrans}/__sim/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
}
