import { preparedRows } from '../../platform/database/prepared.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newKey } from '../../platform/keys.ts';
import type { Rupiah } from '../../platform/money.ts';
import { refuse } from '../../platform/refusal.ts';
import { heldVoucher } from './held-voucher.ts';
import { periodStarts, startOfItsPeriod } from './period-start.ts';
import { problemOf } from './voucher-on-parcels.ts';

/** Which order uses which voucher, for how much. */
export interface Redemption {
  readonly voucherKey: string;
  readonly orderKey: string;
  readonly buyerKey: string;
  /** What it takes off, in rupiah; more than 0. */
  readonly discount: Rupiah;
}

const COUNT = `
  update voucher set uses = uses + 1
   where id = $1 and ended_at is null and starts_at <= $2 and coalesce($2 < ends_at, true) and coalesce(uses < limit_total, true)
  returning id`;

/** The lowest free number below a limit of the voucher $1 for the buyer $2; as SQL over alias v. */
function freeSlot(limit: string, column: string, more = ''): string {
  return `(select min(n) from generate_series(1, v.${limit}) n where not exists (
     select from voucher_redemption r where r.voucher_id = v.id and r.buyer_id = $2 and r.${column} = n ${more}))`;
}

/** The slots for the voucher $1 and the buyer $2 in its day $3, week $4 or month $5; no row when a limit but the one in all is reached. */
const SLOTS = `
  select * from (
    select v.id, v.limit_per_buyer, v.limit_per_period, v.limit_in_period, ${startOfItsPeriod(3)} as period_start,
           ${freeSlot('limit_per_buyer', 'buyer_slot')} as buyer_slot,
           ${freeSlot('limit_per_period', 'period_slot', `and r.period_start = ${startOfItsPeriod(3)}`)} as period_slot,
           coalesce((select c.uses from voucher_period_count c
                      where c.voucher_id = v.id and c.period_start = ${startOfItsPeriod(3)}), 0) as used_in_period
      from voucher v where v.id = $1) slots
   where (limit_per_buyer is null or buyer_slot is not null) and (limit_per_period is null or period_slot is not null)
     and coalesce(used_in_period < limit_in_period, true)`;

const TAKE = `
  insert into voucher_redemption (id, voucher_id, order_id, buyer_id, buyer_slot, period_start, period_slot, discount, taken_at)
  select $6::uuid, id, $7::uuid, $2::uuid, buyer_slot, period_start, period_slot, $8::bigint, $9::timestamptz from (${SLOTS}) free returning id`;

const TAKE_AGAIN = `
  update voucher_redemption r
     set given_back_at = null, buyer_slot = free.buyer_slot, period_start = free.period_start, period_slot = free.period_slot
    from (${SLOTS}) free where r.order_id = $6 and r.voucher_id = free.id returning r.id`;

/**
 * Counts an order as a use of a voucher, under the lock of the voucher's row, which lasts until the commit: take it after stock and
 * before room. Refuses with the code of what stands against it by now: VOUCHER_OVER, VOUCHER_USED_UP, VOUCHER_USED_BY_YOU, or one of a
 * period, of this buyer (VOUCHER_USED_TODAY; VOUCHER_USED_UP_BY_YOU in the last one) or of all (VOUCHER_USED_UP_TODAY). The
 * database holds the same by `uses`, by the slots and by its own count of each period.
 */
export async function redeemVoucher(tx: Tx, { voucherKey, orderKey, buyerKey, discount }: Redemption): Promise<void> {
  const now = tx.context.clock.now();
  const counted = await preparedRows(tx, COUNT, [voucherKey, now]);
  // Only now, with the row locked, are the uses of others seen: a statement sees what was committed when it began.
  const values = [voucherKey, buyerKey, ...periodStarts(now), newKey(), orderKey, discount, now];
  if (counted.length > 0 && (await preparedRows(tx, TAKE, values)).length > 0) return;
  const { code, values: figures } = problemOf(await heldVoucher(tx, voucherKey, buyerKey, [])) ?? USED_UP;
  refuse(code, ['cartId'], figures);
}

/** Another use was given back between the refusal and the look at its reason. */
const USED_UP = { code: 'VOUCHER_USED_UP', values: {} } as const;

/** Gives the use of an order back, once: an order that used none, or gave it back before, changes nothing. The order is locked. */
export async function giveVoucherBack(tx: Tx, orderKey: string): Promise<void> {
  const [counted] = await preparedRows<{ id: string }>(
    tx,
    `update voucher set uses = uses - 1
      where id = (select voucher_id from voucher_redemption where order_id = $1 and given_back_at is null) returning id`,
    [orderKey],
  );
  if (!counted) return;
  await preparedRows(
    tx,
    `update voucher_redemption set given_back_at = $2, buyer_slot = null, period_start = null, period_slot = null
      where order_id = $1 and given_back_at is null`,
    [orderKey, tx.context.clock.now()],
  );
}

/**
 * Takes the use of an order that late money revives again. The buyer has paid the price that was frozen, so it holds in any case:
 * when the use cannot be had again, it is honoured without being counted. The order is locked.
 */
export async function takeVoucherAgain(tx: Tx, orderKey: string): Promise<void> {
  const now = tx.context.clock.now();
  // No stronger lock: a new order refers to the voucher before it waits for stock that this transaction may hold.
  const [voucher] = await preparedRows<{ id: string; buyer: string; isLeft: boolean }>(
    tx,
    `select v.id, r.buyer_id as buyer, coalesce(v.uses < v.limit_total, true) as "isLeft"
       from voucher v join voucher_redemption r on r.voucher_id = v.id
      where r.order_id = $1 and r.given_back_at is not null for no key update of v`,
    [orderKey],
  );
  if (!voucher) return;
  const { id, buyer, isLeft } = voucher;
  const taken = isLeft ? await preparedRows(tx, TAKE_AGAIN, [id, buyer, ...periodStarts(now), orderKey]) : [];
  if (taken.length > 0) await preparedRows(tx, 'update voucher set uses = uses + 1 where id = $1', [id]);
  else await preparedRows(tx, 'update voucher_redemption set honoured_at = $2 where order_id = $1', [orderKey, now]);
}
