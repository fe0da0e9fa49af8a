import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { LONGEST_NAME } from './account.ts';

/** A person's name as it is kept: one line, single spaces; null when nothing is left. Refuses NAME_TOO_LONG. */
export function nameOf(text: string | null | undefined): string | null {
  const name = oneLine(text ?? '');
  if ([...name].length > LONGEST_NAME) refuse('NAME_TOO_LONG', ['name'], { limit: LONGEST_NAME });
  return name || null;
}
