import type { Evidence } from './evidence.ts';

const OVER = `
  select v.code, v.limit_total as "limit", count(r.id)::int as uses from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null group by v.id having count(r.id) > v.limit_total
  union all
  select v.code || ' of one buyer', v.limit_per_buyer, count(r.id)::int from voucher v join voucher_redemption r on r.voucher_id = v.id
   where r.given_back_at is null group by v.id, r.buyer_id having count(r.id) > v.limit_per_buyer`;

/** I7: vouchers are used no more often than they may be, by all and by each buyer. */
export async function vouchersWithinLimits({ rows }: Evidence): Promise<string[]> {
  const [known] = await rows<{ table: string | null }>(`select to_regclass('voucher_redemption')::text as table`);
  if (!known?.table) return [];
  const over = await rows<{ code: string; limit: number; uses: number }>(OVER);
  return over.map(({ code, limit, uses }) => `voucher ${code}: ${uses} uses of ${limit}`);
}
