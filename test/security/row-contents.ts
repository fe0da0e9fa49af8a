import type { Context } from '../../api/platform/context.ts';
import { tablesOf } from '../support/count-rows.ts';

/** Tables that remember although something was refused: codes that were tried, and counts of earlier searches when their time comes. */
const REMEMBERS_ATTEMPTS = new Set(['public.otp_challenge', 'public.search_asked']);

/**
 * How many rows each table holds, the job queue's included, and a sum over what stands in ours: what somebody who may not must
 * leave as it was.
 */
export async function rowContents(ctx: Context): Promise<Record<string, string>> {
  const sums = (await tablesOf(ctx)).map((name) => {
    const isSummed = name.startsWith('public.') && !REMEMBERS_ATTEMPTS.has(name);
    const sum = isSummed ? `':' || coalesce(sum(hashtext(t::text)), 0)` : `''`;
    return `select '${name}' as name, count(*) || ${sum} as sum from ${name} t`;
  });
  const summed = await ctx.read.rows<{ name: string; sum: string }>(sums.join(' union all '), [], 'row_contents');
  return Object.fromEntries(summed.map(({ name, sum }) => [name, sum]));
}
