import { preparedRows } from '../../platform/database/prepared.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Rupiah } from '../../platform/money.ts';
import { wibDay } from '../../platform/wib.ts';
import type { DiscountTerms } from './discount.ts';
import { nextPeriodStart, periodStarts, startOfItsPeriod } from './period-start.ts';
import type { VoucherPeriod } from './voucher-kind.ts';

/** A voucher as a cart looks at it at this instant. */
export interface HeldVoucher extends DiscountTerms {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly minimumSpend: Rupiah;
  /** Only goods of these shops; empty for all. */
  readonly sellerKeys: readonly string[];
  /** Names of up to three of them. */
  readonly shops: readonly string[];
  /** Of the products asked about, those in its category; null without one. */
  readonly productKeys: readonly string[] | null;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly hasBegun: boolean;
  /** When it begins, in Depok, e.g. 28-11-2026 09:00. */
  readonly from: string;
  readonly isOver: boolean;
  readonly limitTotal: number | null;
  readonly uses: number;
  readonly limitPerBuyer: number | null;
  readonly usedByBuyer: number;
  readonly period: VoucherPeriod | null;
  readonly limitPerPeriod: number | null;
  /** Orders of this buyer, in the period that runs. */
  readonly usedByBuyerInPeriod: number;
  readonly limitInPeriod: number | null;
  /** Orders of all buyers, in the period that runs. */
  readonly usedInPeriod: number;
  /** When the next period begins, in Depok, e.g. 01-12-2026 00:00; null without periods, and when the voucher ends before. */
  readonly again: string | null;
}

const HELD = `
  select v.id as key, v.code, v.name, v.kind, v.percent, v.amount, v.max_discount as "maxDiscount", v.minimum_spend as "minimumSpend",
         v.seller_percent as "sellerPercent", v.seller_ids as "sellerKeys", c.name as category, c.name_en as "categoryEn",
         array(select s.name from seller s where s.id = any(v.seller_ids) order by s.name limit 3) as shops,
         case when c.id is not null then array(
           select p.id::text from product p join category k on k.id = p.category_id
            where p.id = any($3::uuid[]) and (k.path = c.path or starts_with(k.path, c.path || '/'))) end as "productKeys",
         v.starts_at <= $4 as "hasBegun", to_char(v.starts_at at time zone 'UTC' + interval '7 hours', 'DD-MM-YYYY HH24:MI') as "from",
         (v.ended_at is not null or coalesce(v.ends_at <= $4, false)) as "isOver",
         v.limit_total as "limitTotal", v.uses, v.limit_per_buyer as "limitPerBuyer", v.period, v.limit_per_period as "limitPerPeriod",
         v.limit_in_period as "limitInPeriod", (extract(epoch from v.ends_at) * 1000)::float8 as "endsAtMs",
         (select count(*)::int from voucher_redemption r where r.voucher_id = v.id and r.buyer_id = $2 and r.buyer_slot is not null) as "usedByBuyer",
         (select count(*)::int from voucher_redemption r where r.voucher_id = v.id and r.buyer_id = $2 and r.period_slot is not null
             and r.period_start = ${startOfItsPeriod(5)}) as "usedByBuyerInPeriod",
         coalesce((select c.uses from voucher_period_count c
                    where c.voucher_id = v.id and c.period_start = ${startOfItsPeriod(5)}), 0) as "usedInPeriod"
    from voucher v left join category c on c.id = v.category_id
   where v.id = $1`;

interface HeldRow extends Omit<HeldVoucher, 'amount' | 'maxDiscount' | 'minimumSpend' | 'again'> {
  readonly endsAtMs: number | null;
  readonly amount: string | null;
  readonly maxDiscount: string | null;
  readonly minimumSpend: string;
}

/** What a cart must know of its voucher, in one statement; `buyerKey` is null while nobody is signed in. Not a lock, not a use. */
export async function heldVoucher(
  tx: Tx,
  voucherKey: string,
  buyerKey: string | null,
  productKeys: readonly string[],
): Promise<HeldVoucher> {
  const now = tx.context.clock.now();
  const [row] = await preparedRows<HeldRow>(tx, HELD, [voucherKey, buyerKey, productKeys, now, ...periodStarts(now)]);
  if (!row) throw new Error(`voucher ${voucherKey} is gone`);
  return {
    ...row,
    amount: row.amount === null ? null : Number(row.amount),
    maxDiscount: row.maxDiscount === null ? null : Number(row.maxDiscount),
    minimumSpend: Number(row.minimumSpend),
    again: againOf(row, now),
  };
}

function againOf({ period, endsAtMs }: HeldRow, now: Date): string | null {
  if (period === null) return null;
  const next = nextPeriodStart(period, now);
  if (endsAtMs !== null && endsAtMs <= next.getTime()) return null;
  const [year, month, day] = wibDay(next).split('-');
  return `${day}-${month}-${year} 00:00`;
}
