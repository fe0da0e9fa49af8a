/** Line ends, control characters, blanks, and marks that hide or turn text around; joiners inside emoji and scripts stay. */
const NOT_A_LINE = /[\p{Cc}\s\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** A text that people typed, as one line: single blanks, nothing invisible, composed letters, whole characters. */
export function oneLine(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(NOT_A_LINE, ' ').trim();
}
