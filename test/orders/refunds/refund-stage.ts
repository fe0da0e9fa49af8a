import type { Order, Parcel } from '../../../api/orders/index.ts';
import { OrderLine } from '../../../api/orders/index.ts';
import type { PaymentMethod } from '../../../api/payments/index.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { aCurator, type Person } from '../../support/makers/accounts.ts';
import { aMarket, anOrder, type Buyer, type Market } from '../../support/makers/orders.ts';
import type { MarketWorld } from '../../support/market-world.ts';
import { booked, booksOf } from '../books.ts';
import { bringToPoint, handOver, pay } from '../journeys.ts';
import { parcelsOf } from '../read-back.ts';

/** A paid order of three pieces at 10,000 in each of its parcels: goods 30,000, fee 2,000, commission 900. */
export interface RefundStage {
  readonly market: Market;
  readonly order: Order;
  readonly buyer: Buyer;
  readonly seller: Person;
  readonly curator: Person;
  readonly parcels: readonly Parcel[];
  /** Public id of the first parcel, and of its only line. */
  readonly parcelId: string;
  readonly lineId: string;
}

/** Sets the stage, with one shop unless more are asked for, up to payment. */
export async function aPaidOrder(world: MarketWorld, shops = 1, method: PaymentMethod = 'QRIS'): Promise<RefundStage> {
  const market = await aMarket(world, { shops, price: 10_000 });
  const { order, buyer } = await anOrder(world, market, { paymentMethod: method, quantity: 3 });
  if (method !== 'CASH') await pay(world, order);
  const parcels = await parcelsOf(world, market, order);
  const line = await world.context().em.fork().findOneOrFail(OrderLine, { parcelKey: parcels[0]!.key });
  return {
    market,
    order,
    buyer,
    seller: market.stalls[0]!.owner,
    curator: await aCurator(world),
    parcels,
    parcelId: globalId('Parcel', parcels[0]!.key),
    lineId: globalId('OrderLine', line.key),
  };
}

/** The same, collected. */
export async function aCollectedOrder(
  world: MarketWorld,
  shops = 1,
  method: PaymentMethod = 'QRIS',
): Promise<RefundStage> {
  const staged = await aPaidOrder(world, shops, method);
  await bringToPoint(world, staged.market, staged.order);
  await handOver(world, staged.market, staged.order, { cashTaken: method === 'CASH' ? 32_000 * shops : null });
  return staged;
}

/** What an act changes in the books of an order. */
export async function bookedBy(
  world: MarketWorld,
  { order }: Pick<RefundStage, 'order'>,
  act: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await booksOf(world, order);
  await act();
  return booked(before, await booksOf(world, order));
}

/** Amounts of the refunds of an order, as payments have them, in their order. */
export async function refundsOf(world: MarketWorld, { order }: Pick<RefundStage, 'order'>): Promise<number[]> {
  const rows = await world
    .context()
    .read.rows<{ amount: number }>(
      'select r.amount::int from refund r join payment p on p.id = r.payment_id where p.reference = $1 order by r.id',
      [order.key],
    );
  return rows.map(({ amount }) => amount);
}
