import { type Concept, DISTRICT_SIGN } from './language/index.ts';

/** Slug of the only kecamatan that these concepts name; undefined when they name none, or several. */
export function saidKecamatan(concepts: readonly Concept[]): string | undefined {
  const places = concepts.filter(({ role }) => role === 'PLACE').flatMap(({ alternatives }) => alternatives);
  const named = places.flatMap(({ phrase }) => phrase.flat().filter((form) => form.startsWith(DISTRICT_SIGN)));
  const [only, ...others] = new Set(named);
  return only !== undefined && others.length === 0 ? only.slice(DISTRICT_SIGN.length) : undefined;
}
