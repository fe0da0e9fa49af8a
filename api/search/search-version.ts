import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '../platform/context.ts';
import type { State } from '../platform/graphql/same-while.ts';
import { dayOf } from './ranking.ts';
import { isBehind } from './search-follower.ts';

/** Counts the changes of one part of what searches are answered from. Triggers count, in the transaction of each change; see search_change for the part that is listed. */
@Entity({ tableName: 'search_version' })
export class SearchVersion {
  declare [PrimaryKeyProp]?: 'part';

  /** Each part is a row of its own, so that who changes one does not wait for who changes another. */
  @PrimaryKey({ type: 'text' })
  part!: string;

  @Property({ type: 'bigint' })
  version!: number;
}

/** The part whose changes are listed in search_change: each touches some answers only. */
const LISTED_PART = 'document';
/** Groups change with the documents in them, and that is listed. */
const FOLLOWING_PART = 'group';

/** Versions only grow, so their sum is another one after every change; not when the database was put back to what it was, after which it has started anew. A shop's holiday ends, and a second engine falls behind, without one. */
const STATE = `select v.change, v.others || ' ' || pg_postmaster_start_time()::text || ' ' ||
  coalesce((select max(holiday_until) from seller where holiday_until <= $1::timestamptz)::text, '') || ' ' ||
  ${isBehind('$1::timestamptz')} as text
  from (select sum(version) filter (where part not in ('${LISTED_PART}', '${FOLLOWING_PART}')) as others,
      (sum(version) filter (where part = '${LISTED_PART}'))::float8 as change from search_version) v`;

/** The state of everything that lists of products are made from; they also change a little with the day. */
export async function searchState(ctx: Context): Promise<State> {
  const [row] = await ctx.read.rows<State>(STATE, [ctx.clock.now()], 'search-state');
  return { text: `${row?.text} ${dayOf(ctx)}`, change: row?.change ?? 0 };
}
