import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { ownSellerKey } from '../sellers/index.ts';
import { SellerPickupPoint } from './seller-pickup-point.ts';
import { StoredPickupPoint } from './stored-pickup-point.ts';

/**
 * Says which points a shop of the caller serves; no point at all means every active one, also those to come. Gives the shop's key.
 * Refuses NOT_FOUND for the shop, POINT_UNKNOWN for a point.
 */
export function setSellerPoints(
  ctx: Context,
  { sellerId, pickupPointIds }: { readonly sellerId: string; readonly pickupPointIds: readonly string[] },
): Promise<string> {
  const sellerKey = ownSellerKey(ctx, sellerId, ['sellerId']);
  const chosen = [...new Set(pickupPointIds)].map(
    (id) => keyOf('PickupPoint', id) ?? refuse('POINT_UNKNOWN', ['pickupPointIds']),
  );
  return inTransaction(ctx, async (tx) => {
    await tx.execute('select 1 from seller where id = ? for no key update', [sellerKey]);
    const known = await tx.count(StoredPickupPoint, { key: { $in: chosen }, isActive: true });
    if (known < chosen.length) refuse('POINT_UNKNOWN', ['pickupPointIds']);
    await tx.nativeDelete(SellerPickupPoint, { sellerKey });
    for (const pickupPointKey of chosen) tx.create(SellerPickupPoint, { sellerKey, pickupPointKey });
    await appendEvent(tx, 'SellerPointsChanged', { sellerKey });
    return sellerKey;
  });
}
