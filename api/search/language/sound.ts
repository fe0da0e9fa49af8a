/** Words whose sound would else be that of another thing: karet is rubber, karat is rust. */
const KEPT = new Set(
  `karet jaket paket raket kamper wafer toner kabel label nikel pelet permen lemper silet popok pupuk syari borong kilau limau viva zoya acer navy
  nappy brush blush scrub shoes shop chair lamb shovel cash fake kafe spray
  kitten parrot udeng tirai bedog sock socks zinc kraft veet spoon bucket kerok baby batok karton cover visa folio trash tree wallet katok
  kathok bathok pentol floss fever litter copy bekel support filler fresh pool salai gelas fish fesyen`.split(/\s+/),
);

/** Letters that must be left: less would sound like anything. */
const SHORTEST = 3;

/** How letters are read, in order. Old spelling, foreign letters, what the ear does not tell apart. */
const READINGS: readonly (readonly [RegExp, string])[] = [
  [/cy$/g, 'si'],
  // instant, asbest, contact: no word of the language ends in two consonants
  [/(?<=^.{4,}[cknrs])[dt]$/, ''],
  [/(?<=[bcdfghjklmnpqrstvwxz])y(?=[bcdfghjklmnpqrstvwxz])/g, 'i'],
  [/oe/g, 'u'],
  [/tj/g, 'c'],
  [/dj/g, 'j'],
  [/sj|sy|sh|z/g, 's'],
  [/nj/g, 'ny'],
  [/ph|v|f/g, 'p'],
  [/qu?(?=[ei])|ck|kh/g, 'k'],
  [/q/g, 'k'],
  [/ch/g, 'c'],
  [/x/g, 'ks'],
  [/([dtbg])h/g, '$1'],
  [/c(?=[lr])|c$/g, 'k'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/b$/, 'p'],
  [/(?<=[aeou])y$/, 'i'],
  [/ie$|y$/, 'i'],
  [/ai$/, 'e'],
  [/ao/g, 'au'],
  // pisau, hijau, kerbau: piso, hijo, kerbo
  [/au$/, 'o'],
  [/([bcdgjkpst])e(?=[lr][aiou])/g, '$1'],
  [/(?<=^s)e(?=[kpt][aiuo])/, ''],
  [/o(?=[bcdghjklmnprst]{1,2}$)/, 'u'],
  [/o(?=[^aiueo]{1,2}u[^aiueo]{1,2}$)/, 'u'],
  [/(?<=[aiueo][^aiueo]+)e(?=[bcdghjklmnprst]{1,2}$)/, 'a'],
];

/** The word as it has been written since 1972, so that its affixes are seen: terigoe, djahitan. */
export function newSpelling(word: string): string {
  if (word.length < 4 || KEPT.has(word)) return word;
  return word.replaceAll('oe', 'u').replaceAll('tj', 'c').replaceAll('dj', 'j');
}

/** How a word sounds, so that kripik and keripik, telor and telur, tjap and cap are one. Never shown. */
export function sound(word: string): string {
  if (word.length < 4 || KEPT.has(word) || !/^[a-z]+$/.test(word)) return word;
  const single = word.replaceAll(/(.)\1+/g, '$1');
  if (KEPT.has(single)) return single;
  const heard = READINGS.reduce((read, [pattern, reading]) => read.replace(pattern, reading), word);
  return heard.length < SHORTEST ? word : heard;
}
