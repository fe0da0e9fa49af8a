import type { Context } from '../platform/context.ts';
import type { State } from '../platform/graphql/same-while.ts';

/** The state of the list of districts: all eleven of them, in a few letters. */
export async function mapState(ctx: Context): Promise<State> {
  const [row] = await ctx.read.rows<{ state: string | null }>(
    `select md5(string_agg(k::text, '' order by k.id)) as state from kecamatan k`,
    [],
    'geography-map-state',
  );
  return { text: row?.state ?? '', change: 0 };
}
