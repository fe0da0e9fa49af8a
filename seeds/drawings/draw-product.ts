import { frame, type Tint } from './frame.ts';
import { hashText } from './kit/random.ts';
import { BOWL_LOOKS } from './looks/bowls.ts';
import { CAKE_LOOKS } from './looks/cakes.ts';
import { CRISP_LOOKS } from './looks/crisps.ts';
import { DRINK_LOOKS } from './looks/drinks.ts';
import { FRESH_LOOKS } from './looks/fresh.ts';
import { HOBBY_LOOKS } from './looks/hobby.ts';
import { HOME_LOOKS } from './looks/home.ts';
import type { Looks } from './looks/look.ts';
import { MEAL_LOOKS } from './looks/meals.ts';
import { PACKED_LOOKS } from './looks/packed.ts';
import { PACKING_LOOKS } from './looks/packing.ts';
import { SNACK_LOOKS } from './looks/snacks.ts';
import { WEAR_LOOKS } from './looks/wear.ts';
import { FOOD_NOUNS } from './nouns/food.ts';
import { HOME_NOUNS } from './nouns/home.ts';
import { MARKET_NOUNS } from './nouns/market.ts';
import { PACKED_NOUNS } from './nouns/packed.ts';
import { looksIn, type NounLooks, toneOf } from './nouns/tone.ts';

/** What is to be drawn, in the words of the catalogue. */
export interface DrawingRequest {
  /** A goods noun of catalogue-words.json. */
  readonly noun: string;
  /** Slug of the root or leaf category; it chooses the paper. */
  readonly category: string;
  /** Flavour, colour or pattern; a word that changes no picture is ignored. */
  readonly flavour?: string | undefined;
  /** Chooses among equally fitting looks (two kinds of pack, say). */
  readonly seed: number;
}

/** All that decides a drawing. Equal recipes give equal bytes. */
export interface PictureRecipe {
  readonly look: string;
  readonly tint: Tint;
}

/** Every look by name. */
export const LOOKS: Looks = {
  ...MEAL_LOOKS,
  ...BOWL_LOOKS,
  ...SNACK_LOOKS,
  ...CAKE_LOOKS,
  ...CRISP_LOOKS,
  ...PACKED_LOOKS,
  ...DRINK_LOOKS,
  ...FRESH_LOOKS,
  ...WEAR_LOOKS,
  ...HOME_LOOKS,
  ...HOBBY_LOOKS,
  ...PACKING_LOOKS,
};

/** The looks of every goods noun. */
export const NOUN_LOOKS: Readonly<Record<string, NounLooks>> = {
  ...FOOD_NOUNS,
  ...PACKED_NOUNS,
  ...MARKET_NOUNS,
  ...HOME_NOUNS,
};

const TINTS: readonly Tint[] = ['straw', 'blush', 'mint', 'sky', 'lilac'];

/** A look always stands on the same paper within a category, so that sharing by content works; neighbours differ. */
const tintOf = (category: string, look: string): Tint =>
  TINTS[(hashText(category) + (hashText(look) % 2)) % TINTS.length] as Tint;

/** The pictures that fit a product, best first, no two alike; at most `count`. Refuses a noun that has no look. */
export function pictureRecipes(request: DrawingRequest, count = 1): PictureRecipe[] {
  const looks = NOUN_LOOKS[request.noun];
  if (!looks) throw new Error(`No drawing for "${request.noun}"`);
  const fitting = looksIn(looks, toneOf(request.flavour));
  const first = Math.abs(request.seed) % fitting.length;
  return Array.from({ length: Math.min(count, fitting.length) }, (_, i) => {
    const look = fitting[(first + i) % fitting.length] as string;
    return { look, tint: tintOf(request.category, look) };
  });
}

/** How goods of a leaf look on the table, as a second picture; shared by all of the leaf. */
const SERVED: Readonly<Record<string, string>> = {
  'keripik-kerupuk': 'served-crisps',
  'sambal-saus': 'mortar',
  'makanan-beku': 'rolls-fried',
  kopi: 'mug-blue',
  'teh-herbal': 'mug-green',
};

/** The goods of a leaf as they are served; null where the goods themselves say all. */
export function servedRecipe(leaf: string): PictureRecipe | null {
  const look = SERVED[leaf];
  return look ? { look, tint: tintOf(leaf, look) } : null;
}

/** How food is packed for collecting. */
export const PACKING_BAG: PictureRecipe = { look: 'packing-bag', tint: 'mint' };

/** How all other goods are packed for collecting. */
export const PACKING_BOX: PictureRecipe = { look: 'packing-box', tint: 'straw' };

/** The name under which equal pictures meet. */
export const recipeKey = (recipe: PictureRecipe): string => `${recipe.look}@${recipe.tint}`;

/** The picture as SVG of 800 by 800. Refuses a look that is not there. */
export function drawRecipe(recipe: PictureRecipe): string {
  const look = LOOKS[recipe.look];
  if (!look) throw new Error(`No look named "${recipe.look}"`);
  return frame(recipe.look, look, recipe.tint);
}

/** The main picture of a product as SVG of 800 by 800. */
export function drawProduct(request: DrawingRequest): string {
  return drawRecipe(pictureRecipes(request)[0] as PictureRecipe);
}
