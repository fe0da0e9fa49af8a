import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { SellerStatus, StoredSeller } from '../../../api/sellers/index.ts';
import { aPerson, type Maker, type Person } from './accounts.ts';
import { aKelurahan } from './geography.ts';

let shops = 0;

/** A shop with its owner. */
export interface Shop {
  readonly seller: StoredSeller;
  readonly owner: Person;
}

/** How a shop differs from the usual one. */
export interface ShopAsked {
  readonly name?: string;
  readonly status?: SellerStatus;
  readonly kelurahanKey?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly halalCertificate?: string;
  readonly ownerPhone?: string;
}

/** A verified shop in Depok, and the person who owns it. */
export async function aSeller(world: Maker, asked: ShopAsked = {}): Promise<Shop> {
  shops += 1;
  const ctx = world.context();
  const { name = `Dapur Bu Tini ${shops}`, status = SellerStatus.VERIFIED } = asked;
  const kelurahanKey = asked.kelurahanKey ?? (await aKelurahan(world)).key;
  const now = ctx.clock.now();
  const seller = await inTransaction(ctx, async (tx) => {
    const made = tx.create(StoredSeller, {
      slug: `toko-${shops}`,
      name,
      description: 'Keripik dan kue basah rumahan.',
      kelurahanKey,
      address: 'Jl. Mawar No. 7',
      latitude: asked.latitude ?? -6.394,
      longitude: asked.longitude ?? 106.8225,
      status,
      halalCertificate: asked.halalCertificate ?? null,
      createdAt: now,
      verifiedAt: status === SellerStatus.VERIFIED ? now : null,
    });
    await tx.flush();
    return made;
  });
  const owner = await aPerson(world, {
    name: 'Bu Tini Rahmawati',
    roles: [['SELLER_OWNER', seller.key]],
    ...(asked.ownerPhone && { phone: asked.ownerPhone }),
  });
  return { seller, owner };
}
