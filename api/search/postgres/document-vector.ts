import { type DocumentTexts, documentForms } from '../language/index.ts';

/** Largest position that a tsvector keeps. */
const LAST_POSITION = 16_383;

/** Text of the tsvector of a product. */
export function documentVector(texts: DocumentTexts): string {
  const places = new Map<string, Set<string>>();
  for (const { form, position, weight } of documentForms(texts)) {
    const held = places.get(form) ?? new Set();
    places.set(form, held);
    if (held.size < 200) held.add(`${Math.min(position, LAST_POSITION)}${weight}`);
  }
  return [...places]
    .map(([form, held]) => `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}':${[...held].join(',')}`)
    .join(' ');
}
