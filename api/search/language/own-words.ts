import { type Alternative, termAlternatives } from './concept.ts';
import { type Form, heardForm, type Reading, soundOf } from './forms.ts';
import { stem } from './stem.ts';
import { type KnownTerm, NOTHING_KNOWN } from './term.ts';
import { isInstrument, isToolBesideGoods, toolNames } from './tools.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether a word with affixes is another thing than its root: penghapus, pewangi, penggorengan, gilingan. */
export function isOfItsOwn(word: string, known: KnownTerm | null, vocabulary: Vocabulary): boolean {
  if (isToolBesideGoods(word)) return true;
  const isNamed = isInstrument(word) || (stem(word) !== word && isAround(word));
  return isNamed && vocabulary.isTerm(word) && !isCalledAfterRoot(word, known);
}

/** Whether affixes stand on both sides of it: penggorengan, kesehatan; kerokan is kerok and -an. */
const isAround = (word: string): boolean => /^[kp]e.*an$/.test(word) && stem(word) !== word.slice(0, -2);

/** Whether the vocabulary calls it by another form of its root too: pemarut is parutan, while pewangi is not all that is wangi. */
function isCalledAfterRoot(word: string, known: KnownTerm | null): boolean {
  const root = soundOf(word);
  const others = [...(known?.near ?? []), ...(known?.loose ?? [])];
  return others.some(({ forms, heard }) => heard.length === 1 && heard[0] === root && forms[0] !== word);
}

/** What such a word is called by its root: pencetak is cetakan and alat cetak. What is only said of the root comes after these. */
export function ownNames(word: string): Alternative[] {
  const ofRoot = [[heardForm(word)]];
  if (isAround(word)) return [{ nearness: 'BROAD', phrase: ofRoot }];
  return isToolBesideGoods(word) ? [...toolsCalled(word), { nearness: 'LOOSE', phrase: ofRoot }] : toolsCalled(word);
}

/** What a phrase is called that begins with a tool: penggiling daging is gilingan daging and alat giling daging. */
export function namesFrom([first, ...rest]: readonly Reading[]): Alternative[] {
  const isTool = first && (isInstrument(first.word) || isToolBesideGoods(first.word));
  return isTool ? toolsCalled(first.word, rest) : [];
}

const toolsCalled = (word: string, rest: readonly Reading[] = []): Alternative[] =>
  termAlternatives({ ...NOTHING_KNOWN, ...toolNames(stem(word), rest) });

/** The form of a word in a phrase: with other affixes too, unless these would rather make goods of a tool. */
export const saidForm = (word: string): Form => (isToolBesideGoods(word) ? word : heardForm(word));
