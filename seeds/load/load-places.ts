import { StoredCategory } from '../../api/catalog/index.ts';
import { StoredKecamatan, StoredKelurahan } from '../../api/geography/index.ts';
import { StoredPickupPoint } from '../../api/pickup/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import type { SeedCategory, SeedKecamatan, SeedPoint } from '../market-shape.ts';

/** Keys of kecamatan by slug and of kelurahan by code. */
export interface PlaceKeys {
  readonly kecamatan: ReadonlyMap<string, string>;
  readonly kelurahan: ReadonlyMap<string, string>;
}

/** Enters the districts and wards of the city. */
export async function loadGeography(tx: Tx, kecamatan: readonly SeedKecamatan[]): Promise<PlaceKeys> {
  const districts = kecamatan.map(({ kelurahan, ...facts }) => ({ facts: { ...facts, key: newKey() }, kelurahan }));
  await tx.insertMany(
    StoredKecamatan,
    districts.map(({ facts }) => facts),
  );
  const wards = districts.flatMap(({ facts, kelurahan }) =>
    kelurahan.map((ward) => ({ ...ward, key: newKey(), kecamatanKey: facts.key, aliases: [] })),
  );
  await tx.insertMany(StoredKelurahan, wards);
  return {
    kecamatan: new Map(districts.map(({ facts }) => [facts.slug, facts.key])),
    kelurahan: new Map(wards.map(({ code, key }) => [code, key])),
  };
}

/** Enters the category tree, parents first; gives the keys by path. */
export async function loadCategories(
  tx: Tx,
  categories: readonly SeedCategory[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map(categories.map(({ path }) => [path, newKey()]));
  const depthOf = (path: string): number => path.split('/').length;
  const rows = categories.map(({ parentPath, ...facts }) => ({
    ...facts,
    key: keyOf(keys, facts.path),
    parentKey: parentPath === null ? null : keyOf(keys, parentPath),
    depth: depthOf(facts.path),
  }));
  for (const depth of [1, 2, 3]) {
    const level = rows.filter((row) => row.depth === depth);
    if (level.length > 0) await tx.insertMany(StoredCategory, level);
  }
  return keys;
}

/** Enters the pickup points; gives the keys by slug. */
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
  await tx.insertMany(StoredPickupPoint, rows);
  return new Map(rows.map(({ slug, key }) => [slug, key]));
}

/** The key under a name that must be there. */
export function keyOf(keys: ReadonlyMap<string, string>, name: string): string {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`The seed names ${name}, which it does not have`);
  return key;
}
