import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { isSlug } from '../platform/keys.ts';
import { type Kecamatan, type Kelurahan, kecamatanJson, kelurahanJson } from './kecamatan.ts';

interface Row<Node> {
  key: string;
  node: Node;
}

/** A kecamatan by key, null when there is none. */
export const kecamatanByKey = defineLoader<string, Kecamatan | null>(async (ctx, keys) => {
  const rows = await ctx.read.rows<Row<Kecamatan>>(
    `select c.id as key, ${kecamatanJson('c')} as node from kecamatan c where c.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'geography-kecamatan-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
});

/** A kelurahan with its kecamatan by key, null when there is none. */
export const kelurahanByKey = defineLoader<string, Kelurahan | null>(async (ctx, keys) => {
  const rows = await ctx.read.rows<Row<Kelurahan>>(
    `select k.id as key, ${kelurahanJson('k', 'c')} as node
       from kelurahan k join kecamatan c on c.id = k.kecamatan_id where k.id = any(${listParameter('$1', 'uuid')})`,
    [keys],
    'geography-kelurahan-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
});

/** Kelurahans of a kecamatan, by its slug, in order of name; none for an unknown slug. */
export const kelurahansOfKecamatan = defineLoader<string, Kelurahan[]>(async (ctx, slugs) => {
  const rows = await ctx.read.rows<{ node: Kelurahan }>(
    `select ${kelurahanJson('k', 'c')} as node
       from kecamatan c join kelurahan k on k.kecamatan_id = c.id where c.slug = any($1::text[]) order by k.name, k.slug`,
    [slugs.filter(isSlug)],
    'geography-kelurahans-of-kecamatan',
  );
  const bySlug = Map.groupBy(rows, ({ node }) => node.kecamatan.slug);
  return slugs.map((slug) => (bySlug.get(slug) ?? []).map(({ node }) => node));
});

/** Every kecamatan of the city, in order of name. */
export async function kecamatans(ctx: Context): Promise<Kecamatan[]> {
  const rows = await ctx.read.rows<{ node: Kecamatan }>(
    `select ${kecamatanJson('c')} as node from kecamatan c order by c.name`,
    [],
    'geography-kecamatans',
  );
  return rows.map(({ node }) => node);
}
