const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** Monday of the week in WIB in which the instant lies, as YYYY-MM-DD. */
export function mondayOf(at: Date): string {
  const days = Math.floor((at.getTime() + WIB_MS) / DAY_MS);
  // The first of January 1970 was a Thursday.
  return dateOf(days - ((days + 3) % 7));
}

/** Monday of a week of ISO 8601, e.g. 2026-11-23 for 2026-W48; null when there is no such week. */
export function mondayOfWeek(week: string): string | null {
  const found = /^(20\d\d)-W(\d\d)$/.exec(week);
  if (!found) return null;
  const [year, number] = [Number(found[1]), Number(found[2])];
  // The fourth of January is always in the first week.
  const first = mondayOf(new Date(Date.UTC(year, 0, 4) - WIB_MS));
  const monday = dateOf(Date.parse(first) / DAY_MS + (number - 1) * 7);
  return weekOf(monday) === week ? monday : null;
}

/** The week of ISO 8601 that begins on this Monday, e.g. 2026-W48. */
export function weekOf(monday: string): string {
  const thursday = Date.parse(monday) / DAY_MS + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday so many weeks before a Monday. */
export function weeksBefore(monday: string, weeks: number): string {
  return dateOf(Date.parse(monday) / DAY_MS - weeks * 7);
}

/** The day in WIB in which the instant lies, as YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return dateOf(Math.floor((at.getTime() + WIB_MS) / DAY_MS));
}

const dateOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);
