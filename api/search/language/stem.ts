import { ROOTS, ROOTS_OF_ONE_SYLLABLE, ROOTS_WITH_K, ROOTS_WITH_M, ROOTS_WITH_N } from './roots.ts';

/** Letters that stay when affixes go; shorter rests are words of their own, as the ending of `ketan`. */
const SHORTEST = 4;

const startsSyllable = (rest: string): boolean =>
  /^([aiueo]|[^aiueo](h|y|r|l)?[aiueo]|s[tkp]r?[aiueo]|ng[aiueo]|ny[aiueo])/.test(rest);

/**
 * The word without Indonesian affixes: menjahit, jahitan and penjahit are jahit. Made for the words of commerce: it would rather
 * leave an affix than merge two kinds of goods, and what it gives need not be a word, as long as the same words meet.
 */
export function stem(word: string): string {
  if (word.length <= SHORTEST || !/^[a-z]+$/.test(word)) return withBreath(word) ?? word;
  const bare = withoutClitic(word);
  if (ROOTS.has(bare) || bare.length <= SHORTEST) return bare;
  const root = rootOf(bare);
  if (root) return root;
  const short = withoutSuffix(bare);
  const around = /^(ke|per|pe)(.{5,}|.{4})an$/.exec(bare);
  const inner = around && withoutCircumfix(around[1] ?? '', around[2] ?? '');
  if (inner) return inner;
  return withoutPrefix(short);
}

/** What stands after a root, also as it is spoken in Jakarta: cuciin. */
const ENDINGS = ['an', 'kan', 'nya', 'i', 'in', ''];

/** What stands before a root besides me- and pe-, as it is written and as it is spoken: ngelipat, nyapu, motong, nonton, nggoreng. */
const BEGINNINGS = [
  /^(?:di|ter|ber|pe|se)(.{4,})$/,
  /^(?:be|pe)(r.{3,})$/,
  /^(?:mem|di|ke|se|pem)?(?:per|ber|ter)(.{4,})$/,
  /^ke(.{4,})(?=an$)/,
  /^(?:me|pe)?nge(.{4,})$/,
  /^(?:n(?=[cdj])|m(?=b)|ng(?=g))(.{4,})$/,
  // What should be lost after me- and is written all the same: mengkilap, mensuplai.
  /^(?:me|pe)(?:ng(?=k)|m(?=p)|n(?=[ts]))(.{4,})$/,
  /^(?:mem|pem)?[bp]el(ajar)$/,
  // wewangian, dedaunan
  /^(.)e(?=\1)(.{4,})(?=an$)/,
];

/** A root of one syllable: mengecat, ngepel, ngelapin, melap. */
const SHORT = /^(?:(?:me|pe)?nge|me(?=[lr]))(...)(?:an|kan|i|in)?$/;

/** A beginning without its me-, where none stands: motong, but not memotong. */
const SPOKEN = /^(?!me(?:n|m|l|r|w|y))(?:n|m)/;

/** The root of a word as it is spoken without me-: motong, nyuci, ngitung; null when none is like it. */
function spokenRoot(body: string): string | null {
  const [, nasal, rest = ''] = /^(ny|ng)([aiueo].{2,})$/.exec(body) ?? [];
  if (nasal === 'ny' && ROOTS.has(`c${rest}`)) return `c${rest}`;
  if (nasal === 'ng' && ![rest, `k${rest}`].some((each) => ROOTS.has(each))) return withBreath(rest);
  return SPOKEN.test(body) ? withoutNasal(`me${body}`) : null;
}

/** The root of which the h was not heard: alus, iasan; null when there is none. */
const withBreath = (word: string): string | null =>
  /^[aiueo]../.test(word) && !ROOTS.has(word) && ROOTS.has(`h${word}`) ? `h${word}` : null;

/** What is a root only when nothing else is: mencet is pencet, but merawat is no perawat; iasan is hias. */
function lastResort(body: string): string | null {
  const told = /^m(e[nmlrwy].{2,})$/.exec(body)?.[1];
  return told && ROOTS.has(`p${told}`) ? `p${told}` : withBreath(body);
}

/** The longest root that affixes were put to; null when none is known. Looked for before what is only like an affix goes: perawatan is rawat, not awat. */
function rootOf(word: string): string | null {
  const short = SHORT.exec(word);
  if (short?.[1] && ROOTS_OF_ONE_SYLLABLE.has(short[1])) return short[1];
  const bodies = ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) =>
    word.slice(0, word.length - ending.length),
  );
  const left = bodies.flatMap((body) => [
    body,
    withoutPrefix(body),
    spokenRoot(body),
    ...BEGINNINGS.map((beginning) => beginning.exec(body)?.at(-1)),
  ]);
  const around = BEGINNINGS.map((beginning) => beginning.exec(word)?.at(-1));
  const found = [...left, ...around].filter((each): each is string => typeof each === 'string' && ROOTS.has(each));
  const roots = found.length > 0 ? found : bodies.flatMap((body) => lastResort(body) ?? []);
  const longest = roots.reduce<string | null>((best, each) => (best && best.length >= each.length ? best : each), null);
  return longest ?? rootWithA(word);
}

/** The root of a word spoken with e for a before its ending: anterin, nebelin; null when none is like it. */
function rootWithA(word: string): string | null {
  const [, body, last, ending] = /^(.{2,})e([^aiueo]{1,2})(kan|an|in|i)$/.exec(word) ?? [];
  return body ? rootOf(`${body}a${last}${ending}`) : null;
}

function withoutClitic(word: string): string {
  if (ROOTS.has(word) || ROOTS.has(withoutPrefix(word))) return word;
  const clitic = /^(.{3,})nya$|^(.{4,})(?:ku|mu|lah|kah)$/.exec(word);
  const rest = clitic?.[1] ?? clitic?.[2];
  return rest && /[aiueo]/.test(rest) ? rest : word;
}

/** kebersihan, peralatan, perhiasan; null when the parts are no affixes. */
function withoutCircumfix(prefix: string, rest: string): string | null {
  if (!startsSyllable(rest)) return null;
  if (prefix === 'ke') return rest.length >= 5 ? rest : null;
  if (prefix === 'per') return rest;
  return null;
}

function withoutSuffix(word: string): string {
  // tarikan is tarik and cucikan is cuci.
  const known = [/^(.{3,})an$/, /^(.{3,})kan$/]
    .map((ending) => ending.exec(word)?.[1])
    .find((rest) => rest && ROOTS.has(rest));
  if (known) return known;
  // No root ends in two consonants of which k is the last: gorengkan is goreng.
  const told = /^(.{3,}[^aiueo])kan$/.exec(word)?.[1];
  if (told) return told;
  const verb = /^(?:me|di)/.test(word) ? /^(.{4,}?)(?:kan|i)$/.exec(word)?.[1] : undefined;
  if (verb && verb !== word) {
    // mencetakkan, but mencetakan of cetak: what is left must still be a root or long enough to be one.
    const shorter = [word.slice(0, -2), verb].find((base) => ROOTS.has(withoutPrefix(base)));
    if (shorter) return shorter;
    if (word.endsWith('kan') && withoutPrefix(verb).length >= SHORTEST) return verb;
  }
  const rest = word.endsWith('an') ? word.slice(0, -2) : word;
  return rest.length >= SHORTEST && /[aiueo].*[aiueo]/.test(rest) ? rest : word;
}

function withoutPrefix(word: string): string {
  const single = /^di(...)$/.exec(word)?.[1];
  if (single && ROOTS_OF_ONE_SYLLABLE.has(single)) return single;
  const nasal = withoutNasal(word);
  if (nasal) return nasal;
  // The r of ber- and per- is lost before another one: berenang is renang, pekerja is kerja.
  const known = /^(?:di(?=...)|(?:be|pe)(?=....))(.+)$/.exec(word)?.[1];
  if (known && ROOTS.has(known)) return known;
  const simple = /^(?:ber|ter)(.{4,})$/.exec(word) ?? /^di(.{5,})$/.exec(word) ?? /^nge(.{4,})$/.exec(word);
  const rest = simple?.[1];
  if (rest && startsSyllable(rest) && (!word.startsWith('di') || !/^(?:[nm][^aiueo]|s[tkp])/.test(rest))) return rest;
  const spoken = /^ng([aiueo].{2,})$/.exec(word)?.[1];
  return spoken ? recoded('ng', spoken) : word;
}

/** What me- and pe- leave, with the first letter that they swallowed; null when the word has neither. */
function withoutNasal(word: string): string | null {
  const found = /^(?:me|pe)(ng|ny|n|m)([aiueo].{2,})$/.exec(word);
  if (found?.[1] && found[2] && found[2].length >= 3) return recoded(found[1], found[2]);
  const kept = /^(?:me|pe)(?:ng(?=[ghk])|n(?=[cdjz]|sy|s[tkp]|tr)|m(?=[bf]|p[rl]))(.{4,})$/.exec(word)?.[1];
  if (kept) return startsSyllable(kept) ? kept : null;
  const liquid = /^(?:me|pe)([lrwy].{3,})$/.exec(word)?.[1];
  return liquid && startsSyllable(liquid) && (liquid.length > SHORTEST || ROOTS.has(liquid)) ? liquid : null;
}

function recoded(nasal: string, rest: string): string {
  if (nasal === 'ny') return known(`s${rest}`, `ny${rest}`);
  if (nasal === 'm') return ROOTS_WITH_M.has(`m${rest}`) ? `m${rest}` : known(`p${rest}`, `m${rest}`);
  if (nasal === 'n') return ROOTS_WITH_N.has(`n${rest}`) ? `n${rest}` : known(`t${rest}`, `n${rest}`);
  return ROOTS_WITH_K.has(`k${rest}`) ? `k${rest}` : known(rest, `k${rest}`);
}

/** The usual reading, unless only the other one is a root. */
const known = (usual: string, other: string): string => (!ROOTS.has(usual) && ROOTS.has(other) ? other : usual);
