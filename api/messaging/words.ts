import type { Language } from '../platform/context.ts';
import { oneLine } from '../platform/one-line.ts';

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;
/** Depok lives in WIB, wherever the server stands. */
const TIME_ZONE = 'Asia/Jakarta';
const LONGEST_PARAMETER = 200;

/** A day as people say it: Rabu, 26 Nov. A dash when there is none. */
export function dayInWords(at: Date | null, language: Language): string {
  if (at === null) return '-';
  const format = { weekday: 'long', day: 'numeric', month: 'short', timeZone: TIME_ZONE } as const;
  const parts = new Intl.DateTimeFormat(LOCALES[language], format).formatToParts(at);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('weekday')}, ${part('day')} ${part('month')}`;
}

/** A day and time as people say it: Rabu, 26 Nov 14.05. A dash when there is none. */
export function timeInWords(at: Date | null, language: Language): string {
  if (at === null) return '-';
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE } as const;
  return `${dayInWords(at, language)} ${new Intl.DateTimeFormat(LOCALES[language], format).format(at)}`;
}

/** Names in a row: Dapur Bu Tini, Toko Rasa dan Kopi Depok. */
export function inARow(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
}

/** A text as a template takes it: one line, no runs of blanks, at most 200 characters, never empty. */
export function parameterOf(text: string): string {
  const line = oneLine(text);
  if (line.length <= LONGEST_PARAMETER) return line || '-';
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (kept.length + segment.length >= LONGEST_PARAMETER) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A sentence for the middle of another: without its full stop. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}
