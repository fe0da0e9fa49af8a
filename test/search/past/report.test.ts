import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetOldSearches } from '../../../api/search/past/forget-searches.ts';
import { aPerson, type Person } from '../../support/makers/accounts.ts';
import { openWorld, type World } from '../../support/world.ts';
import { counted } from './searchers.ts';

const REPORT = `query ($kecamatan: String, $week: String, $first: Int, $after: String) {
  searchMisses(kecamatan: $kecamatan, week: $week, first: $first, after: $after) {
    edges { node { words asked missed relaxed askedBefore } } pageInfo { hasNextPage endCursor } } }`;

interface Report {
  searchMisses: {
    edges: { node: { words: string; asked: number; askedBefore: number | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  curator = await aPerson(world, { roles: [['CURATOR', null]] });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.context().em.execute('delete from search_asked');
});

type Counts = readonly [week: string, kecamatan: string, words: string, asked: number, missed: number, relaxed: number];

async function have(...rows: Counts[]): Promise<void> {
  for (const row of rows)
    await world.context().em.execute('insert into search_asked values (?, ?, ?, ?, ?, ?)', [...row]);
}

async function report(variables: object = {}): Promise<Report['searchMisses']> {
  const { data, errors } = await world.request<Report>(REPORT, variables, { token: curator.token });
  expect(errors ?? []).toEqual([]);
  return data.searchMisses;
}

const [LAST, THIS] = ['2026-11-16', '2026-11-23'];

describe('what was searched for and not found', () => {
  test('comes with what most missed first, and how often it was asked the week before', async () => {
    await have(
      [THIS, '', 'sepeda', 5, 5, 0],
      [THIS, '', 'akuarium', 9, 3, 2],
      [THIS, '', 'kelinci', 7, 7, 0],
      [LAST, '', 'kelinci', 4, 0, 0],
      [LAST, '', 'sepeda', 2, 2, 0],
      [THIS, '', 'keripik', 90, 0, 0],
    );
    expect((await report()).edges.map(({ node }) => node)).toEqual([
      { words: 'kelinci', asked: 7, missed: 7, relaxed: 0, askedBefore: 4 },
      { words: 'akuarium', asked: 9, missed: 3, relaxed: 2, askedBefore: null },
      { words: 'sepeda', asked: 5, missed: 5, relaxed: 0, askedBefore: null },
    ]);
    expect((await report({ week: '2026-W47' })).edges).toEqual([]);
  });

  test('is not shown when fewer than three asked: in the kecamatan, or in the whole city', async () => {
    await have(
      [THIS, '', 'kelinci', 1, 1, 0],
      [THIS, 'beji', 'kelinci', 1, 1, 0],
      [THIS, 'sawangan', 'kelinci', 1, 1, 0],
      [THIS, 'beji', 'sepeda', 2, 2, 0],
      [THIS, 'beji', 'akuarium', 3, 1, 0],
    );
    expect((await report()).edges.map(({ node }) => node.words)).toEqual(['kelinci', 'akuarium']);
    expect((await report({ kecamatan: 'beji' })).edges.map(({ node }) => node.words)).toEqual(['akuarium']);
    expect((await report({ kecamatan: 'tidak ada' })).edges).toEqual([]);
  });

  test('is read page by page, equal figures by their words', async () => {
    await have(
      ...['d', 'b', 'e', 'a', 'c'].map((word): Counts => [THIS, '', `kata ${word}`, 4, word === 'a' ? 3 : 4, 0]),
    );
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await report({ first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.words));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(['kata b', 'kata c', 'kata d', 'kata e', 'kata a']);
  });

  test('is refused for a week that there is not', async () => {
    const { errors } = await world.request(REPORT, { week: '2026-W54' }, { token: curator.token });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'week' });
  });
});

describe('forgetting', () => {
  const forget = (): Promise<void> => forgetOldSearches(world.context());

  test('takes weeks older than half a year, and what too few asked for in a week that is over', async () => {
    await have(
      ['2026-05-25', '', 'kelinci', 50, 50, 0],
      ['2026-06-01', '', 'kelinci', 50, 50, 0],
      [LAST, '', 'jarang', 2, 2, 0],
      [LAST, 'beji', 'tersebar', 1, 1, 0],
      [LAST, 'tapos', 'tersebar', 2, 2, 0],
      [THIS, '', 'jarang', 1, 1, 0],
    );
    await forget();
    expect((await counted(world)).map(({ week, words }) => `${week} ${words}`)).toEqual([
      '2026-06-01 kelinci',
      `${LAST} tersebar`,
      `${LAST} tersebar`,
      `${THIS} jarang`,
    ]);
  });

  test('leaves of a flooded week the words that most asked for', async () => {
    await world
      .context()
      .em.execute(
        `insert into search_asked select ?, '', 'kata ' || n, case when n % 1000 = 0 then 3 else 1 end, 0, 0 from generate_series(1, 6000) n`,
        [THIS],
      );
    await forget();
    const rows = await counted(world);
    expect(rows).toHaveLength(5000);
    expect(rows.filter(({ asked }) => asked === 3)).toHaveLength(6);
  });
});
