import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distanceMetres } from '../../api/geography/index.ts';
import { globalId } from '../../api/platform/keys.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { openWorld, type World } from '../support/world.ts';

const MARGONDA = { latitude: -6.394, longitude: 106.8225 };
const CURUG = { latitude: -6.3767, longitude: 106.8704 };

describe('places of Depok', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await aKelurahan(world, { kecamatan: 'cimanggis', slug: 'curug-cimanggis', ...CURUG });
    await aKelurahan(world, { kecamatan: 'bojongsari', slug: 'curug-bojongsari' });
    await aKelurahan(world, { kecamatan: 'cimanggis', slug: 'cisalak-pasar' });
  });
  afterAll(() => world.close());

  test('districts by name, each with its wards by name', async () => {
    const answer = await world.request('{ kecamatans { name kelurahans { slug name kecamatan { slug } } } }');
    const ward = (slug: string, name: string, kecamatan: string) => ({ slug, name, kecamatan: { slug: kecamatan } });
    expect(answer.data).toEqual({
      kecamatans: [
        { name: 'Bojongsari', kelurahans: [ward('curug-bojongsari', 'Curug Bojongsari', 'bojongsari')] },
        {
          name: 'Cimanggis',
          kelurahans: [
            ward('cisalak-pasar', 'Cisalak Pasar', 'cimanggis'),
            ward('curug-cimanggis', 'Curug Cimanggis', 'cimanggis'),
          ],
        },
      ],
    });
  });

  test('wards of a district by its slug, none for an unknown one', async () => {
    const ask = (kecamatan: string) =>
      world.request('query ($kecamatan: String!) { kelurahans(kecamatan: $kecamatan) { slug } }', { kecamatan });
    expect((await ask('bojongsari')).data).toEqual({ kelurahans: [{ slug: 'curug-bojongsari' }] });
    expect((await ask("' or true --")).data).toEqual({ kelurahans: [] });
  });

  test('a district and a ward can be asked for again by their ids; an unknown key is nobody', async () => {
    type Districts = { kecamatans: { id: string; kelurahans: { id: string }[] }[] };
    const { data } = await world.request<Districts>('{ kecamatans { id kelurahans { id } } }');
    const ids = [
      data.kecamatans[0]?.id,
      data.kecamatans[0]?.kelurahans[0]?.id,
      globalId('Kecamatan', '01a20bcc-5df9-74b5-8c28-b385e0254143'),
    ];
    const again = await world.request<{ nodes: object[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
    );
    expect(again.data.nodes).toEqual([
      { __typename: 'Kecamatan', id: ids[0] },
      { __typename: 'Kelurahan', id: ids[1] },
      null,
    ]);
  });

  test('however many districts are asked for, their wards are read by one statement', async () => {
    const ctx = world.context();
    let statements = 0;
    const read: typeof ctx.read = {
      rows: (...call) => {
        statements += 1;
        return ctx.read.rows(...call);
      },
    };
    const { kelurahansOfKecamatan } = await import('../../api/geography/geography-queries.ts');
    const counted = Object.assign(world.context(), { read });
    await Promise.all(['cimanggis', 'bojongsari', 'beji'].map((slug) => kelurahansOfKecamatan(counted, slug)));
    expect(statements).toBe(1);
  });

  test('a place off the earth is refused by the database', async () => {
    await expect(aKelurahan(world, { slug: 'nowhere', latitude: 91 })).rejects.toThrow(/place_on_earth/);
  });

  test('distance in SQL and in code agree to the metre, anywhere on earth', async () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const places = fc.sample(fc.tuple(degrees(90), degrees(180), degrees(90), degrees(180)), 300);
    const rows = await world.context().read.rows<{ metres: number }>(
      `select distance_metres((p->>0)::float8, (p->>1)::float8, (p->>2)::float8, (p->>3)::float8) as metres
         from jsonb_array_elements($1::jsonb) with ordinality t(p, n) order by n`,
      [JSON.stringify(places)],
    );
    places.forEach(([a, b, c, d], at) => {
      const own = distanceMetres({ latitude: a, longitude: b }, { latitude: c, longitude: d });
      expect(Math.abs(own - (rows[at]?.metres ?? Number.NaN))).toBeLessThanOrEqual(1);
    });
  });

  test('distance is that of the map: Margonda to Curug is 5.6 km, and nothing to itself', () => {
    expect(distanceMetres(MARGONDA, CURUG)).toBeGreaterThan(5_550);
    expect(distanceMetres(MARGONDA, CURUG)).toBeLessThan(5_700);
    expect(distanceMetres(MARGONDA, CURUG)).toBe(distanceMetres(CURUG, MARGONDA));
    expect(distanceMetres(MARGONDA, MARGONDA)).toBe(0);
  });
});
