import { giveVoucherBack, takeVoucherAgain } from '../carts/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { fulfilmentOf } from './finish-order.ts';
import type { Move } from './parcel-effects.ts';
import type { ParcelStatus } from './statuses.ts';

/**
 * What a move of parcels means for the voucher that their order used: the use is given back when the order ends with nothing
 * collected, paid or not, and taken again when late money revives it. Call it before the parcels have moved.
 */
export async function settleVoucherUse(tx: Tx, { order, parcels, moving }: Move, to: ParcelStatus): Promise<void> {
  if (order.voucherKey === null) return;
  const before = fulfilmentOf(parcels.map(({ status }) => status));
  const after = fulfilmentOf(parcels.map((parcel) => (moving.includes(parcel) ? to : parcel.status)));
  if (after === 'CANCELLED' && before === 'OPEN') await giveVoucherBack(tx, order.key);
  if (after === 'OPEN' && before === 'CANCELLED') await takeVoucherAgain(tx, order.key);
}
