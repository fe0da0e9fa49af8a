import { isCurator } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import { listParameter } from '../platform/database/list-parameter.ts';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '../platform/graphql/connection.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { isSlug, keyOf } from '../platform/keys.ts';
import { type Seller, sellerJson } from './seller.ts';

const FROM = `seller s join kelurahan kl on kl.id = s.kelurahan_id join kecamatan kc on kc.id = kl.kecamatan_id`;

/** Shops by keys as they now are, in the order of the keys, whatever their status; null for what is not there. */
async function readSellers(ctx: Context, keys: readonly string[]): Promise<(Seller | null)[]> {
  const rows = await ctx.read.rows<{ key: string; node: Seller }>(
    `select s.id as key, ${sellerJson('s', 'kl', 'kc', '$2')} as node from ${FROM} where s.id = any(${listParameter('$1', 'uuid')})`,
    [keys, ctx.clock.now()],
    'sellers-by-key',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
}

/** A shop by key, whatever its status (a placed order still names a suspended shop); null when there is none. */
export const sellerByKey = defineLoader<string, Seller | null>(readSellers);

/** A shop as it stands after a change, past what this request has loaded before. */
export async function changedSeller(ctx: Context, key: string): Promise<Seller | null> {
  return (await readSellers(ctx, [key]))[0] ?? null;
}

/** Shops by keys, in their order; null for what is not there. */
export function sellersByKeys(ctx: Context, keys: readonly string[]): Promise<(Seller | null)[]> {
  return Promise.all(keys.map((key) => sellerByKey(ctx, key)));
}

/** Shops as `node` shows them: those that may sell, and the caller's own; all of them to a curator. */
export async function visibleSellers(ctx: Context, keys: readonly string[]): Promise<(Seller | null)[]> {
  const own = ctx.actor.roles.flatMap(({ subjectKey }) => (subjectKey === null ? [] : [subjectKey]));
  const rows = await ctx.read.rows<{ key: string; node: Seller }>(
    `select s.id as key, ${sellerJson('s', 'kl', 'kc', '$2')} as node from ${FROM}
      where s.id = any($1::uuid[]) and (s.status = 'VERIFIED' or s.id = any($3::uuid[]) or $4::boolean)`,
    [keys, ctx.clock.now(), own, isCurator(ctx)],
    'sellers-visible',
  );
  return inOrder(keys, rows, (row) => row.key).map((row) => row?.node ?? null);
}

/** A verified shop by its name in addresses; null for any other. */
export async function sellerBySlug(ctx: Context, slug: string): Promise<Seller | null> {
  if (!isSlug(slug)) return null;
  const rows = await ctx.read.rows<{ node: Seller }>(
    `select ${sellerJson('s', 'kl', 'kc', '$2')} as node from ${FROM} where s.slug = $1 and s.status = 'VERIFIED'`,
    [slug, ctx.clock.now()],
    'sellers-by-slug',
  );
  return rows[0]?.node ?? null;
}

/** What a list of shops can be narrowed by. */
export interface SellersAsked {
  /** Slug of a kecamatan. */
  readonly kecamatan?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Verified shops in order of name. */
export async function listSellers(ctx: Context, { kecamatan, first, after }: SellersAsked): Promise<Page<Seller>> {
  const size = pageSize(first);
  const [name, key] = decodeCursor(after, ['string', 'key']) ?? [null, null];
  if (kecamatan && !isSlug(kecamatan)) return pageOf([], size, after, () => '');
  const rows = await ctx.read.rows<{ node: Seller }>(
    `select ${sellerJson('s', 'kl', 'kc', '$1')} as node from ${FROM}
      where s.status = 'VERIFIED' and ($2::text is null or kc.slug = $2)
        and ($3::text is null or (s.name, s.id) > ($3, $4::uuid))
      order by s.name, s.id limit $5`,
    [ctx.clock.now(), kecamatan ?? null, name, key, size + 1],
    'sellers-list',
  );
  const nodes = rows.map(({ node }) => node);
  return pageOf(nodes, size, after, (seller) => encodeCursor([seller.name, keyOf('Seller', seller.id) ?? '']));
}
