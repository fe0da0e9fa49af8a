import { beforeAll, describe, expect, test } from 'vitest';
import { addSold } from '../../api/catalog/index.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import type { FoundProducts } from '../../api/search/index.ts';
import type { SearchMarket } from './search-market.ts';

/** What facets count, and that the index follows the catalogue. `marketOf` gives the market once it is open. */
export function promisesAboutCounts(marketOf: () => SearchMarket): void {
  let market: SearchMarket;
  beforeAll(() => {
    market = marketOf();
  });

  describe('facets', () => {
    const counted = (found: FoundProducts): Record<string, Record<string, number>> => ({
      category: Object.fromEntries((found.facets?.category ?? []).map(({ category, count }) => [category.slug, count])),
      kecamatan: Object.fromEntries(
        (found.facets?.kecamatan ?? []).map(({ kecamatan, count }) => [kecamatan.slug, count]),
      ),
      seller: Object.fromEntries((found.facets?.seller ?? []).map(({ seller, count }) => [seller.name, count])),
      pickupPoint: Object.fromEntries(
        (found.facets?.pickupPoint ?? []).map(({ pickupPoint, count }) => [pickupPoint.slug, count]),
      ),
      halal: Object.fromEntries((found.facets?.halal ?? []).map(({ isHalal, count }) => [String(isHalal), count])),
      price: Object.fromEntries((found.facets?.price ?? []).map(({ min, max, count }) => [`${min}-${max}`, count])),
    });

    test('count over the whole result, not over the page', async () => {
      const found = await market.find({ text: 'sambal', first: 1 });
      expect(found.products).toHaveLength(1);
      expect(counted(found)).toEqual({
        category: { makanan: 2, bumbu: 2 },
        kecamatan: { beji: 1, cimanggis: 1 },
        seller: { 'Dapur Bu Tini': 1, 'Warung Pak Amin': 1 },
        pickupPoint: { balaikota: 2 },
        halal: { true: 1, false: 1 },
        price: { '10000-24999': 1, '25000-49999': 1 },
      });
    });

    test('of a category that there is not are those of nothing', async () => {
      for (const category of ['', 'makanan/', 'entah']) {
        const found = await market.find({ text: null, filter: { category: [category] } });
        expect([category, found.totalCount, found.products.length]).toEqual([category, 0, 0]);
      }
    });

    test('agree with what narrowing by them gives, for words and without', async () => {
      for (const text of [null, 'keripik']) {
        const found = await market.find({ text });
        for (const { category, count } of found.facets?.category ?? [])
          expect((await market.find({ text, filter: { category: [category.slug] } })).totalCount).toBe(count);
        for (const { min, max, count } of found.facets?.price ?? [])
          expect((await market.find({ text, filter: { priceMin: min, priceMax: max } })).totalCount).toBe(count);
        for (const { pickupPoint, count } of found.facets?.pickupPoint ?? [])
          expect((await market.find({ text, filter: { pickupPoint: [pickupPoint.slug] } })).totalCount).toBe(count);
      }
    });

    test("a choice already made does not shrink its own list, and shrinks the others'", async () => {
      for (const text of [null, 'keripik']) {
        const wide = counted(await market.find({ text }));
        const byPlace = counted(await market.find({ text, filter: { kecamatan: ['beji'] } }));
        expect(byPlace.kecamatan).toEqual(wide.kecamatan);
        expect(byPlace.seller).toEqual({ 'Dapur Bu Tini': wide.kecamatan?.beji });
        const cheap = { min: null, max: 9_999 };
        for (const priceRanges of [[cheap], [cheap, { min: 25_000, max: 49_999 }], [{ min: 9_000, max: 9_001 }]])
          expect(counted(await market.find({ text, filter: { priceRanges } })).price).toEqual(wide.price);
        const byCategory = counted(await market.find({ text, filter: { category: ['tas'] } }));
        expect(byCategory.category).toEqual(wide.category);
        expect(byCategory.kecamatan).toEqual({ cimanggis: 1 });
        const both = counted(await market.find({ text, filter: { category: ['tas'], kecamatan: ['beji'] } }));
        expect([both.category?.tas, both.kecamatan]).toEqual([undefined, { cimanggis: 1 }]);
      }
    });
  });

  describe('facets of a chosen shop and point', () => {
    const sellers = ({ facets }: FoundProducts): Record<string, number> =>
      Object.fromEntries((facets?.seller ?? []).map(({ seller, count }) => [seller.name, count]));

    test('other shops stay in the list beside every other choice', async () => {
      const [beji, cimanggis] = [market.beji.seller, market.cimanggis.seller];
      for (const text of [null, 'keripik'])
        for (const more of [{ category: ['makanan'] }, { inStock: true }, { halal: true, priceMax: 12_000 }]) {
          const free = sellers(await market.find({ text, filter: more }));
          expect(Object.keys(free)).toHaveLength(2);
          for (const { slug } of [beji, cimanggis])
            expect(sellers(await market.find({ text, filter: { ...more, seller: [slug] } }))).toEqual(free);
        }
    });

    test('several shops are counted and found together', async () => {
      const both = [market.beji.seller.slug, market.cimanggis.seller.slug];
      for (const text of [null, 'keripik']) {
        const all = await market.find({ text });
        const found = await market.find({ text, filter: { seller: both } });
        expect([found.totalCount, found.facets]).toEqual([all.totalCount, all.facets]);
      }
    });

    test('at a point that is closed for good nothing is found, of whichever shop', async () => {
      const execute = (sql: string, values: readonly unknown[]): Promise<unknown> =>
        inTransaction(market.context(), (tx) => tx.execute(sql, [...values]));
      await execute(
        'insert into seller_pickup_point (seller_id, pickup_point_id) select ?, id from pickup_point where slug = ?',
        [market.beji.seller.key, 'balaikota'],
      );
      const made = await market.add({ title: 'Gelang Titik' });
      const looked = { text: 'gelang titik', filter: { pickupPoint: ['balaikota'] } };
      expect(await market.titles(looked)).toEqual(['Gelang Titik']);
      await execute('update pickup_point set is_active = false where slug = ?', ['balaikota']);
      expect(await market.titles(looked)).toEqual([]);
      expect(await market.titles({ ...looked, text: null })).toEqual([]);
      await execute('update pickup_point set is_active = true where slug = ?', ['balaikota']);
      await execute('delete from seller_pickup_point where seller_id = ?', [market.beji.seller.key]);
      await market.withdraw(made);
    });
  });

  describe('the index', () => {
    const follow = (): Promise<void> => market.search.follow(market.context());

    test('takes a product in and out, with its counts, and may be told twice', async () => {
      const before = (await market.find()).totalCount;
      const made = await market.add({ title: 'Gelang Manik' });
      await market.search.put(market.context(), [made.product.key]);
      await follow();
      expect((await market.find()).totalCount).toBe(before + 1);
      expect(await market.titles({ text: 'gelang' })).toEqual(['Gelang Manik']);
      for (let times = 0; times < 2; times += 1) await market.search.remove(market.context(), [made.product.key]);
      await follow();
      expect((await market.find()).totalCount).toBe(before);
      expect(await market.titles({ text: 'gelang' })).toEqual([]);
      await market.withdraw(made);
    });

    test('shows what is left when stock alone changed', async () => {
      const made = await market.add({ title: 'Kalung Kayu', variants: [{ stock: 2 }, { stock: 3 }] });
      const shown = async () =>
        (await market.find({ text: 'kalung' })).products.map(({ node }) => [
          node.stockLeft,
          node.inStock,
          node.soldCount,
        ]);
      expect(await shown()).toEqual([[5, true, 0]]);
      const change = (onHand: number) =>
        market
          .context()
          .em.fork()
          .getConnection()
          .execute(`update stock set on_hand = ${onHand} where variant_id in
          (select id from variant where product_id = '${made.product.key}')`);
      await change(1);
      await inTransaction(market.context(), (tx) => addSold(tx, [{ productKey: made.product.key, pieces: 7 }]));
      await market.search.restock(market.context(), [made.product.key]);
      await follow();
      expect(await shown()).toEqual([[2, true, 7]]);
      await change(0);
      await market.search.restock(market.context(), [made.product.key]);
      await follow();
      expect(await shown()).toEqual([[0, false, 7]]);
      expect(await market.titles({ text: 'kalung', filter: { inStock: true } })).toEqual([]);
      await market.withdraw(made);
    });

    test('is compared with the catalogue and mended: missing, differing, left over, and counts that drifted', async () => {
      const [stale, hidden, gone] = [
        await market.add({ title: 'Gelang Lama' }),
        await market.add({ title: 'Gelang Arsip' }),
        await market.add({ title: 'Gelang Hilang' }),
      ];
      const execute = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
        inTransaction(market.context(), (tx) => tx.execute(sql, [...values]));
      const facets = (await market.find()).facets;
      expect(await market.search.check(market.context())).toBe(0);
      await execute(`update product set title = 'Gelang Anyar' where id = ?`, [stale.product.key]);
      await execute(`update product set status = 'ARCHIVED' where id = ?`, [hidden.product.key]);
      await execute('delete from search_document where product_id = ?', [gone.product.key]);
      await execute(`update search_count set products = products + 1 where scope = '' and facet = 'halal'`);
      const mended = await market.search.check(market.context());
      expect(mended).toBeGreaterThanOrEqual(3);
      expect((await market.titles({ text: 'gelang' })).sort()).toEqual(['Gelang Anyar', 'Gelang Hilang']);
      expect(await market.search.check(market.context())).toBe(0);
      await execute(`update product set status = 'ACTIVE' where id = ?`, [hidden.product.key]);
      expect(await market.search.check(market.context())).toBe(1);
      expect((await market.find()).facets).toEqual(facets);
      for (const made of [stale, hidden, gone]) await market.withdraw(made);
    });

    test('tells while it is made anew how many products are done, to the last', async () => {
      const steps: [number, number][] = [];
      await market.search.rebuild(market.context(), (done, of) => steps.push([done, of]));
      const of = steps.at(-1)?.[1] ?? 0;
      expect(of).toBeGreaterThanOrEqual(7);
      expect(steps.at(-1)).toEqual([of, of]);
      expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).sort((one, other) => one - other));
    });

    test('is the same made anew as it became by single changes', async () => {
      const added = await market.add({ title: 'Sambal Ijo', shop: market.cimanggis });
      const single = await market.find();
      await market.search.rebuild(market.context());
      const anew = await market.find();
      expect(anew.facets).toEqual(single.facets);
      expect(anew.products.map(({ node }) => node)).toEqual(single.products.map(({ node }) => node));
      await market.withdraw(added);
    });
  });
}
