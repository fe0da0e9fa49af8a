import type { Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import {
  type FilterAsked,
  type FoundProducts,
  type ProductSearch,
  ProductSort,
  type ProductsAsked,
} from '../../api/search/index.ts';
import { aCategory, aProduct, type MadeProduct, type ProductAsked } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

/** What is looked for; what is left out is as a plain list has it. */
export type Looked = Partial<Omit<ProductsAsked, 'filter'>> & { readonly filter?: Partial<FilterAsked> };

/** Seven products of two shops, findable through the engine under test. */
export interface SearchMarket {
  readonly world: World;
  readonly search: ProductSearch;
  readonly beji: Shop;
  readonly cimanggis: Shop;
  context(): Context;
  /** Asks for everything: facets, totals, marked titles. */
  find(looked?: Looked): Promise<FoundProducts>;
  titles(looked?: Looked): Promise<string[]>;
  /** A product more than those that all tests share, reviewed with these stars; whoever adds one takes it away again. */
  add(asked: ProductAsked, stars?: readonly number[]): Promise<MadeProduct>;
  withdraw(made: MadeProduct): Promise<void>;
  /** Has a product reviewed with these stars. */
  rate(made: MadeProduct, stars: readonly number[]): Promise<void>;
  /** The same, without telling the search. */
  rateUnseen(made: MadeProduct, stars: readonly number[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A filter that leaves everything. */
export const NO_FILTER: FilterAsked = {
  category: [],
  kecamatan: [],
  seller: [],
  pickupPoint: [],
  priceMin: null,
  priceMax: null,
  priceRanges: [],
  ratingMin: null,
  halal: null,
  inStock: null,
};

/** A plain list, by relevance. */
export const PLAIN = { text: null, sort: ProductSort.RELEVANCE, near: null, first: 20, after: null };

/** Opens a world with the market in it; close it in afterAll. */
export async function openSearchMarket(
  engineOf: (world: World) => ProductSearch,
  environment: Readonly<Record<string, string>> = {},
): Promise<SearchMarket> {
  const world = await openWorld({ environment });
  const search = engineOf(world);
  const [beji, cimanggis] = await twoShops(world);
  await aPoint(world, { slug: 'balaikota' });
  await sevenProducts(world, beji, cimanggis);
  await search.rebuild(world.context());
  const find: SearchMarket['find'] = ({ filter, ...asked } = {}) =>
    search.find(
      world.context(),
      { ...PLAIN, ...asked, filter: { ...NO_FILTER, ...filter } },
      { facets: true, totalCount: true, highlight: true },
    );
  return {
    world,
    search,
    beji,
    cimanggis,
    find,
    context: () => world.context(),
    titles: async (looked) => (await find(looked)).products.map(({ node }) => node.title),
    async add(asked, stars = []) {
      const category = await aCategory(world, { slug: 'tas' });
      const made = await aProduct(world, { shop: beji, category, ...asked, isIndexed: false });
      if (stars.length > 0) await someReviews(world, made, stars);
      await search.put(world.context(), [made.product.key]);
      await search.follow(world.context());
      return made;
    },
    rateUnseen: (made, stars) => someReviews(world, made, stars),
    async rate(made, stars) {
      await someReviews(world, made, stars);
      await search.put(world.context(), [made.product.key]);
      await search.follow(world.context());
    },
    async withdraw({ product }) {
      await inTransaction(world.context(), (tx) =>
        tx.execute("update product set status = 'ARCHIVED' where id = ?", [product.key]),
      );
      await search.put(world.context(), [product.key]);
      await search.follow(world.context());
    },
    close: () => world.close(),
  };
}

async function twoShops(world: World): Promise<[Shop, Shop]> {
  const [beji, cimanggis] = [
    await aKelurahan(world, { kecamatan: 'beji' }),
    await aKelurahan(world, { kecamatan: 'cimanggis' }),
  ];
  return [
    await aSeller(world, { name: 'Dapur Bu Tini', kelurahanKey: beji.key, latitude: -6.37, longitude: 106.82 }),
    await aSeller(world, { name: 'Warung Pak Amin', kelurahanKey: cimanggis.key, latitude: -6.36, longitude: 106.88 }),
  ];
}

async function sevenProducts(world: World, beji: Shop, cimanggis: Shop): Promise<void> {
  const food = await aCategory(world, { slug: 'makanan', name: 'Makanan' });
  const snacks = await aCategory(world, { slug: 'camilan', name: 'Camilan', parent: food });
  const spices = await aCategory(world, { slug: 'bumbu', name: 'Bumbu Dapur', parent: food });
  const bags = await aCategory(world, { slug: 'tas', name: 'Tas' });
  const one = (price: number, stock = 10): ProductAsked['variants'] => [{ price, stock }];
  const goods: ProductAsked[] = [
    { title: 'Keripik Singkong Balado', category: snacks, shop: beji, variants: one(12_000), soldCount: 50 },
    { title: 'Keripik Singkong Original', category: snacks, shop: cimanggis, variants: one(10_000), soldCount: 80 },
    { title: 'Keripik Tempe', category: snacks, shop: beji, variants: one(9_000, 0), soldCount: 200 },
    { title: 'Sambal Bawang', category: spices, shop: beji, variants: one(25_000), soldCount: 30 },
    { title: 'Sambal Terasi', category: spices, shop: cimanggis, variants: one(24_999), soldCount: 20, isHalal: false },
    {
      title: 'Tas Anyaman Pandan',
      category: bags,
      shop: cimanggis,
      variants: one(150_000),
      soldCount: 5,
      description: 'Muat bekal dan keripik.',
    },
    { title: 'Crème Brûlée Café', category: snacks, shop: cimanggis, variants: one(30_000), soldCount: 1 },
  ];
  for (const [day, asked] of goods.entries()) {
    const publishedAt = new Date(Date.UTC(2026, 9, day + 1));
    await aProduct(world, { description: '', publishedAt, ...asked, isIndexed: false });
  }
}
