import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction, type Tx } from '../../api/platform/database/transaction.ts';
import { SearchPageDocument } from '../../storefront-widget/operations/generated/graphql.ts';
import { aPerson } from '../support/makers/accounts.ts';
import { aCategory, aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { statementsOf } from '../support/sent-statements.ts';
import { openWorld, type Sender, type World } from '../support/world.ts';
import { counted } from './past/searchers.ts';

/** What the search page sends for a search without filters. */
const VARIABLES = {
  search: 'kue lapis',
  filter: {},
  sort: 'RELEVANCE',
  category: '',
  withCategory: false,
  withCategories: false,
  seller: '',
  withSeller: false,
  point: '',
  withPoint: false,
};

let world: World;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  await aPoint(world, { slug: 'balaikota' });
  const place = await aKelurahan(world, { kecamatan: 'sukmajaya' });
  const shop = await aSeller(world, { kelurahanKey: place.key, name: 'Dapur Bu Tini' });
  const category = await aCategory(world, { slug: 'kue', name: 'Kue' });
  for (let at = 0; at < 3; at += 1) made = await aProduct(world, { shop, category, title: `Kue Lapis ${at}` });
});
afterAll(() => world.close());
beforeEach(async () => {
  for (let times = 0; times < 3; times += 1) await look(); // a stranger's document becomes a program on the second sight
});

/** Looks for the cakes as the search page does; gives the answer and the statements that it took. */
async function look(sender: Sender = {}): Promise<{ answer: string; statements: number }> {
  let answer = '';
  const statements = await statementsOf(async () => {
    const { data, errors } = await world.request<object>(String(SearchPageDocument), VARIABLES, sender);
    expect(errors).toEqual([]);
    answer = JSON.stringify(data);
  });
  return { answer, statements };
}

/** Two statements read the states, of the search and of the map; more make an answer. */
const STATES = 2;
const isKept = async (): Promise<boolean> => (await look()).statements === STATES;

const change = (sql: string, values: readonly unknown[] = []): Promise<void> =>
  inTransaction(world.context(), (tx) => tx.execute(sql, [...values])).then(() => {});

describe('the answer of a search', () => {
  test('is kept as long as nothing changes', async () => {
    const { answer } = await look();
    expect(await look()).toEqual({ answer, statements: STATES });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a product', () => world.context().search.put(world.context(), [made.product.key])],
    ['many products', () => change('update search_document set quality = quality + 1 where random() >= 0')],
    [
      'stock',
      async () => {
        await change('update stock set on_hand = on_hand + 1');
        await world.context().search.restock(world.context(), [made.product.key]);
      },
    ],
    ['the name of a shop', () => change(`update seller set name = name || '.'`)],
    ['the holiday of a shop', () => change('update seller set holiday_until = ?', [new Date('2026-11-25T02:00:00Z')])],
    ['the standing of a shop', () => change(`update seller set status = 'SUSPENDED'`)],
    ['a shop that may sell again', () => change(`update seller set status = 'VERIFIED'`)],
    ['the place of a shop', () => change('update seller set latitude = latitude + 0.001')],
    ['the name of a category', () => change(`update category set name = name || '.'`)],
    ['the name of a kecamatan', () => change(`update kecamatan set name = name || '.'`)],
    ['a point that closes for good', () => change('update pickup_point set is_active = false')],
    ['a new point', () => aPoint(world, { slug: 'new' })],
    ['the vocabulary', () => change('update search_vocabulary set version = gen_random_uuid()')],
    [
      'what the second engine has had the time to take over',
      () =>
        change('insert into search_dirty (product_id, version, noted_at) values (?, gen_random_uuid(), ?)', [
          made.product.key,
          new Date(world.context().clock.now().getTime() - 11_000),
        ]),
    ],
    ['what the second engine has taken over', () => change('delete from search_dirty')],
    ['the end of a holiday', () => world.advance(25 * 3600)],
    ['the day', () => world.advance(24 * 3600)],
  ])('is made anew after a change of %s, and then kept again', async (_what, happen) => {
    expect(await isKept()).toBe(true);
    await happen();
    expect(await isKept()).toBe(false);
    expect(await isKept()).toBe(true);
  });

  test.each([
    ['room at a point', 'update pickup_point set room_taken = room_taken + 1'],
    ['other facts about a shop', `update seller set description = description || '.'`],
  ])('outlives a change of %s', async (_what, sql) => {
    await change(sql);
    expect(await isKept()).toBe(true);
  });

  test('shows a change from its commit on, not before and not later', async () => {
    const before = await look();
    await inTransaction(world.context(), async (tx: Tx) => {
      await tx.execute(`update seller set name = 'Dapur Bu Siti'`);
      await tx.execute(`update search_entry set card = (card::jsonb || '{"title": "Kue Lepis"}')::json`);
      expect(await look()).toEqual({ answer: before.answer, statements: STATES });
    });
    expect((await look()).answer).toContain('Kue Lepis');
  });

  test('does not hang on the hour: what counts as new counts so all day', async () => {
    const ago = (days: number, hours: number): Date =>
      new Date(world.context().clock.now().getTime() - (days * 24 - hours) * 3_600_000);
    const shop = made.shop;
    await aProduct(world, { shop, title: 'Kue Lapis Baru', publishedAt: ago(14, 1.5) });
    await aProduct(world, { shop, title: 'Kue Lapis Lama', publishedAt: ago(20, 0) });
    const { answer } = await look();
    for (let hours = 1; hours < 4; hours += 1) {
      await world.advance(3600);
      const { data } = await world.request<object>(`${SearchPageDocument} # ${hours}`, VARIABLES);
      expect(JSON.stringify(data)).toBe(answer);
    }
  });

  test('is counted as a search of each who is given it', async () => {
    const asked = async (): Promise<number> =>
      (await counted(world, 'kue lapis')).reduce((sum, row) => sum + row.asked, 0);
    const before = await asked();
    const { answer } = await look();
    for (const person of [await aPerson(world), await aPerson(world)]) expect((await look(person)).answer).toBe(answer);
    expect(await asked()).toBe(before + 2);
  });
});
