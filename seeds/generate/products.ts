import { PACKING_BAG, PACKING_BOX, pictureRecipes, recipeKey, servedRecipe } from '../drawings/draw-product.ts';
import { between, hashText, pick, type Random, randomFrom, whole } from '../drawings/kit/random.ts';
import { toneOf } from '../drawings/nouns/tone.ts';
import type { SeedProduct } from '../market-shape.ts';
import type { Assortment } from './assortment.ts';
import { STAPLES } from './everyday.ts';
import { LEAVES, type NounFact } from './facts.ts';
import { capital, slugOf } from './people.ts';
import { qualitiesOf } from './qualities.ts';
import { sentencesOf } from './sentences.ts';
import type { ShopPlan } from './shops.ts';
import { makeTitle } from './titles.ts';
import { type Chosen, choices, isTitleAxis, makeVariants, roundPrice, valuesOf } from './variants.ts';

/** The goods whose price everybody compares. */
const STAPLE_CRISP = 'keripik singkong';
const HOURS_OF_YEAR = 8760;

/** What a shop sells, one product after the other; `firstNumber` numbers them through the market, for slugs and SKUs. */
export function* productsOf(
  plan: ShopPlan,
  assortment: Assortment,
  seed: number,
  count: number,
  firstNumber: number,
): Iterable<SeedProduct> {
  const random = randomFrom(`${seed}/goods/${plan.shop.slug}`);
  const range = rangeOf(random, plan, assortment);
  const offered = new Set<string>();
  const staples = staplesOf(plan, range);
  for (let i = 0; i < count; i++) {
    const nextNoun = (): NounFact => staples[i] ?? pick(random, range);
    let product = oneProduct(random, plan, assortment, nextNoun(), firstNumber + i);
    for (let again = 0; isOffered(offered, product) && again < MOST_TRIES; again++)
      product = oneProduct(random, plan, assortment, nextNoun(), firstNumber + i);
    offered.add(product.title).add(product.photoAlt);
    yield product;
  }
}

/** A shop seldom offers the same goods in the same flavour twice, and hardly ever under the same title. */
const MOST_TRIES = 8;
const isOffered = (offered: ReadonlySet<string>, { title, photoAlt }: SeedProduct): boolean =>
  offered.has(title) || offered.has(photoAlt);

/** What the shop lists first, one noun for each listing. */
const staplesOf = ({ leaves }: ShopPlan, range: readonly NounFact[]): readonly NounFact[] =>
  leaves
    .flatMap((leaf) => STAPLES[leaf] ?? [])
    .flatMap(([staple, listings]) =>
      range.filter(({ noun }) => noun === staple).flatMap((noun) => Array.from({ length: listings }, () => noun)),
    );

/** The kinds of goods that a shop carries: most from its first leaf, some from the others. */
function rangeOf(random: Random, plan: ShopPlan, assortment: Assortment): readonly NounFact[] {
  const range = plan.leaves.flatMap((leaf, i) => {
    const nouns = [...assortment.nounsOf(leaf)];
    const wanted = i === 0 ? whole(random, 7, 10) : whole(random, 2, 4);
    const staples = new Set(STAPLES[leaf]?.map(([noun]) => noun));
    const first = nouns.filter(({ noun }) => staples.has(noun));
    for (const staple of first) nouns.splice(nouns.indexOf(staple), 1);
    while (first.length < wanted && nouns.length > 0)
      first.push(...nouns.splice(Math.floor(random() * nouns.length), 1));
    return first;
  });
  if (range.length === 0) throw new Error(`${plan.shop.name} has nothing to sell`);
  return range;
}

function oneProduct(
  random: Random,
  plan: ShopPlan,
  assortment: Assortment,
  noun: NounFact,
  number: number,
): SeedProduct {
  const leaf = LEAVES.get(noun.category);
  if (!leaf) throw new Error(`${noun.noun} stands in no category of goods`);
  const { inTitle, single, axes } = forms(random, assortment, noun);
  const quality = pick(
    random,
    qualitiesOf(noun.category).filter((word) => !`${noun.noun} ${inTitle?.value ?? ''}`.includes(word)),
  );
  const shown = inTitle?.value ?? colourShown(assortment, noun, axes);
  const code = number.toString(36);
  const title = makeTitle(random, {
    noun: noun.noun,
    flavour: inTitle ? flavourWords(inTitle) : '',
    quality,
    brand: plan.brand,
    area: `${EATEN_ROOTS.has(leaf.rootSlug) ? 'khas' : 'dari'} ${plan.kelurahan}`,
    size: single?.value ?? '',
  });
  return {
    slug: `${slugOf(title)}-${code}`,
    title,
    description: describe(random, plan, noun, quality),
    shopSlug: plan.shop.slug,
    categoryPath: leaf.path,
    isHalal: leaf.fact.halal_relevant && (plan.shop.halalCertificate !== null || random() < 0.35),
    variants: makeVariants(random, {
      noun,
      fixed: [inTitle, single].filter((value) => value !== undefined),
      axes,
      basePrice: basePrice(random, noun, plan),
      skuStem: `${initials(plan.shop.name)}-${code.toUpperCase()}`,
    }),
    drawings: drawingsOf(random, plan, noun, shown),
    photoAlt: capital([noun.noun, shown ?? ''].join(' ').trim()),
    createdHoursAgo: whole(random, 2, Math.min(HOURS_OF_YEAR, plan.shop.openedDaysAgo * 24)),
  };
}

/** What stands in the title, what can be chosen, and the one size of goods without a choice. */
function forms(random: Random, assortment: Assortment, noun: NounFact) {
  const named = noun.axes.filter((axis) => !(axis.startsWith('bahan') && noun.noun.includes('katun')));
  const titleAxis = named.find(isTitleAxis);
  const inTitle = titleAxis && random() < 0.78 ? flavourInTitle(random, assortment, noun, titleAxis) : undefined;
  const otherAxes = named.filter((axis) => (axis !== titleAxis || !inTitle) && valuesOf(axis, noun).length > 0);
  const axes = noun.noun !== STAPLE_CRISP && random() < 0.16 ? [] : choices(random, noun, otherAxes);
  const single = axes.length === 0 ? singleSize(random, noun, otherAxes) : undefined;
  return { inTitle, single, axes };
}

/** Roots of the tree whose goods are eaten or drunk. */
const EATEN_ROOTS: ReadonlySet<string> = new Set([
  'makanan-siap-saji',
  'kue-roti',
  'makanan-kemasan',
  'minuman',
  'bahan-pokok-segar',
]);

/** How a flavour, pattern or scent is said in a title; the usual one is left out. */
function flavourWords({ axis, value }: Chosen): string {
  if (value === 'original' || value === 'polos') return '';
  const before: Readonly<Record<string, string>> = {
    aroma: 'aroma',
    isian_nasi: 'isi',
    isian_cireng: 'isi',
    topping_seblak: 'topping',
  };
  const isBatik = ['kawung', 'parang', 'megamendung', 'truntum'].includes(value);
  const word = axis === 'motif' && !isBatik ? 'motif' : before[axis];
  return word ? `${word} ${value}` : value;
}

/** Prices that neighbours ask for what everybody compares, in rupiah for the middle pack. */
const USUAL_PRICES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  [STAPLE_CRISP]: [12_500, 21_000],
};

function basePrice(random: Random, noun: NounFact, plan: ShopPlan): number {
  const usual = USUAL_PRICES[noun.noun];
  const [low, high] = usual ?? [noun.price_min, noun.price_max * 0.86];
  const price = roundPrice(between(random, low, high) * plan.priceLevel);
  return usual ? Math.min(high, Math.max(low, price)) : price;
}

/** One to three pictures: the goods first, in the pack that this shop uses; then another look of them, or how they are
 *  served; of some, also how they are packed for collecting. */
function drawingsOf(random: Random, plan: ShopPlan, noun: NounFact, shown: string | undefined): string[] {
  const leaf = noun.category;
  const request = { noun: noun.noun, category: leaf, flavour: shown, seed: hashText(plan.shop.slug) };
  const [main, other] = pictureRecipes(request, 2);
  const recipes = [main, random() < 0.6 ? (servedRecipe(leaf) ?? other) : undefined];
  const packing = EATEN_ROOTS.has(LEAVES.get(leaf)?.rootSlug ?? '') ? PACKING_BAG : PACKING_BOX;
  if (random() < 0.4) recipes.push(packing);
  return recipes.filter((recipe) => recipe !== undefined).map(recipeKey);
}

/** A flavour for the title that has a picture on offer. */
function flavourInTitle(random: Random, assortment: Assortment, noun: NounFact, axis: string): Chosen | undefined {
  const offered = valuesOf(axis, noun).filter(({ value }) => assortment.offers(noun, value));
  return offered.length > 0 ? pick(random, offered) : undefined;
}

/** The one pack of goods without a choice: its middle size, where the goods come in sizes. */
function singleSize(random: Random, noun: NounFact, axes: readonly string[]): Chosen | undefined {
  const sized = axes.find((axis) => ['berat', 'volume', 'berat_beras', 'berat_pupuk', 'isi'].includes(axis));
  if (!sized) return undefined;
  const usual = valuesOf(sized, noun).filter(
    ({ value, factor }) => value !== 'satuan' && factor >= 0.2 && factor < 5.5,
  );
  return usual.length > 0 ? pick(random, usual) : undefined;
}

/** The first choice that changes the picture and has one on offer. */
function colourShown(assortment: Assortment, noun: NounFact, axes: readonly (readonly Chosen[])[]): string | undefined {
  return axes.flat().find(({ value }) => toneOf(value) !== 'plain' && assortment.offers(noun, value))?.value;
}

/** Two to four sentences. */
function describe(random: Random, plan: ShopPlan, noun: NounFact, quality: string): string {
  const { opening, more } = sentencesOf(noun.category);
  const left = [...more];
  const rest = Array.from(
    { length: whole(random, 1, 3) },
    () => left.splice(Math.floor(random() * left.length), 1)[0] as string,
  );
  const words: Readonly<Record<string, string>> = {
    Noun: capital(noun.noun),
    noun: noun.noun,
    quality,
    kelurahan: plan.kelurahan,
    brand: plan.brand,
    days: String(whole(random, 2, 7)),
  };
  return [pick(random, opening), ...rest].join(' ').replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? '');
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.replace(/[^A-Za-z]/g, '').charAt(0))
    .join('')
    .toUpperCase()
    .slice(0, 5);
