import { dayOfWeek, type OpeningHours, openingOn, wibDay, wibMinutes } from './opening-hours.ts';

/** What the rules of this file look at. */
export interface PointInTime {
  readonly hours: readonly OpeningHours[];
  readonly holdingDays: number;
  readonly isActive: boolean;
}

/** Orders placed before this minute of the day (15:00 WIB) are prepared the same day, later ones the next. */
const LAST_MINUTE_FOR_TODAY = 15 * 60;

/** Day on which the sellers prepare an order placed at the instant: days from today. */
function preparationDay(from: Date): number {
  return wibMinutes(from) < LAST_MINUTE_FOR_TODAY ? 0 : 1;
}

/**
 * When an order placed at the instant can be expected at the point: the opening of its first open day after the day on which
 * sellers prepare it. Placed before 15:00 WIB that is the next open day, later the first open day after tomorrow.
 * Null when the point has no open day within its holding window.
 */
export function expectedPickupAt(point: Pick<PointInTime, 'hours' | 'holdingDays'>, from: Date): Date | null {
  const start = preparationDay(from);
  for (let days = start + 1; days <= start + point.holdingDays + 1; days += 1) {
    const opening = openingOn(point.hours, wibDay(from, days));
    if (opening) return opening.opensAt;
  }
  return null;
}

/** Whether the point takes new orders at the instant: active, with an open day within its holding window. Room is another question. */
export function isAcceptingOrders(point: PointInTime, at: Date): boolean {
  return point.isActive && expectedPickupAt(point, at) !== null;
}

/** Day of the week (1 Monday to 7 Sunday) from which orders placed at the instant can be collected. */
export function firstPickupWeekday(from: Date): number {
  return dayOfWeek(wibDay(from, preparationDay(from) + 1));
}

/** SQL (boolean): `isAcceptingOrders` of a point that is active, at an instant whose `firstPickupWeekday` is given as SQL. */
export function acceptingSql(point: string, weekday: string): string {
  return `exists (select from jsonb_array_elements(${point}.hours) as open(hours)
    where ((open.hours->>'dayOfWeek')::int - ${weekday} + 7) % 7 <= ${point}.holding_days)`;
}
