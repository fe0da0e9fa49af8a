import type { Language } from '../words/bilingual.ts';
import { missedWords } from '../words/missed.ts';

/** A week to choose. */
export interface Week {
  /** Of ISO 8601, e.g. 2026-W48. */
  readonly value: string;
  /** "Minggu ini, 23–29 Nov". */
  readonly label: string;
}

const DAY = 86_400_000;
const WIB = 7 * 3_600_000;
/** Weeks for which searches are kept. */
const KEPT = 26;

/** The weeks in WIB that can be looked at, the present one first. */
export function weeks(now: Date, language: Language): Week[] {
  const today = Math.floor((now.getTime() + WIB) / DAY);
  const monday = today - ((today + 3) % 7);
  const { thisWeek, lastWeek } = missedWords[language];
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  });
  return Array.from({ length: KEPT }, (_, back) => {
    const first = monday - back * 7;
    const days = format.formatRange(new Date(first * DAY), new Date((first + 6) * DAY));
    return { value: isoWeek(first), label: [[thisWeek, lastWeek][back], days].filter(Boolean).join(', ') };
  });
}

/** The week that begins on this Monday, given in days since 1970. */
function isoWeek(monday: number): string {
  const year = new Date((monday + 3) * DAY).getUTCFullYear();
  const number = Math.floor((monday + 3 - Date.UTC(year, 0, 1) / DAY) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
