const WIB_OFFSET_MS = 7 * 3_600_000;

/** The day in Depok (WIB, UTC+7, without summer time) at an instant, as `2026-11-28`. */
export function wibDay(at: Date): string {
  return new Date(at.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10);
}
