import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../support/makers/accounts.ts';
import { aCurator, anEarner, type Earner, earn } from '../support/makers/payouts.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type SeenPage } from './visitor.ts';

describe('a statement as a page, without scripts', () => {
  let world: World;
  let shop: Earner;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    shop = await anEarner(world, 90_000, 'NONE');
  });

  const seenBy = ({ token }: Pick<Person, 'token'>, query = '', language = 'id'): Promise<SeenPage> =>
    aVisitor(world.url, language, token).get(`/rekening-koran/${shop.id}${query}`);

  test('the present month unless days are said: what came and went, and the balance after each', async () => {
    await earn(world, shop.money, -20_000);
    const page = await seenBy(shop.owner);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const shown = ['Rekening koran', shop.seller.name, '1 Nov 2026 sampai', '+Rp90.000', 'Saldo Rp90.000', '-Rp20.000'];
    for (const text of [...shown, 'Saldo Rp70.000', 'Saldo akhir Rp70.000', 'belum ditutup'])
      expect(page.text).toContain(text);
    expect(page.links).toContain('/jual');
    expect(page.html).toContain(`formaction="/ledger/statements/${shop.id}.csv"`);
    const english = await seenBy(shop.owner, '', 'en');
    expect(english.text).toContain('Closing balance Rp70.000');
  });

  test('days without movements say so; days that are none, still to come, or in the wrong order, are said and replaced', async () => {
    const quiet = await seenBy(shop.owner, '?from=2026-10-01&to=2026-10-31');
    expect(quiet.text).toContain('Tidak ada uang masuk atau keluar pada hari-hari ini.');
    for (const query of [
      '?from=2026-11-30&to=2026-11-01',
      '?from=kemarin&to=2026-11-01',
      '?from=2026-02-31&to=2026-11-01',
      '?from=2026-12-01&to=2026-12-31',
    ]) {
      const page = await seenBy(shop.owner, query);
      expect(page.text).toContain('Tanggalnya keliru.');
      expect(page.text).toContain('+Rp90.000');
    }
  });

  test('the file of days that are in the wrong order leads to the page, which says so', async () => {
    const days = '?from=2026-11-30&to=2026-11-01';
    const file = await aVisitor(world.url, 'id', shop.owner.token).get(`/ledger/statements/${shop.id}.csv${days}`);
    expect([file.status, file.headers.get('location')]).toEqual([302, `/rekening-koran/${shop.id}${days}`]);
  });

  test('a long one goes on at the same instant; a forged cursor is no page', async () => {
    for (let at = 0; at < 50; at += 1) await earn(world, shop.money, 1_000);
    const first = await seenBy(shop.owner);
    expect(first.text).not.toContain('Saldo akhir');
    const further = first.links.find((link) => link.includes('after=')) ?? '';
    world.clock.advance(60);
    await earn(world, shop.money, 500_000);
    const second = await aVisitor(world.url, 'id', shop.owner.token).get(further);
    expect(second.text).toContain('Saldo akhir Rp140.000');
    expect(second.text).not.toContain('Saldo awal');
    expect((await seenBy(shop.owner, '?from=2026-11-01&to=2026-11-30&after=entah')).status).toBe(404);
    expect((await seenBy(shop.owner, '?from=2026-11-01&to=2026-11-30&asOf=entah')).status).toBe(404);
  });

  test('rule 7: the city reads it and goes back to its own desk; others find no page, visitors sign in', async () => {
    const city = await seenBy(await aCurator(world));
    expect([city.status, city.links.includes('/kota/pencairan')]).toEqual([200, true]);
    expect((await seenBy((await anEarner(world, 0, 'NONE')).owner)).status).toBe(404);
    const visitor = await aVisitor(world.url).get(`/rekening-koran/${shop.id}`);
    expect([visitor.status, visitor.headers.get('location')?.startsWith('/masuk?kembali=')]).toEqual([302, true]);
  });
});
