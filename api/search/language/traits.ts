import type { Reading } from './forms.ts';
import { STOP_WORDS, saysLittle } from './spoken-words.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Behind these stands what goods smell or taste of: sabun aroma kopi is no kopi. */
const SMELLS_OF = words('aroma beraroma wangi rasa berasa perisa');

/** Behind these stands what goods show or lack: gelas motif kopi and teh tanpa gula are neither. */
const LOOKS_LIKE = words(`
  motif bermotif corak bercorak pola berpola gambar bergambar tema bertema karakter berkarakter bentuk berbentuk warna berwarna
  topping bertopping tanpa
`);

/** Before the name of a taste these make another thing of it: cita rasa rendang is rendang, and dua rasa are two of what follows. */
const NO_TASTE_BEHIND = words('cita dua tiga empat lima aneka');

/** Words of a smell or a taste: green tea, ayam bakar. Of a look the next one may be what it is made of: motif bunga katun. */
const WORDS_OF_SMELL = 2;

/** Regular expression of the choices that are no more than a smell, a taste or a look; for PostgreSQL as well. */
export const TRAIT_CHOICES = `\\m(${[...SMELLS_OF, ...LOOKS_LIKE].join('|')})\\M`;

/** Where another part of a title begins; numbers have such signs inside. */
const PART_ENDS = /[,;]\s|[|()[\]]|\s[-–—/+&]\s/;

/** Places of a title's words that tell what the goods smell or taste of or look like: they are found by these, and are not called so. */
export function traitPlaces(title: string, readings: readonly Reading[], read: (part: string) => readonly Reading[]) {
  const places = new Set<number>();
  if (!readings.some((_, at) => isOpening(readings, at))) return places;
  const starts = partStarts(title, readings.length, read);
  let isSaid = false;
  let left = 0;
  for (const [at, { word, kind }] of readings.entries()) {
    if (starts.has(at)) left = 0;
    if (isOpening(readings, at)) {
      // What begins a title is what is sold: gambar kaligrafi.
      if (isSaid) left = SMELLS_OF.has(word) ? WORDS_OF_SMELL : 1;
      continue;
    }
    const isDirect = isOpening(readings, at - 1);
    if (left > 0 && isDirect && STOP_WORDS.has(word)) continue;
    // A size or a model is no look: buku gambar A4.
    const isTrait = left > 0 && kind === 'WORD' && !saysLittle(word) && !/\d/.test(word);
    if (isTrait) places.add(at);
    left = isTrait ? left - 1 : 0;
    isSaid ||= !saysLittle(word);
  }
  return places;
}

function isOpening(readings: readonly Reading[], at: number): boolean {
  const [before = '', word = ''] = [readings[at - 1]?.word, readings[at]?.word];
  return LOOKS_LIKE.has(word) || (SMELLS_OF.has(word) && !NO_TASTE_BEHIND.has(before) && !/^\d/.test(before));
}

/** Places at which the parts of a title begin; none where a word goes from one into the next. */
function partStarts(title: string, length: number, read: (part: string) => readonly Reading[]): ReadonlySet<number> {
  const lengths = title.split(PART_ENDS).map((part) => read(part).length);
  const starts = new Set<number>();
  const end = lengths.reduce((sum, each) => {
    starts.add(sum);
    return sum + each;
  }, 0);
  return end === length ? starts : new Set();
}
