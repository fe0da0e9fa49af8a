import { postReleased } from '../../ledger/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { Parcel } from '../parcel.ts';
import { saleOf } from '../parcel-effects.ts';
import { LIVE_DISPUTES } from './dispute-status.ts';

const HOUR = 3_600_000;

/** Until when the buyer of a collected parcel may complain; its money is held as long, for seller, point and community. */
export function complaintsEndAt({ orderSettings }: Context, { movedAt }: Parcel): Date {
  return new Date(movedAt.getTime() + orderSettings.releaseHours * HOUR);
}

/**
 * Releases what is held of a parcel of a locked order once the time for complaints is over, once; nothing while a dispute holds it,
 * which calls this again at its end.
 */
export async function releaseMoney(tx: Tx, { order }: LockedOrder, parcel: Parcel): Promise<void> {
  const isEarned = parcel.status === 'COLLECTED' || parcel.status === 'LOST';
  if (!isEarned || complaintsEndAt(tx.context, parcel) > tx.context.clock.now()) return;
  await tx.flush();
  const [live] = await tx.execute<{ id: string }[]>(
    'select id from dispute where parcel_id = ? and status = any(?::text[])',
    [parcel.key, `{${[...LIVE_DISPUTES].join(',')}}`],
  );
  if (!live) await postReleased(tx, saleOf(order, parcel), parcel.refundCount);
}
