/** A search that means harm, and the plain words that it must be answered like; null when it has no plain twin. */
export interface HostileQuery {
  readonly text: string;
  readonly plain: string | null;
}

/** Numbers from 0 up to 1, the same ones for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'keripik singkong balado tempe sambal bawang terasi tas anyaman pandan gula aren cair kripik telor dapur tini'.split(
    ' ',
  );

/** What stands between words and says nothing in a literal search: operators of both engines, of SQL and of shells, marks, noise. */
const BETWEEN = [
  '&',
  '|',
  '!',
  '<->',
  '&&',
  '||',
  '!!',
  ':*',
  '(',
  ')',
  '()',
  ')(',
  '"',
  '""',
  "''",
  '\\',
  '\\\\',
  '/',
  '//',
  '--',
  '/*',
  '*/',
  ';',
  ';--',
  '*',
  '%',
  '_',
  '?',
  '[',
  ']',
  '{',
  '}',
  '^',
  '$',
  '$$',
  '~',
  '`',
  '@',
  '#',
  '=',
  '!=',
  '>',
  '>=',
  ':',
  '::',
  ',',
  '.',
  '...',
  '+',
  '-',
  '—',
  '…',
  '«',
  '»',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u0085',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ue000',
  '\ue001',
  '\ud800',
  '\udfff',
  '\uffff',
  '😀',
  '👩‍👩‍👧',
  '🇮🇩',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u00a0',
  '\u3000',
  '<',
  '<>',
  '|/',
  '@@',
  '@>',
  '??',
  '{{',
  '}}',

  '%s',
  '%00',
  '&amp;',
].map((noise) => (/[a-z0-9]/i.test(noise) ? noise.replace(/[a-z0-9]/gi, '') : noise));

/** Texts that were made to break something; their words are searched for like any others. */
const ATTACKS = [
  "'; drop table search_document; --",
  "' or '1'='1",
  '1 union select null, version()',
  "keripik'||pg_sleep(10)||'",
  '$$; select pg_sleep(5) $$',
  "to_tsquery('keripik')",
  "keripik:A & 'singkong':B",
  '!keripik & !singkong',
  'keripik <2> singkong',
  '<-> <-> <->',
  "'unclosed",
  '"unclosed',
  'price_min > 0 OR stock = 1',
  'seller_slug IN [a, b] AND _geoRadius(0,0,1)',
  'kecamatan = "beji" NOT halal',
  '-keripik',
  '-"keripik singkong"',
  '"keripik" -singkong',
  '_rankingScore',
  'filter: [["a = b"]]',
  '{"q": {"$gt": ""}}',
  '__proto__',
  'constructor prototype',
  'toString hasOwnProperty',
  '<script>alert(1)</script>',
  '{{7*7}}',
  ['$', '{7*7}'].join(''),
  '%27%20OR%201=1',
  '../../etc/passwd',
  'null undefined NaN',
  'true false',
  '1e999',
  '-1e999',
  '0x7fffffff',
  '9'.repeat(200),
  '1.'.repeat(100),
  '1,'.repeat(100),
  '1x'.repeat(100),
  '1/2'.repeat(60),
  '1e999 kg',
  '99999999999999999999999999 kg',
  '0 kg',
  '-5 kg',
  '1e308 juta',
  'di bawah 1e999',
  'di bawah 99999999999999999999999 juta',
  'antara dan',
  'di bawah di atas',
  '< < < <',
  'rp rp rp',
  '- - - -',
  '0rb',
  '< 0',
  'yang di ke dari',
  'yg utk dgn',
  'dan atau',
  'murah terdekat',
  'yang',
  'a',
  'z',
  'zz',
  '0',
  '.',
  '\u0000',
  '\ud800',
  '\ud800\ud800',
  '\u202e\u202d',
  '😀😀😀',
  'a\u0301'.repeat(100),
  `k${'\u0301'.repeat(199)}`,
  '\u0301'.repeat(200),
  'e\u0323\u0302'.repeat(60),
  '\ufdfa'.repeat(200),
  // Each unfolds to six letters of three bytes.
  '\u3316'.repeat(199),
  'laptop 4,1 - 5 juta',
  '\u1e9e'.repeat(200),
  'ﬀ'.repeat(200),
  'a'.repeat(200),
  'ab'.repeat(100),
  'meng'.repeat(50),
  'memper'.repeat(30),
  'an'.repeat(100),
  'nya'.repeat(66),
  'kankan'.repeat(33),
  'ngng'.repeat(50),
  'a '.repeat(100),
  'ke ri pik '.repeat(20),
  'dua puluh '.repeat(20),
  'seratus ribu '.repeat(15),
  'puluh belas ribu',
  '5kg '.repeat(50),
  'x'.repeat(200),
  '((((((((((',
  '))))))))))',
  '[[[[[[[[[[',
  '\\'.repeat(200),
  "'".repeat(200),
  '"'.repeat(200),
  '%'.repeat(200),
  '*'.repeat(200),
  '&'.repeat(200),
];

/** Longer than a search may be. */
const TOO_LONG = ['a', 'keripik ', '😀', "'", '\u0301', '(', 'ab1', '1.', '\ud800a', 'ribu '];

/** Different plain searches among them. */
const LITERAL_PHRASES = 200;

/** This many hostile queries; the same ones for the same seed. Half of them have a plain twin. */
export function hostileQueries(seed: number, count: number): HostileQuery[] {
  const random = dice(seed);
  const one = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  const some = (most: number): number => 1 + Math.floor(random() * most);
  const noise = (): string => Array.from({ length: some(3) }, () => one(BETWEEN)).join('');
  // Few enough that all of it stays within what one address may ask in a minute.
  const phrases = Array.from({ length: LITERAL_PHRASES }, () => Array.from({ length: some(3) }, () => one(WORDS)));
  const makers: readonly (() => HostileQuery)[] = [
    () => {
      const words = one(phrases);
      const text = words.map((word) => `${noise()} ${word} ${noise()}`).join(' ');
      return { text, plain: words.join(' ') };
    },
    () => {
      const words = one(phrases);
      const [before, after] = one([
        ['"', '"'],
        ['(', ')'],
        ['+', ''],
        ['!', ''],
        ['', ':*'],
        ['', '*'],
        ['<', '>'],
        ["'", "'"],
        ['', '~'],
        ['[', ']'],
      ] as const);
      return {
        text: words.map((word) => before + word + after).join(one([' ', ' & ', ' | ', ' <-> '])),
        plain: words.join(' '),
      };
    },
    () => ({ text: one(ATTACKS), plain: null }),
    () => ({ text: `${one(ATTACKS)} ${one(WORDS)} ${one(ATTACKS)}`.slice(0, 200), plain: null }),
    () => {
      const letters = Array.from({ length: some(200) }, () => String.fromCharCode(Math.floor(random() * 0x10000)));
      return { text: letters.join(''), plain: null };
    },
    () => ({
      text: one(TOO_LONG)
        .repeat(201 + some(1000))
        .slice(0, 201 + some(10_000)),
      plain: null,
    }),
  ];
  const made = Array.from({ length: count - ATTACKS.length }, (_, at) =>
    (makers[at % 2 === 0 ? (at % 4) / 2 : 2 + ((at % 8) - 1) / 2] as () => HostileQuery)(),
  );
  return [...ATTACKS.map((text) => ({ text, plain: null })), ...made];
}
