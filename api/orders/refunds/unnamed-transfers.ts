import type { Context } from '../../platform/context.ts';
import type { Rupiah } from '../../platform/money.ts';

const WAITING = `
  select coalesce(sum(r.amount), 0)::text as amount from refund r join payment p on p.id = r.payment_id
   where p.reference = ? and r.status = 'TASK' and not exists (select 1 from refund_account a where a.order_id = p.reference)`;

/** What of an order is to be transferred to its buyer by hand, in whole rupiah, while they have not named an account; 0 once they have. */
export async function unnamedTransfersOf({ em }: Context, orderKey: string): Promise<Rupiah> {
  const [waiting] = await em.fork().execute<{ amount: string }[]>(WAITING, [orderKey]);
  return Number(waiting?.amount ?? 0);
}
