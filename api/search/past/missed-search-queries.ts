import type { Context } from '../../platform/context.ts';
import {
  badArgument,
  decodeCursor,
  encodeCursor,
  type Page,
  pageOf,
  pageSize,
} from '../../platform/graphql/connection.ts';
import { isSlug } from '../../platform/keys.ts';
import type { MissedSearch } from './missed-search.ts';
import { mondayOf, mondayOfWeek, weeksBefore } from './week.ts';

/** Callers who must have asked before words are shown to anyone: what only one or two wrote may be about themselves. */
export const REPORTED_FROM = 3;

/** Which week is asked for, and where. */
export interface MissesAsked {
  /** Slug; the whole city when left out. */
  readonly kecamatan?: string | null;
  /** Of ISO 8601, e.g. 2026-W48; the present one when left out. */
  readonly week?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const countsOf = (week: string, having: string): string => `select words, sum(asked)::integer as asked,
  sum(missed)::integer as missed, sum(relaxed)::integer as relaxed from search_asked
 where week = ${week}::date and ($3::text is null or kecamatan = $3) group by words having sum(asked) >= ${REPORTED_FROM}${having}`;

const MISSES = `
  with now as (${countsOf('$1', ' and sum(missed + relaxed) > 0')}), before as (${countsOf('$2', '')})
  select now.*, before.asked as "askedBefore" from now left join before using (words)
   where $4::integer is null or now.missed + now.relaxed < $4 or (now.missed + now.relaxed = $4 and words > $5)
   order by now.missed + now.relaxed desc, words limit $6`;

/** What was searched for in a week and not found, what most people missed first. Refuses a week that there is not. */
export async function listMissedSearches(ctx: Context, asked: MissesAsked): Promise<Page<MissedSearch>> {
  const { kecamatan = null, after } = asked;
  const monday = asked.week ? mondayOfWeek(asked.week) : mondayOf(ctx.clock.now());
  if (monday === null) throw badArgument('week', 'week is one of ISO 8601, e.g. 2026-W48');
  const size = pageSize(asked.first);
  const place = decodeCursor(after, ['integer', 'string']);
  // No kecamatan goes by such a name.
  if (kecamatan !== null && !isSlug(kecamatan)) return pageOf<MissedSearch>([], size, after, cursorOf);
  const rows = await ctx.read.rows<MissedSearch>(
    MISSES,
    [monday, weeksBefore(monday, 1), kecamatan, place?.[0] ?? null, place?.[1] ?? null, size + 1],
    'search-misses',
  );
  return pageOf(rows, size, after, cursorOf);
}

const cursorOf = ({ missed, relaxed, words }: MissedSearch): string => encodeCursor([missed + relaxed, words]);
