import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProduct } from '../support/makers/catalog.ts';
import { aKelurahan } from '../support/makers/geography.ts';
import { aPoint } from '../support/makers/pickup.ts';
import { aSeller } from '../support/makers/sellers.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor } from './visitor.ts';

describe('saying where one is', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    const kukusan = await aKelurahan(world, {
      kecamatan: 'beji',
      slug: 'kukusan',
      latitude: -6.3668,
      longitude: 106.8172,
    });
    const grogol = await aKelurahan(world, { kecamatan: 'limo', slug: 'grogol', latitude: -6.383, longitude: 106.79 });
    await aPoint(world, {
      slug: 'jauh',
      name: 'Titik Jauh',
      kelurahanKey: grogol.key,
      latitude: -6.43,
      longitude: 106.75,
    });
    await aPoint(world, {
      slug: 'dekat',
      name: 'Titik Dekat',
      kelurahanKey: kukusan.key,
      latitude: -6.367,
      longitude: 106.817,
    });
    await aProduct(world, { shop: await aSeller(world, { kelurahanKey: kukusan.key }), title: 'Onde-onde Kukusan' });
  });
  afterAll(() => world.close());

  test('a chosen ward is remembered: the nearest point comes first, and its district has its own goods', async () => {
    const visitor = aVisitor(world.url);
    expect((await visitor.get('/')).text).toContain('Pilih tempatmu');
    const chosen = await visitor.send('/tempat', { tempat: 'kelurahan:kukusan', kembali: '/titik?jaringan=dcomart' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/titik?jaringan=dcomart']);
    const home = await visitor.get('/');
    expect(home.text).toContain('di sekitar Kukusan');
    expect(home.text).toContain('Baru di Beji');
    const points = await visitor.get('/titik');
    expect(points.text.indexOf('Titik Dekat')).toBeLessThan(points.text.indexOf('Titik Jauh'));
    expect(points.text).toMatch(/Titik Dekat .* 30 m/);
  });

  test('a position is turned into the ward around it and not kept', async () => {
    const visitor = aVisitor(world.url);
    const found = await visitor.send('/tempat', { lintang: '-6.384', bujur: '106.791', kembali: '/' });
    expect(found.headers.getSetCookie().join()).toContain('kelurahan~grogol~limo~-6.38300~106.79000');
    expect((await visitor.get('/')).text).toContain('di sekitar Grogol');
  });

  test('a position outside Depok is told, and nothing is remembered', async () => {
    const visitor = aVisitor(world.url);
    const far = await visitor.send('/tempat', { lintang: '-7.2', bujur: '110.4', kembali: '/titik' });
    expect(far.headers.get('location')).toBe('/tempat?luar=1&kembali=%2Ftitik');
    expect((await visitor.get('/tempat?luar=1')).text).toContain('di luar Depok');
    expect((await visitor.get('/')).text).toContain('Pilih tempatmu');
  });

  test('a place can be forgotten; a cookie that we did not write is no place', async () => {
    const visitor = aVisitor(world.url);
    await visitor.send('/tempat', { tempat: 'titik:dekat', kembali: '/' });
    expect((await visitor.get('/')).text).toContain('di sekitar Titik Dekat');
    await visitor.send('/tempat', { tempat: '', kembali: '/' });
    expect((await visitor.get('/')).text).toContain('Pilih tempatmu');
    const forged = await fetch(`${world.url}/`, {
      headers: { cookie: 'berjubel_tempat=kelurahan~x~y~drop~table~%3Cb%3E', 'accept-language': 'id' },
    });
    expect(await forged.text()).toContain('Pilih tempatmu');
  });
});
