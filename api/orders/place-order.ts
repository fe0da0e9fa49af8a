import {
  lockCartOfAccount,
  priceLines,
  type Quote,
  quoteCart,
  redeemVoucher,
  takingOutBought,
} from '../carts/index.ts';
import { reservingStock } from '../inventory/index.ts';
import { type NewPayment, openPayment, type PaymentMethod, payBy } from '../payments/index.ts';
import { expectedPickupAt, takingRoom } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { runSteps } from '../platform/database/steps.ts';
import { brokenConstraint, inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { outboxStep } from '../platform/jobs/outbox.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { DomainError, refuse } from '../platform/refusal.ts';
import { copyQuote } from './copy-quote.ts';
import { orderSubject } from './move-order.ts';
import { moveParcels } from './move-parcels.ts';
import { Order } from './order.ts';
import { type OrdersBefore, ordersBefore, placedWithKey } from './orders-before.ts';
import { inTurn, refuseWaiting } from './place-in-turn.ts';
import { readKey } from './read-text.ts';
import { wakeSweep } from './start-timers.ts';
import { writingOrder } from './write-order.ts';

/** What the buyer sends to turn a cart into an order. */
export interface OrderWanted {
  readonly cartId: string;
  /** The sum that the buyer saw, in rupiah. */
  readonly expectedTotal: Rupiah;
  readonly paymentMethod: PaymentMethod;
  readonly idempotencyKey: string;
}

/** Lost to a parallel call, or to chance: the second run sees what won, or draws other codes. */
const RUN_AGAIN = new Set([
  'orders_idempotency_once',
  'orders_code_once',
  'orders_collect_code_once',
  'parcel_code_once',
]);
const RUNS = 5;

/**
 * Places the order that a cart describes and reserves its stock and its room at the pickup point. The same key of the same buyer
 * gives the same order. Refuses with the codes of PLACE_ORDER. Payment starts afterwards, from the event.
 */
export async function placeOrder(ctx: Context, input: OrderWanted): Promise<Order> {
  readKey(input.idempotencyKey);
  return inTurn({ ctx, input }, () => placeNow(ctx, input));
}

async function placeNow(ctx: Context, input: OrderWanted): Promise<Order> {
  for (let run = 1; ; run += 1) {
    try {
      return await inTransaction(ctx, (tx) => place(tx, input));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'OUT_OF_STOCK') await refuseWaiting(ctx);
      // A cart that was merged or swept away since has still given its order.
      const placed = isNotFound(error) ? await placedWithKey(ctx, input.idempotencyKey) : null;
      if (placed) return sameInputOrRefuse(placed, input);
      if (run >= RUNS || !RUN_AGAIN.has(brokenConstraint(error) ?? '')) throw error;
    }
  }
}

async function place(tx: Tx, input: OrderWanted): Promise<Order> {
  const { actor, clock } = tx.context;
  // Lock, then look: of two equal calls the second waits here, and then finds the order of the first.
  const cart = await lockCartOfAccount(tx, actor, input.cartId);
  const [before, priced] = await Promise.all([
    ordersBefore(tx, actor.key!, input.idempotencyKey, cart.pickupPointKey),
    priceLines(tx, cart),
  ]);
  if (before.placedKey) return sameInputOrRefuse(await tx.findOneOrFail(Order, { key: before.placedKey }), input);
  const now = clock.now();
  const quote = await quoteCart(tx, cart, priced);
  refuseOtherTotal(quote, input.expectedTotal);
  refuseTooMany(tx, quote, before);
  const placed = copyQuote(tx, quote, input, idempotencyInputOf(input), {
    payBy: payBy(input.paymentMethod, now),
    expectedPickupAt: before.point && expectedPickupAt(before.point, now),
  });
  const { order, parcels } = placed;
  const { voucherKey, buyerKey, discountTotal } = order;
  if (order.payBy) wakeSweep(tx, order.payBy);
  const { payment, step: paying } = await openPayment(tx, paymentOf(order, quote));
  const facts = { total: order.total, paymentMethod: order.paymentMethod, parcels: parcels.length };
  await appendEvent(tx, 'OrderPlaced', orderSubject(order), facts);
  // Stock, then voucher, then room: rows that others wait for are locked in one order, and last.
  const own = [writingOrder(placed), takingOutBought(tx, cart, quote), paying];
  const stock = reservingStock(tx, quote.lines, `order:${order.key}`);
  const room = takingRoom(tx, quote.pickupPointKey, parcels.length);
  if (voucherKey) {
    await runSteps(tx, [...own, stock]);
    await redeemVoucher(tx, { voucherKey, buyerKey, orderKey: order.key, discount: discountTotal });
    await runSteps(tx, [room]);
  } else await runSteps(tx, [...own, outboxStep(tx)!, stock, room]);
  if (order.paymentMethod === 'CASH') {
    for (const row of [order, ...parcels]) tx.merge(row);
    await moveParcels(tx, { order, payment, parcels }, 'start', parcels, 'SYSTEM');
  }
  return order;
}

/** What the buyer saw is what the buyer pays. */
function refuseOtherTotal({ total, lines, voucher }: Quote, expectedTotal: Rupiah): void {
  if (total === expectedTotal) return;
  const cut = lines.find(({ issue }) => issue === 'QUANTITY_REDUCED');
  if (cut) refuse('OUT_OF_STOCK', ['cartId'], { title: cut.title, left: cut.quantity });
  if (voucher?.problem) refuse(voucher.problem.code, ['cartId'], voucher.problem.values);
  refuse('PRICE_CHANGED', ['expectedTotal'], { total: formatRupiah(total) });
}

function refuseTooMany(tx: Tx, { lines }: Quote, { unpaid, pieces }: OrdersBefore): void {
  const { unpaidOrders, piecesOfOneVariant } = tx.context.orderSettings;
  if (unpaid >= unpaidOrders) refuse('TOO_MANY_UNPAID_ORDERS', [], { limit: unpaidOrders });
  const many = lines.find(({ variantKey, quantity }) => quantity + (pieces[variantKey] ?? 0) > piecesOfOneVariant);
  if (many) refuse('TOO_MANY_PIECES', ['cartId'], { title: many.title, limit: piecesOfOneVariant });
}

function sameInputOrRefuse(placed: Order, input: OrderWanted): Order {
  if (placed.idempotencyInput !== idempotencyInputOf(input)) refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
  return placed;
}

function idempotencyInputOf({ cartId, expectedTotal, paymentMethod }: OrderWanted): string {
  return JSON.stringify([cartId, expectedTotal, paymentMethod]);
}

function isNotFound(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'NOT_FOUND';
}

/** The payment that a new order opens; its lines sum to what the buyer pays. Names are whole: what the provider takes of them is its adapter's to know. */
export function paymentOf(order: Order, quote: Quote): NewPayment {
  const goods = quote.lines.map(({ variantKey, title, unitPrice, quantity }) => ({
    id: variantKey,
    name: title,
    price: unitPrice,
    quantity,
  }));
  const fee = { id: 'titik-ambil', name: 'Biaya titik ambil', price: quote.pointFeeTotal, quantity: 1 };
  // The provider takes a discount as a line of less than nothing: the lines must sum to the amount.
  const voucher = { id: 'voucher', name: 'Potongan voucher', price: -quote.discountTotal, quantity: 1 };
  return {
    reference: order.key,
    orderCode: order.code,
    payerKey: order.buyerKey,
    amount: order.total,
    method: order.paymentMethod,
    deadline: order.payBy,
    items: [...goods, fee, voucher].filter(({ price }) => price !== 0),
  };
}
