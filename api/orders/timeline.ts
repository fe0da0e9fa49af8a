import { pickupPointByKey } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { say } from '../platform/graphql/user-errors.ts';
import { globalId } from '../platform/keys.ts';
import { formatRupiah } from '../platform/money.ts';
import { sellerByKey } from '../sellers/index.ts';
import { isBuyer } from './order-access.ts';
import type { OrderEvent } from './order-event.ts';
import { TIMELINE } from './timeline-sentences.ts';

interface EventRow {
  key: string;
  kind: keyof typeof TIMELINE;
  at: Date;
  subject: Record<string, string>;
  facts: Record<string, unknown>;
}

const KINDS = Object.keys(TIMELINE);

/** What happened to an order, the oldest first; by the order's key. */
export const eventsOfOrder = defineLoader<string, OrderEvent[]>(async (ctx, orderKeys) => {
  const rows = await ctx.read.rows<EventRow>(
    `select id as key, name as kind, at, subject, facts from event
      where subject->>'orderKey' = any($1::text[]) and name = any($2::text[]) order by at, id`,
    [orderKeys, KINDS],
    'orders-timeline',
  );
  const byOrder = Map.groupBy(rows, ({ subject }) => subject.orderKey ?? '');
  return orderKeys.map((key) => (byOrder.get(key) ?? []).map(orderEvent));
});

/** Events by keys of orders that the caller placed, in their order. */
export async function ownEvents(ctx: Context, keys: readonly string[]): Promise<(OrderEvent | null)[]> {
  const rows = await ctx.read.rows<EventRow>(
    `select id as key, name as kind, at, subject, facts from event
      where id = any($1::uuid[]) and subject->>'orderKey' is not null and name = any($2::text[])`,
    [keys, KINDS],
    'orders-event-by-key',
  );
  return inOrder(keys, rows, ({ key }) => key).map((row) => {
    const event = row && orderEvent(row);
    return event && isBuyer(ctx, event) ? event : null;
  });
}

/** What the buyer is told of an event, in the language asked for. */
export async function messageOf(ctx: Context, event: OrderEvent): Promise<string> {
  const sentence = TIMELINE[event.kind];
  const shop = event.sellerKey ? ((await sellerByKey(ctx, event.sellerKey))?.name ?? '') : '';
  const point = (await pickupPointByKey(ctx, event.pickupPointKey))?.name ?? '';
  const amount = typeof event.facts.amount === 'number' ? formatRupiah(event.facts.amount) : '';
  return say(sentence, ctx.language, { shop, point, amount });
}

function orderEvent({ key, kind, at, subject, facts }: EventRow): OrderEvent {
  return {
    __typename: 'OrderEvent',
    id: globalId('OrderEvent', key),
    kind,
    at,
    facts,
    buyerKey: subject.buyerKey ?? '',
    pickupPointKey: subject.pickupPointKey ?? '',
    parcelKey: subject.parcelKey ?? null,
    sellerKey: subject.sellerKey ?? null,
  } as OrderEvent;
}
