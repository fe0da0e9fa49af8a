import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '../platform/context.ts';
import { dayOf } from './ranking.ts';
import { isBehind } from './search-follower.ts';

/** Counts the changes of one part of what searches are answered from. Triggers count, in the transaction of each change. */
@Entity({ tableName: 'search_version' })
export class SearchVersion {
  declare [PrimaryKeyProp]?: 'part';

  /** Each part is a row of its own, so that who changes one does not wait for who changes another. */
  @PrimaryKey({ type: 'text' })
  part!: string;

  @Property({ type: 'bigint' })
  version!: number;
}

/** Versions only grow, so their sum is another one after every change. A shop's holiday ends, and a second engine falls behind, without one. */
const STATE = `select (select sum(version) from search_version) || ' ' ||
  coalesce((select max(holiday_until) from seller where holiday_until <= $1::timestamptz)::text, '') || ' ' ||
  ${isBehind('$1::timestamptz')} as state`;

/** The state of everything that lists of products are made from; they also change a little with the day. */
export async function searchState(ctx: Context): Promise<string> {
  const [row] = await ctx.read.rows<{ state: string }>(STATE, [ctx.clock.now()], 'search-state');
  return `${row?.state} ${dayOf(ctx)}`;
}
