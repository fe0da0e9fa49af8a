import type { Language } from './bilingual.ts';
import { dayAndTime, timeOfDay } from './format.ts';
import { pointWords } from './points.ts';

/** When a pickup point is open, as the API tells it. */
export interface Opening {
  readonly isOpenNow: boolean;
  readonly opensAt?: string | null;
  readonly closesAt?: string | null;
}

/** Whether a point is open, as people say it: "buka sampai 21.00", "tutup, buka besok, Rabu 25 Nov, 08.00". */
export function openingOf({ isOpenNow, opensAt, closesAt }: Opening, language: Language, now: Date): string {
  const words = pointWords[language];
  if (isOpenNow) return closesAt ? words.openUntil(timeOfDay(closesAt, language)) : words.open;
  return opensAt ? words.opens(dayAndTime(opensAt, language, now)) : words.closed;
}
