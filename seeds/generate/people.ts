import { pick, type Random, whole } from '../drawings/kit/random.ts';
import { WORDS } from './facts.ts';

/** A made-up name of two words, and whether a woman's or a man's. */
export interface MadeUpName {
  readonly full: string;
  readonly given: string;
  readonly isWoman: boolean;
}

/** A name from the word lists that is no well-known person's. */
export function madeUpName(random: Random): MadeUpName {
  const { female_given, male_given, second_names_any, second_names_female, avoid_pairs } = WORDS.people;
  for (;;) {
    const isWoman = random() < 0.62;
    const given = pick(random, isWoman ? female_given : male_given);
    const second = pick(random, isWoman && random() < 0.75 ? second_names_female : second_names_any);
    const isAvoided = avoid_pairs.some(([a, b]) => a === given && b === second);
    if (!isAvoided && given !== second) return { full: `${given} ${second}`, given, isWoman };
  }
}

/** A street address in a ward, of common words: no real address. */
export function madeUpAddress(
  random: Random,
  ward: { name: string; rw: number; postal_code: string },
  kecamatan: string,
): string {
  const { patterns, core, roman, block, estate, kampung } = WORDS.streets;
  const two = (n: number): string => String(n).padStart(2, '0');
  const values: Record<string, string> = {
    core: pick(random, core),
    n: String(whole(random, 1, 180)),
    n2: String(whole(random, 1, 12)),
    roman: pick(random, roman),
    block: pick(random, block),
    estate: pick(random, estate),
    kampung: pick(random, kampung),
    'rt:02d': two(whole(random, 1, 8)),
    'rw:02d': two(whole(random, 1, ward.rw)),
  };
  const street = pick(random, patterns).replace(/\{([^}]+)\}/g, (_, key: string) => values[key] ?? '');
  return `${street}, Kel. ${ward.name}, Kec. ${kecamatan}, Kota Depok, Jawa Barat ${ward.postal_code}`;
}

/** Lower case letters, digits and single hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `Keripik` from `keripik`; only the first letter changes. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
