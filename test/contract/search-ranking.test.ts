import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { enterTerms, type FoundProducts, type ProductsAsked, type Term } from '../../api/search/index.ts';
import { aCategory, aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aSeller, type Shop } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { searchEngines } from './search-engines.ts';
import { NO_FILTER, PLAIN } from './search-market.ts';

/** Dodol of one shop that has little else, and of as many shops with one each. */
const OF_THE_LARGE_SHOP = 30;
const SMALL_SHOPS = 12;
const DAY = 86_400;

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`equal fits on ${name}`, () => {
    let world: World;
    let large: Shop;
    const small: { shop: Shop; made: MadeProduct }[] = [];
    const many: MadeProduct[] = [];

    const find = (asked: Partial<Omit<ProductsAsked, 'filter'>>) =>
      world.context().search.find(
        world.context(),
        { ...PLAIN, text: 'dodol', filter: NO_FILTER, ...asked },
        {
          facets: false,
          totalCount: true,
          highlight: false,
        },
      );
    const ids = ({ products }: FoundProducts): string[] => products.map(({ node }) => node.id);
    const shops = ({ products }: FoundProducts): string[] => products.map(({ node }) => node.seller.slug);

    beforeAll(async () => {
      world = await openWorld({ environment });
      const category = await aCategory(world, { slug: 'kue', name: 'Kue' });
      const dodol = (shop: Shop, soldCount: number): Promise<MadeProduct> =>
        aProduct(world, { title: 'Dodol', category, shop, soldCount, description: '', isIndexed: false });
      large = await aSeller(world, { name: 'Juragan' });
      for (let at = 0; at < OF_THE_LARGE_SHOP; at += 1) many.push(await dodol(large, 500));
      for (let at = 0; at < SMALL_SHOPS; at += 1) {
        const shop = await aSeller(world, { name: `Rumah ${at}`, latitude: -6.3 - at / 50, longitude: 106.8 });
        small.push({ shop, made: await dodol(shop, at) });
      }
      await world.context().search.rebuild(world.context());
    });
    afterAll(async () => {
      await world.close();
      await clear();
    });

    test('take turns by shop, so that none owns the first page', async () => {
      const page = shops(await find({ first: 24 }));
      expect(new Set(page.slice(0, SMALL_SHOPS + 1)).size).toBe(SMALL_SHOPS + 1);
      expect(new Set(page)).toContain(large.seller.slug);
    });

    test('keep their order all day, and have another one on another day and for other words', async () => {
      const [today, again] = [ids(await find({ first: 24 })), ids(await find({ first: 24 }))];
      expect(again).toEqual(today);
      expect(ids(await find({ first: 24, text: 'dodol dodol' }))).not.toEqual(today);
      await world.advance(DAY);
      expect(ids(await find({ first: 24 }))).not.toEqual(today);
      expect(new Set(ids(await find({ first: 100 }))).size).toBe(OF_THE_LARGE_SHOP + SMALL_SHOPS);
    });

    test.each([0, 5, 11])('begin with the shop that is nearest: number %s', async (at) => {
      const near = { latitude: -6.3 - at / 50, longitude: 106.8 };
      expect(shops(await find({ first: 5, near }))[0]).toBe(small[at]?.shop.seller.slug);
    });

    test('show what can be bought before what is sold out or of a shop on holiday', async () => {
      const [out, away] = [small[3], small[7]];
      await inTransaction(world.context(), async (tx) => {
        await tx.execute(
          'update stock set on_hand = 0 where variant_id in (select id from variant where product_id = ?)',
          [out?.made.product.key],
        );
        await tx.execute('update seller set holiday_until = ? where id = ?', [
          new Date(world.clock.now().getTime() + 3 * DAY * 1000),
          away?.shop.seller.key,
        ]);
      });
      await world.context().search.restock(world.context(), [out?.made.product.key ?? '']);
      await world.context().search.put(world.context(), [away?.made.product.key ?? '']);
      await world.context().search.follow(world.context());
      const last = shops(await find({ first: 100 })).slice(-2);
      expect(last.sort()).toEqual([out?.shop.seller.slug, away?.shop.seller.slug].sort());
    });

    test('go on rightly while products come, go and change', async () => {
      const stay = new Set(ids(await find({ first: 100 })));
      const seen: string[] = [];
      let after: string | null = null;
      for (let at = 0; ; at += 1) {
        const page: FoundProducts = await find({ first: 5, after });
        seen.push(...ids(page));
        after = page.products.at(-1)?.cursor ?? null;
        if (!page.hasNextPage) break;
        const gone = many[at * 3];
        if (gone) stay.delete(await withdrawn(gone));
        await soldOften(many[at * 3 + 1]);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining([...stay]));
    });

    /** Takes a product off; gives its id. */
    async function withdrawn({ product }: MadeProduct): Promise<string> {
      const shown = (await find({ first: 100 })).products.map(({ node }) => node);
      await inTransaction(world.context(), (tx) =>
        tx.execute("update product set status = 'ARCHIVED' where id = ?", [product.key]),
      );
      await world.context().search.put(world.context(), [product.key]);
      await world.context().search.follow(world.context());
      const left = new Set(ids(await find({ first: 100 })));
      return shown.find(({ id }) => !left.has(id))?.id ?? '';
    }

    async function soldOften(made: MadeProduct | undefined): Promise<void> {
      if (!made) return;
      await inTransaction(world.context(), (tx) =>
        tx.execute('update product set sold_count = sold_count + 1000 where id = ?', [made.product.key]),
      );
      await world.context().search.put(world.context(), [made.product.key]);
      await world.context().search.follow(world.context());
    }
  });

  (available ? describe : describe.skip)(`what is comprised on ${name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ environment });
      const comprises: Term = { kind: 'BROADER', term: 'material bangunan', meanings: ['pasir', 'semen'] };
      await inTransaction(world.context(), (tx) => enterTerms(tx, [comprises]));
      const category = await aCategory(world, { slug: 'aneka', name: 'Aneka' });
      const goods = { 'Gula Pasir Putih': 500, 'Pasir Beton Karung': 0, 'Semen Putih': 0 };
      for (const [title, soldCount] of Object.entries(goods))
        await aProduct(world, { title, soldCount, category, description: '', isIndexed: false });
      await world.context().search.rebuild(world.context());
    });
    afterAll(async () => {
      await world.close();
      await clear();
    });

    test('comes first where a title begins with it: gula pasir is no sand', async () => {
      const asked = { ...PLAIN, text: 'material bangunan', filter: NO_FILTER };
      const found = await world
        .context()
        .search.find(world.context(), asked, { facets: false, totalCount: true, highlight: false });
      const titles = found.products.map(({ node }) => node.title);
      expect(titles.slice(0, 2).sort()).toEqual(['Pasir Beton Karung', 'Semen Putih']);
      expect(titles[2]).toBe('Gula Pasir Putih');
    });
  });
}
