import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EVERYDAY_LEAVES, STAPLES } from '../../seeds/generate/everyday.ts';
import { DISTRICTS } from '../../seeds/generate/facts.ts';
import { isInside } from '../../seeds/generate/places.ts';
import { generateMarket } from '../../seeds/market.ts';
import type { SeedMarket, SeedProduct } from '../../seeds/market-shape.ts';

const market = generateMarket({ seed: 1, products: 1500 });
const everyShop = [...market.shops()];
const products = [...market.products()];
const prices = (product: SeedProduct): number[] => product.variants.map(({ price }) => price);

/** All of a market in one short text. */
function fingerprint(made: SeedMarket): string {
  const hash = createHash('sha256');
  const { kecamatan, categories, points, cast } = made;
  const shops = [...made.shops()];
  hash.update(JSON.stringify({ kecamatan, categories, points, shops, cast }));
  for (const product of made.products()) hash.update(JSON.stringify(product));
  return hash.digest('hex');
}

describe('the demo market', () => {
  test('the same seed makes the same market, another seed another one', () => {
    const made = (seed: number): string => fingerprint(generateMarket({ seed, products: 300 }));
    expect(made(7)).toBe(made(7));
    expect(made(8)).not.toBe(made(7));
  });

  test('has as many products and shops as asked for', () => {
    expect(products).toHaveLength(1500);
    expect(everyShop.length).toBeGreaterThanOrEqual(60);
    expect([...generateMarket({ seed: 1, products: 10, shops: 61 }).shops()]).toHaveLength(61);
    const ground = generateMarket({ seed: 1, products: 0 });
    expect([...ground.shops()]).toHaveLength(0);
    expect([...ground.products()]).toHaveLength(0);
    expect(ground.kecamatan).toHaveLength(11);
  });

  test('shops stand in all eleven kecamatan, each inside its kelurahan', () => {
    const wards = new Map(
      DISTRICTS.flatMap(({ code, kelurahan }) => kelurahan.map((ward) => [ward.code, { code, ward }])),
    );
    const districts = new Set<string>();
    for (const { kelurahanCode, latitude, longitude, name } of everyShop) {
      const place = wards.get(kelurahanCode);
      if (!place) throw new Error(`${name} stands nowhere`);
      districts.add(place.code);
      const isMiddle = latitude === place.ward.lat && longitude === place.ward.lng;
      expect(isMiddle || isInside(place.ward.outline, latitude, longitude)).toBe(true);
    }
    expect(districts.size).toBe(11);
  });

  test.each([1, 2, 20260601])('every kecamatan has the everyday goods, from coffee to kerudung: seed %i', (seed) => {
    const made = generateMarket({ seed, products: 1500 });
    const kecamatanOf = new Map([...made.shops()].map((shop) => [shop.slug, shop.kelurahanCode.slice(0, 8)]));
    const sold = new Map<string, string[]>(made.kecamatan.map(({ code }) => [code, []]));
    for (const { shopSlug, categoryPath, title } of made.products())
      sold.get(kecamatanOf.get(shopSlug) ?? '')?.push(`${categoryPath.split('/').at(-1)} ${title.toLowerCase()}`);
    const goods = EVERYDAY_LEAVES.flatMap((leaf) => (STAPLES[leaf] ?? []).map(([noun]) => `${leaf} ${noun}`));
    for (const { code, name } of made.kecamatan)
      expect([name, goods.filter((noun) => !sold.get(code)?.some((each) => each.startsWith(noun)))]).toEqual([
        name,
        [],
      ]);
  });

  test("five D'Comart and at least six Swadep points are open, the first at the city hall", () => {
    const kinds = market.points.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'D_COMART')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'SWADEP').length).toBeGreaterThanOrEqual(6);
    expect(market.points[0]).toMatchObject({ slug: 'dcomart-balaikota', roomCapacity: 500, holdingDays: 3 });
    expect(market.points[0]?.hours.map(({ dayOfWeek }) => dayOfWeek)).toEqual([1, 2, 3, 4, 5]);
    for (const { hours } of market.points) {
      expect(hours.length).toBeGreaterThanOrEqual(5);
      for (const { opens, closes } of hours) expect([opens, closes].join()).toMatch(/^\d\d:\d\d,\d\d:\d\d$/);
    }
  });

  test('the category tree has three levels of goods, parents first, and no services', () => {
    const seen = new Set<string>();
    for (const { path, parentPath, slug } of market.categories) {
      if (parentPath !== null) expect(seen).toContain(parentPath);
      expect(path.endsWith(slug)).toBe(true);
      expect(path).not.toMatch(/jasa/);
      seen.add(path);
    }
    expect(Math.max(...[...seen].map((path) => path.split('/').length))).toBe(3);
  });

  test('every leaf of the tree has something on sale', () => {
    const parents = new Set(market.categories.map(({ parentPath }) => parentPath));
    const leaves = market.categories.map(({ path }) => path).filter((path) => !parents.has(path));
    const sold = new Set(products.map(({ categoryPath }) => categoryPath));
    expect(leaves.filter((leaf) => !sold.has(leaf))).toEqual([]);
    expect([...sold].every((path) => leaves.includes(path))).toBe(true);
  });

  test('slugs, SKUs, shop slugs and phones are given once, in the form that the database asks for', () => {
    const once = (names: readonly string[]): void => expect(new Set(names).size).toBe(names.length);
    const skus = products.flatMap(({ shopSlug, variants }) => variants.map(({ sku }) => `${shopSlug} ${sku}`));
    const people = [market.cast.buyer, ...market.cast.operators, market.cast.curator, market.cast.communityManager];
    once(products.map(({ slug }) => slug));
    once(skus);
    once(everyShop.map(({ slug }) => slug));
    once([...everyShop.map(({ owner }) => owner.phone), ...people.map(({ phone }) => phone)]);
    for (const { slug } of [...products, ...everyShop]) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { owner } of everyShop) expect(owner.phone).toMatch(/^\+628120000\d{4}$/);
  });

  test('prices are whole rupiah in steps of 500, weights and stock whole and not negative', () => {
    for (const { variants } of products) {
      expect(variants.length).toBeGreaterThan(0);
      for (const { price, weightGrams, stock } of variants) {
        expect(price % 500).toBe(0);
        expect(price).toBeGreaterThanOrEqual(500);
        expect(Number.isInteger(weightGrams) && weightGrams > 0).toBe(true);
        expect(Number.isInteger(stock) && stock >= 0).toBe(true);
      }
    }
  });

  test('variants of a product differ in their choices; one alone has no name', () => {
    for (const { variants, title } of products) {
      const names = variants.map(({ name }) => name);
      if (new Set(names).size !== names.length) throw new Error(`${title} names two variants alike`);
      if (variants.length === 1) expect(names).toEqual(['']);
      for (const { name, options } of variants) expect(options.map(({ value }) => value).join(', ')).toBe(name);
    }
  });

  test('some products are sold out and some are down to their last three', () => {
    const most = products.map(({ variants }) => Math.max(...variants.map(({ stock }) => stock)));
    expect(most.filter((stock) => stock === 0).length).toBeGreaterThan(20);
    expect(most.filter((stock) => stock >= 1 && stock <= 3).length).toBeGreaterThan(20);
  });

  test('keripik singkong: at least 25, from 8 shops in 6 kecamatan, 8,000 to 40,000 rupiah, halal and not', () => {
    const crisps = products.filter(({ title }) => /keripik singkong/i.test(title));
    const shops = new Set(crisps.map(({ shopSlug }) => shopSlug));
    const codes = everyShop.filter(({ slug }) => shops.has(slug)).map(({ kelurahanCode }) => kelurahanCode.slice(0, 8));
    expect(crisps.length).toBeGreaterThanOrEqual(25);
    expect(shops.size).toBeGreaterThanOrEqual(8);
    expect(new Set(codes).size).toBeGreaterThanOrEqual(6);
    expect(Math.min(...crisps.flatMap(prices))).toBeGreaterThanOrEqual(8000);
    expect(Math.max(...crisps.flatMap(prices))).toBeLessThanOrEqual(40_000);
    expect(new Set(crisps.map(({ isHalal }) => isHalal)).size).toBe(2);
  });

  test('the fixed people: three sellers with shops in three kecamatan, operators of open points', () => {
    const { cast } = market;
    expect(cast.buyer).toEqual({ name: 'Sari', phone: '+6281200000001' });
    expect(cast.sellers.map(({ phone }) => phone)).toEqual(['+6281200000002', '+6281200000003', '+6281200000004']);
    const shops = cast.sellers.map(({ shopSlug, phone }) =>
      everyShop.find((shop) => shop.slug === shopSlug && shop.owner.phone === phone),
    );
    expect(new Set(shops.map((shop) => shop?.kelurahanCode.slice(0, 8))).size).toBe(3);
    for (const shop of shops)
      expect(products.filter(({ shopSlug }) => shopSlug === shop?.slug).length).toBeGreaterThan(10);
    for (const { pointSlug } of cast.operators) expect(market.points.map(({ slug }) => slug)).toContain(pointSlug);
    expect(cast.operators[0]?.pointSlug).toBe('dcomart-balaikota');
    expect(market.kecamatan.map(({ slug }) => slug)).toContain(cast.community.kecamatanSlug);
  });

  test('titles and descriptions read like listings: filled in, of sensible length, no blank left open', () => {
    for (const { title, description } of products) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(title).toMatch(/^[A-Z]/);
      expect(`${title} ${description}`).not.toMatch(/[{}]|undefined| {2}| ,|\.\./);
      const sentences = description.split(/(?<=\.) /).length;
      expect(sentences).toBeGreaterThanOrEqual(2);
      expect(sentences).toBeLessThanOrEqual(4);
    }
  });

  test('a shop sells a coherent range: what it sells stands in at most three leaves', () => {
    const leaves = new Map<string, Set<string>>();
    for (const { shopSlug, categoryPath } of products)
      leaves.set(shopSlug, (leaves.get(shopSlug) ?? new Set()).add(categoryPath));
    for (const sold of leaves.values()) expect(sold.size).toBeLessThanOrEqual(3);
  });

  test('a product is no older than its shop', () => {
    const ages = new Map(everyShop.map(({ slug, openedDaysAgo }) => [slug, openedDaysAgo * 24]));
    for (const { shopSlug, createdHoursAgo } of products) {
      expect(createdHoursAgo).toBeGreaterThan(0);
      expect(createdHoursAgo).toBeLessThanOrEqual(ages.get(shopSlug) ?? 0);
    }
  });

  test('a hundred thousand products come one by one, and none is held', () => {
    const large = generateMarket({ seed: 3, products: 100_000 });
    // Garbage is not held: a process with a large heap lets hundreds of megabytes of it lie.
    const inUse = (): number => {
      (globalThis as unknown as { gc: () => void }).gc();
      return process.memoryUsage().heapUsed;
    };
    const before = inUse();
    let count = 0;
    let held = 0;
    for (const { variants } of large.products()) {
      count += variants.length > 0 ? 1 : 0;
      if (count % 10_000 === 0) held = Math.max(held, inUse() - before);
    }
    expect(count).toBe(100_000);
    expect(held).toBeLessThan(50 * 1024 * 1024);
  }, 120_000);
});
