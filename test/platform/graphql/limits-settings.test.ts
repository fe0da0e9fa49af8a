import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    environment: { QUERY_DEPTH: '5', QUERY_ALIASES: '1', QUERY_TOKENS: '60', QUERY_COST: '50', BODY_BYTES: '2000' },
  });
});
afterAll(() => world.close());

test.each([
  ['{ categories { parent { parent { parent { parent { parent { name } } } } } } }', 'QUERY_TOO_DEEP', '5'],
  ['{ a: categories { name } b: categories { name } }', 'TOO_MANY_ALIASES', '1'],
  [`{ ${'categories { name } '.repeat(40)} }`, 'TOO_MANY_TOKENS', '60'],
  ['{ products(first: 100) { edges { node { title seller { name } } } } }', 'QUERY_TOO_COSTLY', '50'],
])('limits are settings: %s is %s', async (query, code, limit) => {
  const { status, errors } = await world.request(query);
  expect([status, errors[0]?.extensions.code]).toEqual([400, code]);
  expect(errors[0]?.message).toContain(limit);
});

test('a body over the setting is refused', async () => {
  const { status, errors } = await world.request(`{ categories { name } } # ${'x'.repeat(2000)}`);
  expect(status).toBe(413);
  expect(errors[0]?.message).toMatch(/2/);
});
