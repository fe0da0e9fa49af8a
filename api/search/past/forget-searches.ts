import type { Context } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { REPORTED_FROM } from './missed-search-queries.ts';
import { mondayOf, weeksBefore } from './week.ts';

/** Weeks that are kept: half a year shows the seasons before it. */
const WEEKS_KEPT = 26;
/** Rows of a week that are kept, the most asked for first. */
const ROWS_KEPT = 5_000;

/** Forgets old weeks, what too few asked for in a week that is over, and the rarest words of a week with too many. */
export async function forgetOldSearches(ctx: Context): Promise<void> {
  const week = mondayOf(ctx.clock.now());
  await ctx.em.execute(
    `delete from search_asked where week < ?::date or (week < ?::date and (week, words) in (
       select week, words from search_asked group by week, words having sum(asked) < ${REPORTED_FROM}))`,
    [weeksBefore(week, WEEKS_KEPT - 1), week],
  );
  await ctx.em.execute(
    `delete from search_asked a using (
       select week, kecamatan, words, row_number() over (partition by week order by asked desc, kecamatan, words) as at
         from search_asked) n
      where n.at > ${ROWS_KEPT} and a.week = n.week and a.kecamatan = n.kecamatan and a.words = n.words`,
  );
}

/** Every hour, so that a flood of invented words leaves room again for real ones. */
export const forgetSearches = defineJob<Record<string, never>>({
  name: 'search.forgetSearches',
  on: [],
  payload: () => null,
  attempts: 3,
  cron: '37 * * * *',
  run: (_, ctx) => forgetOldSearches(ctx),
});
