import { isIdempotencyKey, LONGEST_IDEMPOTENCY_KEY } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';

/** The longest reason or note, in characters. */
export const LONGEST_TEXT = 300;

/** A sentence as someone typed it, in one line. Refuses INVALID when it has no words or more than 300 characters. */
export function readText(typed: string, field: readonly string[]): string {
  const text = oneLine(typed);
  if (text.length === 0 || text.length > LONGEST_TEXT) refuse('INVALID', field, { limit: `1-${LONGEST_TEXT}` });
  return text;
}

/** Refuses INVALID for an idempotency key that is empty, too long or not printable ASCII. */
export function readKey(idempotencyKey: string): string {
  if (!isIdempotencyKey(idempotencyKey))
    refuse('INVALID', ['idempotencyKey'], { limit: `1-${LONGEST_IDEMPOTENCY_KEY}` });
  return idempotencyKey;
}
