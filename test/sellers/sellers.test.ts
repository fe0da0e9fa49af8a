import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry, Task } from '../../api/accounts/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { SellerStatus, StoredSeller } from '../../api/sellers/index.ts';
import { aCurator, aPerson } from '../support/makers/accounts.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';

const APPLY = `mutation ($input: ApplyAsSellerInput!) { applyAsSeller(input: $input) {
  seller { id slug name isOpen isHalalCertified location { latitude longitude } kecamatan { slug } } userErrors { code field message } } }`;
const UPDATE = `mutation ($input: UpdateSellerInput!) { updateSeller(input: $input) {
  seller { name description isOpen isHalalCertified } userErrors { code field } } }`;
const VERIFY = `mutation ($input: VerifySellerInput!) { verifySeller(input: $input) { seller { isOpen } userErrors { code } } }`;
const SUSPEND = `mutation ($input: SuspendSellerInput!) { suspendSeller(input: $input) { seller { isOpen } userErrors { code } } }`;
const BY_SLUG = 'query ($slug: String!) { seller(slug: $slug) { id name } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';

interface Applied {
  applyAsSeller: {
    seller: { id: string; slug: string } | null;
    userErrors: { code: string; field: string[] | null }[];
  };
}

let keys = 0;

describe('shops', () => {
  let world: World;
  let kelurahanId: string;
  beforeAll(async () => {
    world = await openWorld();
    kelurahanId = globalId('Kelurahan', (await aKelurahan(world, { kecamatan: 'beji', slug: 'kukusan' })).key);
  });
  afterAll(() => world.close());

  function application(fields: object = {}): object {
    keys += 1;
    return {
      name: 'Dapur Bu Tini',
      description: 'Keripik dan kue basah.',
      kelurahanId,
      address: 'Jl. Mawar No. 7',
      idempotencyKey: `application-${keys}`,
      ...fields,
    };
  }

  const apply = (token: string, fields: object = {}) =>
    world.request<Applied>(APPLY, { input: application(fields) }, { token });
  const stored = (id: string) => {
    const key = Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
    return world.context().em.findOneOrFail(StoredSeller, { key });
  };

  test('a person applies, a curator verifies, and only then the shop is seen', async () => {
    const person = await aPerson(world);
    const curator = await aCurator(world);
    const answer = await apply(person.token, { name: "Warung Mak'Ti & Rasa" });
    expect(answer.data.applyAsSeller).toMatchObject({
      seller: { slug: 'warung-makti-rasa', isOpen: false, location: { latitude: -6.394 }, kecamatan: { slug: 'beji' } },
      userErrors: [],
    });
    const { id, slug } = answer.data.applyAsSeller.seller!;
    const { key } = await stored(id);
    expect((await world.request(BY_SLUG, { slug })).data).toEqual({ seller: null });
    expect((await world.request(NODE, { id })).data).toEqual({ node: null });
    expect((await world.request(NODE, { id }, { token: person.token })).data).toEqual({ node: { id } });
    const once = `seller-verification:${key}`;
    expect(await world.context().em.findOneOrFail(Task, { once })).toMatchObject({
      kind: 'SELLER_VERIFICATION',
      doneAt: null,
    });

    await world.request(VERIFY, { input: { sellerId: id, reason: 'alamat benar' } }, { token: curator.token });
    expect((await world.request(BY_SLUG, { slug })).data).toMatchObject({ seller: { id } });
    expect(await world.context().em.findOneOrFail(Task, { once })).toMatchObject({ doneByKey: curator.account.key });
    const entries = await world.context().em.find(AuditEntry, { act: 'verifySeller', actorKey: curator.account.key });
    expect(entries.map(({ subject, reason }) => [subject, reason])).toEqual([[{ sellerKey: key }, 'alamat benar']]);
  });

  test('the applicant owns the shop and sees it among their memberships', async () => {
    const person = await aPerson(world);
    await apply(person.token, { name: 'Toko Rasa Depok' });
    const viewer = await world.request(
      '{ viewer { memberships { role seller { name } } } }',
      {},
      { token: person.token },
    );
    expect(viewer.data).toEqual({
      viewer: { memberships: [{ role: 'SELLER_OWNER', seller: { name: 'Toko Rasa Depok' } }] },
    });
  });

  test('the same application sent ten times at once is one shop; another with its key is refused', async () => {
    const person = await aPerson(world);
    const input = application({ name: 'Kopi Pak Dul' });
    const send = () => world.request<Applied>(APPLY, { input }, { token: person.token });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map(({ data }) => data.applyAsSeller.seller?.id)).size).toBe(1);
    const reused = await world.request<Applied>(
      APPLY,
      { input: { ...input, name: 'Kopi Lain' } },
      { token: person.token },
    );
    expect(reused.data.applyAsSeller.userErrors[0]).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a person has at most three shops waiting, also with ten applications at once', async () => {
    const person = await aPerson(world);
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(person.token)));
    const outcomes = answers.map(({ data }) => data.applyAsSeller.userErrors[0]?.code ?? 'done');
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_APPLICATIONS')).toHaveLength(7);
  });

  test('two shops of one name get two addresses', async () => {
    const first = await apply((await aPerson(world)).token, { name: 'Warung Sama' });
    const second = await apply((await aPerson(world)).token, { name: 'Warung Sama' });
    expect(first.data.applyAsSeller.seller?.slug).toBe('warung-sama');
    expect(second.data.applyAsSeller.seller?.slug).toMatch(/^warung-sama-[0-9a-f]{6}$/);
  });

  test.each([
    [{ name: 'ab' }, 'NAME_INVALID', ['name']],
    [{ name: 'x'.repeat(61) }, 'NAME_INVALID', ['name']],
    [{ description: 'x'.repeat(2001) }, 'DESCRIPTION_TOO_LONG', ['description']],
    [{ address: 'x' }, 'ADDRESS_INVALID', ['address']],
    [{ kelurahanId: 'nonsense' }, 'KELURAHAN_UNKNOWN', ['kelurahanId']],
    [{ location: { latitude: -6.2, longitude: 106.8 } }, 'PLACE_OUTSIDE_DEPOK', ['location']],
    [{ location: { latitude: 400, longitude: 106.8 } }, 'PLACE_OUTSIDE_DEPOK', ['location']],
    [{ halalCertificate: '<script>' }, 'CERTIFICATE_INVALID', ['halalCertificate']],
    [{ idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']],
  ])('an application with %j is refused with %s and leaves nothing', async (fields, code, field) => {
    const person = await aPerson(world);
    const answer = await apply(person.token, fields);
    expect(answer.data.applyAsSeller).toMatchObject({ seller: null, userErrors: [{ code, field }] });
    expect(await world.context().em.count(StoredSeller, { applicantKey: person.account.key })).toBe(0);
  });

  test('members change their shop, others find it not there, and nobody else learns more', async () => {
    const { seller, owner } = await aSeller(world);
    const stranger = await aSeller(world);
    const input = {
      sellerId: globalId('Seller', seller.key),
      description: 'Baris satu\r\nbaris dua',
      halalCertificate: 'ID32110001',
    };
    const denied = await world.request(UPDATE, { input }, { token: stranger.owner.token });
    expect(denied.data).toEqual({
      updateSeller: { seller: null, userErrors: [{ code: 'NOT_FOUND', field: ['sellerId'] }] },
    });
    const missing = await world.request(
      UPDATE,
      { input: { ...input, sellerId: globalId('Seller', owner.account.key) } },
      { token: owner.token },
    );
    expect(missing.data).toEqual(denied.data);
    const done = await world.request(UPDATE, { input }, { token: owner.token });
    expect(done.data).toMatchObject({
      updateSeller: {
        seller: { name: seller.name, description: 'Baris satu\nbaris dua', isHalalCertified: true, isOpen: true },
      },
    });
  });

  test('a shop on holiday is closed until its end, and opens by itself', async () => {
    const { seller, owner } = await aSeller(world);
    const holidayUntil = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const input = { sellerId: globalId('Seller', seller.key), holidayUntil };
    const closed = await world.request(UPDATE, { input }, { token: owner.token });
    expect(closed.data).toMatchObject({ updateSeller: { seller: { isOpen: false } } });
    world.clock.advance(86_400);
    const again = await world.request('query ($slug: String!) { seller(slug: $slug) { isOpen } }', {
      slug: seller.slug,
    });
    expect(again.data).toEqual({ seller: { isOpen: true } });
  });

  test('a suspended shop is gone for visitors; only curators judge, and say why', async () => {
    const { seller, owner } = await aSeller(world);
    const sellerId = globalId('Seller', seller.key);
    const curator = await aCurator(world);
    const input = { sellerId, reason: 'barang palsu' };
    expect((await world.request(SUSPEND, { input }, { token: owner.token })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await world.request(SUSPEND, { input })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const silent = await world.request(SUSPEND, { input: { sellerId, reason: ' ' } }, { token: curator.token });
    expect(silent.data).toMatchObject({ suspendSeller: { userErrors: [{ code: 'REASON_MISSING' }] } });
    const send = () => world.request(SUSPEND, { input }, { token: curator.token });
    await Promise.all([send(), send(), send()]);
    expect(await world.context().em.count(AuditEntry, { act: 'suspendSeller', actorKey: curator.account.key })).toBe(1);
    const events = await world
      .context()
      .read.rows("select 1 from event where name = 'SellerSuspended' and subject->>'sellerKey' = $1", [seller.key]);
    expect(events).toHaveLength(1);
    expect((await world.request(BY_SLUG, { slug: seller.slug })).data).toEqual({ seller: null });
  });

  test('the list goes by name in pages of any size, district by district, without shops that may not sell', async () => {
    const kelurahanKey = (await aKelurahan(world, { kecamatan: 'limo', slug: 'grogol' })).key;
    for (const name of ['Cireng Asih', 'Abon Wati', 'Bakso Jaya', 'Bakso Jaya'])
      await aSeller(world, { name, kelurahanKey });
    await aSeller(world, { name: 'Belum Sah', kelurahanKey, status: SellerStatus.APPLIED });
    type Page = {
      sellers: {
        edges: { cursor: string; node: { name: string; kelurahan: { slug: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const LIST = `query ($after: String, $first: Int) { sellers(kecamatan: "limo", first: $first, after: $after) {
      edges { cursor node { name kelurahan { slug } } } pageInfo { hasNextPage endCursor } } }`;
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data }: { data: Page } = await world.request<Page>(LIST, { first: 1, after });
      names.push(...data.sellers.edges.map(({ node }) => node.name));
      if (!data.sellers.pageInfo.hasNextPage) break;
      after = data.sellers.pageInfo.endCursor;
    }
    expect(names).toEqual(['Abon Wati', 'Bakso Jaya', 'Bakso Jaya', 'Cireng Asih']);
    expect((await world.request(LIST, { first: 101 })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await world.request(LIST, { after: 'bm9uc2Vuc2U' })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('the street address and the exact place are not public', async () => {
    const { seller } = await aSeller(world, { latitude: -6.394123, longitude: 106.822567 });
    const answer = await world.request(
      'query ($slug: String!) { seller(slug: $slug) { location { latitude longitude } } }',
      { slug: seller.slug },
    );
    expect(answer.data).toEqual({ seller: { location: { latitude: -6.394, longitude: 106.823 } } });
    const fields = await world.request<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Seller") { fields { name } } }',
    );
    expect(fields.data.__type.fields.map(({ name }) => name)).not.toContain('address');
  });
});
