import type { Step } from '../platform/database/steps.ts';
import type { Order } from './order.ts';
import type { OrderLine } from './order-line.ts';
import type { Parcel } from './parcel.ts';
import type { Timer } from './timer.ts';

/** A new order with all its rows. */
export interface NewOrder {
  readonly order: Order;
  readonly parcels: readonly Parcel[];
  readonly lines: readonly OrderLine[];
  readonly timers: readonly Timer[];
}

/** Columns of each table: name in SQL, its type, and the property it is filled from. */
const ORDER = columns<Order>({
  id: ['uuid', 'key'],
  code: ['text', 'code'],
  buyer_id: ['uuid', 'buyerKey'],
  cart_id: ['uuid', 'cartKey'],
  pickup_point_id: ['uuid', 'pickupPointKey'],
  community_id: ['uuid', 'communityKey'],
  widget_id: ['uuid', 'widgetKey'],
  payment_method: ['text', 'paymentMethod'],
  payment_status: ['text', 'paymentStatus'],
  fulfilment: ['text', 'fulfilment'],
  goods_total: ['bigint', 'goodsTotal'],
  point_fee_total: ['bigint', 'pointFeeTotal'],
  voucher_id: ['uuid', 'voucherKey'],
  voucher_code: ['text', 'voucherCode'],
  discount_total: ['bigint', 'discountTotal'],
  total: ['bigint', 'total'],
  refund_due_total: ['bigint', 'refundDueTotal'],
  refunded_total: ['bigint', 'refundedTotal'],
  collect_code: ['text', 'collectCode'],
  pin_version: ['int', 'pinVersion'],
  idempotency_key: ['text', 'idempotencyKey'],
  idempotency_input: ['text', 'idempotencyInput'],
  placed_at: ['timestamptz', 'placedAt'],
  pay_by: ['timestamptz', 'payBy'],
  expected_pickup_at: ['timestamptz', 'expectedPickupAt'],
});
const PARCEL = columns<Parcel>({
  id: ['uuid', 'key'],
  code: ['text', 'code'],
  order_id: ['uuid', 'orderKey'],
  order_code: ['text', 'orderCode'],
  buyer_id: ['uuid', 'buyerKey'],
  seller_id: ['uuid', 'sellerKey'],
  pickup_point_id: ['uuid', 'pickupPointKey'],
  status: ['text', 'status'],
  size: ['text', 'size'],
  weight_grams: ['int', 'weightGrams'],
  goods_total: ['bigint', 'goodsTotal'],
  point_fee: ['bigint', 'pointFee'],
  goods_discount: ['bigint', 'goodsDiscount'],
  fee_discount: ['bigint', 'feeDiscount'],
  seller_discount: ['bigint', 'sellerDiscount'],
  total: ['bigint', 'total'],
  commission: ['bigint', 'commission'],
  community_share: ['bigint', 'communityShare'],
  is_settled: ['boolean', 'isSettled'],
  refund_due: ['bigint', 'refundDue'],
  placed_at: ['timestamptz', 'placedAt'],
  moved_at: ['timestamptz', 'movedAt'],
});
const LINE = columns<OrderLine>({
  id: ['uuid', 'key'],
  parcel_id: ['uuid', 'parcelKey'],
  product_id: ['uuid', 'productKey'],
  variant_id: ['uuid', 'variantKey'],
  position: ['int', 'position'],
  title: ['text', 'title'],
  variant_name: ['text', 'variantName'],
  sku: ['text', 'sku'],
  photo_hash: ['text', 'photoHash'],
  unit_price: ['bigint', 'unitPrice'],
  quantity: ['int', 'quantity'],
  total: ['bigint', 'total'],
  discount: ['bigint', 'discount'],
});
const TIMER = columns<Timer>({
  id: ['uuid', 'key'],
  kind: ['text', 'kind'],
  order_id: ['uuid', 'orderKey'],
  parcel_id: ['uuid', 'parcelKey'],
  due_at: ['timestamptz', 'dueAt'],
});

const WRITE = `with new_order as (${insert('orders', ORDER, '$1')}), new_parcel as (${insert('parcel', PARCEL, '$2')}),
  new_timer as (${insert('timer', TIMER, '$3')}) ${insert('order_line', LINE, '$4')}`;

/** Writes a new order with its parcels, lines and timers in one statement: the unit of work would take one for each table. */
export function writingOrder({ order, parcels, lines, timers }: NewOrder): Step {
  return {
    text: WRITE,
    values: [
      JSON.stringify([ORDER.row(order)]),
      JSON.stringify(parcels.map(PARCEL.row)),
      JSON.stringify(timers.map(TIMER.row)),
      JSON.stringify(lines.map(LINE.row)),
    ],
  };
}

interface Columns<Row> {
  readonly names: string;
  readonly types: string;
  row(row: Row): Record<string, unknown>;
}

function columns<Row>(map: Readonly<Record<string, readonly [type: string, property: keyof Row]>>): Columns<Row> {
  const all = Object.entries(map);
  return {
    names: all.map(([name]) => name).join(', '),
    types: all.map(([name, [type]]) => `${name} ${type}`).join(', '),
    row: (row) => Object.fromEntries(all.map(([name, [, property]]) => [name, row[property]])),
  };
}

function insert(table: string, { names, types }: Columns<never>, rows: string): string {
  return `insert into ${table} (${names}) select ${names} from jsonb_to_recordset(${rows}::jsonb) as t(${types})`;
}
