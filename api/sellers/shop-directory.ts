import type { KecamatanPlace } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { preparedRows } from '../platform/database/prepared.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { newKey } from '../platform/keys.ts';
import { slugOf } from '../platform/slug-of.ts';
import { shopName } from './seller-particulars.ts';
import { SellerStatus } from './stored-seller.ts';

interface KnownShop {
  readonly key: string;
  readonly status: SellerStatus;
  readonly kecamatanKey: string;
}

/** A shop that the city enters by name and kecamatan. */
export interface ShopNamed {
  readonly name: string;
  readonly place: KecamatanPlace;
}

/** Every shop by its name and kecamatan: in two kecamatan one name is two shops. */
export class ShopDirectory {
  readonly #byName = new Map<string, KnownShop[]>();

  /** Reads the shops that there are. */
  static async read(ctx: Context): Promise<ShopDirectory> {
    const directory = new ShopDirectory();
    const rows = await ctx.read.rows<KnownShop & { name: string }>(
      `select s.id as key, s.status, s.name, kl.kecamatan_id as "kecamatanKey" from seller s
         join kelurahan kl on kl.id = s.kelurahan_id order by s.created_at, s.id`,
    );
    for (const { name, ...shop } of rows) directory.#add(name, shop);
    return directory;
  }

  /** The shops of this name, in this kecamatan where one is given, the oldest first. */
  named(name: string, kecamatanKey: string | null): readonly KnownShop[] {
    const shops = this.#byName.get(name.toLowerCase()) ?? [];
    return kecamatanKey === null ? shops : shops.filter((shop) => shop.kecamatanKey === kecamatanKey);
  }

  /** Enters shops that are not there yet, as verified ones without an owner. Refuses NAME_INVALID before anything is written. */
  async enter(ctx: Context, shops: readonly ShopNamed[]): Promise<void> {
    if (shops.length === 0) return;
    const now = ctx.clock.now();
    const rows = shops.map(({ name, place }) => ({
      id: newKey(),
      name: shopName(name),
      slug: slugOf(name) || 'toko',
      kelurahan: place.kelurahanKey,
      kecamatan: place.kecamatanKey,
      address: `Kecamatan ${place.kecamatanName}, Depok`,
      latitude: place.latitude,
      longitude: place.longitude,
    }));
    await inTransaction(ctx, (tx) => preparedRows(tx, ENTER, [JSON.stringify(rows), now]));
    for (const { id: key, name, kecamatan: kecamatanKey } of rows)
      this.#add(name, { key, status: SellerStatus.VERIFIED, kecamatanKey });
  }

  #add(name: string, shop: KnownShop): void {
    const known = this.#byName.get(name.toLowerCase());
    if (known) known.push(shop);
    else this.#byName.set(name.toLowerCase(), [shop]);
  }
}

/** A slug that is taken, also by another row of the same call, gets an ending of the key's random part. */
const ENTER = `
  insert into seller (id, slug, name, description, kelurahan_id, address, latitude, longitude, status, created_at, verified_at)
  select r.id, case when r.nth > 1 or exists (select from seller s where s.slug = r.slug)
                    then r.slug || '-' || right(r.id::text, 6) else r.slug end,
         r.name, '', r.kelurahan, r.address, r.latitude, r.longitude, 'VERIFIED', $2::timestamptz, $2::timestamptz
    from (select *, row_number() over (partition by slug order by id) as nth
            from jsonb_to_recordset($1::jsonb) as t(id uuid, slug text, name text, kelurahan uuid, address text,
                                                    latitude float8, longitude float8)) r`;
