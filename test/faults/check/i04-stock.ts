import type { Evidence } from './evidence.ts';

/** Statuses in which a parcel stands still, and those of them whose pieces went back or were counted off. */
const ENDED = `('CANCELLED', 'REJECTED', 'LAPSED', 'COLLECTED', 'RETURNED', 'LOST')`;
const BACK = `('CANCELLED', 'REJECTED', 'LAPSED', 'RETURNED', 'LOST')`;

/**
 * Pieces that orders hold or have taken, by variant: what the stock must say. Pieces that were refunded before packing, because the shop did not
 * have them, were counted off; they are no more sold than what was broken or lost.
 */
const STOCK = `
  with pieces as (
    select l.variant_id, p.id as parcel_id, p.status, p.is_settled, sum(l.quantity) as quantity,
           sum(l.refunded_quantity) as refunded,
           exists (select from parcel_refund r where r.parcel_id = p.id and r.kind = 'LINES') as has_refunded_pieces,
           coalesce((select -sum(m.on_hand_delta) from stock_movement m
                      where m.variant_id = l.variant_id and m.kind = 'WRITE_OFF' and m.cause = 'parcel:' || p.id), 0) as gone
      from order_line l join parcel p on p.id = l.parcel_id group by l.variant_id, p.id
  ), ordered as (
    select variant_id,
           sum(quantity) filter (where not is_settled and status not in ${ENDED}) as held,
           sum(quantity - gone) filter (where is_settled and status not in ${BACK}) as sold,
           count(*) filter (where is_settled and status not in ${ENDED} and gone <> refunded
                               or status = 'COLLECTED' and gone > refunded
                               or status in ${BACK} and has_refunded_pieces and gone = 0) as wrong
      from pieces group by variant_id
  ), moved as (
    select variant_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved,
           coalesce(sum(on_hand_delta) filter (where kind in ('ADJUST', 'WRITE_OFF')), 0) as adjusted
      from stock_movement group by variant_id
  )
  select s.variant_id as key, s.on_hand, s.reserved, coalesce(p.held, 0)::int as held, coalesce(p.sold, 0)::int as sold,
         coalesce(p.wrong, 0)::int as wrong,
         coalesce(m.on_hand, 0)::int as moved, coalesce(m.reserved, 0)::int as moved_reserved, coalesce(m.adjusted, 0)::int as adjusted
    from stock s left join ordered p on p.variant_id = s.variant_id left join moved m on m.variant_id = s.variant_id`;

type Row = { key: string } & Record<
  'on_hand' | 'reserved' | 'held' | 'sold' | 'wrong' | 'moved' | 'moved_reserved' | 'adjusted',
  number
>;

/** I4: on hand >= reserved >= 0; what is reserved is held by orders, and what was sold and what is on hand is what there was. */
export async function stockAddsUp({ rows, market }: Evidence): Promise<string[]> {
  const initial = new Map(market.shops.map(({ good }) => [good.variantKey, good.initial]));
  return (await rows<Row>(STOCK)).flatMap((row) => {
    const first = initial.get(row.key);
    if (first === undefined) return [];
    const found: string[] = [];
    if (row.reserved < 0 || row.on_hand < row.reserved) found.push(`on hand ${row.on_hand}, reserved ${row.reserved}`);
    if (row.wrong > 0) found.push(`of ${row.wrong} parcels other pieces were counted off than were refunded`);
    if (row.reserved !== row.held) found.push(`reserved ${row.reserved}, orders hold ${row.held}`);
    if (row.reserved !== row.moved_reserved)
      found.push(`reserved ${row.reserved}, movements say ${row.moved_reserved}`);
    if (row.on_hand + row.sold !== first + row.adjusted)
      found.push(`on hand ${row.on_hand}, sold ${row.sold}, of ${first} and ${row.adjusted} adjusted`);
    if (row.on_hand !== first + row.moved) found.push(`on hand ${row.on_hand}, movements say ${first + row.moved}`);
    return found.map((sentence) => `variant ${row.key}: ${sentence}`);
  });
}
