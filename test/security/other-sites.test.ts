import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await openWorld();
  person = await aPerson(world, { name: 'Sari' });
});
afterAll(() => world.close());

/** Calls the API as a page in a browser of somebody signed in, and tells their name afterwards. */
async function rename(headers: Record<string, string>): Promise<{ code: string | undefined; name: string | null }> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `berjubel_device=${person.token}`, ...headers },
    body: JSON.stringify({
      query: 'mutation { updateProfile(input: { name: "Orang lain" }) { userErrors { code } } }',
    }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const [row] = await world
    .context()
    .read.rows<{ name: string }>('select name from account where id = $1', [person.account.key]);
  return { code: errors?.[0]?.extensions.code, name: row?.name ?? null };
}

describe('cookies of somebody signed in', () => {
  const foreign: [what: string, headers: Record<string, string>][] = [
    ['another site', { origin: 'https://lain.example' }],
    ['a site that begins alike', { origin: 'http://localhost.lain.example' }],
    ['a page without an origin, such as a sandboxed frame', { origin: 'null' }],
    ['another port of our machine', { origin: 'http://localhost:1' }],
    ['a site next door, by the word of the browser', { 'sec-fetch-site': 'same-site' }],
    ['another site, by the word of the browser', { 'sec-fetch-site': 'cross-site' }],
  ];
  test.each(foreign)('are worth nothing on a call from %s', async (_what, headers) => {
    expect(await rename(headers)).toEqual({ code: 'UNAUTHENTICATED', name: 'Sari' });
  });

  test('count on a call of our own pages', async () => {
    const own = { origin: new URL(world.url).origin, 'sec-fetch-site': 'same-origin' };
    expect(await rename(own)).toMatchObject({ code: undefined, name: 'Orang lain' });
  });
});
