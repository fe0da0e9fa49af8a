import type { Evidence } from './evidence.ts';

const OVER = `
  select v.code, v.limit_total as "limit", count(r.id)::int as uses from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null group by v.id having count(r.id) > v.limit_total
  union all
  select v.code || ' of one buyer', v.limit_per_buyer, count(r.id)::int from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null group by v.id, r.buyer_id having count(r.id) > v.limit_per_buyer
  union all
  select v.code || ' of one buyer in ' || r.period_start, v.limit_per_period, count(r.id)::int
    from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null and v.limit_per_period is not null
   group by v.id, r.buyer_id, r.period_start having count(r.id) > v.limit_per_period
  union all
  select v.code || ' in ' || r.period_start, v.limit_in_period, count(r.id)::int
    from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null and v.limit_in_period is not null
   group by v.id, r.period_start having count(r.id) > v.limit_in_period`;

/** The count that a voucher keeps, beside the uses that there are. */
const COUNTED = `
  select v.code, v.uses as counted, count(r.id)::int as uses from voucher v
    left join voucher_redemption r on r.voucher_id = v.id and r.given_back_at is null group by v.id having v.uses <> count(r.id)`;

/** The count that the database keeps of each period of a voucher with a limit in it, beside the uses that there are. */
const COUNTED_IN_PERIOD = `
  select v.code || ' in ' || coalesce(c.start, r.start) as code, coalesce(c.uses, 0) as counted, coalesce(r.uses, 0) as uses
    from (select voucher_id, period_start as start, uses from voucher_period_count) c
    full join (select r.voucher_id, r.period_start as start, count(*)::int as uses
                 from voucher_redemption r join voucher v on v.id = r.voucher_id and v.limit_in_period is not null
                where r.given_back_at is null group by 1, 2) r on r.voucher_id = c.voucher_id and r.start = c.start
    join voucher v on v.id = coalesce(c.voucher_id, r.voucher_id)
   where coalesce(c.uses, 0) <> coalesce(r.uses, 0)`;

/** Orders with a discount and no use of a voucher that stands or was honoured, or the other way round. */
const ORDERS = `
  select o.code, o.discount_total::text as discount, coalesce(r.discount, 0)::text as used
    from orders o left join voucher_redemption r on r.order_id = o.id where o.discount_total <> coalesce(r.discount, 0)`;

/** I7: vouchers are used no more often than they may be, by all and by each buyer, in all and in a period; each use is counted and belongs to an order. */
export async function vouchersWithinLimits({ rows }: Evidence): Promise<string[]> {
  const over = await rows<{ code: string; limit: number; uses: number }>(OVER);
  const counted = await rows<{ code: string; counted: number; uses: number }>(COUNTED);
  const inPeriod = await rows<{ code: string; counted: number; uses: number }>(COUNTED_IN_PERIOD);
  const orders = await rows<{ code: string; discount: string; used: string }>(ORDERS);
  return [
    ...over.map(({ code, limit, uses }) => `voucher ${code}: ${uses} uses of ${limit}`),
    ...[...counted, ...inPeriod].map((row) => `voucher ${row.code} counts ${row.counted} uses, there are ${row.uses}`),
    ...orders.map(({ code, discount, used }) => `${code} has ${discount} off, its voucher gave ${used}`),
  ];
}
