import { beforeAll, describe, expect, test } from 'vitest';
import { Vocabulary } from '../../api/search/language/index.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';
import { aCategory } from '../support/makers/catalog.ts';
import { aSeller } from '../support/makers/sellers.ts';
import type { SearchMarket } from './search-market.ts';

/** Searches as people write them who know the market only a little. `marketOf` gives the market once it is open. */
export function promisesAboutWishes(marketOf: () => SearchMarket): void {
  let market: SearchMarket;
  beforeAll(() => {
    market = marketOf();
  });

  /** Does something while these products are there as well. */
  async function beside(
    asked: readonly Parameters<SearchMarket['add']>[0][],
    look: () => Promise<void>,
  ): Promise<void> {
    const made = [];
    for (const each of asked) made.push(await market.add({ description: '', ...each }));
    try {
      await look();
    } finally {
      for (const each of made) await market.withdraw(each);
    }
  }

  describe('wishes', () => {
    test('for halal find what its seller says is halal, and nothing else, as long as there is any', async () => {
      const vocabulary = new Vocabulary(seedTerms());
      const goods = [
        { title: 'Rendang Jengkol', isHalal: true },
        { title: 'Rendang Paru', isHalal: false },
      ];
      await beside(goods, async () => {
        expect(await market.titles({ text: 'rendang halal', vocabulary })).toEqual(['Rendang Jengkol']);
        expect(await market.titles({ text: 'halal', vocabulary })).toContain('Rendang Jengkol');
        expect(await market.titles({ text: 'halal', vocabulary })).not.toContain('Rendang Paru');
      });
      await beside([{ title: 'Serbet Dapur', isHalal: false }], async () => {
        const found = await market.find({ text: 'serbet halal', vocabulary });
        expect([found.products.map(({ node }) => node.title), found.relaxed]).toEqual([['Serbet Dapur'], ['halal']]);
      });
    });

    test('for a kind of goods are not taken for what only sounds like it', async () => {
      const category = await aCategory(market.world, { slug: 'fesyen', name: 'Fesyen' });
      const goods = [{ title: 'Cangkir Pesanan Khusus' }, { title: 'Rompi Batik', category }];
      await beside(goods, async () => expect(await market.titles({ text: 'fesyen' })).toEqual(['Rompi Batik']));
    });

    test.each([
      ['is left out', 'dmn', 4, []],
      ['that could be a thing that nobody sells is given up', 'cpt', 3, ['cpt']],
      ['that is like nothing is given up', 'xqzt', 3, ['xqzt']],
    ])('beside a chat word find as much without it: what %s', async (_, word, count, relaxed) => {
      const vocabulary = new Vocabulary([{ kind: 'WORD', term: 'capit', meanings: [] }]);
      const found = await market.find({ text: `keripik ${word}`, vocabulary });
      expect([found.products.length, found.relaxed]).toEqual([count, relaxed]);
    });

    test('for what is typical of a place find what prose says so of', async () => {
      const goods = [{ title: 'Dodol Belimbing', description: 'Oleh-oleh khas Depok.' }];
      const found = async (text: string): Promise<string[]> => market.titles({ text });
      await beside(goods, async () => {
        expect(await found('oleh-oleh khas depok')).toEqual(['Dodol Belimbing']);
        expect(await found('oleh oleh khas')).toEqual(['Dodol Belimbing']);
        // Nothing is like that, and is for that: what it is for counts.
        expect(await found('oleh oleh unik')).toEqual(['Dodol Belimbing']);
        expect(await found('oleh oleh keripik')).toHaveLength(3);
        const vocabulary = new Vocabulary([{ kind: 'WORD', term: 'oleh-oleh', meanings: [] }]);
        expect(await market.titles({ text: 'oleh oleh cowok', vocabulary })).toEqual(['Dodol Belimbing']);
      });
    });

    test('for a dish of elsewhere find the dish, when there is none from there', async () => {
      const vocabulary = new Vocabulary([{ kind: 'PHRASE', term: 'pasir malang', meanings: [] }]);
      const found = await market.find({ text: 'keripik malang', vocabulary });
      expect([found.products.length, found.relaxed]).toEqual([3, ['malang']]);
    });

    test('for an article number find it whole, and its short pieces are no words', async () => {
      const variants = [{ sku: 'UI-7K2-B' }];
      await beside([{ title: 'Tikar Pandan', variants }], async () => {
        for (const text of ['UI-7K2-B', 'ui 7k2', '7k2'])
          expect(await market.titles({ text })).toEqual(['Tikar Pandan']);
        const vocabulary = new Vocabulary([{ kind: 'WORD', term: 'keripik', meanings: [] }]);
        const found = await market.find({ text: 'ui keripik', vocabulary });
        expect([found.products.length, found.relaxed]).toEqual([3, ['ui']]);
      });
    });

    test('for a shop by its whole name begin with it', async () => {
      const [own, like] = [
        await aSeller(market.world, { name: 'Kedai Pak Ujang' }),
        await aSeller(market.world, { name: 'Lapak Pak Ujang' }),
      ];
      const goods = [own, like].flatMap((shop) => [1, 2, 3].map((n) => ({ title: `Serbet ${n}`, shop })));
      await beside(goods, async () => {
        for (const [text, shop] of [
          ['kedai pak ujang', own],
          ['lapak pak ujang', like],
        ] as const) {
          const { products } = await market.find({ text });
          expect(products.slice(0, 3).map(({ node }) => node.seller.name)).toEqual(Array(3).fill(shop.seller.name));
        }
      });
    });
  });
}
