import type { Language } from './bilingual.ts';

/** All of Depok lives in WIB, whatever the clock of the phone says. */
const ZONE = 'Asia/Jakarta';

/** Money as people write it: Rp12.500. */
export function rupiah(amount: number): string {
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${amount < 0 ? '-' : ''}Rp${digits}`;
}

/** A phone number as people here write it: 0812-3456-7890; one of another country as it stands. */
export function phoneNumber(e164: string): string {
  return e164.startsWith('+62') ? `0${e164.slice(3)}`.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3') : e164;
}

/** A count with a point at the thousands: 1.500 (1,500 in English). */
export function count(value: number, language: Language): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, language === 'id' ? '.' : ',');
}

/** A way: "350 m", "1,2 km". */
export function distance(metres: number, language: Language): string {
  if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  const kilometres = (metres / 1000).toFixed(metres < 9_950 ? 1 : 0);
  return `${language === 'id' ? kilometres.replace('.', ',') : kilometres} km`;
}

/** The time of day in WIB: 14.05 (14:05 in English). */
export function timeOfDay(instant: string | Date, language: Language): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
  return language === 'id' ? text.replace(':', '.') : text;
}

/** A day in WIB as neighbours say it: "hari ini", "besok, Rabu 25 Nov", "Kamis 26 Nov". `now` decides what today is. */
export function day(instant: string | Date, language: Language, now: Date = new Date()): string {
  const date = new Date(instant);
  const name = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'short',
  })
    .format(date)
    .replace(',', '');
  const away = dayNumber(date) - dayNumber(now);
  if (away === 0) return language === 'id' ? 'hari ini' : 'today';
  if (away === 1) return `${language === 'id' ? 'besok' : 'tomorrow'}, ${name}`;
  return name;
}

/** A day of the calendar, in any year: "20 Nov 2026". `day` is written as 2026-11-20. */
export function calendarDay(day: string, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(day),
  );
}

/** The day in WIB on which an instant falls, as 2026-11-20. */
export function wibDay(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** A day and a time in WIB. */
export function dayAndTime(instant: string | Date, language: Language, now: Date = new Date()): string {
  return `${day(instant, language, now)}, ${timeOfDay(instant, language)}`;
}

/** A month in WIB: "Maret 2026". */
export function monthAndYear(instant: string | Date, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, month: 'long', year: 'numeric' }).format(new Date(instant));
}

/** How long something still takes: "12 menit", "21 jam". */
export function duration(seconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return language === 'id' ? `${minutes} menit` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return language === 'id' ? `${hours} jam` : `${hours} h`;
  return language === 'id' ? `${Math.floor(hours / 24)} hari` : `${Math.floor(hours / 24)} days`;
}

function dayNumber(date: Date): number {
  return Math.floor((date.getTime() + 7 * 3_600_000) / 86_400_000);
}
