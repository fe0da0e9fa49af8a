import { between, type Random } from '../drawings/kit/random.ts';
import type { SeedCategory, SeedKecamatan, SeedPoint } from '../market-shape.ts';
import { CATEGORIES, DISTRICTS, POINTS } from './facts.ts';

/** The eleven districts with their wards. */
export const seedKecamatan = (): SeedKecamatan[] =>
  DISTRICTS.map(({ code, slug, name, lat, lng, kelurahan }) => ({
    code,
    slug,
    name,
    latitude: lat,
    longitude: lng,
    kelurahan: kelurahan.map((ward) => ({
      code: ward.code,
      slug: ward.slug,
      name: ward.name,
      postalCode: ward.postal_code,
      latitude: ward.lat,
      longitude: ward.lng,
    })),
  }));

/** The category tree of goods, parents first. */
export const seedCategories = (): SeedCategory[] =>
  CATEGORIES.map(({ fact, path, parentPath }) => ({
    slug: fact.slug,
    path,
    name: fact.name,
    nameEn: fact.name_en,
    parentPath,
    position: fact.order,
  }));

/** Demo points have room for so many parcels, and keep each for so many days. */
const ROOM = 500;
const HOLDING_DAYS = 3;

const KINDS: Readonly<Record<string, SeedPoint['kind']>> = { dcomart: 'D_COMART', swadep: 'SWADEP' };

/** The points that are open: five D'Comart and the Swadep ones; candidates are left out. */
export function seedPoints(): SeedPoint[] {
  return POINTS.filter(({ active, kind }) => active && kind in KINDS).map((point) => ({
    slug: point.id,
    kind: KINDS[point.kind] as SeedPoint['kind'],
    name: point.name,
    address: point.address,
    kelurahanCode: point.kelurahan_code,
    latitude: point.lat,
    longitude: point.lng,
    hours: [...weekHours([1, 2, 3, 4, 5], point.hours?.mon_fri), ...weekHours([6, 7], point.hours?.sat_sun)],
    roomCapacity: ROOM,
    holdingDays: HOLDING_DAYS,
  }));
}

function weekHours(days: readonly number[], span: string | null | undefined): SeedPoint['hours'][number][] {
  const [opens, closes] = span?.split('-') ?? [];
  return opens && closes ? days.map((dayOfWeek) => ({ dayOfWeek, opens, closes })) : [];
}

/** A place inside the ward's outline, to some 10 metres; the middle of the ward when chance finds none. */
export function placeInside(
  random: Random,
  ward: (typeof DISTRICTS)[number]['kelurahan'][number],
): { latitude: number; longitude: number } {
  const lats = ward.outline.map(([lat]) => lat);
  const lngs = ward.outline.map(([, lng]) => lng);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  for (let attempt = 0; attempt < 60; attempt++) {
    const latitude = round(between(random, south, north));
    const longitude = round(between(random, west, east));
    if (isInside(ward.outline, latitude, longitude)) return { latitude, longitude };
  }
  return { latitude: ward.lat, longitude: ward.lng };
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** Whether the point lies in the polygon: a ray to the east crosses its sides an odd number of times. */
export function isInside(
  outline: readonly (readonly [number, number])[],
  latitude: number,
  longitude: number,
): boolean {
  let inside = false;
  for (const [i, [lat, lng]] of outline.entries()) {
    const [beforeLat, beforeLng] = outline[(i + outline.length - 1) % outline.length] as readonly [number, number];
    const crosses =
      lat > latitude !== beforeLat > latitude &&
      longitude < ((beforeLng - lng) * (latitude - lat)) / (beforeLat - lat) + lng;
    if (crosses) inside = !inside;
  }
  return inside;
}
