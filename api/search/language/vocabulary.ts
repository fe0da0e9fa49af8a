import { type Form, soundOf } from './forms.ts';
import { KnownWords } from './known-words.ts';
import { wordsOf } from './normalise.ts';
import { TermBeginnings } from './term-beginnings.ts';

/** What a row of the vocabulary says of its term. */
export type TermKind =
  | 'SYNONYM'
  | 'ENGLISH'
  | 'BROADER'
  | 'BRAND'
  | 'VARIANT'
  | 'PHRASE'
  | 'INTENT'
  | 'PLACE'
  | 'AMBIGUOUS'
  | 'WORD';

/** A row: a term and what it means. Of a SYNONYM the meanings mean the term as well; of the others only the term the meanings. */
export interface Term {
  readonly kind: TermKind;
  readonly term: string;
  /** Other terms; of a PLACE the slug of its kecamatan; of the rest nothing. */
  readonly meanings: readonly string[];
}

/** A term by how its words sound. */
type HeardTerm = readonly string[];

/** What the vocabulary knows of a term: what means the same, nearest first. */
export interface KnownTerm {
  readonly near: readonly HeardTerm[];
  readonly loose: readonly HeardTerm[];
  readonly broad: readonly HeardTerm[];
  /** What a brand stands for, by sound; empty for other terms. */
  readonly kinds: readonly string[];
  readonly isIntent: boolean;
  /** Slug of the kecamatan, when the term names a place. */
  readonly kecamatan: string | null;
}

/** Words of the longest term. */
export const LONGEST_TERM = 5;

/** The words of the market as its curator keeps them. Terms are looked up by how they sound, so that spelling matters little. */
export class Vocabulary {
  readonly #links = new Map<TermKind, Map<string, Set<string>>>();
  readonly #written = new Map<string, readonly string[]>();
  readonly #swapped = new Map<string, string>();
  readonly #beginnings = new TermBeginnings();
  readonly #words = new KnownWords();
  readonly #found = new Map<string, KnownTerm>();

  constructor(terms: readonly Term[]) {
    for (const row of terms) this.#add(row);
  }

  /** The longest term that begins at this word, its words in any order, with their number; null when none does. `heard`: how the words sound. */
  at(heard: readonly string[], from: number): { readonly length: number; readonly known: KnownTerm } | null {
    for (let length = Math.min(LONGEST_TERM, heard.length - from); length > 0; length -= 1) {
      const words = heard.slice(from, from + length);
      const key = words.join(' ');
      const term = this.#written.has(key) ? key : length > 1 ? this.#swapped.get(words.sort().join(' ')) : undefined;
      if (term !== undefined) return { length, known: this.#know(term) };
    }
    return null;
  }

  /** What somebody may be typing who has typed these words so far: the terms that begin so, when they are few; null when none does. */
  begun(words: readonly string[]): KnownTerm | null {
    const terms = this.#beginnings.of(words.join(' '));
    if (terms.length === 0) return null;
    const known = terms.map((term) => this.#know(keyOf(term.split(' '))));
    const own = terms.map((term) => term.split(' ').map(soundOf));
    return {
      near: [],
      loose: [...own, ...known.flatMap(({ near, loose }) => [...near, ...loose])],
      broad: [],
      kinds: [],
      isIntent: false,
      kecamatan: null,
    };
  }

  /** Forms of the spellings and synonyms of a word, given by its sound, that are one word as well. */
  alike(heard: string): readonly Form[] {
    if (!this.#written.has(heard)) return [];
    const { near, loose } = this.#know(heard);
    return [...near, ...loose].flatMap((term) => (term.length === 1 ? [`~${term[0]}`] : []));
  }

  /** Whether some term holds this word. */
  holds(word: string): boolean {
    return this.#words.has(word);
  }

  /** Words of terms that begin so. */
  wordsFrom(letters: string): string[] {
    return this.#words.beginning(letters);
  }

  /** Words of terms that a mistyped word can have meant. */
  wordsLike(mistyped: string): string[] {
    return [...this.#words.like(mistyped), ...(this.#written.get(soundOf(mistyped)) ?? [])];
  }

  #add({ kind, term, meanings }: Term): void {
    const key = this.#keep(term);
    const keys = kind === 'PLACE' ? meanings : meanings.map((meaning) => this.#keep(meaning));
    this.#link(kind, key, keys);
    if (kind === 'SYNONYM' || kind === 'VARIANT')
      for (const other of keys) this.#link(kind, other, [key, ...(kind === 'SYNONYM' ? keys : [])]);
  }

  #keep(term: string): string {
    const words = wordsOf(term);
    const key = keyOf(words);
    if (!this.#written.has(key)) {
      this.#written.set(key, words);
      this.#beginnings.add(words);
      if (words.length > 1) this.#swapped.set(key.split(' ').sort().join(' '), key);
    }
    for (const word of words) this.#words.add(word);
    return key;
  }

  #link(kind: TermKind, key: string, others: readonly string[]): void {
    const links = this.#links.get(kind) ?? new Map<string, Set<string>>();
    this.#links.set(kind, links);
    links.set(key, new Set([...(links.get(key) ?? []), ...others]));
  }

  #linked(kind: TermKind, keys: Iterable<string>): Set<string> {
    const links = this.#links.get(kind);
    return new Set([...keys].flatMap((key) => [...(links?.get(key) ?? [])]));
  }

  #know(key: string): KnownTerm {
    const held = this.#found.get(key);
    if (held) return held;
    const same = new Set([key, ...this.#linked('VARIANT', [key])]);
    for (const sibling of this.#linked('VARIANT', same)) same.add(sibling);
    const isGuarded = this.#links.get('AMBIGUOUS')?.has(key) ?? false;
    const meant = this.#meant(same);
    const known: KnownTerm = {
      near: this.#spell(same),
      loose: isGuarded ? [] : this.#spell(meant),
      // A word of several meanings is believed to mean these only after all else.
      broad: this.#spell(isGuarded ? meant : this.#linked('BROADER', [...same, ...meant])),
      kinds: [...this.#linked('BRAND', same)],
      isIntent: [...same].some((each) => this.#links.get('INTENT')?.has(each)),
      kecamatan: [...this.#linked('PLACE', same)][0] ?? null,
    };
    this.#found.set(key, known);
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

  #spell(keys: Iterable<string>): HeardTerm[] {
    return [...keys].map((key) => (this.#written.get(key) ?? []).map(soundOf)).filter((heard) => heard.length > 0);
  }
}

const keyOf = (words: readonly string[]): string => words.map(soundOf).join(' ');
