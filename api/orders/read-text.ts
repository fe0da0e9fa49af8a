import { refuse } from '../platform/refusal.ts';

/** The longest reason or note, in characters. */
export const LONGEST_TEXT = 300;

/** A sentence as someone typed it, in one line. Refuses INVALID when it has no words or more than 300 characters. */
export function readText(typed: string, field: readonly string[]): string {
  const text = typed.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (text.length === 0 || text.length > LONGEST_TEXT) refuse('INVALID', field, { limit: `1-${LONGEST_TEXT}` });
  return text;
}

/** The longest idempotency key, in characters. */
const LONGEST_KEY = 200;

/** Refuses INVALID for an idempotency key that is empty or too long. */
export function readKey(idempotencyKey: string): string {
  if (idempotencyKey.length === 0 || idempotencyKey.length > LONGEST_KEY)
    refuse('INVALID', ['idempotencyKey'], { limit: `1-${LONGEST_KEY}` });
  return idempotencyKey;
}
