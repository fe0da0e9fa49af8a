import { mondayOf, weeksBefore } from '../../../api/search/past/week.ts';
import type { Maker } from './accounts.ts';

/** Some words that five callers in Beji missed this week, and four last week; gives the words. */
export async function missedWords(
  world: Maker,
  words: readonly string[] = ['kelinci hias', 'akuarium'],
): Promise<readonly string[]> {
  const { em, clock } = world.context();
  const week = mondayOf(clock.now());
  for (const each of words)
    await em.execute(
      `insert into search_asked values (?, 'beji', ?, 5, 4, 1), (?, 'beji', ?, 4, 2, 0) on conflict do nothing`,
      [week, each, weeksBefore(week, 1), each],
    );
  return words;
}
