import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { globalId } from '../../../api/platform/keys.ts';
import type { Randomness } from '../../../simulators/stage/randomness.ts';
import type { FilledMarket, Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';
import { happensAtProvider, payAtProvider, untilHeard } from './pay.ts';
import { payTwice } from './pay-twice.ts';

/** An order as a buyer keeps it in mind. */
export interface Placed {
  readonly id: string;
  readonly code: string;
}

/** What a buyer needs. */
export interface BuyerLife {
  readonly clients: Clients;
  readonly market: FilledMarket;
  readonly who: Someone;
  readonly random: Randomness;
  readonly isOver: () => boolean;
  /** How long the buyer thinks between two orders at most, in milliseconds. */
  readonly thinkMs: number;
  /** Orders that the buyer will come for; the counter takes them from there. */
  readonly coming: { readonly who: Someone; readonly code: string }[];
}

const METHODS = ['QRIS', 'QRIS', 'QRIS', 'GOPAY', 'VA_BNI', 'VA_PERMATA', 'VA_PERMATA', 'CASH', 'CASH'] as const;

/** One buyer after another order, until it is over: fills the cart, orders, and then pays, changes, cancels or forgets it. */
export async function liveAsBuyer(life: BuyerLife): Promise<void> {
  const { clients, market, who, isOver, random, thinkMs } = life;
  await clients.act(who, 'setCartPickupPoint', randomUUID(), { pickupPointId: market.pointId }, 'cart { id }');
  while (!isOver()) {
    const placed = await order(life);
    if (placed) await goOn(life, placed);
    await pause(random.below(thinkMs));
  }
}

async function order({ clients, market, who, random }: BuyerLife): Promise<(Placed & { method: string }) | null> {
  const goods = shuffled(
    market.shops.map(({ good }) => good),
    random,
  ).slice(0, 1 + random.below(3));
  for (const { variantId } of goods)
    await clients.act(who, 'setCartLine', randomUUID(), { variantId, quantity: 1 + random.below(3) }, 'cart { id }');
  const code = random.below(3) === 0 ? market.vouchers[random.below(market.vouchers.length)] : undefined;
  if (code) await clients.act(who, 'applyVoucher', randomUUID(), { code }, 'cart { id }');
  const read = await clients.read<{ cart: { id: string; total: number } | null }>(who, '{ cart { id total } }', {});
  if (!read?.cart) return null;
  const method = METHODS[random.below(METHODS.length)] ?? 'QRIS';
  const key = randomUUID();
  const input = {
    cartId: read.cart.id,
    expectedTotal: read.cart.total,
    paymentMethod: method,
    idempotencyKey: key,
  };
  const place = (first: number) =>
    clients.act<{ order: Placed }>(who, 'placeOrder', key, input, 'order { id code }', first);
  // An impatient one taps twice, and the two taps arrive at different processes.
  const [placed] = await Promise.all(random.below(10) === 0 ? [place(0), place(1)] : [place(random.below(2))]);
  if (placed?.result) return { ...placed.result.order, method };
  // What cannot be had is taken out of the cart, or it would be in the way for ever.
  for (const { variantId } of goods)
    await clients.act(who, 'setCartLine', randomUUID(), { variantId, quantity: 0 }, 'cart { id }');
  await clients.act(who, 'removeVoucher', randomUUID(), {}, 'cart { id }');
  return null;
}

async function goOn(life: BuyerLife, placed: Placed & { method: string }): Promise<void> {
  const { clients, who, random, coming } = life;
  const chance = random.below(100);
  if (placed.method === 'CASH') {
    if (chance < 20) await cancel(life, placed);
    else coming.push({ who, code: placed.code });
    return;
  }
  if (chance < 55) {
    await payAtProvider(clients, who, placed.code, 1);
    if (chance < 8) await cancel(life, placed);
    else if (chance < 16) await takeBack(life, placed);
    else if (chance < 20) await cancelParcels(life, placed);
    if (chance < 48) coming.push({ who, code: placed.code }); // the others never come
  } else if (chance < 65) await cancel(life, placed);
  else if (chance < 72) {
    // Pays while calling it off: either may come first.
    await Promise.all([payAtProvider(clients, who, placed.code, 1), cancel(life, placed)]);
  } else if (chance < 85) {
    const key = randomUUID();
    const input = { orderId: placed.id, paymentMethod: 'GOPAY', idempotencyKey: key };
    await clients.act(who, 'changePaymentMethod', key, input, 'order { id code }');
    if (chance < 75) await payAtProvider(clients, who, placed.code, 1); // the code that was still on the screen
    if (chance < 82) await payAtProvider(clients, who, placed.code, 2);
  } else if (chance < 94) {
    const move = (['deny', 'expire', 'cancel'] as const)[chance % 3] ?? 'deny';
    await happensAtProvider(clients, who, move, `${placed.code}-a1`);
  } else if (chance < 98) {
    const isPaid = await payTwice(life, placed);
    if (isPaid && chance % 2 === 0) coming.push({ who, code: placed.code });
  }
}

/** The payer's bank takes the money back, within minutes where it can, or after a complaint; mostly when the market knows of it already. */
async function takeBack({ clients, who, random }: BuyerLife, { code, method }: Placed & { method: string }) {
  if (random.below(3) > 0) await untilHeard(clients, `${code}-a1`);
  await happensAtProvider(clients, who, method === 'VA_PERMATA' ? 'reverse' : 'chargeback', `${code}-a1`);
}

const PARCELS = `
  select p.id from parcel p join orders o on o.id = p.order_id where o.code = $1 and p.status = 'WAITING'`;

/** Calls one paid parcel after the other off, as long as its seller has not answered. */
async function cancelParcels({ clients, who }: BuyerLife, { code }: Placed): Promise<void> {
  await untilHeard(clients, `${code}-a1`);
  for (const { id } of await clients.look<{ id: string }>(PARCELS, [code])) {
    const parcelId = globalId('Parcel', id);
    await clients.act(who, 'cancelParcel', parcelId, { parcelId }, 'parcel { id }');
  }
}

function cancel({ clients, who }: BuyerLife, { id }: Placed): Promise<unknown> {
  return clients.act(who, 'cancelOrder', id, { orderId: id }, 'order { id code }');
}

function shuffled<Item>(items: readonly Item[], random: Randomness): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(random.below(left.length), 1));
  return drawn;
}
