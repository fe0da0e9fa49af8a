import type { Context } from '../platform/context.ts';

/**
 * Those of these order keys whose order is there and counts as paid, be it one parcel that was paid by QRIS at the counter, or its money as owed
 * back, sent back or taken back by a bank.
 */
export async function ordersWithMoney(ctx: Context, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.read.rows<{ id: string }>(
    `select id from orders where id = any($1::uuid[])
       and (payment_status in ('PAID', 'PARTLY_REFUNDED', 'REFUND_DUE', 'REFUNDED', 'REVERSED')
            or exists (select from parcel where order_id = orders.id and is_paid_by_qris))`,
    [[...keys]],
  );
  return new Set(rows.map(({ id }) => id));
}
