import { LockMode } from '@mikro-orm/core';
import type { GeoPointInput } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { globalId } from '../platform/keys.ts';
import { halalCertificate, shopAddress, shopDescription, shopName, shopPlace } from './seller-particulars.ts';
import { ownSellerKey } from './seller-rules.ts';
import { StoredSeller } from './stored-seller.ts';

/** What the members of a shop may change; what is left out stays. */
export interface ShopChange {
  readonly sellerId: string;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly kelurahanId?: string | null;
  readonly address?: string | null;
  readonly location?: GeoPointInput | null;
  /** Empty takes it away. */
  readonly halalCertificate?: string | null;
  /** No orders before this instant; null opens the shop again. */
  readonly holidayUntil?: Date | null;
}

/** Changes a shop of the caller. Refuses NOT_FOUND and what is wrong with the particulars. Gives the shop's key. */
export async function updateSeller(ctx: Context, input: ShopChange): Promise<string> {
  const key = ownSellerKey(ctx, input.sellerId, ['sellerId']);
  return inTransaction(ctx, async (tx) => {
    const seller = await tx.findOneOrFail(StoredSeller, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    seller.name = typeof input.name === 'string' ? shopName(input.name) : seller.name;
    if (typeof input.description === 'string') seller.description = shopDescription(input.description);
    if (typeof input.address === 'string') seller.address = shopAddress(input.address);
    if (input.halalCertificate !== undefined) seller.halalCertificate = halalCertificate(input.halalCertificate);
    if (input.holidayUntil !== undefined) seller.holidayUntil = input.holidayUntil;
    if (input.kelurahanId || input.location) {
      const kelurahanId = input.kelurahanId ?? globalId('Kelurahan', seller.kelurahanKey);
      Object.assign(seller, await shopPlace(tx, kelurahanId, input.location ?? null));
    }
    await appendEvent(tx, 'SellerUpdated', { sellerKey: key });
    return key;
  });
}
