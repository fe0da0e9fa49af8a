import type { Evidence } from './evidence.ts';

/** Pieces that orders hold or have taken, by variant: what the stock must say. */
const STOCK = `
  with pieces as (
    select l.variant_id,
           sum(l.quantity) filter (where not p.is_settled and p.status not in ('CANCELLED', 'REJECTED', 'LAPSED', 'COLLECTED', 'RETURNED', 'LOST')) as held,
           sum(l.quantity) filter (where p.is_settled and p.status not in ('CANCELLED', 'REJECTED', 'LAPSED', 'RETURNED')) as sold
      from order_line l join parcel p on p.id = l.parcel_id group by l.variant_id
  ), moved as (
    select variant_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved,
           coalesce(sum(on_hand_delta) filter (where kind = 'ADJUST'), 0) as adjusted
      from stock_movement group by variant_id
  )
  select s.variant_id as key, s.on_hand, s.reserved, coalesce(p.held, 0)::int as held, coalesce(p.sold, 0)::int as sold,
         coalesce(m.on_hand, 0)::int as moved, coalesce(m.reserved, 0)::int as moved_reserved, coalesce(m.adjusted, 0)::int as adjusted
    from stock s left join pieces p on p.variant_id = s.variant_id left join moved m on m.variant_id = s.variant_id`;

type Row = { key: string } & Record<
  'on_hand' | 'reserved' | 'held' | 'sold' | 'moved' | 'moved_reserved' | 'adjusted',
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
    if (row.reserved !== row.held) found.push(`reserved ${row.reserved}, orders hold ${row.held}`);
    if (row.reserved !== row.moved_reserved)
      found.push(`reserved ${row.reserved}, movements say ${row.moved_reserved}`);
    if (row.on_hand + row.sold !== first + row.adjusted)
      found.push(`on hand ${row.on_hand}, sold ${row.sold}, of ${first} and ${row.adjusted} adjusted`);
    if (row.on_hand !== first + row.moved) found.push(`on hand ${row.on_hand}, movements say ${first + row.moved}`);
    return found.map((sentence) => `variant ${row.key}: ${sentence}`);
  });
}
