import type { expectedPickupAt } from '../pickup/index.ts';
import type { Context } from '../platform/context.ts';
import { preparedRows } from '../platform/database/prepared.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Order } from './order.ts';

/** What a buyer has ordered before, as far as a new order depends on it. */
export interface OrdersBefore {
  /** The order placed with this idempotency key, null when there is none. */
  readonly placedKey: string | null;
  /** Orders open and unpaid, or to be paid in cash. */
  readonly unpaid: number;
  /** Pieces in those, by variant. */
  readonly pieces: Readonly<Record<string, number>>;
  /** The point that the cart names, as far as the expected day depends on it; null when it names none. */
  readonly point: Parameters<typeof expectedPickupAt>[0] | null;
}

const BEFORE = `
  with unpaid as (
    select id from orders where buyer_id = $1::uuid and payment_status in ('AWAITING', 'DUE_AT_POINT')
  )
  select (select id from orders where buyer_id = $1::uuid and idempotency_key = $2) as "placedKey",
         (select count(*)::int from unpaid) as unpaid,
         (select coalesce(jsonb_object_agg(variant_id, pieces), '{}')
            from (select l.variant_id, sum(l.quantity) as pieces
                    from unpaid u join parcel p on p.order_id = u.id join order_line l on l.parcel_id = p.id
                   group by l.variant_id) counted) as pieces,
         (select jsonb_build_object('hours', hours, 'holdingDays', holding_days)
            from pickup_point where id = $3::uuid) as point`;

/** Looks, in one statement, at what a new order of this buyer at this point depends on. */
export async function ordersBefore(
  tx: Tx,
  buyerKey: string,
  idempotencyKey: string,
  pointKey: string | null,
): Promise<OrdersBefore> {
  const [row] = await preparedRows<OrdersBefore>(tx, BEFORE, [buyerKey, idempotencyKey, pointKey]);
  return row!;
}

/** The caller's order that was placed with this key, null when there is none. */
export function placedWithKey(ctx: Context, idempotencyKey: string): Promise<Order | null> {
  return ctx.em.fork().findOne(Order, { buyerKey: ctx.actor.key!, idempotencyKey });
}
