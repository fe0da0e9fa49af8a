import { Order, OrderLine, Parcel, pinOf, unnamedTransfersOf } from '../orders/index.ts';
import { StoredPickupPoint } from '../pickup/index.ts';
import type { Context, Language } from '../platform/context.ts';
import type { Rupiah } from '../platform/money.ts';
import { StoredSeller } from '../sellers/index.ts';
import type { Message } from './message.ts';

/** What a notice about an order can speak of, read when it is sent. */
export interface NoticeFacts {
  readonly language: Language;
  readonly order: Order;
  /** The parcels it is about; empty for notices about the order as a whole. */
  readonly parcels: readonly Parcel[];
  /** Names of their shops, in the order of the parcels. */
  readonly shops: readonly string[];
  /** Pieces in those parcels. */
  readonly pieces: number;
  readonly pickupPoint: string;
  readonly pin: string;
  /** What is to be transferred to the buyer by hand while no account was named, in rupiah; read for the notice that asks for one, 0 for others. */
  readonly unnamedTransfers: Rupiah;
  /** Facts of the event that caused it. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Where the buyer follows the order, and where the shop works its queue. */
  readonly orderLink: string;
  readonly queueLink: string;
}

/** Reads what a message about an order can speak of; null when the order is not there. */
export async function noticeFactsOf(ctx: Context, message: Message): Promise<NoticeFacts | null> {
  const { em } = ctx;
  const order = message.orderKey === null ? null : await em.findOne(Order, { key: message.orderKey });
  if (!order) return null;
  const parcels = await em.find(Parcel, { key: { $in: message.parcelKeys } }, { orderBy: { code: 'asc' } });
  const sellers = await em.find(StoredSeller, { key: { $in: parcels.map(({ sellerKey }) => sellerKey) } });
  const lines = await em.find(OrderLine, { parcelKey: { $in: parcels.map(({ key }) => key) } });
  const point = await em.findOneOrFail(StoredPickupPoint, { key: order.pickupPointKey });
  const events = await ctx.read.rows<{ facts: Record<string, unknown> }>('select facts from event where id = $1', [
    message.eventKey,
  ]);
  return {
    language: message.language as Language,
    order,
    parcels,
    shops: parcels.map(({ sellerKey }) => sellers.find(({ key }) => key === sellerKey)?.name ?? ''),
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    pickupPoint: point.name,
    pin: pinOf(ctx, order),
    unnamedTransfers: message.template === 'refund_account_wanted' ? await unnamedTransfersOf(ctx, order.key) : 0,
    event: events[0]?.facts ?? {},
    orderLink: `${ctx.publicUrl}/pesanan/${order.code}`,
    queueLink: `${ctx.publicUrl}/jual`,
  };
}
