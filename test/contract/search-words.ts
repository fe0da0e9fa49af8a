import { beforeAll, describe, expect, test } from 'vitest';
import { Vocabulary } from '../../api/search/language/index.ts';
import type { SearchMarket } from './search-market.ts';

/** How words are understood. `marketOf` gives the market once it is open. */
export function promisesAboutWords(marketOf: () => SearchMarket): void {
  let market: SearchMarket;
  beforeAll(() => {
    market = marketOf();
  });

  describe('words', () => {
    test('must all be carried, in any order', async () => {
      expect(await market.titles({ text: 'singkong keripik' })).toHaveLength(2);
      expect(await market.titles({ text: 'balado keripik singkong' })).toEqual(['Keripik Singkong Balado']);
    });

    test.each([
      ['an unfinished last word', 'keripik sing', 2],
      ['capital letters', 'KERIPIK TEMPE', 1],
      ['letters without their accents', 'creme brulee', 1],
      ['letters with accents that are not there', 'kéripik tempé', 1],
      ['clitics and affixes', 'sambalnya', 2],
      ['words of the shop', 'warung amin terasi', 1],
      ['words of the category', 'bumbu', 2],
    ])('find with %s', async (_, text, count) => {
      expect(await market.titles({ text })).toHaveLength(count);
    });

    test.each([
      ['a missing letter', 'kripik singkong', 'keripik singkong'],
      ['a letter too many', 'keripikk singkong', 'keripik singkong'],
      ['a wrong letter', 'sembal', 'sambal'],
      ['two letters swapped', 'samabl', 'sambal'],
      ['one mistake in each word', 'kripik singkog', 'keripik singkong'],
      ['a word before others that is not typed out', 'kerip singk', 'keripik singk'],
    ])('with %s are mended, and it is said', async (_, text, meant) => {
      const found = await market.find({ text });
      expect(found.products).toHaveLength(2);
      expect([found.didYouMean, found.relaxed]).toEqual([meant, []]);
    });

    test('none of which was typed out find what begins so, page by page, and only when nothing else is found', async () => {
      expect(await market.titles({ text: 'ker tem' })).toEqual(['Keripik Tempe']);
      const both = await market.titles({ text: 'ker sing' });
      expect(both).toHaveLength(2);
      const first = await market.find({ text: 'ker sing', first: 1 });
      expect([first.hasNextPage, first.didYouMean, first.relaxed]).toEqual([true, null, []]);
      const next = await market.find({ text: 'ker sing', first: 1, after: first.products[0]?.cursor ?? null });
      expect([first, next].flatMap(({ products }) => products.map(({ node }) => node.title))).toEqual(both);
      expect(next.hasNextPage).toBe(false);
      expect(await market.titles({ text: 'ker sing', filter: { category: ['bumbu'] } })).toEqual([]);
      // In any order: what chance adds for a shop is another for other words.
      expect((await market.titles({ text: 'cari ker sing murah' })).sort()).toEqual([...both].sort());
      expect([first.isGuess, (await market.find({ text: 'keripik sing' })).isGuess]).toEqual([true, undefined]);
      for (const text of ['sing ker', 'ker rusa']) expect(await market.titles({ text })).toEqual([]);
    });

    test('that are short and absent are given up rather than taken for longer ones', async () => {
      const cup = await market.add({ title: 'Piala Juara', description: '' });
      const found = await market.find({ text: 'pia sambal' });
      expect(found.products.map(({ node }) => node.title)).not.toContain('Piala Juara');
      expect(await market.titles({ text: 'pia basah' })).toEqual([]);
      await market.withdraw(cup);
    });

    test('without their vowels are mended, however short', async () => {
      const found = await market.find({ text: 'krpk tmp' });
      expect(found.products.map(({ node }) => node.title)).toEqual(['Keripik Tempe']);
      expect(found.didYouMean).toBe('keripik tempe');
    });

    test('that nothing carries together are given up one by one, and it is said', async () => {
      const found = await market.find({ text: 'sambal ruket' });
      expect(found.products).toHaveLength(2);
      expect([found.relaxed, found.didYouMean]).toEqual([['ruket'], null]);
    });

    test('that were mended and are given up after all are told as they were typed', async () => {
      const racket = await market.add({ title: 'Raket Nyamuk', description: '' });
      const found = await market.find({ text: 'sambal ruket' });
      expect(found.products).toHaveLength(2);
      expect([found.relaxed, found.didYouMean]).toEqual([['ruket'], null]);
      const both = await market.find({ text: 'samabl ruket' });
      expect([both.relaxed, both.didYouMean]).toEqual([['ruket'], 'sambal ruket']);
      expect(await market.find({ text: 'ruket' })).toMatchObject({ didYouMean: 'raket', relaxed: [] });
      await market.withdraw(racket);
    });

    test('that nothing carries at all find nothing', async () => {
      const found = await market.find({ text: 'zzzzzz qqqqqq' });
      expect(found).toMatchObject({
        products: [],
        totalCount: 0,
        totalCountIsExact: true,
        hasNextPage: false,
        relaxed: [],
      });
    });

    test('of the title weigh more than words of the description', async () => {
      const found = await market.titles({ text: 'keripik' });
      expect(found).toHaveLength(4);
      expect(found.at(-1)).toBe('Tas Anyaman Pandan');
    });

    test('that only descriptions speak of find nothing, but keywords and what goods are for do', async () => {
      const description = 'Tahan tiga hari di kulkas. Cocok untuk arisan.\n\nKata kunci: marmer, jadul';
      const cake = await market.add({ title: 'Bolu Zebra', description });
      for (const text of ['kulkas', 'kulkas murah', 'kulkas beji', 'kulkas marmer'])
        expect(await market.find({ text })).toMatchObject({ products: [], relaxed: [], didYouMean: null });
      for (const text of ['marmer', 'arisan', 'bolu kulkas', 'marmer arisan'])
        expect(await market.titles({ text })).toEqual(['Bolu Zebra']);
      const fridge = await market.add({ title: 'Kulkas Mini', description: '' });
      expect(await market.titles({ text: 'kulkas' })).toEqual(['Kulkas Mini', 'Bolu Zebra']);
      expect(await market.titles({ text: 'kulkas', filter: { category: ['bumbu'] } })).toEqual([]);
      await market.withdraw(fridge);
      const far = await market.add({ title: 'Kulkas Besar', description: '', shop: market.cimanggis });
      const vocabulary = new Vocabulary([{ kind: 'PLACE', term: 'beji', meanings: ['beji'] }]);
      expect((await market.find({ text: 'kulkas beji', vocabulary })).relaxed).toEqual(['beji']);
      await market.withdraw(far);
      await market.withdraw(cake);
    });

    test('that goods only smell of or look like do not name them', async () => {
      const vocabulary = new Vocabulary([{ kind: 'PLACE', term: 'beji', meanings: ['beji'] }]);
      const scented = ['kopi', 'melati'].map((name) => ({ name, options: [{ name: 'Aroma', value: name }] }));
      const soap = await market.add({ title: 'Sabun Aroma Kopi', description: '' });
      expect((await market.find({ text: 'sabun kpoi', vocabulary })).didYouMean).toBe('sabun kopi');
      const bar = await market.add({ title: 'Sabun Batang', description: '', variants: scented });
      expect((await market.find({ text: 'mleati', vocabulary })).didYouMean).toBe('melati');
      // Where nothing is called so, what smells of it is found.
      for (const text of ['kopi', 'kopi beji', 'sabun kopi', 'kopi sabun beji'])
        expect((await market.titles({ text, vocabulary })).sort()).toEqual(['Sabun Aroma Kopi', 'Sabun Batang']);
      const coffee = await market.add({ title: 'Kopi Robusta', description: '', shop: market.cimanggis });
      expect((await market.titles({ text: 'kopi' }))[0]).toBe('Kopi Robusta');
      const given = await market.find({ text: 'kopi beji', vocabulary });
      expect(given.relaxed).toEqual(['beji']);
      expect(given.products[0]?.node.title).toBe('Kopi Robusta');
      expect((await market.titles({ text: 'kopi sabun beji', vocabulary })).sort()).toEqual([
        'Sabun Aroma Kopi',
        'Sabun Batang',
      ]);
      for (const made of [coffee, bar, soap]) await market.withdraw(made);
    });

    test('that name no thing by themselves are found where something is named after them', async () => {
      const cake = await market.add({ title: 'Bolu Zebra', description: 'Diantar ke rumah, cocok untuk anak.' });
      for (const text of ['rumah', 'rumah dijual', 'anak'])
        expect(await market.find({ text })).toMatchObject({ products: [], relaxed: [] });
      const doll = await market.add({ title: 'Boneka Anak', description: '' });
      expect(await market.titles({ text: 'anak' })).toEqual(['Boneka Anak', 'Bolu Zebra']);
      await market.withdraw(doll);
      await market.withdraw(cake);
    });

    test('are given up when they are an amount, where products are called what is left', async () => {
      const bread = await market.add({ title: 'Roti Keju', description: '' });
      expect((await market.find({ text: 'keripik 3 kg' })).relaxed).toEqual(['3 kg']);
      expect(await market.titles({ text: 'keju' })).toEqual(['Roti Keju']);
      expect(await market.find({ text: 'keju 3 kg' })).toMatchObject({ products: [], relaxed: [] });
      await market.withdraw(bread);
    });

    test('that the vocabulary knows, and that nothing carries, are not given up beside a single other one', async () => {
      const vocabulary = new Vocabulary(
        ['gigi', 'sambal', 'keripik'].map((term) => ({ kind: 'WORD', term, meanings: [] })),
      );
      expect((await market.find({ text: 'sambal gigi' })).relaxed).toEqual(['gigi']);
      expect(await market.find({ text: 'sambal gigi', vocabulary })).toMatchObject({ products: [], relaxed: [] });
      expect((await market.find({ text: 'keripik singkong gigi', vocabulary })).relaxed).toEqual(['gigi']);
    });

    test('are not given up where what is left is another word for what is sold', async () => {
      const vocabulary = new Vocabulary([{ kind: 'SYNONYM', term: 'cocolan', meanings: ['sambal'] }]);
      expect(await market.titles({ text: 'cocolan', vocabulary })).toHaveLength(2);
      expect(await market.find({ text: 'cocolan gigi', vocabulary })).toMatchObject({ products: [], relaxed: [] });
      expect((await market.find({ text: 'cocolan 3 kg', vocabulary })).relaxed).toEqual(['3 kg']);
    });

    test('are given up when they only say what is done with the thing, though they stand first', async () => {
      expect((await market.find({ text: 'menggigit sambal' })).relaxed).toEqual(['menggigit']);
      expect(await market.find({ text: 'gigit sambal' })).toMatchObject({ products: [], relaxed: [] });
    });

    test('of which one is given up find other words for what is left as well, where products are called so', async () => {
      const vocabulary = new Vocabulary([{ kind: 'SYNONYM', term: 'tas', meanings: ['sambal'] }]);
      expect((await market.titles({ text: 'tas gigi', vocabulary })).sort()).toEqual([
        'Sambal Bawang',
        'Sambal Terasi',
        'Tas Anyaman Pandan',
      ]);
    });

    test('of two that mean one may stand apart in a title', async () => {
      const vocabulary = new Vocabulary([{ kind: 'ENGLISH', term: 'chips', meanings: ['keripik balado'] }]);
      expect(await market.titles({ text: 'chips', vocabulary })).toEqual(['Keripik Singkong Balado']);
    });

    test('that are written so come before other words for them, beside other words for the thing', async () => {
      const vocabulary = new Vocabulary([
        { kind: 'SYNONYM', term: 'kudapan', meanings: ['keripik'] },
        { kind: 'SYNONYM', term: 'tempe', meanings: ['singkong'] },
      ]);
      const titles = await market.titles({ text: 'kudapan tempe', vocabulary });
      expect([titles.length, titles[0]]).toEqual([3, 'Keripik Tempe']);
    });

    test('that mean what a shop is called do not mean the shop', async () => {
      const vocabulary = new Vocabulary([{ kind: 'SYNONYM', term: 'mungil', meanings: ['tini'] }]);
      expect(await market.titles({ text: 'tini', vocabulary })).toHaveLength(3);
      expect(await market.titles({ text: 'mungil', vocabulary })).toEqual([]);
    });

    test('that fit equally well show what is in stock first', async () => {
      expect((await market.titles({ text: 'keripik' })).slice(0, 3).at(-1)).toBe('Keripik Tempe');
    });

    test('are marked in the title, which is escaped', async () => {
      const tea = await market.add({ title: 'Teh <b>Manis</b> & "Dingin"' });
      const [found] = (await market.find({ text: 'manis' })).products;
      expect(found?.node.highlightedTitle).toBe('Teh &lt;b&gt;<mark>Manis</mark>&lt;/b&gt; &amp; &quot;Dingin&quot;');
      await market.withdraw(tea);
    });

    test.each([
      '\'"',
      '& | ! <-> :*',
      "a'b:*&|!",
      '%_%',
      '\\',
      'a'.repeat(200),
      '💥',
      'ا ل',
      '( ) ) (',
      'NULL',
      '--',
      '\u2028',
      'ａｂｃ',
    ])('%j cause no fault', async (text) => {
      await expect(market.find({ text })).resolves.toMatchObject({ degraded: false });
    });
  });

  describe('suggestions', () => {
    test('begin like what is typed: words, categories, shops and products', async () => {
      const kinds = async (prefix: string): Promise<[string, string][]> =>
        (await market.search.suggest(market.context(), prefix, 8)).map(({ kind, text }) => [kind, text]);
      expect(await kinds('keripik sing')).toContainEqual(['QUERY', 'keripik singkong']);
      expect(await kinds('bumb')).toContainEqual(['CATEGORY', 'Bumbu Dapur']);
      expect(await kinds('waru')).toContainEqual(['SELLER', 'Warung Pak Amin']);
      expect(await kinds('tas any')).toContainEqual(['PRODUCT', 'Tas Anyaman Pandan']);
      expect(await kinds('tempe kerpik')).toContainEqual(['PRODUCT', 'Keripik Tempe']);
      expect(await kinds('samabl')).toContainEqual(['QUERY', 'sambal']);
      expect(await kinds('qqqq')).toEqual([]);
      expect((await market.search.suggest(market.context(), 'k', 2)).length).toBeLessThanOrEqual(2);
    });

    test.each(["'", ':*', '& |', '%', '\\', '💥', ' '])('of %j cause no fault', async (prefix) => {
      await expect(market.search.suggest(market.context(), prefix, 8)).resolves.toEqual(expect.any(Array));
    });
  });
}
