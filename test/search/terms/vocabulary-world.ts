import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { enterTerms, type Term } from '../../../api/search/index.ts';
import type { Maker } from '../../support/makers/accounts.ts';
import { aCategory, aProduct } from '../../support/makers/catalog.ts';
import { aKelurahan } from '../../support/makers/geography.ts';
import { aSeller } from '../../support/makers/sellers.ts';
import type { World } from '../../support/world.ts';

/** Titles of the goods of the market of these tests. */
export const GOODS = ['Rengginang Terasi', 'Opak Singkong', 'Keripik Pisang', 'Kerudung Segi Empat', 'Cilok Kuah'];

/** A market with these goods in Beji. */
export async function aMarketOfWords(world: World): Promise<void> {
  const shop = await aSeller(world, { kelurahanKey: (await aKelurahan(world, { kecamatan: 'beji' })).key });
  const category = await aCategory(world, { slug: 'jajanan', name: 'Jajanan' });
  for (const title of GOODS) await aProduct(world, { shop, category, title });
  await world.context().search.rebuild(world.context());
}

/** Enters terms as the seeds do. */
export function entered(world: Maker, terms: readonly Term[]): Promise<void> {
  return inTransaction(world.context(), (tx) => enterTerms(tx, terms));
}

/** What the vocabulary holds, one line a term. */
export async function termsOf(world: Maker): Promise<string[]> {
  const rows = await world
    .context()
    .read.rows<Term>('select kind, term, meanings from search_term order by term, kind', []);
  return rows.map(({ kind, term, meanings }) => `${kind} ${term}: ${meanings.join(', ')}`);
}

/** Titles that a visitor finds. */
export async function titlesFor(world: World, search: string): Promise<string[]> {
  const { data } = await world.request<{ products: { edges: { node: { title: string } }[] } }>(
    'query ($search: String) { products(search: $search) { edges { node { title } } } }',
    { search },
  );
  return data.products.edges.map(({ node }) => node.title).sort();
}
