import QRCode from 'qrcode';
import type { Context } from '../platform/context.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import { decimalCode } from '../platform/secrets.ts';
import type { CollectionCodes } from './collection-codes.ts';
import type { Order } from './order.ts';
import type { OrderPaymentStatus } from './statuses.ts';

/** Digits of a PIN. */
const PIN_DIGITS = 6;

/** Payment statuses in which parcels of an order may be handed over. */
const COLLECTABLE: ReadonlySet<OrderPaymentStatus> = new Set<OrderPaymentStatus>([
  'PAID',
  'PARTLY_REFUNDED',
  'DUE_AT_POINT',
]);

/** The PIN of an order: derived, never stored; unlocking makes another. */
export function pinOf(ctx: Context, { key, pinVersion }: Pick<Order, 'key' | 'pinVersion'>): string {
  return decimalCode(ctx.secrets.hmac('collection-pin', `${key}:${pinVersion}`), PIN_DIGITS);
}

/** Whether the order's parcels may be handed over, as far as its money is concerned. */
export function isCollectable({ paymentStatus }: Pick<Order, 'paymentStatus'>): boolean {
  return COLLECTABLE.has(paymentStatus);
}

/** Whether the buyer is shown the codes: from payment (cash: from placing) until nothing is left to collect. */
export function showsCodes(order: Pick<Order, 'paymentStatus' | 'fulfilment'>): boolean {
  return isCollectable(order) && order.fulfilment === 'OPEN';
}

/** The collect code as a picture for a scanner: an SVG as a data address. */
async function collectQr(code: string): Promise<string> {
  const svg = await QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
}

/** Collect code and PIN as the buyer sees them now; null when there is nothing to collect with them. */
export async function codesOf(ctx: Context, order: Order): Promise<CollectionCodes | null> {
  if (!showsCodes(order)) return null;
  const isLocked = (await wrongPinsOf(ctx, order.key)) >= ctx.orderSettings.pinTries;
  const { buyerKey, collectCode: code } = order;
  return { buyerKey, code, codeQr: await collectQr(code), pin: isLocked ? null : pinOf(ctx, order), isLocked };
}

/** How many wrong PINs an order has seen in its present version; by the order's key. */
const wrongPinsOf = defineLoader<string, number>(async (ctx, orderKeys) => {
  const rows = await ctx.read.rows<{ order_id: string; wrong: number }>(
    `select a.order_id, count(*)::int as wrong from pin_attempt a join orders o on o.id = a.order_id
      where a.order_id = any($1::uuid[]) and a.pin_version = o.pin_version group by a.order_id`,
    [orderKeys],
    'orders-wrong-pins',
  );
  const byOrder = new Map(rows.map((row) => [row.order_id, row.wrong]));
  return orderKeys.map((key) => byOrder.get(key) ?? 0);
});
