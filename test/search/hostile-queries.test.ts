import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { enterTerms } from '../../api/search/index.ts';
import { seedTerms } from '../../seeds/generate/vocabulary.ts';
import { searchEngines } from '../contract/search-engines.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { type Answer, openWorld, type World } from '../support/world.ts';
import { hostileQueries } from './hostile-queries.ts';

const TITLES = [
  'Keripik Singkong Balado',
  'Keripik Tempe Sagu',
  'Sambal Bawang Goreng',
  'Sambal Terasi Pedas',
  'Tas Anyaman Pandan',
  'Gula Aren Cair 500 ml',
  'Telur Asin isi 10',
];
const ASK =
  'query ($search: String) { products(search: $search, first: 10) { edges { node { title } } totalCount degraded } }';
/** Longer than any search takes even on a machine that is busy with others; one that runs away never comes back in time. */
const PATIENCE_MS = 15_000;
/** How often a query is asked whose engine was too slow: the machine may be busy with other things. */
const MOST_TRIES = 5;
const AT_ONCE = 8;

interface Found {
  readonly products: {
    readonly edges: readonly { readonly node: { readonly title: string } }[];
    readonly totalCount: number;
    readonly degraded: boolean;
  };
}

/** What came back for each text, and how long it took. */
type Told = ReadonlyMap<string, { readonly answer: Answer<Found | null>; readonly took: number }>;

/** Titles that were found, or what was said instead. */
function titles(told: Told, text: string): readonly string[] {
  const { data, errors = [] } = told.get(text)?.answer ?? {};
  return data?.products.edges.map(({ node }) => node.title) ?? errors.map(({ message }) => message);
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
function fault(text: string, told: { answer: Answer<Found | null>; took: number } | undefined): string | null {
  if (!told) return 'no answer';
  const { took, answer } = told;
  const { status, errors, data } = answer;
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
    let world: World;
    let hostile: Told;
    const asked = async (texts: readonly string[]): Promise<Told> => {
      const told = new Map<string, { answer: Answer<Found | null>; took: number }>();
      const waiting = [...texts];
      const worker = async (): Promise<void> => {
        for (let search = waiting.pop(); search !== undefined; search = waiting.pop()) {
          for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
            const began = performance.now();
            const answer = await world.request<Found | null>(ASK, { search });
            told.set(search, { answer, took: performance.now() - began });
            if (!answer.data?.products.degraded) break;
            // An engine that was too slow is left alone for a while, by the clock of the market.
            world.clock.advance(3);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return told;
    };

    beforeAll(async () => {
      world = await openWorld({ environment: { ...environment, RATE_LIMIT_PER_MINUTE: '20000' } });
      await market(world);
      hostile = await asked(queries.map(({ text }) => text));
    }, 120_000);
    afterAll(async () => {
      await world.close();
      await clear();
    });

    test('each gives a sound answer or says BAD_USER_INPUT with the limit of search, in time', () => {
      const faults = queries.map(({ text }) => fault(text, hostile.get(text)));
      expect(faults.filter((each) => each !== null)).toEqual([]);
    });

    test('operators around words change nothing: the answer is that of the words alone', async () => {
      const twins = queries.filter(({ plain }) => plain !== null);
      const literal = await asked([...new Set(twins.map(({ plain }) => plain ?? ''))]);
      // An engine in trouble leaves a search to the other one, which may judge its words differently.
      const isOwn = (told: Told, text: string): boolean => told.get(text)?.answer.data?.products.degraded !== true;
      const compared = twins.filter(({ text, plain }) => isOwn(hostile, text) && isOwn(literal, plain ?? ''));
      const other = compared
        .map(({ text, plain }) => ({ text, plain, found: titles(hostile, text), meant: titles(literal, plain ?? '') }))
        .filter(({ found, meant }) => JSON.stringify(found) !== JSON.stringify(meant));
      expect(other.slice(0, 5)).toEqual([]);
      // The comparison says something only if the words find goods.
      expect(compared.length).toBeGreaterThanOrEqual(800);
      const finding = [...literal.keys()].filter((plain) => titles(literal, plain).length > 0);
      expect(finding.length).toBeGreaterThan(literal.size / 3);
    }, 60_000);
  });
}
