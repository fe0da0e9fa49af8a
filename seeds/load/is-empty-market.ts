import type { Context } from '../../api/platform/context.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { StartError } from '../../api/platform/start-error.ts';

/** Whether nothing was ever entered, not even the districts. */
export async function isEmptyMarket(ctx: Context): Promise<boolean> {
  const [row] = await ctx.read.rows<{ empty: boolean }>('select not exists (select from kecamatan) as empty');
  return row?.empty ?? false;
}

/** Refuses a market that somebody uses: invented people and goods are not put among real ones. What `SEED=none` enters is no use. */
export async function refuseUsedMarket(em: Pick<Tx, 'execute'>): Promise<void> {
  const [row] = await em.execute<
    { used: boolean }[]
  >(`select exists (select from account) or exists (select from seller)
    or exists (select from product) or exists (select from orders) as used`);
  if (row?.used)
    throw new StartError(
      'This database is not empty: the seed fills only one without accounts, shops, products and orders. Set another DATA_DIR or DATABASE_URL.',
    );
}
