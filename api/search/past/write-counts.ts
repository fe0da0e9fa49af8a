import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';

/** Rows of a week beyond which words that are new to it are not entered: a flood of invented words cannot fill the disk. */
const MOST_ROWS = 10_000;
/** Beyond so many metres from the middle of every kelurahan a buyer is not in Depok. */
const FARTHEST_METRES = 5_000;

/** How often some words were searched for, somewhere. */
export interface Counted {
  /** Monday. */
  readonly week: string;
  readonly words: string;
  /** Slug; null when the search was not narrowed to one. */
  readonly kecamatan: string | null;
  /** Where the buyers are, in degrees; null when that is not said. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly asked: number;
  readonly missed: number;
  readonly relaxed: number;
}

/** Rows go in by their key, so that two processes that write at once wait for each other in one order. */
const WRITE = `
  with counted as (
    select c.week, coalesce(named.slug, nearest.slug, '') as kecamatan, c.words,
           sum(c.asked)::integer as asked, sum(c.missed)::integer as missed, sum(c.relaxed)::integer as relaxed
      from json_to_recordset(?::json) as c(week date, words text, kecamatan text, latitude float8, longitude float8,
             asked integer, missed integer, relaxed integer)
      left join kecamatan named on named.slug = c.kecamatan
      left join lateral (select kc.slug from kelurahan kl join kecamatan kc on kc.id = kl.kecamatan_id
         where c.kecamatan is null and distance_metres(c.latitude, c.longitude, kl.latitude, kl.longitude) <= ${FARTHEST_METRES}
         order by distance_metres(c.latitude, c.longitude, kl.latitude, kl.longitude), kl.id limit 1) nearest on true
     group by 1, 2, 3),
  numbered as (
    select c.*, held.words is null as is_new, count(*) filter (where held.words is null) over (
             partition by c.week order by c.asked desc, c.kecamatan, c.words) as at
      from counted c left join search_asked held using (week, kecamatan, words))
  insert into search_asked as held (week, kecamatan, words, asked, missed, relaxed)
  select week, kecamatan, words, asked, missed, relaxed from numbered n
   where not is_new or at <= ${MOST_ROWS} - (select count(*) from search_asked s where s.week = n.week)
   order by week, kecamatan, words
  on conflict (week, kecamatan, words) do update
    set asked = held.asked + excluded.asked, missed = held.missed + excluded.missed, relaxed = held.relaxed + excluded.relaxed`;

/** Adds counts to those of their weeks, in one statement. The kecamatan is the one named, else the one the buyers are in. */
export function writeCounts(ctx: Context, counted: readonly Counted[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.execute(WRITE, [JSON.stringify(counted)]);
  });
}
