import type { Context } from '../platform/context.ts';
import { defineLoader } from '../platform/graphql/loader.ts';
import type { Rupiah } from '../platform/money.ts';

/** What a settlement should have brought by our books, in rupiah. */
export interface ExpectedSettlement {
  /** Payments settled on its days, less refunds that the provider sent on them. */
  readonly gross: Rupiah;
  /** What the provider keeps of these payments by the fees agreed upon; a refund gives no fee back. */
  readonly fee: Rupiah;
}

/** What a settlement should have brought, by its key. Batched. */
export const expectedSettlement = defineLoader<string, ExpectedSettlement>(async (ctx: Context, keys) => {
  const rows = await ctx.read.rows<{ id: string; gross: string; fee: string }>(
    `select s.id, (coalesce(paid.gross, 0) - coalesce(refunded.amount, 0))::text as gross, coalesce(paid.fee, 0)::text as fee
       from provider_settlement s
      cross join lateral (select (s.covers_from::timestamp at time zone 'Asia/Jakarta') as begins,
                                 ((s.covers_to + 1)::timestamp at time zone 'Asia/Jakarta') as ends) days
       left join lateral (
            select sum(a.settled_amount) as gross, sum(floor((a.settled_amount * f.basis_points + 5000) / 10000) + f.flat) as fee
              from payment_attempt a
              left join lateral (
                   select basis_points, flat from provider_fee
                    where method = a.method and valid_from <= (a.settled_at at time zone 'Asia/Jakarta')::date
                    order by valid_from desc limit 1) f on true
             where a.settled_at >= days.begins and a.settled_at < days.ends and a.method <> 'CASH'
               and a.status <> 'REVERSED') paid on true
       left join lateral (
            select sum(r.amount) as amount from refund r
             where r.sent_by = 'PROVIDER' and r.sent_at >= days.begins and r.sent_at < days.ends) refunded on true
      where s.id = any($1::uuid[])`,
    [keys],
    'city-expected-settlements',
  );
  const byKey = new Map(rows.map(({ id, gross, fee }) => [id, { gross: Number(gross), fee: Number(fee) }]));
  return keys.map((key) => byKey.get(key) ?? { gross: 0, fee: 0 });
});
