import { postReleased, type RefundBearer } from '../../ledger/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { formatRupiah, type Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { lockParcel } from '../find-and-lock.ts';
import type { Parcel } from '../parcel.ts';
import { saleOf } from '../parcel-effects.ts';
import { readKey, readText } from '../read-text.ts';
import { wasAskedBefore } from './asked-before.ts';
import { BOOKS, oweRefundOf, refundableOf } from './owe-refund.ts';
import { keyReused, refuseUnlessPaid, tellRefunded } from './refund-lines.ts';

/** A kindness to a buyer. */
export interface Goodwill {
  readonly parcelId: string;
  /** Whole rupiah, above 0. */
  readonly amount: Rupiah;
  readonly borneBy: RefundBearer;
  /** For the buyer to read. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Gives money of a parcel that has ended back although its sale stands, for a curator, who says who bears it. Counts as refunded: all refunds
 * together never exceed what was paid. The same key of the same person is one gift.
 * Refuses NOT_FOUND, INVALID, WRONG_STATUS, NOT_PAID, TOO_MUCH {left}, IDEMPOTENCY_KEY_REUSED.
 */
export async function giveGoodwill(ctx: Context, { parcelId, amount, borneBy, ...said }: Goodwill): Promise<Parcel> {
  const reason = readText(said.reason, ['reason']);
  const idempotencyKey = readKey(said.idempotencyKey);
  if (!Number.isSafeInteger(amount) || amount < 1) refuse('INVALID', ['amount'], { limit: '> 0' });
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, parcelId, 'CURATOR');
    const asked = { idempotencyKey, input: JSON.stringify(['goodwill', parcel.key, amount, borneBy, reason]) };
    if (await wasAskedBefore(tx, asked)) return parcel;
    if (parcel.status !== 'COLLECTED' && parcel.status !== 'RETURNED')
      refuse('WRONG_STATUS', ['parcelId'], { status: parcel.status });
    refuseUnlessPaid(locked.order, parcel);
    const left = refundableOf(parcel);
    if (amount > left) refuse('TOO_MUCH', ['amount'], { left: formatRupiah(left) });
    const book = BOOKS.borneBy(borneBy, amount);
    const refund = { kind: 'GOODWILL', bearer: borneBy, lines: [], reason, asked, book } as const;
    await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), refund);
    // Nothing is held of a sale that was undone: what the seller bears counts against what is payable to it.
    if (parcel.status === 'RETURNED') await postReleased(tx, saleOf(locked.order, parcel), parcel.refundCount);
    await tellRefunded(tx, parcel, amount, 'CURATOR', reason);
    return parcel;
  }).catch(keyReused);
}
