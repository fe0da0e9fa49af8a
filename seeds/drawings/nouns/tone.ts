/** What a flavour, a colour or a pattern does to a picture: a small number of tones, so that pictures are shared. */
export type Tone =
  | 'plain'
  | 'red'
  | 'orange'
  | 'green'
  | 'cheese'
  | 'brown'
  | 'sea'
  | 'chocolate'
  | 'pink'
  | 'purple'
  | 'black'
  | 'white'
  | 'maroon'
  | 'blue'
  | 'yellow'
  | 'grey'
  | 'kawung'
  | 'parang'
  | 'mega'
  | 'starfruit'
  | 'leaves'
  | 'floral'
  | 'stripes'
  | 'dots';

const TONES: Readonly<Record<Tone, readonly string[]>> = {
  plain: ['original', 'bawang', 'asin gurih', 'polos', 'vanila'],
  red: ['balado'],
  orange: ['pedas manis'],
  green: ['pedas daun jeruk', 'jeruk purut', 'pandan', 'matcha', 'hijau sage', 'hijau botol', 'teh hijau', 'serai'],
  cheese: ['keju', 'durian', 'mangga', 'jeruk'],
  brown: ['barbeku', 'jagung bakar', 'sapi panggang', 'moka', 'cokelat susu', 'kayu cendana', 'kelapa'],
  sea: ['rumput laut'],
  chocolate: ['cokelat', 'cokelat keju', 'tiramisu', 'kopi', 'kacang'],
  pink: ['stroberi', 'red velvet', 'merah muda', 'mawar'],
  purple: ['ubi ungu', 'taro', 'lilac', 'lavender'],
  black: ['hitam'],
  white: ['putih', 'krem', 'melati'],
  maroon: ['marun', 'merah hati', 'terakota'],
  blue: ['biru dongker', 'biru langit'],
  yellow: ['kuning mustar'],
  grey: ['abu-abu'],
  kawung: ['kawung', 'truntum', 'ondel-ondel', 'gong si bolong'],
  parang: ['parang'],
  mega: ['megamendung', 'abstrak'],
  starfruit: ['belimbing'],
  leaves: ['daun'],
  floral: ['bunga kecil'],
  stripes: ['garis', 'kotak', 'geometris'],
  dots: ['polkadot'],
};

const BY_WORD = new Map<string, Tone>(
  Object.entries(TONES).flatMap(([tone, words]) => words.map((word) => [word, tone as Tone] as const)),
);

/** The tone of a flavour, colour or pattern word; plain for a word that changes no picture. */
export const toneOf = (word: string | undefined): Tone => (word && BY_WORD.get(word)) || 'plain';

/** The looks a noun may have: for every product, or by tone; a tone that is not named takes the plain ones. */
export type NounLooks =
  | readonly string[]
  | (Partial<Readonly<Record<Tone, readonly string[]>>> & { readonly plain: readonly string[] });

/** The looks for a noun in a tone, best first, never empty. */
export function looksIn(looks: NounLooks, tone: Tone): readonly string[] {
  if (!('plain' in looks)) return looks;
  return looks[tone] ?? looks.plain;
}
