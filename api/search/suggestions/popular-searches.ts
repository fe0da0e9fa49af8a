import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineJob } from '../../platform/jobs/define-job.ts';
import { askedProducts } from '../asked-products.ts';
import { mondayOf, weeksBefore } from '../past/week.ts';
import { likeness } from './name-forms.ts';
import { type Name, writeNames } from './write-names.ts';

/** Weeks whose searches count. */
const WEEKS = 8;
/** Callers who must have found something by a search before others see it: more than the report asks, as everybody sees it. */
export const POPULAR_FROM = 5;
/** Searches that are suggested at most. */
const MOST = 500;

const POPULAR = `select words, sum(asked - missed - relaxed)::integer as asked from search_asked where week >= $1::date
  group by words having sum(asked - missed - relaxed) >= ${POPULAR_FROM} order by 2 desc, 1 limit ${MOST}`;

/** Makes the searches that many have made known to suggestions: those that still find something. Of two alike the more popular one. */
export async function renewPopular(ctx: Context): Promise<void> {
  const since = weeksBefore(mondayOf(ctx.clock.now()), WEEKS - 1);
  const rows = await ctx.read.rows<{ words: string; asked: number }>(POPULAR, [since], 'search-popular');
  const seen = new Set<string>();
  const names: Name[] = [];
  for (const { words, asked } of rows) {
    if (seen.has(likeness(words)) || !(await findsSomething(ctx, words))) continue;
    seen.add(likeness(words));
    names.push({ kind: 'QUERY', slug: words, name: words, names: words, asked });
  }
  await inTransaction(ctx, async (tx) => {
    await tx.execute(`delete from search_name where kind = 'QUERY'`);
    await writeNames(tx, names);
  });
}

async function findsSomething(ctx: Context, words: string): Promise<boolean> {
  const wanted = { facets: false, totalCount: false, highlight: false };
  const { products, relaxed, isGuess } = await ctx.search.find(ctx, askedProducts({ search: words, first: 1 }), wanted);
  return products.length > 0 && relaxed.length === 0 && !isGuess;
}

/** Every hour. */
export const renewPopularSearches = defineJob<Record<string, never>>({
  name: 'search.renewPopularSearches',
  on: [],
  payload: () => null,
  attempts: 3,
  cron: '52 * * * *',
  run: (_, ctx) => renewPopular(ctx),
});
