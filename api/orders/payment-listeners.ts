import { postPaid, postPaidTooLate, postReversed } from '../ledger/index.ts';
import { type PaymentMethod, requestRefund } from '../payments/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { DomainEvent } from '../platform/jobs/events.ts';
import type { Rupiah } from '../platform/money.ts';
import { DomainError } from '../platform/refusal.ts';
import { type LockedOrder, lockOrder } from './lock-order.ts';
import { moveOrder } from './move-order.ts';
import { moveParcels } from './move-parcels.ts';
import { ORDER_TRANSITIONS } from './order-transitions.ts';
import { saleOf, settleSales } from './parcel-effects.ts';
import { followRefunds } from './refunds/follow-refunds.ts';
import { ENDED, type OrderPaymentStatus } from './statuses.ts';

/** Begins the effect of refunds that an order asks for; refunds of money that came twice begin otherwise and are not the order's. */
const REFUND_EFFECTS = ['parcel:', 'late:'];

/** Money has come. Pays the order; for one that had ended unpaid it is late, and the order is revived or the money goes back. */
export async function paymentSettled(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockedBy(tx, event);
  if (!locked || locked.order.paymentMethod === 'CASH') return;
  const { order } = locked;
  order.paymentMethod = (event.facts.method as PaymentMethod | undefined) ?? order.paymentMethod;
  order.paidAt = tx.context.clock.now();
  if (order.paymentStatus === 'AWAITING') return pay(tx, locked);
  if (await revived(tx, locked)) return;
  await oweAll(tx, locked);
}

/** The provider's deadline passed unpaid. */
export async function paymentExpired(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockedBy(tx, event);
  if (locked?.order.paymentStatus === 'AWAITING') await endUnpaid(tx, locked, 'expire');
}

/** The payment was called off elsewhere. */
export async function paymentCancelled(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockedBy(tx, event);
  if (locked?.order.paymentStatus === 'AWAITING') await endUnpaid(tx, locked, 'cancel');
}

/** The provider took the settlement back: what is not handed over stays, and the sale is undone. */
export async function paymentReversed(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockedBy(tx, event);
  if (!locked) return;
  const { order, payment, parcels } = locked;
  const live = parcels.filter(({ status }) => !ENDED.has(status));
  if (mayReverse(order.paymentStatus)) await moveOrder(tx, order, 'reverse');
  const atPoint = live.filter(({ status }) => status === 'AT_POINT');
  const coming = live.filter(({ status }) => status !== 'AT_POINT' && status !== 'UNCOLLECTED');
  await moveParcels(tx, locked, 'reverse', coming, 'SYSTEM');
  await moveParcels(tx, locked, 'reverseAtPoint', atPoint, 'SYSTEM');
  await postReversed(tx, payment.key, {
    amount: Number(event.facts.amount),
    undone: live.map((parcel) => ({ sale: saleOf(order, parcel), refunds: parcel.refundCount })),
    refundsCalledOff: Number(event.facts.refundsCalledOff ?? 0),
  });
}

function mayReverse(status: OrderPaymentStatus): boolean {
  return ORDER_TRANSITIONS.reverse.from.some((from) => from === status);
}

/** Money has gone back to the buyer. */
export async function refundSent(tx: Tx, event: DomainEvent): Promise<void> {
  const locked = await lockedBy(tx, event);
  if (!locked || !(await isRefundOfOrder(tx, event.subject.refundKey))) return;
  const { order } = locked;
  const amount = Number(event.facts.amount);
  order.refundedTotal += amount;
  await followRefunds(tx, locked, amount);
}

/** Ends an unpaid order, its parcels with it. */
export async function endUnpaid(tx: Tx, locked: LockedOrder, move: 'expire' | 'cancel'): Promise<void> {
  await moveOrder(tx, locked.order, move);
  await moveParcels(tx, locked, 'cancelHeld', locked.parcels, 'SYSTEM');
}

async function pay(tx: Tx, locked: LockedOrder): Promise<void> {
  const { order, payment, parcels } = locked;
  await moveOrder(tx, order, 'pay', { amount: order.total });
  await settleSales(tx, parcels);
  await postPaid(
    tx,
    payment.key,
    parcels.map((parcel) => saleOf(order, parcel)),
  );
  await moveParcels(tx, locked, 'start', parcels, 'SYSTEM');
}

/** Late money: takes goods and room again. False, and nothing done, when they cannot be had. */
async function revived(tx: Tx, locked: LockedOrder): Promise<boolean> {
  const { order, payment, parcels } = locked;
  const before = { queued: tx.queued.length, recorded: tx.recorded.length };
  await tx.flush();
  await tx.execute('savepoint revive');
  try {
    await moveParcels(tx, locked, 'revive', parcels, 'SYSTEM');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await tx.execute('rollback to savepoint revive');
    tx.queued.length = before.queued;
    tx.recorded.length = before.recorded;
    for (const parcel of parcels) parcel.isSettled = false;
    return false;
  }
  await tx.execute('release savepoint revive');
  await moveOrder(tx, order, 'revive', { amount: order.total, late: true });
  await postPaid(
    tx,
    payment.key,
    parcels.map((parcel) => saleOf(order, parcel)),
  );
  return true;
}

async function oweAll(tx: Tx, { order, payment }: LockedOrder): Promise<void> {
  const amount: Rupiah = order.total;
  await moveOrder(tx, order, 'oweRefund', { amount });
  await postPaidTooLate(tx, payment.key, amount);
  order.refundDueTotal = amount;
  await requestRefund(tx, {
    paymentKey: payment.key,
    amount,
    reason: 'Pembayaran datang terlambat dan barangnya sudah tidak tersedia',
    effect: `late:${order.key}`,
  });
}

async function isRefundOfOrder(tx: Tx, refundKey: string | undefined): Promise<boolean> {
  const [refund] = await tx.execute<{ effect: string }[]>('select effect from refund where id = ?', [
    refundKey ?? null,
  ]);
  return REFUND_EFFECTS.some((effect) => refund?.effect.startsWith(effect));
}

/** The order that a payment's event is about, locked; null when it is about something else. */
function lockedBy(tx: Tx, event: DomainEvent): Promise<LockedOrder | null> {
  return lockOrder(tx, event.subject.reference ?? '');
}
