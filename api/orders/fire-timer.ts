import { openTask } from '../accounts/index.ts';
import { expirePayment } from '../payments/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { passToCurator } from './disputes/dispute-timers.ts';
import { releaseMoney } from './disputes/release-money.ts';
import { type LockedOrder, lockOrder } from './lock-order.ts';
import { moveParcels, parcelSubject } from './move-parcels.ts';
import type { Parcel } from './parcel.ts';
import { endUnpaid } from './payment-listeners.ts';
import type { TimerKind } from './timer.ts';

interface DueTimer {
  readonly kind: TimerKind;
  readonly order_id: string;
  readonly parcel_id: string | null;
}

/** What a timer does once its time has come; nothing when its order or parcel has moved on. */
type TimerAct = (tx: Tx, locked: LockedOrder, parcel: Parcel | null, now: Date) => Promise<void>;

/** Milliseconds that a timer waits for its order: one that somebody holds for longer holds up no other, the next sweep tries again. */
const LOCK_TIMEOUT_MS = 3000;

/**
 * Fires a timer that is due, once: false when another worker has it in hand or had it before. What it does and that it has fired
 * are one transaction.
 */
export function fireTimer(ctx: Context, timerKey: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now();
    const [timer] = await tx.execute<DueTimer[]>(
      `select kind, order_id, parcel_id, set_config('lock_timeout', ?, true) from timer
        where id = ? and fired_at is null and due_at <= ? for update skip locked`,
      [String(LOCK_TIMEOUT_MS), timerKey, now],
    );
    if (!timer) return false;
    const locked = (await lockOrder(tx, timer.order_id))!;
    const parcel = locked.parcels.find(({ key }) => key === timer.parcel_id) ?? null;
    await ACTS[timer.kind](tx, locked, parcel, now);
    await tx.execute('update timer set fired_at = ? where id = ?', [now, timerKey]);
    return true;
  });
}

const ACTS: Readonly<Record<TimerKind, TimerAct>> = {
  async PAYMENT_DUE(tx, locked, _parcel, now) {
    const { order, payment } = locked;
    if (order.paymentStatus !== 'AWAITING' || !isPast(order.payBy, now)) return;
    await endUnpaid(tx, locked, 'expire');
    await expirePayment(tx, payment);
  },
  async ANSWER_DUE(tx, locked, parcel, now) {
    if (parcel?.status !== 'WAITING' || !isPast(parcel.respondBy, now)) return;
    await moveParcels(tx, locked, 'lapseUnanswered', [parcel], 'SYSTEM');
  },
  async DELIVERY_DUE(tx, locked, parcel, now) {
    const isMissing = parcel?.status === 'ACCEPTED' || parcel?.status === 'PACKED';
    if (!parcel || !isMissing || !isPast(parcel.respondBy, now)) return;
    await moveParcels(tx, locked, 'lapseUndelivered', [parcel], 'SYSTEM');
  },
  async RETURN_NEAR(tx, _locked, parcel) {
    if (parcel?.status === 'AT_POINT') await appendEvent(tx, 'ParcelReturningSoon', parcelSubject(parcel));
  },
  async HOLD_OVER(tx, locked, parcel, now) {
    if (parcel?.status !== 'AT_POINT' || !isPast(parcel.holdUntil, now)) return;
    await moveParcels(tx, locked, 'endHolding', [parcel], 'SYSTEM');
  },
  async UNCOLLECTED_LONG(tx, _locked, parcel) {
    if (parcel?.status !== 'UNCOLLECTED') return;
    await openTask(tx, {
      kind: 'LOST_PARCEL',
      title: `Paket ${parcel.code} belum diambil penjual`,
      detail:
        'Sudah lama di titik ambil: tidak diambil pembeli, tidak kembali ke penjual. Hubungi titik ambil dan penjual.',
      amount: parcel.total,
      subject: { orderKey: parcel.orderKey, parcelKey: parcel.key, pickupPointKey: parcel.pickupPointKey },
      once: `uncollected:${parcel.key}`,
    });
  },
  async RELEASE_MONEY(tx, locked, parcel) {
    if (parcel) await releaseMoney(tx, locked, parcel);
  },
  async DISPUTE_ANSWER_DUE(tx, locked, parcel, now) {
    await passToCurator(tx, locked, parcel, now, 'passBySilence');
  },
  async DISPUTE_OFFER_DUE(tx, locked, parcel, now) {
    await passToCurator(tx, locked, parcel, now, 'letOfferLapse');
  },
};

function isPast(dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && dueAt <= now;
}
