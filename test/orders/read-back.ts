import type { Order } from '../../api/orders/index.ts';
import { Parcel } from '../../api/orders/index.ts';
import type { Maker } from '../support/makers/accounts.ts';
import type { Market } from '../support/makers/orders.ts';

/** Stock of what the stalls of a market sell, in their order. */
export async function stockOf(world: Maker, { stalls }: Market): Promise<{ onHand: number; reserved: number }[]> {
  const keys = stalls.map(({ goods }) => goods.variantKey);
  const rows = await world
    .context()
    .read.rows<{ key: string; onHand: number; reserved: number }>(
      'select variant_id as key, on_hand as "onHand", reserved from stock where variant_id = any($1::uuid[])',
      [keys],
    );
  return keys.map((key) => {
    const { onHand, reserved } = rows.find((row) => row.key === key)!;
    return { onHand, reserved };
  });
}

/** Parcels for which room is held at the market's point. */
export async function roomOf(world: Maker, { point }: Market): Promise<number> {
  const [row] = await world
    .context()
    .read.rows<{ taken: number }>('select room_taken as taken from pickup_point where id = $1', [point.key]);
  return row!.taken;
}

/** The parcels of an order as they are now, in order of their sellers in the market. */
export async function parcelsOf(world: Maker, { stalls }: Market, order: Order): Promise<Parcel[]> {
  const parcels = await world.context().em.fork().find(Parcel, { orderKey: order.key });
  return stalls.map(({ seller }) => parcels.find(({ sellerKey }) => sellerKey === seller.key)!).filter(Boolean);
}
