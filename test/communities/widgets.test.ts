import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowedOrigin } from '../../api/communities/index.ts';
import { globalId, newKey } from '../../api/platform/keys.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aCategory, aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Refusals {
  userErrors: { code: string; field: string[] | null }[];
}

let keys = 0;
function aKey(): string {
  keys += 1;
  return `key-of-test-${keys}`;
}

async function register(person: Person, changes: object = {}) {
  const { data } = await world.request<{
    registerCommunity: Refusals & { community: { id: string; slug: string } | null };
  }>(
    `mutation R($input: RegisterCommunityInput!) { registerCommunity(input: $input) {
       community { id slug name siteUrl widgets { id } } userErrors { field ... on RegisterCommunityUserError { code } } } }`,
    { input: { name: 'RW 07 Kukusan', siteUrl: 'https://rw07.example', idempotencyKey: aKey(), ...changes } },
    { token: person.token },
  );
  return data.registerCommunity;
}

interface SeenWidget {
  id: string;
  title: string;
  theme: string;
  publishableKey: string;
  allowedOrigins: string[];
}

async function widget(person: Person, name: 'createWidget' | 'updateWidget' | 'rotateWidgetKey', input: object) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await world.request<Record<string, Refusals & { widget: SeenWidget | null }>>(
    `mutation W($input: ${type}Input!) { ${name}(input: $input) {
       widget { id title theme publishableKey allowedOrigins } userErrors { field ... on ${type}UserError { code } } } }`,
    { input },
    // The roles of a device are read with each request: a new manager is one from the next on.
    { token: person.token },
  );
  if (!data?.[name]) throw new Error(JSON.stringify(errors));
  return data[name];
}

async function aWidget(changes: object = {}) {
  const manager = await aPerson(world);
  const { community } = await register(manager);
  const input = {
    communityId: community?.id,
    title: 'Belanja tetangga',
    allowedOrigins: [`https://rw-${aKey()}.example`],
    idempotencyKey: aKey(),
    ...changes,
  };
  const made = await widget(manager, 'createWidget', input);
  if (!made.widget) throw new Error(JSON.stringify(made.userErrors));
  return { manager, community, input, widget: made.widget };
}

const shown = async (key: string) =>
  (
    await world.request<{ widget: { title: string; products: { edges: { node: { title: string } }[] } } | null }>(
      'query W($key: String!) { widget(key: $key) { id title theme community { name slug } products(first: 50) { edges { node { title } } } } }',
      { key },
    )
  ).data.widget;

describe('registering a community', () => {
  test('makes the caller its manager; the same key, also at once, is one community', async () => {
    const person = await aPerson(world);
    const idempotencyKey = aKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(person, { idempotencyKey })));
    expect(new Set(answers.map(({ community }) => community?.id)).size).toBe(1);
    const { data } = await world.request<{ viewer: { memberships: object[] } }>(
      '{ viewer { memberships { role community { id } } } }',
      {},
      { token: person.token },
    );
    expect(data.viewer.memberships).toEqual([
      { role: 'COMMUNITY_MANAGER', community: { id: answers[0]?.community?.id } },
    ]);
    const other = await register(person, { idempotencyKey, name: 'Yang lain' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('the same name twice gives two addresses', async () => {
    const [one, two] = [await register(await aPerson(world)), await register(await aPerson(world))];
    expect(one.community?.slug).not.toBe(two.community?.slug);
    expect(two.community?.slug).toMatch(/^rw-07-kukusan-\d+$/);
  });

  test.each([
    [{ name: 'RW' }, 'NAME_INVALID'],
    [{ siteUrl: 'javascript:alert(1)' }, 'SITE_INVALID'],
    [{ siteUrl: '/relative' }, 'SITE_INVALID'],
    [{ kecamatan: 'bekasi' }, 'SCOPE_UNKNOWN'],
    [{ idempotencyKey: 'x'.repeat(201) }, 'IDEMPOTENCY_KEY_INVALID'],
  ])('%j is refused with %s', async (changes, code) => {
    expect((await register(await aPerson(world), changes)).userErrors).toMatchObject([{ code }]);
  });
});

describe('a widget', () => {
  test('is shown to anyone who has its key, without what is the manager’s', async () => {
    const made = await aWidget();
    expect(made.widget.publishableKey).toMatch(/^pk_[\w-]{43}$/);
    expect(await shown(made.widget.publishableKey)).toMatchObject({ title: 'Belanja tetangga', theme: 'AUTO' });
    expect(await shown('pk_of-nobody')).toBeNull();
    const peek = await world.request('query W($key: String!) { widget(key: $key) { allowedOrigins publishableKey } }', {
      key: made.widget.publishableKey,
    });
    expect(peek.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('shows only what its scope names', async () => {
    const kelurahan = await aKelurahan(world, { kecamatan: 'sawangan' });
    const shop = await aSeller(world, { kelurahanKey: kelurahan.key });
    const [sambal, batik] = [await aCategory(world, { slug: 'sambal' }), await aCategory(world, { slug: 'batik' })];
    await aProduct(world, { shop, category: sambal, title: 'Sambal Sawangan' });
    await aProduct(world, { shop, category: batik, title: 'Batik Sawangan' });
    await aProduct(world, { category: sambal, title: 'Sambal Beji' });
    const titles = async (scope: object) => {
      const { widget: made } = await aWidget(scope);
      return (await shown(made.publishableKey))?.products.edges.map(({ node }) => node.title).sort();
    };
    expect(await titles({ kecamatan: 'sawangan' })).toEqual(['Batik Sawangan', 'Sambal Sawangan']);
    expect(await titles({ category: sambal.path })).toEqual(['Sambal Beji', 'Sambal Sawangan']);
    expect(await titles({ kecamatan: 'sawangan', category: 'sambal' })).toEqual(['Sambal Sawangan']);
    expect(await titles({ sellers: [shop.seller.slug] })).toEqual(['Batik Sawangan', 'Sambal Sawangan']);
    expect(await titles({})).toEqual(['Batik Sawangan', 'Sambal Beji', 'Sambal Sawangan']);
  });

  test.each([
    [{ title: ' ' }, 'TITLE_INVALID', ['title']],
    [{ allowedOrigins: [] }, 'ORIGIN_INVALID', ['allowedOrigins']],
    [{ allowedOrigins: ['https://a.example/path'] }, 'ORIGIN_INVALID', ['allowedOrigins', '0']],
    [{ allowedOrigins: ['https://a.example', '*'] }, 'ORIGIN_INVALID', ['allowedOrigins', '1']],
    [{ allowedOrigins: ['null'] }, 'ORIGIN_INVALID', ['allowedOrigins', '0']],
    [{ allowedOrigins: ['https://A.example'] }, 'ORIGIN_INVALID', ['allowedOrigins', '0']],
    [{ category: 'tidak-ada' }, 'SCOPE_UNKNOWN', ['category']],
    [{ sellers: ['tidak-ada'] }, 'SCOPE_UNKNOWN', ['sellers']],
  ])('%j is refused with %s', async (changes, code, field) => {
    const made = await aWidget();
    const refused = await widget(made.manager, 'updateWidget', {
      widgetId: made.widget.id,
      title: 'Baru',
      allowedOrigins: ['https://baru.example'],
      ...changes,
    });
    expect(refused.userErrors).toMatchObject([{ code, field }]);
  });

  test('the same key, also at once, is one widget', async () => {
    const made = await aWidget();
    const again = await Promise.all(Array.from({ length: 5 }, () => widget(made.manager, 'createWidget', made.input)));
    expect(new Set(again.map((answer) => answer.widget?.id))).toEqual(new Set([made.widget.id]));
    const other = await widget(made.manager, 'createWidget', { ...made.input, title: 'Lain' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('a new key works at once, the old one for another day', async () => {
    const made = await aWidget();
    const { widget: rotated } = await widget(made.manager, 'rotateWidgetKey', { widgetId: made.widget.id });
    expect(rotated?.publishableKey).not.toBe(made.widget.publishableKey);
    expect(await shown(rotated?.publishableKey ?? '')).not.toBeNull();
    expect(await shown(made.widget.publishableKey)).not.toBeNull();
    await world.advance(24 * 3600);
    expect(await shown(made.widget.publishableKey)).toBeNull();
    expect(await shown(rotated?.publishableKey ?? '')).not.toBeNull();
  });

  test('rule 7: another manager cannot touch it, and it looks as if it were not there', async () => {
    const made = await aWidget();
    const { manager: stranger } = await aWidget();
    const input = { title: 'Rebut', allowedOrigins: ['https://evil.example'] };
    for (const widgetId of [made.widget.id, globalId('Widget', newKey())]) {
      expect((await widget(stranger, 'updateWidget', { widgetId, ...input })).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
      expect((await widget(stranger, 'rotateWidgetKey', { widgetId })).userErrors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    }
    const created = await widget(stranger, 'createWidget', {
      communityId: made.community?.id,
      idempotencyKey: aKey(),
      ...input,
    });
    expect(created.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const peek = await world.request(
      'query N($id: ID!) { node(id: $id) { ... on Widget { publishableKey } } }',
      { id: made.widget.id },
      { token: stranger.token },
    );
    expect(peek.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('names that many communities want', () => {
  test('are no reason to refuse the sixtieth: each gets an address of its own', async () => {
    const slugs = new Set<string>();
    for (let founder = 0; founder < 6; founder += 1) {
      const person = await aPerson(world);
      for (let at = 0; at < 10; at += 1) {
        const { community, userErrors } = await register(person, { name: 'Karang Taruna' });
        expect(userErrors).toEqual([]);
        slugs.add(community!.slug);
      }
    }
    expect(slugs.size).toBe(60);
  });
});

describe('origins', () => {
  test('exactly those that a widget names may call from the browser', async () => {
    await aWidget({ allowedOrigins: ['https://rw99.example', 'http://127.0.0.1:4000'] });
    const { read } = world.context();
    for (const origin of ['https://rw99.example', 'http://127.0.0.1:4000'])
      expect(await isAllowedOrigin(read, origin)).toBe(true);
    for (const origin of [
      'http://rw99.example',
      'https://rw99.example:444',
      'https://sub.rw99.example',
      'https://rw99.example.evil.example',
      'https://RW99.example',
      'null',
      '*',
      '',
      `https://${'x'.repeat(400)}.example`,
    ]) {
      expect(await isAllowedOrigin(read, origin)).toBe(false);
    }
  });

  test('the browser is told so', async () => {
    await aWidget({ allowedOrigins: ['https://rw98.example'] });
    const allowed = async (origin: string) =>
      (
        await fetch(`${world.url}/graphql`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type,x-cart-token',
          },
        })
      ).headers.get('access-control-allow-origin');
    expect(await allowed('https://rw98.example')).toBe('https://rw98.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });
});
