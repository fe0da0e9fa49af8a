import type { AskedWords } from '../asked-words.ts';
import { allOf, anyOf, type FormQuery, NAMING_FIELDS } from '../form-query.ts';
import { FIELD_SIGNS } from '../language/index.ts';
import { markQuery } from './form-marks.ts';
import type { TakenAsWritten } from './made-from.ts';

/** Why words all of which something carries were taken as they were written. */
export function takenAsWritten({ concepts, named }: AskedWords): TakenAsWritten {
  const all = concepts.map(({ wanted }) => wanted);
  const mendable = concepts.filter(({ isMendable }) => isMendable);
  return {
    shown: markQuery(allOf(named ? [...all, named] : all)),
    known: mendable.map(({ known, written }) => markQuery(anyOf([known, wordItself(written)]))),
  };
}

/** A word in the names of things: where the words of the market are from. */
function wordItself(written: string): FormQuery {
  return anyOf(NAMING_FIELDS.map((field) => ({ form: `${FIELD_SIGNS[field]}${written}`, isBegun: false })));
}
