/** The two languages of the screens; Indonesian is the first. */
export type Language = 'id' | 'en';

/**
 * Words of one area in both languages: the English ones must say all that the Indonesian ones say.
 * @__NO_SIDE_EFFECTS__
 */
export function bilingual<Words>(id: Words, en: NoInfer<Words>): Readonly<Record<Language, Words>> {
  return { id, en };
}
