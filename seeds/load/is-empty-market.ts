import type { Context } from '../../api/platform/context.ts';

/** Whether nothing was ever entered, not even the districts. */
export async function isEmptyMarket(ctx: Context): Promise<boolean> {
  const [row] = await ctx.read.rows<{ empty: boolean }>('select not exists (select from kecamatan) as empty');
  return row?.empty ?? false;
}
