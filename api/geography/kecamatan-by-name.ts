import type { Context } from '../platform/context.ts';
import { slugOf } from '../platform/slug-of.ts';

/** A kecamatan, and the kelurahan in its middle, for those who say no more than the kecamatan. */
export interface KecamatanPlace {
  readonly kecamatanKey: string;
  readonly kecamatanName: string;
  readonly kelurahanKey: string;
  /** Degrees north and east, of the kelurahan. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Every kecamatan, found by `kecamatanWord` of its name or slug. */
export async function kecamatanByName(ctx: Context): Promise<ReadonlyMap<string, KecamatanPlace>> {
  const rows = await ctx.read.rows<KecamatanPlace & { slug: string }>(
    `select kc.id as "kecamatanKey", kc.name as "kecamatanName", kc.slug, kl.id as "kelurahanKey", kl.latitude, kl.longitude
       from kecamatan kc cross join lateral (
         select * from kelurahan k where k.kecamatan_id = kc.id
          order by (k.latitude - kc.latitude) ^ 2 + (k.longitude - kc.longitude) ^ 2, k.id limit 1) kl`,
  );
  return new Map(
    rows.flatMap((row) => [row.slug, row.kecamatanName].map((name) => [kecamatanWord(name), row] as const)),
  );
}

/** A kecamatan's name without case, blanks and the word for it: "Kec. Pancoran Mas" is pancoranmas. */
export function kecamatanWord(text: string): string {
  return slugOf(text)
    .replace(/^(kecamatan|kec)-/, '')
    .replaceAll('-', '');
}
