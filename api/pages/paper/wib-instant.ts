const ZONE = 'Asia/Jakarta';
const DAY = new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** An instant as papers state it, that can be read in other years: "28 November 2026, 14.05 WIB". */
export function wibInstant(instant: string | Date): string {
  const at = new Date(instant);
  return `${DAY.format(at)}, ${TIME.format(at).replace(':', '.')} WIB`;
}
