const INSTANT = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const HOUR = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' });

/** Whole rupiah as people write it: Rp12.500. */
export function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

/** Day and hour in Depok, in Indonesian: "Rabu, 26 Nov, 14.05 WIB". */
export function instant(at: Date): string {
  return `${INSTANT.format(at).replace(' pukul ', ', ')} WIB`;
}

/** Hour and minute in Depok: "14.05". */
export function hour(at: Date): string {
  return HOUR.format(at);
}
