import type { Form } from './forms.ts';

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

/** A term as documents carry it: the form of each of its words, and how these sound. */
export interface SaidTerm {
  readonly forms: readonly Form[];
  readonly heard: readonly string[];
}

/** A word of a text: as it stands there, and how its stem sounds. */
export interface HeardWord {
  readonly word: string;
  readonly heard: string;
}

/** What the vocabulary knows of a term: what means the same, nearest first. */
export interface KnownTerm {
  readonly near: readonly SaidTerm[];
  readonly loose: readonly SaidTerm[];
  readonly broad: readonly SaidTerm[];
  /** What it comprises: goods of a collective word. */
  readonly comprised: readonly SaidTerm[];
  /** What a brand stands for, by sound; empty for other terms. */
  readonly kinds: readonly string[];
  readonly isIntent: boolean;
  /** Slugs of the kecamatan, when the term names a place: two have a kelurahan Curug. */
  readonly kecamatan: readonly string[];
}

/** Of a word that no term holds. */
export const NOTHING_KNOWN: KnownTerm = {
  near: [],
  loose: [],
  broad: [],
  comprised: [],
  kinds: [],
  isIntent: false,
  kecamatan: [],
};
