import { isCurator, recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { refuse } from '../../platform/refusal.ts';
import { ORDER_CODE_LETTERS, readCode } from '../codes.ts';
import { lockParcel } from '../find-and-lock.ts';
import { type LockedOrder, lockOrder } from '../lock-order.ts';
import { moveParcels } from '../move-parcels.ts';
import type { Order } from '../order.ts';
import type { Parcel } from '../parcel.ts';
import { saleOf } from '../parcel-effects.ts';
import { readText } from '../read-text.ts';
import type { ParcelStatus } from '../statuses.ts';
import { BOOKS, linesToRefund, oweRefundOf, refundableOf } from './owe-refund.ts';
import { refuseUnlessPaid, tellRefunded } from './refund-lines.ts';
import { refundOfRest } from './refund-shares.ts';

/** Parcels that a curator may stop: nothing of them is at the point yet. */
const STOPPABLE: ReadonlySet<ParcelStatus> = new Set<ParcelStatus>(['WAITING', 'ACCEPTED', 'PACKED']);

/**
 * Refunds what is left of every parcel of an order, for a curator: those under way are called off, collected ones keep their goods. Doing it
 * again changes nothing. Refuses NOT_FOUND, INVALID, WRONG_STATUS while a parcel lies at the point, NOT_PAID.
 */
export async function refundOrder(ctx: Context, orderCode: string, why: string): Promise<Order> {
  const reason = readText(why, ['reason']);
  return inTransaction(ctx, async (tx) => {
    const code = readCode(orderCode, ORDER_CODE_LETTERS, 'BJ');
    const [found] =
      code && isCurator(ctx)
        ? await tx.execute<{ id: string }[]>('select id from orders where code = ?', [`BJ-${code}`])
        : [];
    if (!found) refuse('NOT_FOUND', ['orderCode']);
    const locked = (await lockOrder(tx, found.id))!;
    await refundAll(tx, locked, locked.parcels, reason);
    return locked.order;
  });
}

/** The same for one parcel. Refuses NOT_FOUND, INVALID, WRONG_STATUS, NOT_PAID. */
export async function refundParcel(ctx: Context, parcelId: string, why: string): Promise<Parcel> {
  const reason = readText(why, ['reason']);
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'CURATOR');
    await refundAll(tx, locked, [parcel], reason);
    return parcel;
  });
}

async function refundAll(tx: Tx, locked: LockedOrder, parcels: readonly Parcel[], reason: string): Promise<void> {
  const paid = parcels.filter(({ isSettled, refundDue }) => isSettled || refundDue > 0);
  if (paid.length === 0) refuse('NOT_PAID');
  const left = paid.filter((parcel) => refundableOf(parcel) > 0 && parcel.status !== 'RETURNED');
  for (const parcel of left) {
    refuseUnlessPaid(locked.order, parcel);
    if (!STOPPABLE.has(parcel.status) && parcel.status !== 'COLLECTED')
      refuse('WRONG_STATUS', [], { status: parcel.status });
  }
  const stopped = left.filter(({ status }) => STOPPABLE.has(status));
  await moveParcels(tx, locked, 'callOff', stopped, 'CURATOR', reason);
  for (const { orderKey, key } of stopped) recordAudit(tx, 'refundParcel', { orderKey, parcelKey: key }, reason);
  for (const parcel of left.filter((each) => !stopped.includes(each))) {
    const rest = refundOfRest(refundableOf(parcel), await linesToRefund(tx, parcel));
    const book = BOOKS.sale(rest.amount);
    const refund = { kind: 'PARCEL', bearer: 'SALE', lines: rest.lines, reason, book } as const;
    await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), refund);
    await tellRefunded(tx, parcel, rest.amount, 'CURATOR', reason);
  }
}
