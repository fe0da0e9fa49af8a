/** Weekly hours of a point in WIB, as stored. */
export interface StoredHours {
  readonly dayOfWeek: number;
  readonly opens: string;
  readonly closes: string;
}

const WIB = 7 * 3_600_000;
const DAY = 86_400_000;

/** The opening of a day so many days from now; null when it stays shut. Milliseconds since 1970. */
function openingOn(hours: readonly StoredHours[], now: number, days: number): { from: number; to: number } | null {
  const day = Math.floor((now + WIB) / DAY) + days;
  const today = hours.find(({ dayOfWeek }) => dayOfWeek === ((day + 3) % 7) + 1);
  if (!today) return null;
  const at = (time: string): number =>
    day * DAY - WIB + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
  return { from: at(today.opens), to: at(today.closes) };
}

/** Whether it is open now, and when it opens and closes next, as PickupPoint shows it. */
export function openingNow(hours: readonly StoredHours[], now: number) {
  for (let days = 0; days <= 14; days += 1) {
    const opening = openingOn(hours, now, days);
    if (!opening || opening.to <= now) continue;
    const isOpenNow = opening.from <= now;
    return { isOpenNow, opensAt: isOpenNow ? null : new Date(opening.from), closesAt: new Date(opening.to) };
  }
  return { isOpenNow: false, opensAt: null, closesAt: null };
}

/** When an order placed now can be expected: prepared today until 15:00, collected on the next open day of the holding window. */
export function expectedAt(hours: readonly StoredHours[], holdingDays: number, now: number): Date | null {
  const start = (now + WIB) % DAY < 15 * 3_600_000 ? 0 : 1;
  for (let days = start + 1; days <= start + holdingDays + 1; days += 1) {
    const opening = openingOn(hours, now, days);
    if (opening) return new Date(opening.from);
  }
  return null;
}
