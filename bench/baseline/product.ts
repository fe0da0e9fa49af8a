import type pg from 'pg';
import { type StoredCard, shownCard } from './card.ts';
import { expectedAt, openingNow, type StoredHours } from './opening.ts';

const CATEGORY = (c: string): string =>
  `'id', global_id('Category', ${c}.id), 'slug', ${c}.slug, 'path', ${c}.path, 'name', ${c}.name, 'nameEn', ${c}.name_en`;

/** Everything of a product page: the product, its variants and photos, the shop's points from near to far, the shop's newest goods. */
const PRODUCT = `
  select global_id('Product', p.id) as id, p.slug, p.title, p.description, p.is_halal, p.sold_count, p.updated_at,
         (select json_agg(json_build_object('id', global_id('Variant', v.id), 'sku', v.sku, 'name', v.name, 'options', v.options,
                   'price', v.price, 'weightGrams', v.weight_grams, 'stockLeft', greatest(coalesce(st.on_hand - st.reserved, 0), 0))
                   order by v.position, v.id)
            from variant v left join stock st on st.variant_id = v.id where v.product_id = p.id and not v.is_archived) as variants,
         (select json_agg(json_build_object('hash', ph.hash, 'width', ph.width, 'height', ph.height, 'alt', ph.alt) order by ph.position)
            from photo ph where ph.product_id = p.id) as photos,
         json_build_object(${CATEGORY('c1')}, 'parent', case when c2.id is not null then json_build_object(${CATEGORY('c2')},
           'parent', case when c3.id is not null then json_build_object(${CATEGORY('c3')}) end) end) as category,
         json_build_object('slug', s.slug, 'name', s.name, 'isHalalCertified', s.halal_certificate is not null,
           'isOpen', s.status = 'VERIFIED' and coalesce(s.holiday_until <= $2, true),
           'productCount', coalesce((select n.products from search_count n where n.scope = '' and n.facet = 'seller' and n.value = s.slug), 0),
           'kelurahan', json_build_object('name', kl.name), 'kecamatan', json_build_object('name', kc.name)) as seller,
         (select json_agg(near.*)
            from (select global_id('PickupPoint', pp.id) as id, pp.slug, pp.kind, pp.name, pp.address, pp.hours,
                         pp.holding_days, pp.room_taken >= pp.room_capacity as "isFull",
                         json_build_object('name', pkl.name) as kelurahan, json_build_object('name', pkc.name) as kecamatan
                    from pickup_point pp join kelurahan pkl on pkl.id = pp.kelurahan_id join kecamatan pkc on pkc.id = pkl.kecamatan_id
                   where pp.is_active and (not exists (select from seller_pickup_point sp where sp.seller_id = s.id)
                      or exists (select from seller_pickup_point sp where sp.seller_id = s.id and sp.pickup_point_id = pp.id))
                   order by distance_metres(round(s.latitude::numeric, 3)::float8, round(s.longitude::numeric, 3)::float8,
                                            pp.latitude, pp.longitude), pp.name) near) as points,
         (select json_agg(e.card order by more.product_id desc) from (select d.product_id from search_document d where d.seller_id = p.seller_id
            order by d.product_id desc limit 7) more join search_entry e on e.product_id = more.product_id) as more
    from product p join category c1 on c1.id = p.category_id left join category c2 on c2.id = c1.parent_id
    left join category c3 on c3.id = c2.parent_id join seller s on s.id = p.seller_id
    join kelurahan kl on kl.id = s.kelurahan_id join kecamatan kc on kc.id = kl.kecamatan_id
   where p.slug = $1 and p.status = 'ACTIVE' and s.status = 'VERIFIED'`;

interface StoredVariant {
  readonly price: number;
  readonly stockLeft: number;
}
interface StoredPoint extends Readonly<Record<'id' | 'slug' | 'kind' | 'name' | 'address', string>> {
  readonly hours: readonly StoredHours[];
  readonly holding_days: number;
  readonly isFull: boolean;
  readonly kelurahan: object;
  readonly kecamatan: object;
}
interface Found extends Readonly<Record<'id' | 'slug' | 'title' | 'description', string>> {
  readonly is_halal: boolean;
  readonly sold_count: number;
  readonly updated_at: Date;
  readonly variants: readonly StoredVariant[];
  readonly photos: readonly { hash: string; width: number; height: number; alt: string }[] | null;
  readonly category: object;
  readonly seller: object;
  readonly points: readonly StoredPoint[] | null;
  readonly more: readonly StoredCard[] | null;
}

/** Points and other goods of the shop shown beside a product. */
const POINTS = 3;
const MORE = 6;

/** The product page of the storefront. */
export async function product(pool: pg.Pool, { slug }: { slug: string }): Promise<unknown> {
  const now = Date.now();
  const { rows } = await pool.query<Found>({ name: 'product', text: PRODUCT, values: [slug, new Date(now)] });
  const [found] = rows;
  if (!found) return { product: null };
  const { id, title, description, is_halal, sold_count, updated_at, variants, category, seller } = found;
  const prices = variants.map(({ price }) => price);
  const stockLeft = variants.reduce((sum, variant) => sum + variant.stockLeft, 0);
  return {
    product: {
      ...{ id, slug, title, description, isHalal: is_halal, inStock: stockLeft > 0, stockLeft, soldCount: sold_count },
      ...{ rating: null, ratingCount: 0, updatedAt: updated_at, category, seller },
      priceRange: { min: Math.min(...prices), max: Math.max(...prices) },
      photos: (found.photos ?? []).map(({ hash, width, height, alt }) => ({
        thumbnail: `/media/${hash}/160.webp`,
        small: `/media/${hash}/480.webp`,
        large: `/media/${hash}/800.webp`,
        largest: `/media/${hash}/1200.webp`,
        width,
        height,
        alt,
      })),
      variants: variants.map((variant) => ({ ...variant, inStock: variant.stockLeft > 0 })),
      nearestPickupPoints: nearest(found.points ?? [], now),
      moreFromSeller: (found.more ?? [])
        .filter((card) => card.id !== id)
        .slice(0, MORE)
        .map(shownCard),
    },
  };
}

function nearest(points: readonly StoredPoint[], now: number): unknown[] {
  const shown: unknown[] = [];
  for (const { hours, holding_days, ...point } of points) {
    const expectedPickupAt = expectedAt(hours, holding_days, now);
    if (!expectedPickupAt) continue;
    const pickupPoint = { ...point, ...openingNow(hours, now), isAcceptingOrders: true, distanceMetres: null };
    shown.push({ distanceMetres: null, expectedPickupAt, pickupPoint });
    if (shown.length === POINTS) break;
  }
  return shown;
}
