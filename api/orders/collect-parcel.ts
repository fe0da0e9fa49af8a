import { METHOD_LIMITS, refreshAtCounter } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { refuse } from '../platform/refusal.ts';
import { sameText } from '../platform/secrets.ts';
import { isCollectable, pinOf } from './collection.ts';
import { lockAtCounter, type OrderAtCounter, orderAtCounter } from './counter-order.ts';
import { orderSubject } from './move-order.ts';
import { moveParcels } from './move-parcels.ts';
import type { Order } from './order.ts';
import type { Parcel } from './parcel.ts';
import { isDue, sumOf } from './parcel-effects.ts';
import { PinAttempt } from './pin-attempt.ts';

/** What the operator enters at the counter. */
export interface Collecting extends OrderAtCounter {
  readonly pin: string;
  /** Cash taken for all that is handed over, in rupiah; null when nothing is due. */
  readonly cashTaken: Rupiah | null;
}

/** What was handed over. */
export interface Collected {
  readonly parcels: Parcel[];
  readonly orderCode: string;
}

const MINUTE = 60_000;

/**
 * Hands over every parcel of an order that lies at the point, against collect code and PIN; for a cash order the operator takes
 * exactly what they cost, as far as QRIS at the counter has not paid for them. Where a code is shown there, or a bank
 * may just have taken the payment back, the provider is asked first: nobody pays in cash what has just been paid, nor takes what is paid no more. Refuses NOT_FOUND, PIN_WRONG {left}, PIN_LOCKED, NOT_PAID, JUST_PAID
 * {minutes}, NOTHING_HERE, CASH_DIFFERS {due}. A wrong PIN is remembered although the act is refused: five of one version lock the order.
 */
export async function collectParcel(ctx: Context, input: Collecting): Promise<Collected> {
  const orderKey = await orderAtCounter(ctx, input);
  await refreshAtCounter(ctx, orderKey);
  const outcome = await inTransaction(ctx, async (tx): Promise<Collected | { triesLeft: number }> => {
    const locked = await lockAtCounter(tx, orderKey);
    const wrongBefore = await wrongPins(tx, locked.order);
    if (wrongBefore >= ctx.orderSettings.pinTries) refuse('PIN_LOCKED', ['pin']);
    if (!sameText(input.pin.trim(), pinOf(ctx, locked.order)))
      return rememberWrongPin(tx, locked.order, wrongBefore + 1);
    return { parcels: await handOver(tx, locked, input.cashTaken ?? 0), orderCode: locked.order.code };
  });
  if (!('triesLeft' in outcome)) return outcome;
  return outcome.triesLeft > 0
    ? refuse('PIN_WRONG', ['pin'], { left: outcome.triesLeft })
    : refuse('PIN_LOCKED', ['pin']);
}

async function wrongPins(tx: Tx, { key, pinVersion }: Order): Promise<number> {
  return tx.count(PinAttempt, { orderKey: key, pinVersion });
}

async function rememberWrongPin(tx: Tx, order: Order, wrong: number): Promise<{ triesLeft: number }> {
  const { actor, clock, orderSettings } = tx.context;
  const attempt = { orderKey: order.key, pinVersion: order.pinVersion, pickupPointKey: order.pickupPointKey };
  tx.persist(Object.assign(new PinAttempt(), attempt, { operatorKey: actor.key, at: clock.now() }));
  const triesLeft = orderSettings.pinTries - wrong;
  if (triesLeft === 0) await appendEvent(tx, 'CollectionLocked', orderSubject(order));
  return { triesLeft };
}

async function handOver(
  tx: Tx,
  locked: Awaited<ReturnType<typeof lockAtCounter>>,
  cashTaken: Rupiah,
): Promise<Parcel[]> {
  const { order, here } = locked;
  if (!isCollectable(order)) refuse('NOT_PAID', ['collectCode']);
  refuseJustPaid(tx, order);
  if (here.length === 0) refuse('NOTHING_HERE', ['collectCode']);
  const due = order.paymentMethod === 'CASH' ? sumOf(here.filter(isDue)) : 0;
  if (cashTaken !== due) refuse('CASH_DIFFERS', ['cashTaken'], { due: formatRupiah(due) });
  await moveParcels(tx, locked, 'collect', here, 'OPERATOR');
  return [...here];
}

/** Some banks take a settlement back within minutes: until then the goods stay. */
function refuseJustPaid(tx: Tx, { paidAt, paymentMethod }: Order): void {
  if (!paidAt || !METHOD_LIMITS[paymentMethod].canBeReversed) return;
  const freeAt = paidAt.getTime() + tx.context.orderSettings.reversalMinutes * MINUTE;
  const minutes = Math.ceil((freeAt - tx.context.clock.now().getTime()) / MINUTE);
  if (minutes > 0) refuse('JUST_PAID', ['collectCode'], { minutes });
}
