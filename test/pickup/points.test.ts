import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PickupPointKind, reserveRoom } from '../../api/pickup/index.ts';
import { SellerPickupPoint } from '../../api/pickup/seller-pickup-point.ts';
import { setSellerPoints } from '../../api/pickup/set-seller-points.ts';
import { upsertPickupPoint } from '../../api/pickup/upsert-pickup-point.ts';
import { globalId } from '../../api/platform/keys.ts';
import { countRows } from '../support/count-rows.ts';
import { countStatements } from '../support/count-statements.ts';
import { aCurator, aPerson, type Person } from '../support/makers/accounts.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint, everyDay } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { letRivalRunFirst, letThemMeet } from '../support/rival.ts';
import { openWorld, type World } from '../support/world.ts';

const POINTS = `query ($near: GeoPointInput, $kind: PickupPointKind, $kecamatan: String, $first: Int, $after: String) {
  pickupPoints(near: $near, kind: $kind, kecamatan: $kecamatan, first: $first, after: $after) {
    edges { cursor node { slug distanceMetres isOpenNow opensAt closesAt roomLeft isFull isAcceptingOrders feeSmall feeMedium feeLarge kecamatan { slug } } }
    pageInfo { hasNextPage endCursor } } }`;

interface Points {
  pickupPoints: {
    edges: { cursor: string; node: { slug: string; distanceMetres: number | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
interface Kept {
  pickupPoint: { id: string; hours: object[]; roomLeft: number } | null;
  userErrors: { code: string; field: string[] | null; message: string }[];
}

let world: World;
let curator: Person;
let sawangan: string;
beforeAll(async () => {
  world = await openWorld();
  curator = await aCurator(world);
  sawangan = (await aKelurahan(world, { kecamatan: 'sawangan' })).key;
  await aPoint(world, { slug: 'tengah', latitude: -6.4, longitude: 106.82 });
  await aPoint(world, { slug: 'utara', latitude: -6.36, longitude: 106.82, kind: PickupPointKind.SWADEP });
  await aPoint(world, { slug: 'selatan', latitude: -6.45, longitude: 106.82, kelurahanKey: sawangan });
  await aPoint(world, { slug: 'tutup', isActive: false });
});
afterAll(() => world.close());

const slugs = async (variables: object): Promise<string[]> =>
  (await world.request<Points>(POINTS, variables)).data.pickupPoints.edges.map(({ node }) => node.slug);

describe('pickup points', () => {
  test('are shown nearest first, with the distance, in one statement', async () => {
    const near = { latitude: -6.37, longitude: 106.82 };
    const { data, statements } = await countStatements<Points>(world.context(), POINTS, { near });
    expect(data.pickupPoints.edges.map(({ node }) => [node.slug, node.distanceMetres])).toEqual([
      ['utara', 1112],
      ['tengah', 3336],
      ['selatan', 8896],
    ]);
    expect(statements).toHaveLength(1);
  });

  test('are shown by name, without distance, when no place is named', async () => {
    const { data } = await world.request<Points>(POINTS, { first: 1 });
    expect(data.pickupPoints.edges).toMatchObject([{ node: { slug: 'tengah', distanceMetres: null } }]);
  });

  test('come in pages that go on where the last one ended', async () => {
    const near = { latitude: -6.37, longitude: 106.82 };
    const first = (await world.request<Points>(POINTS, { near, first: 2 })).data.pickupPoints;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await world.request<Points>(POINTS, { near, first: 2, after: first.pageInfo.endCursor })).data
      .pickupPoints;
    expect([rest.edges.map(({ node }) => node.slug), rest.pageInfo.hasNextPage]).toEqual([['selatan'], false]);
  });

  test('can be narrowed by network and by district', async () => {
    expect(await slugs({ kind: 'SWADEP' })).toEqual(['utara']);
    expect(await slugs({ kecamatan: 'sawangan' })).toEqual(['selatan']);
    expect(await slugs({ kecamatan: '\u0000' })).toEqual([]);
  });

  test('say whether they are open now, when they open and what they charge', async () => {
    await aPoint(world, { slug: 'sore', kelurahanKey: sawangan, hours: everyDay('15:00', '21:00'), roomCapacity: 0 });
    const document =
      'query ($slug: String!) { pickupPoint(slug: $slug) { isOpenNow opensAt closesAt roomLeft isFull isAcceptingOrders feeSmall feeMedium feeLarge } }';
    expect((await world.request(document, { slug: 'tengah' })).data).toMatchObject({
      pickupPoint: {
        isOpenNow: true,
        opensAt: null,
        closesAt: '2026-11-24T13:00:00.000Z',
        roomLeft: 100,
        isFull: false,
        isAcceptingOrders: true,
        feeSmall: 2000,
        feeMedium: 3000,
        feeLarge: 5000,
      },
    });
    expect((await world.request(document, { slug: 'sore' })).data).toMatchObject({
      pickupPoint: {
        isOpenNow: false,
        opensAt: '2026-11-24T08:00:00.000Z',
        closesAt: '2026-11-24T14:00:00.000Z',
        isFull: true,
        isAcceptingOrders: true,
      },
    });
    expect((await world.request(document, { slug: 'tutup' })).data).toEqual({ pickupPoint: null });
  });

  test.each([
    ['bm9uc2Vuc2U'],
    [Buffer.from('[1,"a","b"]').toString('base64url')],
    [Buffer.from('[1,"\\u0000","019a0000-0000-7000-8000-000000000000"]').toString('base64url')],
  ])('refuse the cursor %s, which is of no list', async (after) => {
    expect((await world.request(POINTS, { after })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: 'after' } },
    ]);
  });
});

async function keep(name: string, input: object, { token }: Person): Promise<Kept> {
  const document = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    pickupPoint { id hours { dayOfWeek opens closes } roomLeft } userErrors { code field message } } }`;
  const { data, errors } = await world.request<Record<string, Kept>>(document, { input }, { token });
  if (errors.length > 0) throw new Error(errors[0]?.extensions.code);
  return data[name] as Kept;
}

describe('upsertPickupPoint', () => {
  const wanted = (changes: object = {}): object => ({
    slug: 'titik-baru',
    kind: 'D_COMART',
    name: "D'Comart Baru",
    address: 'Jl. Raya Sawangan 1',
    kelurahanId: globalId('Kelurahan', sawangan),
    location: { latitude: -6.4, longitude: 106.77 },
    hours: everyDay(),
    roomCapacity: 20,
    holdingDays: 3,
    isActive: true,
    ...changes,
  });

  test('makes a point, and changes it by its slug; the audit log keeps both', async () => {
    const made = await keep('upsertPickupPoint', wanted(), curator);
    const changed = await keep('upsertPickupPoint', wanted({ roomCapacity: 50 }), curator);
    expect([changed.pickupPoint?.id, changed.pickupPoint?.roomLeft]).toEqual([made.pickupPoint?.id, 50]);
    const acts = await world.context().read.rows("select act from audit_entry where act = 'upsertPickupPoint'");
    expect(acts).toHaveLength(2);
  });

  test.each([
    ['a slug with blanks', { slug: 'titik baru' }, 'SLUG_INVALID'],
    ['a name of one letter', { name: 'D' }, 'NAME_INVALID'],
    ['no address', { address: ' ' }, 'ADDRESS_INVALID'],
    ['a kelurahan that is not there', { kelurahanId: 'x' }, 'KELURAHAN_UNKNOWN'],
    ['a place off the earth', { location: { latitude: 100, longitude: 0 } }, 'PLACE_INVALID'],
    [
      'a day that is twice',
      { hours: [...everyDay(), { dayOfWeek: 1, opens: '21:00', closes: '22:00' }] },
      'HOURS_INVALID',
    ],
    ['a day 8', { hours: [{ dayOfWeek: 8, opens: '08:00', closes: '09:00' }] }, 'HOURS_INVALID'],
    ['closing before opening', { hours: [{ dayOfWeek: 1, opens: '09:00', closes: '08:00' }] }, 'HOURS_INVALID'],
    ['a time that is none', { hours: [{ dayOfWeek: 1, opens: '9', closes: '10' }] }, 'HOURS_INVALID'],
    ['negative room', { roomCapacity: -1 }, 'CAPACITY_INVALID'],
    ['31 holding days', { holdingDays: 31 }, 'HOLDING_DAYS_INVALID'],
  ])('refuses %s and leaves no row behind', async (_, changes, code) => {
    const before = await countRows(world.context());
    expect((await keep('upsertPickupPoint', wanted(changes), curator)).userErrors).toMatchObject([{ code }]);
    expect(await countRows(world.context())).toEqual(before);
  });

  test('does not make a point smaller than what lies there', async () => {
    await world
      .context()
      .em.fork()
      .getConnection()
      .execute("update pickup_point set room_taken = 7 where slug = 'titik-baru'");
    const { userErrors } = await keep('upsertPickupPoint', wanted({ roomCapacity: 6 }), curator);
    expect(userErrors).toMatchObject([{ code: 'CAPACITY_INVALID', message: expect.stringContaining('7') }]);
  });

  /** The same by use case, as a curator. */
  const upsert = (changes: object) => () =>
    upsertPickupPoint(world.context(curator.actor), wanted(changes) as Parameters<typeof upsertPickupPoint>[1]);

  test('two curators make the same point at once: it is one, and both are told so', async () => {
    const outcomes = await letThemMeet(world, 'pickup_point', [
      upsert({ slug: 'berdua', roomCapacity: 20 }),
      upsert({ slug: 'berdua', roomCapacity: 20 }),
    ]);
    const keys = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason)));
    expect(new Set(keys).size).toBe(1);
    const found = await world.context().read.rows(`select id from pickup_point where slug = 'berdua'`);
    expect(found).toEqual([{ id: keys[0] }]);
  });

  test('a curator makes a point smaller while an order takes room there: refused, with what lies there by then', async () => {
    const point = await aPoint(world, { slug: 'menyempit', roomCapacity: 9 });
    const outcome = await letRivalRunFirst(
      world,
      (tx) => reserveRoom(tx, point.key, 7),
      upsert({ slug: 'menyempit', roomCapacity: 6 }),
    );
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CAPACITY_INVALID', values: { from: 7 } } });
  });

  test('is for curators alone', async () => {
    await expect(keep('upsertPickupPoint', wanted(), await aPerson(world))).rejects.toThrow('FORBIDDEN');
  });
});

describe('setPointHours', () => {
  test("is for the operators of that very point; another's looks like one that is not there", async () => {
    const [own, other] = [await aPoint(world), await aPoint(world)];
    const operator = await aPerson(world, { roles: [['POINT_OPERATOR', own.key]] });
    const hours = [{ dayOfWeek: 6, opens: '09:00', closes: '24:00' }];
    expect(
      (await keep('setPointHours', { pickupPointId: globalId('PickupPoint', own.key), hours }, operator)).pickupPoint
        ?.hours,
    ).toEqual(hours);
    const refused = await keep('setPointHours', { pickupPointId: globalId('PickupPoint', other.key), hours }, operator);
    expect(refused).toEqual(await keep('setPointHours', { pickupPointId: 'x', hours }, operator));
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['pickupPointId'] }]);
    expect(
      (await keep('setPointHours', { pickupPointId: globalId('PickupPoint', other.key), hours }, curator)).userErrors,
    ).toEqual([]);
    await expect(
      keep('setPointHours', { pickupPointId: globalId('PickupPoint', own.key), hours }, await aPerson(world)),
    ).rejects.toThrow('FORBIDDEN');
  });
});

describe('setSellerPoints', () => {
  const document = `mutation ($input: SetSellerPointsInput!) { setSellerPoints(input: $input) {
    seller { pickupPoints { slug } } userErrors { code field } } }`;
  type Set = { setSellerPoints: { seller: { pickupPoints: { slug: string }[] } | null; userErrors: object[] } };

  test('chooses points; choosing none serves every active one', async () => {
    const { seller, owner } = await aSeller(world);
    const sellerId = globalId('Seller', seller.key);
    const point = await aPoint(world, { slug: 'pilihan' });
    const set = async (pickupPointIds: string[], token = owner.token): Promise<Set['setSellerPoints']> =>
      (await world.request<Set>(document, { input: { sellerId, pickupPointIds } }, { token })).data.setSellerPoints;
    const id = globalId('PickupPoint', point.key);
    expect((await set([id, id])).seller?.pickupPoints).toEqual([{ slug: 'pilihan' }]);
    const every = (await set([])).seller?.pickupPoints.map(({ slug }) => slug) ?? [];
    expect(every).toEqual(expect.arrayContaining(['pilihan', 'tengah', 'utara']));
    expect(every).not.toContain('tutup');
    const [closed] = await world
      .context()
      .read.rows<{ id: string }>("select id from pickup_point where slug = 'tutup'");
    expect((await set([globalId('PickupPoint', closed?.id ?? '')])).userErrors).toEqual([
      { code: 'POINT_UNKNOWN', field: ['pickupPointIds'] },
    ]);
    expect((await set([id], (await aSeller(world)).owner.token)).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['sellerId'] },
    ]);
  });

  test('a shop chooses on two devices at once: what is chosen last is all that is chosen', async () => {
    const { seller, owner } = await aSeller(world);
    const [first, last] = [await aPoint(world), await aPoint(world)];
    const outcome = await letRivalRunFirst(
      world,
      async (tx) => {
        await tx.execute('select from seller where id = ? for no key update', [seller.key]);
        tx.create(SellerPickupPoint, { sellerKey: seller.key, pickupPointKey: first.key });
      },
      () =>
        setSellerPoints(world.context(owner.actor), {
          sellerId: globalId('Seller', seller.key),
          pickupPointIds: [globalId('PickupPoint', last.key)],
        }),
    );
    expect(outcome.status).toBe('fulfilled');
    const chosen = await world
      .context()
      .read.rows('select pickup_point_id as key from seller_pickup_point where seller_id = $1', [seller.key]);
    expect(chosen).toEqual([{ key: last.key }]);
  });
});
