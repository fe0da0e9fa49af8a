/** What the faces of the PDF can draw: letters of western Europe, and the marks that people type. */
const DRAWN = /[ -~\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2212]/;
/** Pictures in text and what joins them: nothing is lost without them. */
const PICTURES =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\p{Variation_Selector}|\p{Cf}|\u20e3/gu;

/**
 * Text as a PDF can show it. Fancy letters become plain ones, letters with rare marks lose the marks, pictures go, and what is
 * still not drawable (other scripts) becomes a question mark.
 */
export function printable(text: string): string {
  // Digits and a few signs count as pictures too: what is drawn stays.
  const words = text.replace(PICTURES, (sign) => (DRAWN.test(sign) ? sign : ' '));
  return [...words.normalize('NFC')].map(drawn).join('').replace(/\s+/g, ' ').trim();
}

function drawn(letter: string): string {
  if (DRAWN.test(letter)) return letter;
  if (/\s/u.test(letter)) return ' ';
  const plain = letter.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return plain && [...plain].every((part) => DRAWN.test(part)) ? plain : '?';
}
