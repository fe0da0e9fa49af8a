import { listParameter } from '../platform/database/list-parameter.ts';
import { defineLoader } from '../platform/graphql/loader.ts';

/** How many of a variant can be bought now; 0 for one without stock. */
export const stockLeftOf = defineLoader<string, number>(async (ctx, variantKeys) => {
  const rows = await ctx.read.rows<{ variant_id: string; left: number }>(
    `select variant_id, on_hand - reserved as left from stock where variant_id = any(${listParameter('$1', 'uuid')})`,
    [variantKeys],
    'inventory-stock-left',
  );
  const byVariant = new Map(rows.map((row) => [row.variant_id, row.left]));
  return variantKeys.map((key) => byVariant.get(key) ?? 0);
});
