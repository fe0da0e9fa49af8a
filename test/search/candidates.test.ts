import type { SearchParams, SearchResponse } from 'meilisearch';
import { describe, expect, test } from 'vitest';
import { askedWords } from '../../api/search/asked-words.ts';
import type { FormQuery } from '../../api/search/form-query.ts';
import { candidates } from '../../api/search/meilisearch/candidates.ts';
import { isCarried } from '../../api/search/meilisearch/is-carried.ts';

const NOTHING_ASKED = askedWords([]).judged;
const leaf = (form: string, isBegun = false): FormQuery => ({ form, isBegun });
const judged = { ...NOTHING_ASKED, near: leaf('.sambal') };

/** A list of so many hits with the words in their titles, and so many others; counts what is read. */
function listOf(titled: number, others: number) {
  const asked: SearchParams[][] = [];
  const answers = async (queries: readonly SearchParams[]): Promise<SearchResponse[]> => {
    asked.push([...queries]);
    return queries.map(({ filter, limit }) => {
      const isOther = String(filter).includes('NOT');
      const length = Math.min(isOther ? others : titled, limit ?? 0);
      return { hits: Array.from({ length }, (_, at) => ({ key: `${isOther ? 'other' : 'titled'} ${at}` })) };
    }) as unknown as SearchResponse[];
  };
  return { asked, answers };
}

describe('candidates', () => {
  test.each([
    ['all of a short list', 30, 20, 50, 1],
    ['titles first, in a crowd', 500, 500, 120, 1],
    ['the others too, when few titles carry the words', 10, 500, 120, 2],
    ['as many as are wanted, when the titles nearly are', 100, 500, 120, 1],
  ])('are %s', async (_, titled, others, most, requests) => {
    const { asked, answers } = listOf(titled, others);
    const hits = await candidates(answers, { filter: [], judged, shown: 20 });
    expect([hits.length, asked.length]).toEqual([most, requests]);
    expect(new Set(hits.map(({ key }) => key)).size).toBe(most);
    expect(hits.filter(({ key }) => key.startsWith('titled')).length).toBe(Math.min(titled, most));
  });

  test.each([20, 100, 250, 900, 999])('are more than a list shows up to result %s', async (shown) => {
    for (const [titled, others] of [
      [5_000, 0],
      [0, 5_000],
      [400, 5_000],
    ] as const) {
      const hits = await candidates(listOf(titled, others).answers, { filter: [], judged, shown });
      expect(hits.length).toBeGreaterThan(shown);
    }
  });

  test('are read with their descriptions only for words of little weight', async () => {
    const read = async (bonus: FormQuery): Promise<unknown> => {
      const { asked, answers } = listOf(1, 1);
      await candidates(answers, { filter: [], judged: { ...judged, bonus }, shown: 20 });
      return asked[0]?.map(({ attributesToRetrieve }) => attributesToRetrieve?.at(-1));
    };
    expect(await read(NOTHING_ASKED.bonus)).toEqual(['named', 'named']);
    expect(await read(leaf('-murah'))).toEqual(['forms', 'forms']);
  });
});

describe('a document', () => {
  const forms = new Set(['.sambal', '.bawang', '/bumbu']);

  test.each<[string, FormQuery, boolean]>([
    ['carries a form', leaf('.sambal'), true],
    ['carries no part of one', leaf('.samb'), false],
    ['carries its beginning', leaf('.samb', true), true],
    ['carries no other beginning', leaf('.kue', true), false],
    ['carries all of some', { all: [leaf('.sambal'), { any: [leaf('.x'), leaf('/bumbu')] }] }, true],
    ['carries not all of some', { all: [leaf('.sambal'), leaf('.x')] }, false],
    ['carries none of nothing', { any: [] }, false],
  ])('%s', (_, query, expected) => {
    expect(isCarried(query, forms)).toBe(expected);
  });
});
