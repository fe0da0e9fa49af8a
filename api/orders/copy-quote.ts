import type { Quote, QuoteParcel } from '../carts/index.ts';
import type { PaymentMethod } from '../payments/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { COLLECT_CODE_LETTERS, newCode, ORDER_CODE_LETTERS, PARCEL_CODE_LETTERS } from './codes.ts';
import { Order } from './order.ts';
import { OrderLine } from './order-line.ts';
import { Parcel } from './parcel.ts';
import { Timer } from './timer.ts';
import type { NewOrder } from './write-order.ts';

/** What an order takes from its request besides the quote. */
interface Request {
  readonly paymentMethod: PaymentMethod;
  readonly idempotencyKey: string;
}

/** Copies a quote into a new order with its parcels and lines: from here on prices and names are the order's own. */
export function copyQuote(
  tx: Tx,
  quote: Quote,
  { paymentMethod, idempotencyKey }: Request,
  idempotencyInput: string,
  { payBy, expectedPickupAt }: { payBy: Date | null; expectedPickupAt: Date | null },
): NewOrder {
  const { actor, clock } = tx.context;
  const { cartKey, pickupPointKey, communityKey, widgetKey, goodsTotal, pointFeeTotal, discountTotal, total } = quote;
  const voucher = discountTotal > 0 ? quote.voucher : null;
  const order = Object.assign(new Order(), {
    code: `BJ-${newCode(ORDER_CODE_LETTERS)}`,
    buyerKey: actor.key,
    cartKey,
    pickupPointKey,
    communityKey,
    widgetKey,
    paymentMethod,
    paymentStatus: paymentMethod === 'CASH' ? 'DUE_AT_POINT' : 'AWAITING',
    goodsTotal,
    pointFeeTotal,
    voucherKey: voucher?.key ?? null,
    voucherCode: voucher?.code ?? null,
    discountTotal,
    total,
    collectCode: newCode(COLLECT_CODE_LETTERS),
    idempotencyKey,
    idempotencyInput,
    placedAt: clock.now(),
    payBy,
    expectedPickupAt,
  });
  const copies = quote.parcels.map((quoted) => copyParcel(order, quoted));
  return {
    order,
    parcels: copies.map(({ parcel }) => parcel),
    lines: copies.flatMap(({ lines }) => lines),
    timers: payBy ? [Timer.starting('PAYMENT_DUE', order.key, null, payBy)] : [],
  };
}

function copyParcel(order: Order, quoted: QuoteParcel): { parcel: Parcel; lines: OrderLine[] } {
  const { lines: quotedLines, ...sums } = quoted;
  const parcel = Object.assign(new Parcel(), {
    code: `PK-${newCode(PARCEL_CODE_LETTERS)}`,
    orderKey: order.key,
    orderCode: order.code,
    buyerKey: order.buyerKey,
    pickupPointKey: order.pickupPointKey,
    ...sums,
    placedAt: order.placedAt,
    movedAt: order.placedAt,
  });
  const lines = quotedLines.map((line, position) => {
    const { variantKey, productKey, title, variantName, sku, photoHash, unitPrice, quantity, total, discount } = line;
    const copied = { variantKey, productKey, title, variantName, sku, photoHash, unitPrice, quantity, total, discount };
    return Object.assign(new OrderLine(), { ...copied, parcelKey: parcel.key, position });
  });
  return { parcel, lines };
}
