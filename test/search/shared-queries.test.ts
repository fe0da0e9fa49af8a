import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CartBadgeDocument,
  CategoryIndexDocument,
  PointPageDocument,
  ProductPageDocument,
  SuggestionsDocument,
} from '../../storefront-widget/operations/generated/graphql.ts';
import { aProduct, type MadeProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let made: MadeProduct;
beforeAll(async () => {
  world = await openWorld();
  made = await aProduct(world);
});
afterAll(() => world.close());

async function get(document: { __meta__?: Record<string, unknown> }, variables: object): Promise<string | null> {
  const url = new URL('/graphql', world.url);
  url.searchParams.set('documentId', String(document.__meta__?.hash));
  url.searchParams.set('variables', JSON.stringify(variables));
  const response = await fetch(url, { headers: { 'x-client': 'api' } });
  expect([response.status, await response.json()]).toMatchObject([200, { data: {} }]);
  return response.headers.get('cache-control');
}

test('what every visitor sees alike may be kept by a CDN for a while; a cart never', async () => {
  expect(await get(ProductPageDocument, { slug: made.product.slug })).toBe('public, max-age=30');
  expect(await get(SuggestionsDocument, { prefix: 'ker' })).toBe('public, max-age=60');
  expect(await get(CategoryIndexDocument, {})).toBe('public, max-age=300');
  expect(await get(PointPageDocument, { slug: 'none' })).toBe('public, max-age=30');
  expect(await get(CartBadgeDocument, {})).toBe('no-store');
});
