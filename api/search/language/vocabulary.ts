import { type Form, heardForm, type Reading, readingsOf, soundOf } from './forms.ts';
import { KnownWords } from './known-words.ts';
import { distance } from './mend.ts';
import { wordsOf } from './normalise.ts';
import { sound } from './sound.ts';
import { stem } from './stem.ts';
import type { HeardWord, KnownTerm, SaidTerm, Term, TermKind } from './term.ts';
import { TermBeginnings } from './term-beginnings.ts';

/** Letters of a word that may be written as two. */
const LEAST_APART = 7;

/** Words of the longest term. */
export const LONGEST_TERM = 5;

/**
 * The words of the market as its curator keeps them. A term is looked up as it is written, and else by how it sounds, so that spelling
 * matters little; yet manga, which is not mangga, means what was said of it alone.
 */
export class Vocabulary {
  readonly #links = new Map<TermKind, Map<string, Set<string>>>();
  readonly #written = new Map<string, readonly string[]>();
  readonly #heard = new Map<string, string[]>();
  readonly #swapped = new Map<string, string[]>();
  /** Terms of several words, by these written as one. */
  readonly #joined = new Map<string, string[]>();
  /** Terms that mean something. */
  readonly #meaning = new Set<string>();
  /** Terms that comprise others, whatever they mean besides. */
  readonly #comprising = new Set<string>();
  /** Terms of which a row tells; others are only meant by some. */
  readonly #told = new Set<string>();
  readonly #beginnings = new TermBeginnings();
  readonly #words = new KnownWords();
  readonly #found = new Map<string, KnownTerm>();

  constructor(terms: readonly Term[]) {
    for (const row of terms) this.#add(row);
  }

  /** The longest term that begins at this word, its words in any order, with their number; null when none does. */
  at(words: readonly HeardWord[], from: number): { readonly length: number; readonly known: KnownTerm } | null {
    for (let length = Math.min(LONGEST_TERM, words.length - from); length > 0; length -= 1) {
      const terms = this.#termsOf(words.slice(from, from + length));
      if (terms.length > 0) return { length, known: this.#know(terms) };
    }
    return null;
  }

  /** What somebody may be typing who has typed these words so far: the terms that begin so, when they are few; null when none does. */
  begun(words: readonly string[]): KnownTerm | null {
    const terms = this.#beginnings.of(words.join(' '));
    if (terms.length === 0) return null;
    const known = terms.map((term) => this.#know([term]));
    return {
      near: [],
      loose: [...terms.map((term) => this.#heardTerm(term)), ...known.flatMap(({ near }) => near)],
      // Whoever has typed so much may as well mean another word: other names for the term come after it.
      broad: known.flatMap(({ loose }) => loose),
      comprised: [],
      kinds: [],
      isIntent: false,
      kecamatan: [],
    };
  }

  /** Forms of the spellings and synonyms of these words that are one word. */
  alike(words: readonly HeardWord[]): readonly Form[] {
    return this.#others(words).flatMap(({ forms }) => (forms.length === 1 ? forms : []));
  }

  /** Forms of the spellings and synonyms of this word that are two: colokan is stop kontak. */
  alikeInTwo(word: HeardWord): readonly (readonly Form[])[] {
    return this.#others([word]).flatMap(({ forms }) => (forms.length === 2 ? [forms] : []));
  }

  #others(words: readonly HeardWord[]): readonly SaidTerm[] {
    const terms = this.#termsOf(words);
    if (terms.length === 0) return [];
    const { near, loose } = this.#know(terms);
    return [...near, ...loose];
  }

  /** Whether some term holds this word. */
  holds(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether a term is just this word, and not only what comprises others. */
  isTerm(word: string): boolean {
    return this.#written.has(word) && !this.#onlyComprises(word);
  }

  /** Words of terms that begin so. */
  wordsFrom(letters: string): string[] {
    return this.#words.beginning(letters);
  }

  /** Words of terms that a mistyped word can have meant. */
  wordsLike(mistyped: string): string[] {
    return [
      ...this.#words.like(mistyped),
      ...(this.#heard.get(soundOf(mistyped)) ?? []).flatMap((term) => term.split(' ')),
    ];
  }

  /** The terms that these words are: the one that is written so, where it means something, or those that sound so. */
  #termsOf(words: readonly HeardWord[]): readonly string[] {
    const text = words.map(({ word }) => word).join(' ');
    if (this.#meaning.has(text)) return [text];
    const heard = words.map((each) => each.heard);
    const alike =
      this.#heard.get(heard.join(' ')) ?? (words.length > 1 ? this.#swapped.get(heard.sort().join(' ')) : []) ?? [];
    // A word that is known for itself is no other one that only sounds like it: gardan is not garden.
    const isKnown = words.length === 1 && this.#links.get('WORD')?.has(text) === true;
    // Of what stands there itself only other spellings are meant, not its other affixes; but what only comprises others means all that
    // these mean, too: mengepel is pel and alat pel.
    const isItself = this.#written.has(text) && !this.#onlyComprises(text);
    const sounds = (term: string): string => term.split(' ').map(sound).join(' ');
    const isMeant = (term: string): boolean =>
      isKnown ? stem(term) === stem(text) : !isItself || sounds(term) === sounds(text);
    const meant = alike.filter(isMeant);
    // Words that are only meant by a term of another language are no term of their own: each is understood by itself.
    if (words.length > 1) {
      const told = meant.filter((term) => this.#told.has(term));
      return told.length > 0 ? told : this.#writtenApart(words);
    }
    if (isItself) return meant;
    // Of which half the letters are others is another word, however alike they sound: kloet is not cloth.
    const near = meant.filter(
      (term) => distance(text, term) <= Math.max(text.length, term.length) / 2 || stem(text) !== text,
    );
    return near.length > 0 ? near : (this.#joined.get(text) ?? []);
  }

  /** The terms that these words are once they are written as one: sukma jaya is sukmajaya, kaca mata hitam is kacamata hitam. */
  #writtenApart(words: readonly HeardWord[]): readonly string[] {
    const joined = words.map(({ word }) => word).join('');
    if (joined.length < LEAST_APART || words.some(({ word }) => !/^[a-z]{3,}$/.test(word))) return [];
    if (this.#meaning.has(joined)) return [joined];
    return (this.#joined.get(joined) ?? []).filter((term) => this.#told.has(term));
  }

  #onlyComprises(term: string): boolean {
    return this.#comprising.has(term) && !this.#meaning.has(term);
  }

  #add({ kind, term, meanings }: Term): void {
    const key = this.#keep(term, kind);
    const keys = kind === 'PLACE' ? meanings : meanings.map((meaning) => this.#keep(meaning, kind));
    this.#link(kind, key, keys);
    this.#told.add(key);
    if (kind === 'SYNONYM' || kind === 'VARIANT')
      for (const other of keys) {
        this.#link(kind, other, [key, ...(kind === 'SYNONYM' ? keys : [])]);
        this.#told.add(other);
      }
  }

  #keep(term: string, kind: TermKind): string {
    const words = wordsOf(term);
    const key = words.join(' ');
    if (!this.#written.has(key)) {
      this.#written.set(key, words);
      const heard = words.map(soundOf);
      put(this.#heard, heard.join(' '), key);
      if (words.length > 1) {
        put(this.#swapped, heard.sort().join(' '), key);
        put(this.#joined, words.join(''), key);
      }
    }
    // A word that is known and no more means nothing that somebody might be typing.
    if (kind !== 'WORD') this.#beginnings.add(words);
    for (const word of words) this.#words.add(word);
    return key;
  }

  #link(kind: TermKind, key: string, others: readonly string[]): void {
    const links = this.#links.get(kind) ?? new Map<string, Set<string>>();
    this.#links.set(kind, links);
    const own = links.get(key) ?? new Set();
    links.set(key, own);
    for (const other of others) own.add(other);
    if (kind === 'BROADER') this.#comprising.add(key);
    else if (kind !== 'WORD' && kind !== 'PHRASE') this.#meaning.add(key);
  }

  #linked(kind: TermKind, keys: Iterable<string>): Set<string> {
    const links = this.#links.get(kind);
    return new Set([...keys].flatMap((key) => [...(links?.get(key) ?? [])]));
  }

  #know(terms: readonly string[]): KnownTerm {
    const held = this.#found.get(terms.join());
    if (held) return held;
    const same = new Set([...terms, ...this.#linked('VARIANT', terms)]);
    for (const sibling of this.#linked('VARIANT', same)) same.add(sibling);
    const isGuarded = terms.some((term) => this.#links.get('AMBIGUOUS')?.has(term));
    const meant = this.#meant(same);
    const known: KnownTerm = {
      near: this.#spell(same),
      loose: isGuarded ? [] : this.#spell(meant),
      // A word of several meanings is believed to mean these only after all else.
      broad: isGuarded ? this.#spell(meant) : [],
      comprised: isGuarded ? [] : this.#spell(this.#comprised([...same, ...meant])),
      kinds: this.#spell(this.#kindsOf(same)).map(({ heard }) => heard.join(' ')),
      isIntent: [...same].some((each) => this.#links.get('INTENT')?.has(each)),
      kecamatan: [...this.#linked('PLACE', same)],
    };
    this.#found.set(terms.join(), known);
    return known;
  }

  /** Synonyms, what an English word and a brand mean, and the spellings of these. */
  #meant(same: ReadonlySet<string>): Set<string> {
    const oneWay = new Set([...this.#linked('ENGLISH', same), ...this.#linked('BRAND', same)]);
    const meant = new Set([...oneWay, ...this.#linked('SYNONYM', [...same, ...oneWay])]);
    for (const spelling of this.#linked('VARIANT', meant)) meant.add(spelling);
    for (const each of same) meant.delete(each);
    return meant;
  }

  /** What these comprise, in every spelling. */
  #comprised(terms: readonly string[]): Set<string> {
    const comprised = this.#linked('BROADER', terms);
    for (const spelling of this.#linked('VARIANT', comprised)) comprised.add(spelling);
    return comprised;
  }

  /** What these brands stand for, and what means the same. */
  #kindsOf(brands: ReadonlySet<string>): Set<string> {
    const kinds = this.#linked('BRAND', brands);
    return new Set([...kinds, ...this.#linked('SYNONYM', kinds), ...this.#linked('VARIANT', kinds)]);
  }

  /** Terms that mean the same. One loosening at a time: anakan means seeds, children do not. */
  #spell(terms: Iterable<string>): SaidTerm[] {
    return [...terms].map((term) => {
      const words = this.#written.get(term) ?? [];
      const counted = /\d/.test(term) ? readingsOf(term) : [];
      // Of gas 3 kg titles say the amount however it is written, and nothing that follows.
      if (counted.some(({ kind }) => kind === 'AMOUNT')) return { forms: counted.map(formOf), heard: [] };
      return { forms: words.map((word) => (stem(word) === word ? heardForm(word) : word)), heard: words.map(soundOf) };
    });
  }

  #heardTerm(term: string): SaidTerm {
    const heard = (this.#written.get(term) ?? []).map(soundOf);
    return { forms: heard.map((each) => `~${each}`), heard };
  }
}

/** The form of a word of a term, or of an amount in it. */
const formOf = ({ kind, word, forms }: Reading): Form => (kind === 'AMOUNT' ? (forms[0] ?? word) : heardForm(word));

function put(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
