import type { Context } from '../../api/platform/context.ts';
import { countRows } from '../support/count-rows.ts';

/** Tables that remember although something was refused: codes that were tried, and counts of earlier searches when their time comes. */
const REMEMBERS_ATTEMPTS = new Set(['public.otp_challenge', 'public.search_asked']);

/** How many rows each table holds, and a sum over what stands in them: what somebody who may not must leave as it was. */
export async function rowContents(ctx: Context): Promise<Record<string, string>> {
  const tables = Object.keys(await countRows(ctx)).filter((name) => name.startsWith('public.'));
  const kept = tables.filter((name) => !REMEMBERS_ATTEMPTS.has(name));
  const sums = await ctx.read.rows<{ name: string; sum: string }>(
    kept
      .map(
        (name) =>
          `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtext(t::text)), 0) as sum from ${name} t`,
      )
      .join(' union all '),
  );
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}
