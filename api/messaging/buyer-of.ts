import { type Account, accountByKey } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';

/** Who placed an order, by its key; null when it is not there. */
export async function buyerOf(ctx: Context, orderKey: string): Promise<Account | null> {
  const [buyer] = await ctx.read.rows<{ key: string }>('select buyer_id as key from orders where id = $1', [orderKey]);
  return buyer ? accountByKey(ctx, buyer.key) : null;
}
