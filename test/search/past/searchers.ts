import { graphql } from 'graphql';
import type { Context } from '../../../api/platform/context.ts';
import { publicSchema } from '../../../api/schema.ts';
import type { World } from '../../support/world.ts';

const SEARCH = `query ($search: String, $filter: ProductFilter, $near: GeoPointInput, $first: Int, $after: String) {
  products(search: $search, filter: $filter, near: $near, first: $first, after: $after) {
    edges { cursor } didYouMean relaxed } }`;

/** What a caller looks for; the words alone, or with the rest. */
export type Looked = string | (Record<string, unknown> & { readonly search: string });

/** A caller of this address. */
export function callerAt(world: World, remoteAddress: string): Context {
  return Object.assign(Object.create(world.context()), { remoteAddress, loaders: new Map() });
}

/** Looks for this as one caller; gives the cursors of the page. */
export async function searchAs(ctx: Context, looked: Looked): Promise<string[]> {
  const variableValues = typeof looked === 'string' ? { search: looked } : looked;
  const { data, errors } = await graphql({ schema: publicSchema(), source: SEARCH, variableValues, contextValue: ctx });
  if (errors) throw errors[0];
  const { products } = data as unknown as { products: { edges: { cursor: string }[] } };
  return products.edges.map(({ cursor }) => cursor);
}

let callers = 0;

/** Looks for this as so many callers of whom none has searched before. */
export async function searchBy(world: World, count: number, looked: Looked): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    callers += 1;
    await searchAs(callerAt(world, `10.1.${Math.floor(callers / 250)}.${callers % 250}`), looked);
  }
}

/** A row of the counts. */
export interface Row {
  readonly week: string;
  readonly kecamatan: string;
  readonly words: string;
  readonly asked: number;
  readonly missed: number;
  readonly relaxed: number;
}

/** What is counted in the database of these words; of all, when none are named. */
export async function counted(world: World, words: string | null = null): Promise<Row[]> {
  await world.context().searchTally.flush();
  return world.context().read.rows<Row>(
    `select week::text, kecamatan, words, asked, missed, relaxed from search_asked
        where $1::text is null or words = $1 order by week, kecamatan, words`,
    [words],
  );
}
