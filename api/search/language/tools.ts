import { type Reading, soundOf } from './forms.ts';
import { ROOTS, ROOTS_OF_ONE_SYLLABLE } from './roots.ts';
import { stem } from './stem.ts';
import { type HeardWord, type KnownTerm, NOTHING_KNOWN, type SaidTerm } from './term.ts';
import type { Vocabulary } from './vocabulary.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What stands before the deed that a tool is for: alat giling, mesin giling. */
const TOOL_WORDS = ['alat', 'mesin'] as const;

/** Deeds whose -an is what they are done with: saringan, parutan; tulisan is what was written. */
const TOOLS_IN_AN = words(`
  saring tapis ayak giling parut serut raut cetak kukus panggang asah jepit gantung jemur timbang kocok aduk semprot siram ulek tumbuk
  ganjal cantol kait sandar duduk pijak injak tutup tadah tampung ikat gendong ayun putar kikir garuk kerok catok gulung tusuk congkel
  ungkit tatak sangga sangkut tambat kunci pancing jepret gosok getar
`);

/** Deeds that are called like their tool: a bor is an alat bor. */
const TOOLS_BY_ROOT = words(`
  bor solder pompa pel lap sikat sisir setrika kikir gergaji gunting sapu pancing jaring gerinda amplas ketam palu tang kuas rol vakum
  cangkul sekop garpu serok centong dongkrak bubut bajak timba sabit pahat blender mikser oven steril sumpit
`);

/** Of the deeds with tools those whose root says how goods were made: keju parut is no parutan. */
const ALSO_MADE_BY = words('giling parut serut cetak kukus panggang ulek tumbuk');

/** Named after what is done with it: pewangi, penghapus, pencukur. */
const INSTRUMENT = /^pe(?!r).*(?<!an)$/;

/** Whether a word is called after a deed that is done with it, or by whom it names: pencukur. */
export function isInstrument(word: string): boolean {
  return INSTRUMENT.test(word) && stem(word) !== word;
}

/** Whether a word names the tool for a deed of which other goods carry the root: gilingan, penggiling, beside daging giling. */
export function isToolBesideGoods(word: string): boolean {
  const root = stem(word);
  return ALSO_MADE_BY.has(root) && (word === `${root}an` || word === instrumentOf(root));
}

/** Pe- before a root, with what it does to the first letter: penggiling, pemotong, pengecat. */
export function instrumentOf(root: string): string {
  if (ROOTS_OF_ONE_SYLLABLE.has(root)) return `penge${root}`;
  if (/^[aiueogh]/.test(root)) return `peng${root}`;
  if (/^k[aiueo]/.test(root)) return `peng${root.slice(1)}`;
  if (/^s[aiueo]/.test(root)) return `peny${root.slice(1)}`;
  if (/^t[aiueo]/.test(root)) return `pen${root.slice(1)}`;
  if (/^p[aiueo]/.test(root)) return `pem${root.slice(1)}`;
  if (/^[cdjstz]/.test(root)) return `pen${root}`;
  return /^[bfpv]/.test(root) ? `pem${root}` : `pe${root}`;
}

/**
 * The tool that is called here by the deed it is for: alat ukur suhu is the pengukur suhu of the vocabulary, and what no term names may
 * still be called gilingan or penggiling. Null when no such thing is said.
 */
export function toolAt(
  readings: readonly Reading[],
  at: number,
  vocabulary: Vocabulary,
): { readonly length: number; readonly known: KnownTerm } | null {
  const [here, next] = [readings[at], readings[at + 1]];
  if (next?.kind !== 'WORD' || !TOOL_WORDS.some((word) => word === here?.word)) return null;
  const root = stem(next.word);
  const isNamed = isInstrument(next.word);
  if (!isNamed && (root !== next.word || !(ROOTS.has(root) || ROOTS_OF_ONE_SYLLABLE.has(root)))) return null;
  const named = isNamed ? next.word : instrumentOf(root);
  const found = vocabulary.at([{ word: named, heard: soundOf(named) }, ...readings.slice(at + 2)], 0);
  const isTool = found?.known.near.some(({ forms }) => isInstrument(forms[0] ?? '')) === true;
  const length = found && isTool ? found.length + 1 : 2;
  const known = found && isTool ? found.known : { ...NOTHING_KNOWN, near: [written(named)] };
  const called = toolNames(root, readings.slice(at + 2, at + length));
  return {
    length,
    known: { ...known, near: [...known.near, ...called.near], loose: [...known.loose, ...called.loose] },
  };
}

/** What the tool of this deed is called besides, with the words that follow it: penggiling daging is alat giling daging and gilingan daging. */
export function toolNames(root: string, rest: readonly HeardWord[]): { near: SaidTerm[]; loose: SaidTerm[] } {
  const behind = rest.map(({ heard }) => heard);
  const said = (...heard: string[]): SaidTerm => ({
    forms: [...heard, ...behind].map((each) => `~${each}`),
    heard: [...heard, ...behind],
  });
  const heard = soundOf(root);
  const inAn = `${root}an`;
  const isInAn = TOOLS_IN_AN.has(root) && stem(inAn) === root;
  const called = (word: string): SaidTerm => ({ ...said(heard), forms: [word, ...said(heard).forms.slice(1)] });
  return {
    near: [...TOOL_WORDS.map((word) => said(word, heard)), called(instrumentOf(root))],
    loose: [...(isInAn ? [called(inAn)] : []), ...(TOOLS_BY_ROOT.has(root) ? [said(heard)] : [])],
  };
}

const written = (word: string): SaidTerm => ({ forms: [word], heard: [soundOf(word)] });
