import { isPlace, type Place, StoredKelurahan } from '../geography/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { minutesOf, type OpeningHours } from './opening-hours.ts';

/** What a point may be like. Messages name these figures. */
const LIMITS = { nameTo: 80, addressTo: 200, capacityTo: 100_000, holdingDaysTo: 30 } as const;

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** The name of a point as it is kept. Refuses NAME_INVALID. */
export function pointName(text: string): string {
  const name = oneLine(text);
  if ([...name].length < 3 || [...name].length > LIMITS.nameTo)
    refuse('NAME_INVALID', ['name'], { limit: LIMITS.nameTo });
  return name;
}

/** The address of a point as it is kept. Refuses ADDRESS_INVALID. */
export function pointAddress(text: string): string {
  const address = oneLine(text);
  if ([...address].length < 5 || [...address].length > LIMITS.addressTo)
    refuse('ADDRESS_INVALID', ['address'], { limit: LIMITS.addressTo });
  return address;
}

/** The slug of a point. Refuses SLUG_INVALID. */
export function pointSlug(slug: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) refuse('SLUG_INVALID', ['slug'], { limit: 60 });
  return slug;
}

/** The weekly hours of a point, in order of the days. Refuses HOURS_INVALID. */
export function pointHours(hours: readonly OpeningHours[]): OpeningHours[] {
  const areDays = hours.every(({ dayOfWeek }) => Number.isInteger(dayOfWeek) && dayOfWeek >= 1 && dayOfWeek <= 7);
  const areOnce = new Set(hours.map(({ dayOfWeek }) => dayOfWeek)).size === hours.length;
  const areTimes = hours.every(({ opens, closes }) => {
    const [from, to] = [minutesOf(opens), minutesOf(closes)];
    return from !== null && to !== null && from < to;
  });
  if (!areDays || !areOnce || !areTimes) refuse('HOURS_INVALID', ['hours']);
  return hours
    .map(({ dayOfWeek, opens, closes }) => ({ dayOfWeek, opens, closes }))
    .sort((a, b) => a.dayOfWeek - b.dayOfWeek);
}

/** How many parcels fit. Refuses CAPACITY_INVALID, also when more are there than would fit. */
export function pointCapacity(capacity: number, taken: number): number {
  if (!Number.isInteger(capacity) || capacity < taken || capacity > LIMITS.capacityTo)
    refuse('CAPACITY_INVALID', ['roomCapacity'], { from: taken, limit: LIMITS.capacityTo });
  return capacity;
}

/** For how many days a parcel waits. Refuses HOLDING_DAYS_INVALID. */
export function pointHoldingDays(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > LIMITS.holdingDaysTo)
    refuse('HOLDING_DAYS_INVALID', ['holdingDays'], { limit: LIMITS.holdingDaysTo });
  return days;
}

/** Where a point stands. Refuses KELURAHAN_UNKNOWN and PLACE_INVALID. */
export async function pointPlace(
  tx: Tx,
  kelurahanId: string,
  location: Place,
): Promise<{ kelurahanKey: string; latitude: number; longitude: number }> {
  const key = keyOf('Kelurahan', kelurahanId);
  const kelurahan = key === null ? null : await tx.findOne(StoredKelurahan, { key });
  if (!kelurahan) refuse('KELURAHAN_UNKNOWN', ['kelurahanId']);
  if (!isPlace(location)) refuse('PLACE_INVALID', ['location']);
  return { kelurahanKey: kelurahan.key, latitude: location.latitude, longitude: location.longitude };
}
