import { isCurator, recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { brokenConstraint, inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { appendEvent } from '../../platform/jobs/events.ts';
import { keyOf } from '../../platform/keys.ts';
import { refuse } from '../../platform/refusal.ts';
import { lockParcel } from '../find-and-lock.ts';
import { parcelSubject } from '../move-parcels.ts';
import type { Order } from '../order.ts';
import type { OrderLine } from '../order-line.ts';
import type { Parcel } from '../parcel.ts';
import { saleOf } from '../parcel-effects.ts';
import { readKey, readText } from '../read-text.ts';
import { wasAskedBefore } from './asked-before.ts';
import { countOffMissing } from './count-off-missing.ts';
import { BOOKS, linesToRefund, oweRefundOf, refundableOf } from './owe-refund.ts';
import { piecesLeftOf, refundOfPieces } from './refund-shares.ts';

/** Some pieces of some lines of a parcel that are to be refunded. */
export interface LinesToRefund {
  readonly parcelId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** For the buyer to read. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Most lines in one request. */
const MOST_LINES = 100;

/**
 * Refunds pieces of a parcel, with their share of the fee, for a member of its seller or a curator: before it is packed, when the shop does not
 * have them (some pieces must remain; the missing ones are counted off), or after it was collected. The same key of the same person is one refund.
 * Refuses NOT_FOUND, INVALID, WRONG_STATUS, NOT_PAID, TOO_MANY_PIECES {left}, NOTHING_REMAINS, NOTHING_LEFT, IDEMPOTENCY_KEY_REUSED.
 */
export async function refundLines(ctx: Context, wanted: LinesToRefund): Promise<Parcel> {
  const reason = readText(wanted.reason, ['reason']);
  const pieces = readPieces(wanted.lines);
  const idempotencyKey = readKey(wanted.idempotencyKey);
  const as = isCurator(ctx) ? 'CURATOR' : 'SELLER';
  return inTransaction(ctx, async (tx) => {
    const { locked, parcel } = await lockParcel(tx, wanted.parcelId, as);
    const asked = { idempotencyKey, input: JSON.stringify(['lines', parcel.key, [...pieces].sort(), reason]) };
    if (await wasAskedBefore(tx, asked)) return parcel;
    const isLive = parcel.status === 'WAITING' || parcel.status === 'ACCEPTED';
    if (!isLive && parcel.status !== 'COLLECTED') refuse('WRONG_STATUS', ['parcelId'], { status: parcel.status });
    refuseUnlessPaid(locked.order, parcel);
    const lines = await linesToRefund(tx, parcel);
    refuseTooMany(lines, pieces);
    const taken = [...pieces.values()].reduce((sum, count) => sum + count, 0);
    if (isLive && taken === piecesLeftOf(lines)) refuse('NOTHING_REMAINS', ['lines']);
    const share = refundOfPieces(refundableOf(parcel), lines, pieces);
    // What a voucher paid for and the shop does not have falls away, although nothing of the buyer's goes back.
    if (share.amount === 0 && !isLive) refuse('NOTHING_LEFT', ['lines']);
    if (isLive) await countOffMissing(tx, parcel, lines, pieces);
    const book = BOOKS.sale(share.amount, share.undone);
    const refund = { kind: 'LINES', bearer: 'SALE', lines: share.lines, reason, asked, book } as const;
    await oweRefundOf(tx, locked, parcel, saleOf(locked.order, parcel), refund);
    await tellRefunded(tx, parcel, share.amount, as, reason);
    return parcel;
  }).catch(keyReused);
}

/** Refuses NOT_PAID for a parcel of which nothing was paid, or whose payment the provider took back. */
export function refuseUnlessPaid(order: Order, parcel: Parcel): void {
  if (!parcel.isSettled || order.paymentStatus === 'REVERSED') refuse('NOT_PAID', ['parcelId']);
}

/** Records that a part of a parcel goes back, or with 0 rupiah that pieces of it fell away: the event, and in the audit log what a curator did. */
export async function tellRefunded(
  tx: Tx,
  parcel: Parcel,
  amount: number,
  as: 'SELLER' | 'CURATOR',
  reason: string,
): Promise<void> {
  const tell = as === 'CURATOR' ? ['BUYER', 'SELLER'] : ['BUYER'];
  if (as === 'CURATOR')
    recordAudit(tx, 'refundParcel', { orderKey: parcel.orderKey, parcelKey: parcel.key }, `${amount}: ${reason}`);
  if (amount > 0) await appendEvent(tx, 'ParcelPartlyRefunded', parcelSubject(parcel), { amount, reason, tell });
  else await appendEvent(tx, 'ParcelPiecesMissing', parcelSubject(parcel), { reason, tell });
}

/** The key was used at the same moment for something else: for another order, so that nobody waited for anybody. */
export function keyReused(error: unknown): never {
  if (brokenConstraint(error) === 'parcel_refund_key_once') refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  throw error;
}

/** Pieces by the keys of their lines. Refuses INVALID, and NOT_FOUND for what is no line, or is named twice. */
export function readPieces(lines: LinesToRefund['lines']): Map<string, number> {
  if (lines.length === 0 || lines.length > MOST_LINES) refuse('INVALID', ['lines'], { limit: `1-${MOST_LINES}` });
  const pieces = new Map<string, number>();
  for (const [at, { lineId, quantity }] of lines.entries()) {
    const key = keyOf('OrderLine', lineId);
    if (!key || pieces.has(key)) refuse('NOT_FOUND', ['lines', String(at), 'lineId']);
    if (quantity < 1 || quantity > 999) refuse('INVALID', ['lines', String(at), 'quantity'], { limit: '1-999' });
    pieces.set(key, quantity);
  }
  return pieces;
}

/** Refuses NOT_FOUND for a line of another parcel, TOO_MANY_PIECES {left} for more than it has left. */
export function refuseTooMany(lines: readonly OrderLine[], pieces: ReadonlyMap<string, number>): void {
  for (const [at, [key, count]] of [...pieces].entries()) {
    const line = lines.find((each) => each.key === key);
    if (!line) refuse('NOT_FOUND', ['lines', String(at), 'lineId']);
    const left = line.quantity - line.refundedQuantity;
    if (count > left) refuse('TOO_MANY_PIECES', ['lines', String(at), 'quantity'], { left });
  }
}
