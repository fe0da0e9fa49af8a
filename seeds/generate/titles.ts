import { pick, type Random } from '../drawings/kit/random.ts';
import { capital } from './people.ts';

/** What a title may be made of. */
export interface TitleParts {
  readonly noun: string;
  /** Flavour, pattern or cloth in the title; empty when there is none. */
  readonly flavour: string;
  readonly quality: string;
  readonly brand: string;
  /** `khas Beji` for food, `dari Beji` for the rest. */
  readonly area: string;
  /** Pack or size when there is but one: 250 g. */
  readonly size: string;
}

type Pattern = (parts: TitleParts) => readonly string[];

/** Patterns of real listings: the goods first, then what tells them apart. A quality of one word stands like an adjective. */
const SHORT: readonly Pattern[] = [
  ({ noun, flavour, brand, size }) => [noun, flavour, brand, size],
  ({ noun, flavour, brand, size }) => [noun, flavour, brand, size],
  ({ noun, flavour, quality, size }) => [noun, flavour, quality, size],
  ({ noun, quality, flavour, brand, size }) => [noun, quality, flavour, brand, size],
  ({ noun, flavour, area, size }) => [noun, flavour, area, size],
  ({ noun, brand, flavour, size }) => [noun, brand, flavour, size],
];

/** A quality of several words follows at the end. */
const LONG: readonly Pattern[] = [
  ({ noun, flavour, brand, size }) => [noun, flavour, brand, size],
  ({ noun, flavour, area, size }) => [noun, flavour, area, size],
  ({ noun, brand, flavour, size }) => [noun, brand, flavour, size],
  ({ noun, flavour, brand, size, quality }) => [noun, flavour, brand, `${size},`, quality],
  ({ noun, flavour, size, quality }) => [noun, flavour, `${size},`, quality],
];

/** A title as sellers write it, at most 120 characters: only its first letter and names are capital. */
export function makeTitle(random: Random, parts: TitleParts): string {
  const words = pick(random, parts.quality.includes(' ') ? LONG : SHORT)(parts).filter((word) => word !== '');
  return capital(words.join(' ').replace(' ,', ',')).slice(0, 120);
}
