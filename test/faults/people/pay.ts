import { setTimeout as pause } from 'node:timers/promises';
import type { Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';

/** How long a payer waits for the code to appear, in milliseconds: as long as a worker that died needs to catch up. */
const PATIENCE_MS = 30_000;
/** The same when nobody else comes any more: of an order that was called off it never appears. */
const LAST_PATIENCE_MS = 5_000;

/** Pays a charge at the provider, as soon as it is there. True when the provider took the money. */
export function payAtProvider(clients: Clients, who: Someone, orderCode: string, attempt: number): Promise<boolean> {
  return happensAtProvider(clients, who, 'pay', `${orderCode}-a${attempt}`);
}

/** Waits until a charge can be paid, as far as the market knows, some seconds at most; whether it can. */
export function untilCharged(clients: Clients, id: string): Promise<boolean> {
  return untilThere(clients, id, 'provider_transaction_id is not null');
}

/** Waits until the market has heard that a charge was paid, some seconds at most; whether it has. */
export function untilHeard(clients: Clients, id: string): Promise<boolean> {
  return untilThere(clients, id, 'settled_at is not null');
}

async function untilThere(clients: Clients, id: string, what: string): Promise<boolean> {
  const there = `select from payment_attempt where provider_order_id = $1 and ${what}`;
  for (const since = performance.now(); isPatient(clients, since); await pause(300))
    if ((await clients.look(there, [id])).length > 0) return true;
  return false;
}

/** Something happens to a charge at the provider, as soon as it is there. True when it could. */
export async function happensAtProvider(
  clients: Clients,
  who: Someone,
  move: 'pay' | 'deny' | 'expire' | 'cancel' | 'reverse' | 'chargeback',
  id: string,
): Promise<boolean> {
  const { stage, log } = clients;
  const note = { op: move, who: who.accountKey, key: id, input: { id } };
  for (const since = performance.now(); isPatient(clients, since); await pause(200)) {
    const call = log.sent(note);
    const response = await fetch(`${stage.midtrans}/__sim/${move}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    await response.text();
    log.ended(call, { ...note, what: response.ok ? 'done' : 'refused', status: response.status });
    if (response.ok) return true;
    if (response.status !== 404) return false;
  }
  return false;
}

function isPatient({ isClosing }: Clients, since: number): boolean {
  return performance.now() - since < (isClosing ? LAST_PATIENCE_MS : PATIENCE_MS);
}
