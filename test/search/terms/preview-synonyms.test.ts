import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Product } from '../../../api/catalog/index.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { previewSynonyms } from '../../../api/search/terms/preview-synonyms.ts';
import { saveSynonyms } from '../../../api/search/terms/save-synonyms.ts';
import type { SynonymEffect } from '../../../api/search/terms/synonym-effect.ts';
import type { TermChange } from '../../../api/search/terms/term-change.ts';
import { TERM_LIMITS } from '../../../api/search/terms/term-limits.ts';
import { searchEngines } from '../../contract/search-engines.ts';
import { expectRefusal, refusalOf } from '../../support/expect-refusal.ts';
import { openWorld, type World } from '../../support/world.ts';
import { aMarketOfWords, entered, termsOf, titlesFor } from './vocabulary-world.ts';

const SYNONYM = 'SYNONYM' as const;
const titles = (products: readonly Product[]): string[] => products.map(({ title }) => title).sort();
const told = ({ query, before, after, cameIn, wentOut }: SynonymEffect) => ({
  query,
  before: [before.totalCount, ...titles(before.products)],
  after: [after.totalCount, ...titles(after.products)],
  cameIn: titles(cameIn),
  wentOut: titles(wentOut),
});

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`a preview of a change of the vocabulary on ${name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ environment });
      await aMarketOfWords(world);
      await entered(world, [{ kind: SYNONYM, term: 'wuzzle', meanings: ['rengginang'] }]);
    });
    afterAll(async () => {
      await world?.close();
      await clear();
    });

    const preview = async (change: TermChange, queries: string[] | null = null) =>
      (await previewSynonyms(world.context(), change, queries)).map(told);
    const replaced = { terms: [{ kind: SYNONYM, term: 'wuzzle', meanings: ['opak', 'cilok'], seen: ['rengginang'] }] };

    test('shows what each search finds today and would find, what comes in and what goes out', async () => {
      expect(await preview(replaced, ['wuzzle', 'pisang'])).toEqual([
        {
          query: 'wuzzle',
          before: [1, 'Rengginang Terasi'],
          after: [2, 'Cilok Kuah', 'Opak Singkong'],
          cameIn: ['Cilok Kuah', 'Opak Singkong'],
          wentOut: ['Rengginang Terasi'],
        },
        { query: 'pisang', before: [1, 'Keripik Pisang'], after: [1, 'Keripik Pisang'], cameIn: [], wentOut: [] },
      ]);
    });

    test('writes nothing: visitors find what they found, before and after', async () => {
      const before = await termsOf(world);
      expect(await titlesFor(world, 'wuzzle')).toEqual(['Rengginang Terasi']);
      await preview(replaced);
      await preview({ remove: [{ kind: SYNONYM, term: 'wuzzle', seen: ['rengginang'] }] });
      expect(await titlesFor(world, 'wuzzle')).toEqual(['Rengginang Terasi']);
      expect(await termsOf(world)).toEqual(before);
    });

    test('shows what is lost with a term that is taken out', async () => {
      const [effect] = await preview({ remove: [{ kind: SYNONYM, term: 'wuzzle', seen: ['rengginang'] }] });
      expect(effect).toMatchObject({ query: 'wuzzle', after: [0], wentOut: ['Rengginang Terasi'] });
    });

    test('a place of the map stays known when a term of its name is taken out', async () => {
      const place = { kind: 'PLACE' as const, term: 'beji', seen: ['beji'] };
      const [effect] = await preview({ remove: [place] }, ['opak beji']);
      expect(effect).toMatchObject({ before: [1, 'Opak Singkong'], after: [1, 'Opak Singkong'] });
    });

    test('a new place leads to the shops of its kecamatan', async () => {
      const [effect] = await preview({ terms: [{ kind: 'PLACE', term: 'zumbawa', meanings: ['beji'] }] });
      expect(effect).toMatchObject({
        query: 'zumbawa',
        before: [0],
        after: [5, ...['Cilok Kuah', 'Keripik Pisang', 'Kerudung Segi Empat', 'Opak Singkong', 'Rengginang Terasi']],
      });
    });
  });
}

describe('the searches of a preview', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const queries = async (change: TermChange): Promise<string[]> =>
    (await previewSynonyms(world.context(), change, null)).map(({ query }) => query);

  test('are those that the change is about when none are named: both sides of what means the same', async () => {
    expect(
      await queries({
        terms: [
          { kind: 'SYNONYM', term: 'a1', meanings: ['b1', 'c1'] },
          { kind: 'ENGLISH', term: 'd1', meanings: ['e1'] },
        ],
        remove: [{ kind: 'VARIANT', term: 'f1', seen: ['g1'] }],
      }),
    ).toEqual(['a1', 'd1', 'f1', 'b1', 'c1', 'g1']);
  });

  test('are at most ten, of at most 200 characters, and none is empty', async () => {
    const change = { terms: [{ kind: 'WORD' as const, term: 'opak', meanings: [] }] };
    const many = Array.from({ length: TERM_LIMITS.queriesTo + 1 }, (_, at) => `kata ${at}`);
    for (const asked of [[], [' \u200b'], ['a'.repeat(201)], many])
      await expectRefusal(previewSynonyms(world.context(), change, asked), 'QUERIES_INVALID');
    const terms = many.map((term) => ({ kind: 'WORD' as const, term, meanings: [] }));
    expect(await queries({ terms })).toHaveLength(TERM_LIMITS.queriesTo);
  });

  test('a change that may not be made is refused before anything is searched', async () => {
    await expectRefusal(previewSynonyms(world.context(), {}, ['opak']), 'NO_CHANGE');
  });
});

describe('a preview refuses what a save would refuse', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await entered(world, [{ kind: SYNONYM, term: 'camilan', meanings: ['opak'] }]);
  });
  afterAll(() => world.close());

  const camilan = { kind: SYNONYM, term: 'Camilan', meanings: ['cilok'] };
  const saying = (term: string, ...meanings: string[]): TermChange => ({ terms: [{ kind: SYNONYM, term, meanings }] });
  test.each<[string, TermChange, string, string[]]>([
    ['a new term that is there already', { terms: [camilan] }, 'TERM_EXISTS', ['terms', '0', 'term']],
    ['one that another has changed', { terms: [{ ...camilan, seen: ['x'] }] }, 'TERM_CHANGED', ['terms', '0', 'term']],
    ['one that is gone', { terms: [{ ...camilan, term: 'y', seen: ['x'] }] }, 'TERM_CHANGED', ['terms', '0', 'term']],
    [
      'to take out what another has changed',
      { remove: [{ kind: SYNONYM, term: 'camilan', seen: ['x'] }] },
      'TERM_CHANGED',
      ['remove', '0', 'term'],
    ],
    ['half of a character', saying('a\ud800', 'b'), 'TERM_INVALID', ['terms', '0', 'term']],
    ['markup', saying('<b>x</b>', 'b'), 'TERM_INVALID', ['terms', '0', 'term']],
    [
      'half of a character in a meaning',
      saying('a', 'b', 'c\udc00'),
      'MEANING_INVALID',
      ['terms', '0', 'meanings', '1'],
    ],
    ['markup in a meaning', saying('a', 'b > c'), 'MEANING_INVALID', ['terms', '0', 'meanings', '0']],
  ])('%s, in the same words', async (_what, change, code, field) => {
    const seen = await refusalOf(previewSynonyms(world.context(), change, null));
    expect(seen).toMatchObject({ code, field });
    const saved = await refusalOf(saveSynonyms(world.context(), { ...change, reason: 'Uji' }));
    expect(saved).toMatchObject({ code, field, values: seen.values });
  });

  test('what is there as it is sent, and control characters, are no reason to refuse', async () => {
    const change = { terms: [{ ...camilan, term: 'cami\u0007', meanings: ['opak'] }] };
    expect(await previewSynonyms(world.context(), change, ['opak'])).toHaveLength(1);
    expect(await previewSynonyms(world.context(), saying('camilan', 'opak'), ['opak'])).toHaveLength(1);
  });

  test('more terms than processes hold', async () => {
    const filling = `insert into search_term (kind, term, meanings)
      select 'WORD', 'kata ' || n, '{}' from generate_series(1, ${TERM_LIMITS.vocabularyTo - 1}) n`;
    await inTransaction(world.context(), (tx) => tx.execute(filling));
    await expectRefusal(previewSynonyms(world.context(), saying('satu lagi', 'opak'), ['opak']), 'VOCABULARY_FULL');
  }, 30_000);
});
