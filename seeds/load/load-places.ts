import type { EntityClass } from '@mikro-orm/core';
import { StoredKecamatan, StoredKelurahan } from '../../api/geography/index.ts';
import { StoredPickupPoint } from '../../api/pickup/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import type { SeedKecamatan, SeedPoint } from '../market-shape.ts';

/** Keys of kecamatan by slug and of kelurahan by code. */
export interface PlaceKeys {
  readonly kecamatan: ReadonlyMap<string, string>;
  readonly kelurahan: ReadonlyMap<string, string>;
}

/** A row with the names by which it is known again. */
interface Named {
  readonly key: string;
  readonly slug: string;
  readonly code?: string;
}

/** Finds the districts and wards of the city that are there, and enters the others. */
export async function loadGeography(tx: Tx, kecamatan: readonly SeedKecamatan[]): Promise<PlaceKeys> {
  const districts = await takeOver(
    tx,
    StoredKecamatan,
    kecamatan.map(({ kelurahan: _kelurahan, ...facts }) => ({ ...facts, key: newKey() })),
    await tx.execute<Named[]>('select id as key, code, slug from kecamatan'),
  );
  const keys = new Map(districts.map(({ slug, key }) => [slug, key]));
  const wards = await takeOver(
    tx,
    StoredKelurahan,
    kecamatan.flatMap(({ slug, kelurahan }) =>
      kelurahan.map((ward) => ({ ...ward, key: newKey(), kecamatanKey: keyOf(keys, slug), aliases: [] })),
    ),
    await tx.execute<Named[]>('select id as key, code, slug from kelurahan'),
  );
  return { kecamatan: keys, kelurahan: new Map(wards.map(({ code, key }) => [code, key])) };
}

/** Finds the pickup points that are there, enters the others; gives the keys by slug. */
export async function loadPoints(
  tx: Tx,
  points: readonly SeedPoint[],
  places: PlaceKeys,
): Promise<ReadonlyMap<string, string>> {
  const now = tx.context.clock.now();
  const rows = points.map(({ kelurahanCode, kind, hours, ...facts }) => ({
    ...facts,
    key: newKey(),
    kind: kind as StoredPickupPoint['kind'],
    hours: [...hours],
    kelurahanKey: keyOf(places.kelurahan, kelurahanCode),
    roomTaken: 0,
    isActive: true,
    createdAt: now,
    updatedAt: now,
  }));
  const there = await tx.execute<Named[]>('select id as key, slug from pickup_point');
  const settled = await takeOver(tx, StoredPickupPoint, rows, there);
  return new Map(settled.map(({ slug, key }) => [slug, key]));
}

/** Enters those rows that are not there by code or slug, and leaves the others as they are; gives all, with the keys that they have. */
async function takeOver<Row extends Named>(
  tx: Tx,
  entity: EntityClass<object>,
  rows: readonly Row[],
  there: readonly Named[],
): Promise<readonly Row[]> {
  const byCode = new Map(there.map(({ code, key }) => [code, key]));
  const bySlug = new Map(there.map(({ slug, key }) => [slug, key]));
  const known = ({ code, slug }: Row): string | undefined =>
    (code === undefined ? undefined : byCode.get(code)) ?? bySlug.get(slug);
  const missing = rows.filter((row) => known(row) === undefined);
  if (missing.length > 0) await tx.insertMany(entity, [...missing]);
  return rows.map((row) => ({ ...row, key: known(row) ?? row.key }));
}

/** The key under a name that must be there. */
export function keyOf(keys: ReadonlyMap<string, string>, name: string): string {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`The seed names ${name}, which it does not have`);
  return key;
}
