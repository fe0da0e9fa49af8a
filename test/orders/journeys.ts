import { Client } from 'pg';
import { acceptParcel, markParcelPacked } from '../../api/orders/answer-parcel.ts';
import { type Collected, collectParcel } from '../../api/orders/collect-parcel.ts';
import { pinOf } from '../../api/orders/collection.ts';
import { receiveParcel } from '../../api/orders/counter.ts';
import { Order, type Parcel, type ParcelStatus } from '../../api/orders/index.ts';
import { sweepTimers } from '../../api/orders/sweep-timers.ts';
import { Payment, refreshPayment } from '../../api/payments/index.ts';
import { refreshAttempt } from '../../api/payments/refresh-payment.ts';
import { globalId } from '../../api/platform/keys.ts';
import type { Market } from '../support/makers/orders.ts';
import type { MarketWorld } from '../support/market-world.ts';
import { parcelsOf } from './read-back.ts';

/** The order as it is now. */
export function orderNow(world: MarketWorld, { key }: Pick<Order, 'key'>): Promise<Order> {
  return world.context().em.fork().findOneOrFail(Order, { key });
}

/** Pulls a string of the payment simulator. */
export async function provider(world: MarketWorld, move: string, order: Order, attempt = 1): Promise<void> {
  const answer = await fetch(`${world.midtrans.url}/__sim/${move}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `${order.code}-a${attempt}` }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Has us ask the provider about the payment of an order; the first time this charges it. */
export async function askProvider(world: MarketWorld, order: Order): Promise<void> {
  const { key } = await world.context().em.fork().findOneOrFail(Payment, { reference: order.key });
  await refreshPayment(world.context(), key);
}

/** The buyer pays, and we hear of it. */
export async function pay(world: MarketWorld, order: Order): Promise<void> {
  await askProvider(world, order);
  await provider(world, 'pay', order);
  await askProvider(world, order);
}

/** The bank takes the payment back, and we hear of it: within minutes, or later, after the payer complained there. */
export async function reverse(
  world: MarketWorld,
  order: Order,
  how: 'reverse' | 'chargeback' = 'reverse',
): Promise<void> {
  await provider(world, how, order);
  const [attempt] = await world
    .context()
    .read.rows<{ id: string }>(
      'select a.id from payment_attempt a join payment p on p.id = a.payment_id where p.reference = $1',
      [order.key],
    );
  await refreshAttempt(world.context(), attempt!.id);
}

/** The sellers of the market accept and pack their parcels of an order, and the operator takes them in. */
export async function bringToPoint(world: MarketWorld, market: Market, order: Order): Promise<Parcel[]> {
  for (const parcel of await parcelsOf(world, market, order)) {
    const stall = market.stalls.find(({ seller }) => seller.key === parcel.sellerKey)!;
    const seller = world.context(stall.owner.actor);
    await acceptParcel(seller, globalId('Parcel', parcel.key));
    await markParcelPacked(seller, globalId('Parcel', parcel.key));
    const at = { pointId: market.pointId, parcelCode: parcel.code, shelf: 'A3' };
    await receiveParcel(world.context(market.operator.actor), at);
  }
  return parcelsOf(world, market, order);
}

/** The operator hands the parcels of an order over, with the right code and PIN unless said otherwise. */
export async function handOver(
  world: MarketWorld,
  market: Market,
  order: Order,
  change: { pin?: string; cashTaken?: number | null; collectCode?: string } = {},
): Promise<Collected> {
  const { collectCode, ...now } = await orderNow(world, order);
  const pin = pinOf(world.context(), now as Order);
  const usual = { pointId: market.pointId, collectCode, pin, cashTaken: null };
  return collectParcel(world.context(market.operator.actor), { ...usual, ...change });
}

/** Runs the sweep of timers once, as the cron line does each minute. */
export function sweep(world: MarketWorld): Promise<void> {
  return sweepTimers.run({} as never, world.context());
}

/** Puts parcels into a status behind the back of every guard, to see what can be done from there. */
export async function forceStatus(
  world: MarketWorld,
  parcelKeys: readonly string[],
  status: ParcelStatus,
): Promise<void> {
  const client = new Client({ connectionString: world.database.superuserUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `update parcel set status = $2, reject_reason = 'rusak', hold_until = '2027-01-01' where id = any($1::uuid[])`,
    [parcelKeys, status],
  );
  await client.end();
}
