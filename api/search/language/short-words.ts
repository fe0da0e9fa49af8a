/** No vowel at all, or so few letters around one that no word of the language is built so. */
const WITHOUT_VOWELS = /^([bcdfghjklmnpqrstvwxyz]{3,8}|[^aiueo\d]{2}[aiueo]|[aiueo][^aiueo\d]{2})$/;

/** Letters that are read one by one. */
const ACRONYMS = new Set(
  'ktp sim kpr pln kua sma smk smp tks ups usb pvc ppr hvs atk dvd vcd hdd ssd lcd crt gps wps pdf pdam bpkb stnk npwp bpjs cctv mpv suv abs sni'.split(
    ' ',
  ),
);

/** Whether somebody in a hurry left vowels out: bks, kpi, krpk. */
export function lacksVowels(word: string): boolean {
  return WITHOUT_VOWELS.test(word) && !ACRONYMS.has(word);
}

/** Whether enough consonants are left to tell of the word. */
export function canBeShort(word: string): boolean {
  return lacksVowels(word) || word.replace(/[aiueo]/g, '').length >= 3;
}

/** Whether the short word is the other one without some of its vowels: kpi is kopi, spda is sepeda. */
export function isShortFor(short: string, word: string): boolean {
  if (word.length <= short.length || word[0] !== short[0]) return false;
  let at = 0;
  for (const letter of word) {
    if (letter === short[at]) at += 1;
    else if (!'aiueo'.includes(letter)) return false;
  }
  return at === short.length;
}
