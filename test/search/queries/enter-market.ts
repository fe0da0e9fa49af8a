import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { enterTerms } from '../../../api/search/index.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';
import { aCategory, aProduct, type ProductAsked } from '../../support/makers/catalog.ts';
import { aKelurahan } from '../../support/makers/geography.ts';
import { aSeller, type Shop } from '../../support/makers/sellers.ts';
import type { World } from '../../support/world.ts';
import { type JudgedProduct, SHOPS } from './market.ts';

/** Enters these products with their shops and categories, and the words of the seed. The search is to be built after it. `more` is what each has besides. */
export async function enterMarket(
  world: World,
  products: readonly JudgedProduct[],
  more: (at: number) => ProductAsked = () => ({}),
): Promise<void> {
  const shops: Shop[] = [];
  for (const [name, kecamatan] of SHOPS)
    shops.push(await aSeller(world, { name, kelurahanKey: (await aKelurahan(world, { kecamatan })).key }));
  await inTransaction(world.context(), (tx) => enterTerms(tx, seedTerms()));
  for (const [at, { title, description, ...each }] of products.entries()) {
    const category = await aCategory(world, {
      slug: each.category.toLowerCase().replaceAll(' ', '-'),
      name: each.category,
    });
    const shop = shops[each.shop];
    if (!shop) throw new Error('A product of no shop.');
    await aProduct(world, {
      ...{ title, description, category, shop, photos: 0, isIndexed: false },
      soldCount: (at * 37) % 50,
      ...more(at),
    });
  }
}
