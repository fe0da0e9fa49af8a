import { pictureRecipes, recipeKey } from '../drawings/draw-product.ts';
import { between, pick, type Random, randomFrom, whole } from '../drawings/kit/random.ts';
import { toneOf } from '../drawings/nouns/tone.ts';
import type { SeedProduct } from '../market-shape.ts';
import type { Assortment } from './assortment.ts';
import { LEAVES, type NounFact, toneGroup, WORDS } from './facts.ts';
import { capital, slugOf } from './people.ts';
import { SENTENCES } from './sentences.ts';
import type { ShopPlan } from './shops.ts';
import { makeTitle } from './titles.ts';
import { type Chosen, choices, isTitleAxis, makeVariants, roundPrice, valuesOf } from './variants.ts';

/** The goods that every crisp shop has; visitors search for them first. */
const STAPLE_CRISP = 'keripik singkong';
const STAPLE_CRISPS = 4;
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
  const titles = new Set<string>();
  const staple = range.find(({ noun }) => noun === STAPLE_CRISP);
  for (let i = 0; i < count; i++) {
    const noun = staple && i < STAPLE_CRISPS ? staple : pick(random, range);
    let product = oneProduct(random, plan, assortment, noun, firstNumber + i);
    for (let again = 0; titles.has(product.title) && again < 6; again++)
      product = oneProduct(random, plan, assortment, pick(random, range), firstNumber + i);
    titles.add(product.title);
    yield product;
  }
}

/** The kinds of goods that a shop carries: most from its first leaf, some from the others. */
function rangeOf(random: Random, plan: ShopPlan, assortment: Assortment): readonly NounFact[] {
  const range = plan.leaves.flatMap((leaf, i) => {
    const nouns = [...assortment.nounsOf(leaf)];
    const wanted = i === 0 ? whole(random, 7, 10) : whole(random, 2, 4);
    const staple = nouns.findIndex(({ noun }) => noun === STAPLE_CRISP);
    const first = i === 0 && staple >= 0 ? nouns.splice(staple, 1) : [];
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
  const titleAxis = noun.axes.find(isTitleAxis);
  const inTitle = titleAxis && random() < 0.78 ? flavourInTitle(random, assortment, noun, titleAxis) : undefined;
  const otherAxes = noun.axes.filter((axis) => axis !== titleAxis || !inTitle);
  const axes = noun.noun !== STAPLE_CRISP && random() < 0.16 ? [] : choices(random, otherAxes);
  const single = axes.length === 0 ? singleSize(random, otherAxes) : undefined;
  const fixed = [inTitle, single].filter((value) => value !== undefined);
  const group = toneGroup(noun.category);
  const quality = pick(random, WORDS.qualities[group] ?? ['pilihan']);
  const flavour = inTitle && inTitle.value !== 'original' && inTitle.value !== 'polos' ? inTitle.value : '';
  const title = makeTitle(random, {
    noun: noun.noun,
    flavour,
    quality,
    brand: plan.brand,
    area: plan.kelurahan,
    size: single?.value ?? '',
  });
  const code = number.toString(36);
  const shown = inTitle?.value ?? colourShown(assortment, noun, axes);
  const recipes = pictureRecipes(
    { noun: noun.noun, category: noun.category, flavour: shown, seed: whole(random, 0, 999) },
    3,
  );
  return {
    slug: `${slugOf(title)}-${code}`,
    title,
    description: describe(random, plan, noun, group, quality),
    shopSlug: plan.shop.slug,
    categoryPath: leaf.path,
    isHalal: leaf.fact.halal_relevant && (plan.shop.halalCertificate !== null || random() < 0.35),
    variants: makeVariants(random, {
      noun,
      fixed,
      axes,
      basePrice: roundPrice(between(random, noun.price_min, noun.price_max * 0.86) * plan.priceLevel),
      skuStem: `${initials(plan.shop.name)}-${code.toUpperCase()}`,
    }),
    drawings: recipes.map(recipeKey),
    photoAlt: capital([noun.noun, shown ?? ''].join(' ').trim()),
    createdHoursAgo: whole(random, 2, Math.min(HOURS_OF_YEAR, plan.shop.openedDaysAgo * 24)),
  };
}

/** A flavour for the title that has a picture on offer. */
function flavourInTitle(random: Random, assortment: Assortment, noun: NounFact, axis: string): Chosen | undefined {
  const offered = valuesOf(axis).filter(({ value }) => assortment.offers(noun, value));
  return offered.length > 0 ? pick(random, offered) : undefined;
}

/** The one pack of goods without a choice: its middle size, where the goods come in sizes. */
function singleSize(random: Random, axes: readonly string[]): Chosen | undefined {
  const sized = axes.find((axis) => ['berat', 'volume', 'berat_beras', 'berat_pupuk', 'isi'].includes(axis));
  if (!sized) return undefined;
  return pick(
    random,
    valuesOf(sized).filter(({ factor }) => factor >= 0.8 && factor < 5.5),
  );
}

/** The first choice that changes the picture and has one on offer. */
function colourShown(assortment: Assortment, noun: NounFact, axes: readonly (readonly Chosen[])[]): string | undefined {
  return axes.flat().find(({ value }) => toneOf(value) !== 'plain' && assortment.offers(noun, value))?.value;
}

/** Two to four sentences. */
function describe(random: Random, plan: ShopPlan, noun: NounFact, group: string, quality: string): string {
  const { opening, more } = SENTENCES[group] ?? {
    opening: ['{Noun} {quality} dari {brand}.'],
    more: ['Stok siap diambil.'],
  };
  const left = [...more];
  const rest = Array.from(
    { length: whole(random, 1, 3) },
    () => left.splice(Math.floor(random() * left.length), 1)[0] as string,
  );
  const words: Record<string, string> = {
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
