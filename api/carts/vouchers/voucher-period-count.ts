import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '../../platform/context.ts';
import { defineLoader } from '../../platform/graphql/loader.ts';
import { periodStarts, startOfItsPeriod } from './period-start.ts';
import { Voucher } from './voucher.ts';

/**
 * Orders of all buyers that use a voucher in one period, of vouchers with a limit on them. The database counts here by itself with each
 * use that is taken or given back, and refuses the one above the limit: nobody else writes it.
 */
@Entity({ tableName: 'voucher_period_count' })
@Check({ name: 'voucher_period_count_not_negative', expression: 'uses >= 0' })
export class VoucherPeriodCount {
  declare [PrimaryKeyProp]?: ['voucherKey', 'periodStart'];

  @ManyToOne(() => Voucher, { primary: true, mapToPk: true, fieldName: 'voucher_id' })
  voucherKey!: string;

  /** First day of the period in Depok, e.g. 2026-12-01. */
  @PrimaryKey({ type: 'text' })
  periodStart!: string;

  @Property({ type: 'integer' })
  uses!: number;
}

const USES_NOW = `
  select v.id as key, c.uses from voucher v join voucher_period_count c on c.voucher_id = v.id and c.period_start = ${startOfItsPeriod(2)}
   where v.id = any($1::uuid[])`;

/** Orders of all buyers that use a voucher in the period that runs now; 0 where nobody counts, without a limit on them. */
export const usesInPeriod = defineLoader(async (ctx: Context, keys: readonly string[]): Promise<number[]> => {
  const rows = await ctx.read.rows<{ key: string; uses: number }>(USES_NOW, [keys, ...periodStarts(ctx.clock.now())]);
  const byKey = new Map(rows.map(({ key, uses }) => [key, uses]));
  return keys.map((key) => byKey.get(key) ?? 0);
});
