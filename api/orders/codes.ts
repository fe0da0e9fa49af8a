import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U, so that a code read aloud or written by hand is taken as meant. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Lengths of the codes, the check letter included. */
export const ORDER_CODE_LETTERS = 7;
export const PARCEL_CODE_LETTERS = 8;
export const COLLECT_CODE_LETTERS = 8;

/** A new random code of so many letters, the last of which checks the others. */
export function newCode(letters: number): string {
  const values = [...randomBytes(letters - 1)].map((byte) => byte & 31);
  return [...values, checkOf(values)].map((value) => LETTERS[value]).join('');
}

/**
 * Reads a code as people type it: small letters, blanks, dashes, O for 0, I or L for 1, with or without `prefix`. Null when its
 * length or its check letter is wrong: every wrong letter and every two letters swapped are noticed.
 */
export function readCode(text: string, letters: number, prefix = ''): string | null {
  if (text.length > 40) return null;
  const upper = text.toUpperCase().replace(/[\s-]/g, '');
  const bare = upper.startsWith(prefix) && upper.length > letters ? upper.slice(prefix.length) : upper;
  const values = [...bare.replace(/O/g, '0').replace(/[IL]/g, '1')].map((letter) => LETTERS.indexOf(letter));
  if (values.length !== letters || values.includes(-1)) return null;
  const check = values.pop();
  return check === checkOf(values) ? [...values, check].map((value) => LETTERS[value!]).join('') : null;
}

/** The check letter: a polynomial over the field of 32 elements, in which no two places weigh the same. */
function checkOf(values: readonly number[]): number {
  return values.reduce((check, value) => timesX(check ^ value), 0);
}

/** Multiplies by x modulo x^5 + x^2 + 1. */
function timesX(value: number): number {
  const shifted = value << 1;
  return shifted > 31 ? (shifted ^ 0b100101) & 31 : shifted;
}
