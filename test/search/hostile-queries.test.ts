import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { enterTerms } from '../../api/search/index.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';
import { searchEngines } from '../contract/search-engines.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { type Answer, openWorld, type World } from '../support/world.ts';
import { type HostileQuery, hostileQueries } from './hostile-queries.ts';

const TITLES = [
  'Keripik Singkong Balado',
  'Keripik Tempe Sagu',
  'Sambal Bawang Goreng',
  'Sambal Terasi Pedas',
  'Tas Anyaman Pandan',
  'Gula Aren Cair 500 ml',
  'Telur Asin isi 10',
];
const ASK = 'query ($search: String) { products(search: $search, first: 10) { edges { node { title } } totalCount } }';
/** Longer than any search takes even on a machine that is busy with others; one that runs away never comes back in time. */
const PATIENCE_MS = 15_000;
const AT_ONCE = 8;

interface Found {
  readonly products: {
    readonly edges: readonly { readonly node: { readonly title: string } }[];
    readonly totalCount: number;
  };
}

async function market(world: World): Promise<void> {
  const shop = await aSeller(world, { name: 'Dapur Bu Tini' });
  const category = await aCategory(world, { slug: 'makanan', name: 'Makanan' });
  await inTransaction(world.context(), (tx) => enterTerms(tx, seedTerms()));
  for (const title of TITLES) await aProduct(world, { shop, category, title, photos: 0, isIndexed: false });
  const { search } = world.context();
  await search.rebuild(world.context());
}

/** What is wrong with the answer to a query; null when nothing is. */
function fault({ text }: HostileQuery, { status, errors, data }: Answer<Found | null>, took: number): string | null {
  const isTooLong = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()].length > 200;
  const said = JSON.stringify(text.slice(0, 80));
  if (took > PATIENCE_MS) return `${said} took ${Math.round(took)} ms`;
  if (status >= 500) return `${said}: status ${status}`;
  const [error] = errors;
  if (!isTooLong) return error || !data ? `${said}: ${error?.message}` : null;
  const isTyped = error?.extensions.code === 'BAD_USER_INPUT' && /search.*200/.test(error.message);
  return isTyped ? null : `${said} of ${text.length}: ${error?.message ?? 'no error'}`;
}

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`2,000 hostile queries on ${name}`, () => {
    const queries = hostileQueries(4, 2_000);
    const answers = new Map<HostileQuery, { answer: Answer<Found | null>; took: number }>();
    let world: World;
    const ask = async (search: string): Promise<{ answer: Answer<Found | null>; took: number }> => {
      const began = performance.now();
      const answer = await world.request<Found | null>(ASK, { search });
      return { answer, took: performance.now() - began };
    };

    beforeAll(async () => {
      world = await openWorld({ environment });
      await market(world);
      const waiting = [...queries];
      const worker = async (): Promise<void> => {
        for (let query = waiting.pop(); query; query = waiting.pop()) answers.set(query, await ask(query.text));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }, 120_000);
    afterAll(async () => {
      await world.close();
      await clear();
    });

    test('each gives a sound answer or says BAD_USER_INPUT with the limit of search, in time', () => {
      const faults = queries.map((query) => {
        const { answer, took } = answers.get(query) ?? {};
        return answer ? fault(query, answer, took ?? 0) : 'no answer';
      });
      expect(faults.filter((each) => each !== null)).toEqual([]);
    });

    test('operators around words change nothing: the answer is that of the words alone', async () => {
      const titles = ({ data }: Answer<Found | null>): string[] =>
        (data?.products.edges ?? []).map(({ node }) => node.title);
      const twins = queries.filter(({ plain }) => plain !== null);
      const literal = new Map<string, string[]>();
      const other: object[] = [];
      for (const query of twins) {
        const plain = query.plain ?? '';
        if (!literal.has(plain)) literal.set(plain, titles((await ask(plain)).answer));
        const [found, meant] = [
          titles((answers.get(query) as { answer: Answer<Found | null> }).answer),
          literal.get(plain),
        ];
        if (JSON.stringify(found) !== JSON.stringify(meant)) other.push({ text: query.text, plain, found, meant });
      }
      expect(other.slice(0, 5)).toEqual([]);
      // The comparison says something only if the words find goods.
      expect(twins.length).toBeGreaterThanOrEqual(900);
      expect([...literal.values()].filter((found) => found.length > 0).length).toBeGreaterThan(literal.size / 3);
    }, 60_000);
  });
}
