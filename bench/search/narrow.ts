import type pg from 'pg';
import { pick, type Random } from '../../seeds/drawings/kit/random.ts';

/** A filter as the API takes it. */
export interface Narrowing {
  readonly category?: readonly string[];
  readonly kecamatan?: readonly string[];
  readonly pickupPoint?: readonly string[];
  readonly priceMin?: number;
  readonly priceMax?: number;
  readonly halal?: boolean;
  readonly inStock?: boolean;
}

interface Facts {
  readonly slug: string;
  /** Its category and those above it. */
  readonly categories: readonly string[];
  readonly kecamatan: string;
  readonly is_halal: boolean;
  readonly price: number;
}

/** Lower ends of the price bands that visitors choose from, in rupiah. */
const BANDS = [0, 10_000, 25_000, 50_000, 100_000, 250_000];

type Way = 'kecamatan' | 'price' | 'halal' | 'pickupPoint' | 'category';

/** The ways to narrow a list to where a product is. */
const WAYS: Readonly<Record<Way, (facts: Facts, random: Random, points: readonly string[]) => Narrowing>> = {
  kecamatan: ({ kecamatan }: Facts): Narrowing => ({ kecamatan: [kecamatan] }),
  price({ price }: Facts): Narrowing {
    const band = BANDS.findLastIndex((min) => min <= price);
    const next = BANDS[band + 1];
    return { priceMin: BANDS[band] ?? 0, ...(next === undefined ? {} : { priceMax: next - 1 }) };
  },
  halal: ({ is_halal }: Facts): Narrowing => (is_halal ? { halal: true } : { inStock: true }),
  pickupPoint: (_: Facts, random: Random, points: readonly string[]): Narrowing => ({
    pickupPoint: [pick(random, points)],
  }),
  category: ({ categories }: Facts, random: Random): Narrowing => ({ category: [pick(random, categories)] }),
};

/** Two ways each; a list that is browsed has its category already. */
const PAIRS: Readonly<Record<'words' | 'category', readonly (readonly [Way, Way])[]>> = {
  words: [
    ['kecamatan', 'price'],
    ['kecamatan', 'halal'],
    ['category', 'price'],
    ['category', 'kecamatan'],
    ['price', 'halal'],
    ['pickupPoint', 'price'],
  ],
  category: [
    ['kecamatan', 'price'],
    ['kecamatan', 'halal'],
    ['price', 'halal'],
    ['pickupPoint', 'price'],
    ['pickupPoint', 'kecamatan'],
  ],
};

const FACTS = `
  select p.slug, array_remove(array[c1.slug, c2.slug, c3.slug], null) as categories, kc.slug as kecamatan, p.is_halal,
         (select min(v.price)::integer from variant v where v.product_id = p.id and not v.is_archived) as price
    from product p join category c1 on c1.id = p.category_id left join category c2 on c2.id = c1.parent_id
    left join category c3 on c3.id = c2.parent_id join seller s on s.id = p.seller_id
    join kelurahan kl on kl.id = s.kelurahan_id join kecamatan kc on kc.id = kl.kecamatan_id
   where p.slug = any($1)`;

/**
 * For each of these products (slugs) two filters that let it through: visitors choose from the facets of what they see, so what
 * they choose seldom leaves nothing.
 */
export async function narrowingsFrom(
  admin: pg.Client,
  samples: readonly string[],
  random: Random,
): Promise<readonly ((of: keyof typeof PAIRS) => Narrowing)[]> {
  const { rows } = await admin.query<Facts>(FACTS, [samples]);
  const points = await admin.query<{ slug: string }>('select slug from pickup_point where is_active order by slug');
  const slugs = points.rows.map(({ slug }) => slug);
  const bySlug = new Map(rows.map((facts) => [facts.slug, facts]));
  return samples.map((slug) => (of) => {
    const facts = bySlug.get(slug);
    if (!facts) throw new Error(`${slug} is no product of this market`);
    const [one, other] = pick(random, PAIRS[of]);
    return { ...WAYS[one](facts, random, slugs), ...WAYS[other](facts, random, slugs) };
  });
}
