const WIB_OFFSET_MS = 7 * 3_600_000;

/** The day in Depok (WIB, UTC+7, without summer time) at an instant, as `2026-11-28`. */
export function wibDay(at: Date): string {
  return new Date(at.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a day in Depok, written as `2026-11-28`. */
export function startOfWibDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - WIB_OFFSET_MS);
}

/** Whether a text is a day of the calendar, written as `2026-11-28`, between the years 2000 and 2200. */
export function isDay(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
